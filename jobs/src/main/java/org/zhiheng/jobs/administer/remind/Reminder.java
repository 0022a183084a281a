package org.zhiheng.jobs.administer.remind;

import java.util.Optional;
import org.zhiheng.jobs.administer.DocketBoard;

/// One person is told of one deadline.
///
/// @param to who gets the letter
/// @param row the deadline
/// @param step days before the warning date that were reached, or [#MISSED]
/// @param why it comes to this person
public record Reminder(Recipient to, DocketBoard.Row row, int step, Why why) {

  /// The deadline passed.
  public static final int MISSED = -1;

  /// Why it comes to this person.
  public sealed interface Why {
    /// It was given to them.
    record Given() implements Why {}

    /// Nobody on the list has it.
    record Nobodys() implements Why {}

    /// They stand in for who is away.
    record StandsIn(String person) implements Why {}

    /// It is close, and who has it was told before.
    record Escalated(Optional<String> person) implements Why {}
  }

  /// What is kept so that it goes out once: another warning date is another reminder.
  public Mark mark() {
    return new Mark(row.right(), row.key(), to.person(), row.warnBy(), step);
  }
}
