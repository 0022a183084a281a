package org.zhiheng.jobs.records;

/// One field that a kind of event asks for.
///
/// @param name lower case with hyphens (`record-number`), the same in CLI, REST, CSV and pages
/// @param type how it is written
/// @param need whether it may be left empty
public record FormField(String name, Type type, Need need) {

  static FormField required(String name, Type type) {
    return new FormField(name, type, Need.REQUIRED);
  }

  static FormField optional(String name, Type type) {
    return new FormField(name, type, Need.OPTIONAL);
  }

  /// How a field is written.
  public enum Type {
    /// One line.
    TEXT,
    /// Several lines.
    LONG_TEXT,
    /// `2026-11-22`
    DATE,
    /// A number that the office gave.
    NUMBER,
    /// The name of one party.
    NAME,
    /// Names apart by `;`, each with parts after `=` where shares are recorded: `甲=60; 乙=40`.
    NAMES,
    /// Class symbols apart by `;`.
    CLASSES,
    /// Texts apart by `;`.
    TEXTS,
    /// `exclusive`, `sole`, `ordinary` or `open`.
    LICENCE,
    /// An act of a proceeding: `oa-first`.
    ACT,
    /// `electronic`, `post`, `hand`, `public-notice` or `none`.
    SERVICE,
    /// The id of an event, `E42`.
    EVENT
  }

  /// Whether a field may be left empty.
  public enum Need {
    /// It may not.
    REQUIRED,
    /// It may.
    OPTIONAL
  }
}
