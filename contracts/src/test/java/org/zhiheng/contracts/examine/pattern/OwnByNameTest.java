package org.zhiheng.contracts.examine.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.access.MemoryAccounts;
import org.zhiheng.jobs.examine.pattern.OwnByName;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;

/// Which parties an organisation is itself.
final class OwnByNameTest {

  private final MarkRoom room = new MarkRoom();
  private final MemoryAccounts accounts = new MemoryAccounts();
  private final OwnByName own = new OwnByName(accounts, room.stores.parties());

  @Test
  void isThePartyThatBearsItsName() {
    OrganisationId organisation = accounts.addOrganisation("甲示例公司", MarkRoom.NOW).id();
    assertThat(organisation).isEqualTo(MarkRoom.ORGANISATION);
    room.mark("拉布布", "甲示例公司", "2020-01-01", true, "28", "2802");
    room.mark("云杉", "乙示例公司", "2020-01-01", true, "28", "2802");

    assertThat(own.owns(organisation, room.party("甲示例公司"))).isTrue();
    assertThat(own.owns(organisation, room.party("乙示例公司"))).isFalse();
    assertThat(own.owns(organisation, new PartyId(999))).isFalse();
  }

  @Test
  void isAlsoWhatWasMergedIntoThatParty() {
    OrganisationId organisation = accounts.addOrganisation("甲示例公司", MarkRoom.NOW).id();
    room.mark("拉布布", "甲示例公司", "2020-01-01", true, "28", "2802");
    room.mark("LABUBU", "甲示例有限公司", "2020-01-01", true, "28", "2802");
    PartyId other = room.party("甲示例有限公司");
    assertThat(own.owns(organisation, other)).isFalse();

    room.stores
        .parties()
        .merge(organisation, room.party("甲示例公司"), other, "the same firm", "manager");

    assertThat(own.owns(organisation, other)).isTrue();
  }

  @Test
  void isNobodyWhereNoPartyBearsItsNameAndWhereThereIsNoSuchOrganisation() {
    OrganisationId organisation = accounts.addOrganisation("丙示例公司", MarkRoom.NOW).id();
    room.mark("拉布布", "甲示例公司", "2020-01-01", true, "28", "2802");

    assertThat(own.owns(organisation, room.party("甲示例公司"))).isFalse();
    assertThat(own.owns(new OrganisationId(77), room.party("甲示例公司"))).isFalse();
  }
}
