package org.zhiheng.jobs.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.event.ServiceWay;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.Digest;
import org.zhiheng.values.EventId;

final class FactJsonProperties {

  @Seeds(200)
  void readsBackWhatItWrote(Seed seed) {
    for (FactKind kind : FactKind.values()) {
      Fact fact = fact(kind, seed);
      String text = FactJson.write(fact);
      assertThat(FactKind.of(fact)).isEqualTo(kind);
      assertThat(FactJson.read(text)).as("seed %s: %s", seed, text).isEqualTo(fact);
      assertThat(FactJson.write(FactJson.read(text))).isEqualTo(text);
    }
  }

  private static Fact fact(FactKind kind, Seed seed) {
    return switch (kind) {
      case FILED -> new Fact.Filed(many(seed, () -> number(seed)), bibliography(seed));
      case PUBLISHED -> new Fact.Published(number(seed), bibliography(seed));
      case EXAMINATION_BEGUN -> new Fact.ExaminationBegun();
      case PRELIMINARILY_APPROVED ->
          new Fact.PreliminarilyApproved(many(seed, () -> number(seed)), bibliography(seed));
      case GRANTED -> new Fact.Granted(number(seed), bibliography(seed));
      case REGISTERED ->
          new Fact.Registered(many(seed, () -> number(seed)), date(seed), bibliography(seed));
      case REFUSED -> new Fact.Refused(text(seed));
      case WITHDRAWN -> new Fact.Withdrawn();
      case DEEMED_WITHDRAWN -> new Fact.DeemedWithdrawn(text(seed));
      case ABANDONED -> new Fact.Abandoned();
      case CEASED -> new Fact.Ceased(text(seed));
      case EXPIRED -> new Fact.Expired();
      case RENEWED -> new Fact.Renewed(LocalDate.of(2020, 1, seed.between(1, 29)));
      case RESTORED -> new Fact.Restored();
      case INVALIDATED -> new Fact.Invalidated(many(seed, () -> text(seed)));
      case CANCELLED -> new Fact.Cancelled(many(seed, () -> text(seed)), text(seed));
      case SUSPENDED -> new Fact.Suspended(text(seed));
      case RESUMED -> new Fact.Resumed();
      case OWNERS_RECORDED -> new Fact.OwnersRecorded(many(seed, () -> share(seed)));
      case ASSIGNED -> new Fact.Assigned(text(seed), many(seed, () -> share(seed)), text(seed));
      case PLEDGED -> new Fact.Pledged(text(seed), text(seed), text(seed), date(seed), text(seed));
      case PLEDGE_RELEASED -> new Fact.PledgeReleased(text(seed));
      case LICENSED ->
          new Fact.Licensed(
              seed.oneOf(List.of(Fact.LicenceKind.values())),
              text(seed),
              text(seed),
              text(seed),
              date(seed));
      case LICENCE_ENDED -> new Fact.LicenceEnded(text(seed));
      case PRESERVED -> new Fact.Preserved(text(seed), text(seed), date(seed));
      case PRESERVATION_LIFTED -> new Fact.PreservationLifted(text(seed));
      case DESCRIBED -> new Fact.Described(many(seed, () -> number(seed)), bibliography(seed));
      case ACTED ->
          new Fact.Acted(
              seed.oneOf(List.of(Act.values())),
              seed.chance(0.5)
                  ? Optional.of(seed.oneOf(List.of(ServiceWay.values())))
                  : Optional.empty(),
              date(seed),
              text(seed),
              text(seed));
      case NOTED -> new Fact.Noted(text(seed), text(seed));
      case ATTACHED ->
          new Fact.Attached(
              Digest.of(new byte[] {(byte) seed.between(0, 256)}),
              text(seed),
              "application/pdf",
              seed.between(0, 1_000_000));
      case CORRECTED ->
          new Fact.Corrected(
              new EventId(seed.between(1, 1000)),
              seed.chance(.5) ? Optional.empty() : Optional.of(new Fact.Refused(text(seed))),
              text(seed));
    };
  }

  private static Bibliography bibliography(Seed seed) {
    return new Bibliography(
        many(seed, () -> new Bibliography.Text(seed.chance(.5) ? "zh" : "", text(seed))),
        many(seed, () -> new Bibliography.Text("en", text(seed))),
        many(
            seed,
            () ->
                new Bibliography.Named(
                    seed.oneOf(List.of(Bibliography.Role.values())),
                    text(seed),
                    text(seed),
                    text(seed),
                    text(seed))),
        many(seed, () -> new ClassSymbol(seed.oneOf(List.of(ClassScheme.values())), "G06F3/0481")),
        many(seed, () -> new Bibliography.Priority(Office.US, text(seed), date(seed))),
        many(
            seed,
            () ->
                new Bibliography.CitedDocument(
                    text(seed), text(seed), text(seed), text(seed), date(seed))),
        many(seed, () -> number(seed)),
        many(seed, () -> text(seed)),
        seed.chance(.5)
            ? Optional.empty()
            : Optional.of(
                new Bibliography.Sign(text(seed), text(seed), many(seed, () -> text(seed)))));
  }

  private static RightNumber number(Seed seed) {
    int digits = seed.between(1, 1_000_000);
    return new RightNumber(
        Office.CN, seed.oneOf(List.of(NumberType.values())), "CN" + digits, "CN:P:" + digits);
  }

  private static Fact.Share share(Seed seed) {
    return new Fact.Share("甲" + text(seed), seed.between(1, 100));
  }

  private static Optional<LocalDate> date(Seed seed) {
    return seed.chance(.5)
        ? Optional.empty()
        : Optional.of(LocalDate.of(seed.between(1985, 2030), 2, seed.between(1, 29)));
  }

  private static String text(Seed seed) {
    return seed.oneOf(List.of("", "a \"quoted\" one", "重庆\n银行", "\u0001\uD83D\uDE00", "<b>&"));
  }

  private static <T> List<T> many(Seed seed, Supplier<T> one) {
    List<T> many = new ArrayList<>();
    int count = seed.between(0, 3);
    for (int index = 0; index < count; index++) {
      many.add(one.get());
    }
    return many;
  }
}
