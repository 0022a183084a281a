package org.zhiheng.jobs.administer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// What people say of deadlines: closed and opened again, given to somebody. Only ever appended to.
/// Safe for many threads.
public interface DocketNotes {

  /// Keeps a note.
  void keep(Note note);

  /// The closings that stand, by the deadline's key.
  Map<String, Closing> closings(OrganisationId organisation, RightId right);

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
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
