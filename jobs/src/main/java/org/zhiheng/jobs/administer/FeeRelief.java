package org.zhiheng.jobs.administer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.right.Right;
import org.zhiheng.values.EventId;
import org.zhiheng.values.Parsed;

/// Relief from the fees of one right (费减备案), as an event of the right says it: a note with the code
/// [#CODE], on the day from which it holds, with the text `sole | 2025 | 甲公司`.
///
/// @param event that says so
/// @param kind none (it ended), sole or joint
/// @param year of the applicant's filing for relief
/// @param applicant whose relief it is
/// @param from the first day it holds
public record FeeRelief(
    EventId event, Upkeep.Relief kind, int year, String applicant, LocalDate from) {

  /// The code of the note.
  public static final String CODE = "fee-relief";

  private static final String BAR = " | ";
  private static final int PARTS = 3;
  private static final int YEAR_MIN = 1985;
  private static final int YEAR_MAX = 2199;

  /// The text of the note that says this.
  public static String text(Upkeep.Relief kind, int year, String applicant) {
    return kind.code() + BAR + year + BAR + applicant;
  }

  /// Reads the year that relief was filed for.
  public static Parsed<Integer> year(String text) {
    return text.matches("[0-9]{4}")
            && Integer.parseInt(text) >= YEAR_MIN
            && Integer.parseInt(text) <= YEAR_MAX
        ? Parsed.ok(Integer.parseInt(text))
        : Parsed.refused("relief-year", text, "A year is written like 2026.");
  }

  /// What an event says of relief; empty when it says something else, or does not read.
  public static Optional<FeeRelief> of(Event event) {
    if (!(event.fact() instanceof Fact.Noted noted) || !noted.code().strip().equals(CODE)) {
      return Optional.empty();
    }
    List<String> parts = List.of(noted.text().strip().split(" \\| ", PARTS));
    return parts.size() == PARTS && year(parts.get(1)).found().isPresent()
        ? Upkeep.Relief.parse(parts.getFirst())
            .found()
            .map(kind ->
                new FeeRelief(
                    event.id(), kind, Integer.parseInt(parts.get(1)), parts.getLast(), event.on()))
        : Optional.empty();
  }

  /// The one that counts on a day: the last that began by then.
  public static Optional<FeeRelief> on(List<Event> events, LocalDate day) {
    return Right.corrected(events).stream()
        .flatMap(event -> of(event).stream())
        .filter(relief -> !relief.from().isAfter(day))
        .max(
            Comparator.comparing(FeeRelief::from)
                .thenComparingLong(relief -> relief.event().number()));
  }

  /// The terms with the relief that the right's record says, unless who asks says one.
  static Upkeep.Terms terms(Optional<FeeRelief> recorded, Upkeep.Terms asked) {
    return asked.relief() == Upkeep.Relief.NONE && recorded.isPresent()
        ? new Upkeep.Terms(recorded.get().kind(), asked.filing(), asked.on())
        : asked;
  }
}
