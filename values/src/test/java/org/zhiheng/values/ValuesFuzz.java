package org.zhiheng.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;

/// Amounts, rates, ids and digests as nobody means them. Exceptions that may come out: none; what
/// reads prints as something that reads as the same.
final class ValuesFuzz {

  /// How something is read, with texts that read.
  private record Reading(Function<String, ? extends Parsed<?>> parse, List<String> sound) {}

  private static final List<Reading> READINGS =
      List.of(
          new Reading(Money::parse, List.of("CNY 1234.50", "JPY -3", "KWD 1,234.500")),
          new Reading(Digest::parse, List.of("a".repeat(64))),
          new Reading(RightId::parse, List.of("R123")),
          new Reading(EventId::parse, List.of("E123")),
          new Reading(UserId::parse, List.of("U1")),
          new Reading(PartyId::parse, List.of("P99")),
          new Reading(ImportId::parse, List.of("I5")),
          new Reading(OrganisationId::parse, List.of("O1")));

  /// Those that do not print as they are read.
  private static final List<Reading> ONE_WAY =
      List.of(
          new Reading(Rate.PerYear::parse, List.of("2.15%", "0.0215", "-1.000000001")),
          new Reading(Rate.PerDay::parse, List.of("0.05%", "0.0005")),
          new Reading(DayCount::parse, List.of("ACT/365F", "30/360", "ACT/ACT ISDA")));

  private static String spoilt(Seed seed, Reading reading) {
    return seed.chance(0.05)
        ? "1" + ",000".repeat(seed.between(1, 30_000))
        : Spoilt.text(seed, seed.oneOf(reading.sound()));
  }

  private static void refused(Parsed<?> parsed) {
    parsed
        .refusal()
        .ifPresent(problem -> {
          assertThat(problem.code()).isNotBlank();
          assertThat(problem.line().length()).isLessThan(1_000);
        });
  }

  @Seeds(500)
  void whatReadsPrintsAsTheSame(Seed seed) {
    Reading reading = seed.oneOf(READINGS);
    Parsed<?> parsed = reading.parse().apply(spoilt(seed, reading));
    refused(parsed);
    parsed
        .found()
        .ifPresent(value ->
            assertThat(reading.parse().apply(value.toString()).orThrow()).isEqualTo(value));
  }

  @Seeds(300)
  void theOthersAreReadOrRefused(Seed seed) {
    Reading reading = seed.oneOf(ONE_WAY);
    refused(reading.parse().apply(spoilt(seed, reading)));
  }
}
