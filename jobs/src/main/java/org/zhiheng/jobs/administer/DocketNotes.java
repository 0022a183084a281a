package org.zhiheng.jobs.administer;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// What people say of deadlines: closed and opened again, given to somebody. Only ever appended to.
/// Safe for many threads.
public interface DocketNotes {

  /// Keeps a note.
  void keep(Note note);

  /// The closings that stand, by the deadline's key.
  default Map<String, Closing> closings(OrganisationId organisation, RightId right) {
    return closings(of(organisation, right));
  }

  /// The closings that stand after these notes, oldest first.
  static Map<String, Closing> closings(List<Note> notes) {
    Map<String, Closing> closings = new HashMap<>();
    for (Note note : notes) {
      switch (note.what()) {
        case CLOSE -> closings.put(note.key(), new Closing(note.text(), note.by(), note.at()));
        case REOPEN -> closings.remove(note.key());
        case ASSIGN -> {}
      }
    }
    return Map.copyOf(closings);
  }

  /// To whom each deadline was given last, by its key, after these notes, oldest first.
  static Map<String, String> assigned(List<Note> notes) {
    Map<String, String> assigned = new HashMap<>();
    for (Note note : notes) {
      if (note.what() == What.ASSIGN) {
        assigned.put(note.key(), note.text());
      }
    }
    return Map.copyOf(assigned);
  }

  /// All that was said of a right's deadlines, oldest first.
  List<Note> of(OrganisationId organisation, RightId right);

  /// What was said.
  ///
  /// @param key the deadline's
  /// @param what was done
  /// @param text the reason, or the name of who has it now
  record Note(
      OrganisationId organisation,
      RightId right,
      String key,
      What what,
      String text,
      String by,
      Instant at) {}

  /// What is done with a deadline.
  enum What {
    /// 关闭: taken off the docket, with a reason.
    CLOSE,
    /// 重开
    REOPEN,
    /// 交办: given to a person.
    ASSIGN;

    /// `close`
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The one with this code.
    public static Optional<What> of(String code) {
      return Arrays.stream(values()).filter(what -> what.code().equals(code)).findFirst();
    }
  }
}
