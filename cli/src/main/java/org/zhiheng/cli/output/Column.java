package org.zhiheng.cli.output;

/// A column of a listing or a field of a sheet.
///
/// @param name lower camel case, as in REST
/// @param type how JSON writes it
public record Column(String name, Type type) {

  /// What the cells are.
  public enum Type {
    /// Any text; empty when there is none.
    TEXT,
    /// A whole number in decimal digits; empty when there is none, which JSON writes as null.
    NUMBER,
    /// A day such as `2026-11-22`; empty when there is none, which JSON writes as null.
    DAY,
    /// `true` or `false`.
    TRUTH
  }

  /// Of text.
  public static Column text(String name) {
    return new Column(name, Type.TEXT);
  }

  /// Of whole numbers.
  public static Column number(String name) {
    return new Column(name, Type.NUMBER);
  }

  /// Of days that may be missing.
  public static Column day(String name) {
    return new Column(name, Type.DAY);
  }

  /// Of yes or no.
  public static Column truth(String name) {
    return new Column(name, Type.TRUTH);
  }
}
