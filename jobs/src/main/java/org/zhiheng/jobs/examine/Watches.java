package org.zhiheng.jobs.examine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// Names that are watched, and the marks that came up against them.
///
/// Durable when a call returns. Safe for many threads.
public interface Watches {

  /// Starts one.
  Watch start(Fresh fresh);

  /// Ends one. False when it is not the organisation's, or has ended.
  boolean end(OrganisationId organisation, WatchId id, Instant at);

  /// An organisation's, newest first, ended ones too.
  List<Watch> all(OrganisationId organisation);

  /// Those of every organisation that have not ended, for the job that follows the register.
  List<Watch> running();

  /// Notes a hit; false when the mark came up against this watch before: then nothing changes.
  boolean hit(WatchId watch, RightId right, Instant at, String found);

  /// Hits of an organisation's watches, newest first.
  ///
  /// @param state only those in this state; all when empty
  List<Hit> hits(OrganisationId organisation, Optional<State> state, int limit);

  /// Moves a hit; false when the organisation has none such.
  boolean decide(
      OrganisationId organisation,
      WatchId watch,
      RightId right,
      State state,
      String note,
      String by,
      Instant at);

  /// What is watched.
  ///
  /// @param organisation whose
  /// @param by who started it
  /// @param since from when
  /// @param name the name
  /// @param classes Nice classes as two digits; any when empty
  /// @param groups similar groups; any when empty
  /// @param least a mark comes up when sound, shape, meaning or figure reaches this, 1..100
  record Fresh(
      OrganisationId organisation,
      String by,
      Instant since,
      String name,
      Set<String> classes,
      Set<String> groups,
      int least) {

    /// Copies the sets.
    ///
    /// @throws IllegalArgumentException when `least` lies outside 1..100
    public Fresh {
      if (least < 1 || least > 100) {
        throw new IllegalArgumentException("least must be in 1..100: " + least);
      }
      classes = Set.copyOf(classes);
      groups = Set.copyOf(groups);
    }
  }

  /// A watch.
  record Watch(WatchId id, Fresh content, Optional<Instant> endedAt) {}

  /// A mark that came up.
  ///
  /// @param found scores and reasons as JSON
  /// @param note of who decided; may be empty
  /// @param decidedBy empty while it is open
  record Hit(
      WatchId watch,
      RightId right,
      Instant at,
      String found,
      State state,
      String note,
      String decidedBy,
      Optional<Instant> decidedAt) {}

  /// What became of a hit.
  enum State {
    /// 待处理: nobody looked at it yet.
    OPEN,
    /// 跟进: somebody acts on it.
    TAKEN,
    /// 排除: looked at, no conflict.
    DISMISSED;

    /// `open`: the name in data, CLI and REST.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
