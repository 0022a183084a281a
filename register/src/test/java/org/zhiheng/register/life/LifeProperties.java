package org.zhiheng.register.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Numbers;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

final class LifeProperties {

  private static final RightNumber NUMBER =
      Numbers.publication(Office.CN, "CN110007813A").orThrow();

  private static final List<Fact> FACTS =
      List.of(
          new Fact.Filed(List.of(), Bibliography.EMPTY),
          new Fact.Published(NUMBER, Bibliography.EMPTY),
          new Fact.ExaminationBegun(),
          new Fact.PreliminarilyApproved(List.of(), Bibliography.EMPTY),
          new Fact.Granted(NUMBER, Bibliography.EMPTY),
          new Fact.Registered(List.of(), Optional.empty(), Bibliography.EMPTY),
          new Fact.Refused(""),
          new Fact.Withdrawn(),
          new Fact.DeemedWithdrawn(""),
          new Fact.Abandoned(),
          new Fact.Ceased(""),
          new Fact.Expired(),
          new Fact.Renewed(LocalDate.of(2030, 1, 1)),
          new Fact.Restored(),
          new Fact.Invalidated(List.of()),
          new Fact.Invalidated(List.of("1")),
          new Fact.Cancelled(List.of(), ""),
          new Fact.Cancelled(List.of("beer"), ""),
          new Fact.Suspended(""),
          new Fact.Resumed());

  @Seeds(500)
  void anEndCanBeTakenBackToWhereItCameFrom(Seed seed) {
    RightKind kind = seed.oneOf(List.of(RightKind.values()));
    Life life = lived(seed, kind);
    for (Fact end : List.of(new Fact.Ceased(""), new Fact.DeemedWithdrawn(""))) {
      if (life.stage() != LifeStage.UNKNOWN && life.after(kind, end) instanceof Move.Moved ended) {
        assertThat(ended.life().after(kind, new Fact.Restored())).isEqualTo(new Move.Moved(life));
      }
    }
  }

  @Seeds(500)
  void aSuspensionEndsWhereItBegan(Seed seed) {
    RightKind kind = seed.oneOf(List.of(RightKind.values()));
    Life life = lived(seed, kind);
    if (life.stage() != LifeStage.UNKNOWN
        && life.after(kind, new Fact.Suspended("")) instanceof Move.Moved suspended) {
      assertThat(suspended.life().inForce()).isEqualTo(life.inForce());
      assertThat(suspended.life().lost()).isEqualTo(life.lost());
      assertThat(suspended.life().after(kind, new Fact.Resumed())).isEqualTo(new Move.Moved(life));
    }
  }

  /// What was lost stays lost, whatever follows, until the whole of it is declared invalid.
  @Seeds(500)
  void aLostClaimNeverComesBack(Seed seed) {
    RightKind kind = seed.oneOf(List.of(RightKind.values()));
    Life life = lived(seed, kind);
    if (life.after(kind, seed.oneOf(FACTS)) instanceof Move.Moved moved
        && moved.life().stage() != LifeStage.INVALIDATED) {
      assertThat(moved.life().lost()).containsAll(life.lost());
    }
  }

  @Seeds(500)
  void aRefusalSaysWhyInOneSentence(Seed seed) {
    RightKind kind = seed.oneOf(List.of(RightKind.values()));
    if (lived(seed, kind).after(kind, seed.oneOf(FACTS)) instanceof Move.Refused refused) {
      assertThat(refused.problem().code()).isEqualTo("illegal-move");
      assertThat(refused.problem().reason()).startsWith("A ").endsWith(".");
    }
  }

  private static Life lived(Seed seed, RightKind kind) {
    Life life = Life.nascent(kind);
    for (int i = seed.between(0, 12); i > 0; i--) {
      if (life.after(kind, seed.oneOf(FACTS)) instanceof Move.Moved moved) {
        life = moved.life();
      }
    }
    return life;
  }
}
