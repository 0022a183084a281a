package org.zhiheng.jobs.administer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.right.Right;
import org.zhiheng.values.EventId;
import org.zhiheng.values.Money;

/// A receipt for a fee, as an event of the right says it: a note with the code [#CODE], on the day
/// of payment, with the text `cn.patent.annuity/5 | E7 | 0012345678 | CNY 900.00 | 甲公司`.
///
/// @param event that says so
/// @param deadline the key of the deadline that was met by paying
/// @param closedBy the event that met it
/// @param number of the receipt
/// @param on the day of payment, as the receipt says
/// @param amount that was paid
/// @param payer who paid
/// @param by who wrote it down
public record Receipt(
    EventId event,
    String deadline,
    EventId closedBy,
    String number,
    LocalDate on,
    Money amount,
    String payer,
    String by) {

  /// The code of the note.
  public static final String CODE = "fee-receipt";

  /// Longest number or name.
  public static final int TEXT_MAX = 200;

  private static final String BAR = " | ";
  private static final int PARTS = 5;

  /// What a receipt says, as it is typed.
  public record Given(String number, LocalDate on, Money amount, String payer) {}

  /// The text of the note that says this.
  public static String text(String deadline, EventId closedBy, Given given) {
    return String.join(
        BAR,
        deadline,
        closedBy.toString(),
        given.number(),
        given.amount().toString(),
        given.payer());
  }

  /// The receipt that an event is; empty when it is none, or does not read.
  static Optional<Receipt> of(Event event) {
    if (!(event.fact() instanceof Fact.Noted noted) || !noted.code().strip().equals(CODE)) {
      return Optional.empty();
    }
    List<String> parts = List.of(noted.text().strip().split(" \\| ", PARTS));
    if (parts.size() != PARTS) {
      return Optional.empty();
    }
    Optional<EventId> closedBy = EventId.parse(parts.get(1)).found();
    Optional<Money> amount = Money.parse(parts.get(3)).found();
    return closedBy.isPresent() && amount.isPresent()
        ? Optional.of(
            new Receipt(
                event.id(),
                parts.getFirst(),
                closedBy.get(),
                parts.get(2),
                event.on(),
                amount.get(),
                parts.getLast(),
                event.recordedBy()))
        : Optional.empty();
  }

  /// The receipts among the events of a right, in their order.
  public static List<Receipt> of(List<Event> events) {
    return Right.corrected(events).stream().flatMap(event -> of(event).stream()).toList();
  }
}
