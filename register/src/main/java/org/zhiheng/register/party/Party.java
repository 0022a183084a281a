package org.zhiheng.register.party;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhiheng.values.PartyId;

/// A person or body that records name.
///
/// @param id its id
/// @param names the first is the one it is shown by; those of absorbed parties too
/// @param creditCode 统一社会信用代码; may be empty
/// @param country ST.3 code; may be empty
/// @param region province or state; may be empty
/// @param rights how many rights name it
/// @param absorbed parties that were merged into it and still are
/// @param history what happened to it, oldest first
public record Party(
    PartyId id,
    List<Name> names,
    String creditCode,
    String country,
    String region,
    long rights,
    List<PartyId> absorbed,
    List<Change> history) {

  /// Copies the lists.
  public Party {
    names = List.copyOf(names);
    absorbed = List.copyOf(absorbed);
    history = List.copyOf(history);
  }

  /// A name.
  ///
  /// @param text as recorded
  /// @param form how the name is written or when it held
  public record Name(String text, Form form) {}

  /// How a name is written or when it held.
  public enum Form {
    /// 中文名
    CHINESE,
    /// 外文名
    LATIN,
    /// 曾用名
    FORMER
  }

  /// One change.
  ///
  /// @param at when
  /// @param what `named`, `identified`, `merged`, `unmerged`
  /// @param other the other party, of a merge
  /// @param text the name, the code or the reason
  /// @param by who
  public record Change(Instant at, String what, Optional<PartyId> other, String text, String by) {}
}
