package org.zhiheng.server.administer;

import java.util.List;
import java.util.Optional;

/// What the pages of the change desk show.
public final class RecordalView {

  private RecordalView() {}

  /// The work list.
  public record Desk(List<Row> rows) {}

  /// A request in the list.
  ///
  /// @param state as a code
  /// @param left how many days are left, in words; may be empty
  /// @param urgency how close: `late`, `near`, `far` or empty
  public record Row(
      String id,
      String state,
      String stateWords,
      String kind,
      String filedOn,
      String due,
      String left,
      String urgency,
      String who,
      String rights) {}

  /// What a gate found.
  public record Found(
      String gate, String right, String outcome, String outcomeWords, String why, String sources) {}

  /// What a request comes to.
  public record Checked(
      String verdict, String verdictWords, List<Found> gates, List<String> clock) {}

  /// The form.
  public record Form(Typed typed, Optional<Checked> checked, List<String> refused) {}

  /// What was typed.
  public record Typed(
      String kind,
      String rights,
      String on,
      String from,
      String to,
      String toCountry,
      String signed,
      String consents,
      boolean agreement,
      String technology,
      String exportNumber,
      String replaces) {}

  /// One request.
  public record One(
      Row row,
      String by,
      String verdictWhenFiled,
      String started,
      Optional<String> replaces,
      Checked today,
      boolean startable,
      boolean mendable,
      List<String> refused) {}
}
