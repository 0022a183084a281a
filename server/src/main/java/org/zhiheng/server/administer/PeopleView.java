package org.zhiheng.server.administer;

import java.util.List;

/// The board by person.
///
/// @param said what is shown, in words
/// @param spans that can be asked for
/// @param people each with what is theirs; who has most of it due first, nobody's last
/// @param cut whether more is due than was looked at
public record PeopleView(
    String said, List<BoardView.Choice> spans, List<Person> people, boolean cut) {

  /// A person, or nobody.
  ///
  /// @param name empty for nobody
  /// @param link to all that is theirs
  /// @param count of deadlines, in words
  /// @param away who stands in, and until when; empty when they are there
  /// @param standsIn for whom they stand in; empty for nobody
  /// @param urgent how many are late or near, in words; empty for none
  /// @param rows the first of them
  /// @param more how many there are besides, in words; empty for none
  public record Person(
      String name,
      String link,
      String count,
      String away,
      String standsIn,
      String urgent,
      List<BoardView.Row> rows,
      String more) {}
}
