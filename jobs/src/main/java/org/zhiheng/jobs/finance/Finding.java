package org.zhiheng.jobs.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.values.EventId;

/// What the record says of one ground.
///
/// @param ground which
/// @param status how it stands
/// @param acknowledgement the signed paper that lets a warning pass
/// @param code why, in one word that does not change: `pledge-stands`, `extract-missing`
/// @param reason why, in one sentence
/// @param entries what it rests on; empty where nothing tells
public record Finding(
    PledgeGround ground,
    Status status,
    Optional<Entry> acknowledgement,
    String code,
    String reason,
    List<Entry> entries) {

  /// @throws IllegalArgumentException when something reads as clear and rests on nothing
  public Finding {
    entries = List.copyOf(entries);
    if (status == Status.CLEAR && entries.isEmpty()) {
      throw new IllegalArgumentException("nothing is clear without an entry: " + ground);
    }
  }

  /// How a ground stands.
  public enum Status {
    /// 无妨碍: an entry shows that it does not stand in the way.
    CLEAR,
    /// 妨碍: an entry shows that it does.
    BLOCKED,
    /// 提示: an entry shows it; a signed acknowledgement lets it pass.
    WARN,
    /// 无来源: nothing here tells.
    NO_SOURCE;

    /// `no-source`
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// What a finding rests on.
  ///
  /// @param event of the right; none where it is a deal here, or another right
  /// @param kind of the event, the code of a paper, `deal` or `right`
  /// @param on its date
  /// @param says in words: the document's name, the deal, the number of the other right; may be
  ///   empty
  /// @param source where it was read; empty where it is kept here alone
  /// @param index where the log has the event, if it does
  public record Entry(
      Optional<EventId> event,
      String kind,
      LocalDate on,
      String says,
      String source,
      Optional<Long> index) {}

  /// Whether a confirmation waits for it.
  public boolean open() {
    return switch (status) {
      case CLEAR -> false;
      case BLOCKED -> true;
      case WARN -> acknowledgement.isEmpty();
      case NO_SOURCE -> ground != PledgeGround.OTHER;
    };
  }
}
