package org.zhiheng.contracts.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.party.Party;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.ProblemsException;

/// Parties are changed by who may, and the trail keeps it.
final class PartyBookTest {

  private final Room room = new Room();
  private final PartyBook book = room.parties;

  private PartyId owner() {
    room.patent();
    return room.party("甲示例公司");
  }

  private static void assertRefused(Parties.Changed changed, String code) {
    assertThat(changed)
        .isInstanceOfSatisfying(
            Parties.Changed.Refused.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }

  @Test
  void givesAPartyAnotherNameUnderWhichItIsFound() {
    PartyId owner = owner();

    assertThat(book.addName(room.manager, owner, new Party.Name(" Sample Ltd ", Party.Form.LATIN)))
        .isEqualTo(new Parties.Changed.Done());
    assertThat(book.search(room.viewer, "sample", 10)).extracting(Party::id).containsExactly(owner);
    assertThat(room.stores.trail().page(Room.ORGANISATION, Optional.empty(), 1).getFirst().entry())
        .extracting(entry -> entry.action() + " " + entry.subject() + " " + entry.detail())
        .isEqualTo("party-name " + owner + " Sample Ltd");
  }

  @Test
  void refusesANameThatIsEmptyOrTooLong() {
    PartyId owner = owner();

    assertRefused(
        book.addName(room.manager, owner, new Party.Name(" ", Party.Form.LATIN)), "party-name");
    assertRefused(
        book.addName(
            room.manager,
            owner,
            new Party.Name("x".repeat(PartyBook.NAME_LENGTH_MAX + 1), Party.Form.LATIN)),
        "party-name");
  }

  @Test
  void checksTheCreditCodeBeforeItIsKept() {
    PartyId owner = owner();

    assertRefused(book.identify(room.manager, owner, "91110108551385082X"), "credit-code-check");
    // 91350100M000100Y43 is the example of GB 32100-2015
    assertThat(book.identify(room.manager, owner, "91350100M000100Y43"))
        .isEqualTo(new Parties.Changed.Done());
    assertThat(book.find(room.viewer, owner).orElseThrow().creditCode())
        .isEqualTo("91350100M000100Y43");
  }

  @Test
  void mergesAndTakesItBack() {
    PartyId owner = owner();
    room.record(
        new org.zhiheng.values.RightId(1),
        org.zhiheng.register.event.FactKind.PLEDGED,
        "2021-01-05",
        java.util.Map.of("pledgor", "甲示例公司", "pledgee", "示例银行", "record-number", "Y1"));
    PartyId bank = room.party("示例银行");

    assertRefused(book.merge(room.manager, owner, owner, ""), "party-merge");
    assertThat(book.merge(room.manager, owner, bank, "same")).isEqualTo(new Parties.Changed.Done());
    assertThat(book.find(room.viewer, bank).orElseThrow().id()).isEqualTo(owner);
    assertThat(book.unmerge(room.manager, bank, "not the same"))
        .isEqualTo(new Parties.Changed.Done());
    assertThat(book.find(room.viewer, bank).orElseThrow().id()).isEqualTo(bank);
  }

  @Test
  void letsViewersLookAndNotChange() {
    PartyId owner = owner();

    assertThat(book.page(room.viewer, Optional.empty(), 10)).hasSize(1);
    assertThatThrownBy(() -> book.merge(room.viewer, owner, owner, ""))
        .isInstanceOf(ProblemsException.class);
    assertThatThrownBy(() -> book.search(room.viewer, "", PartyBook.LIMIT_MAX + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limit must be in 1..500: 501");
  }
}
