package org.zhiheng.valuation;

/// What a reader must know of a report before using it.
///
/// @param code which remark
/// @param text one sentence with what it is about
public record Remark(Code code, String text) {

  /// The remarks there are.
  public enum Code {
    /// Fewer than two methods, and no reason for leaving the others out.
    ONE_METHOD,
    /// Several methods, but of one family.
    ONE_FAMILY,
    /// The methods' ranges have nothing in common.
    METHODS_APART,
    /// A figure nobody could confirm.
    UNKNOWN_SOURCE,
    /// A figure from memory.
    RECALLED_SOURCE,
    /// A figure from after the day of the value.
    HINDSIGHT,
    /// A figure more than a year older than the day of the value.
    OLD_SOURCE,
    /// Few deals to compare with.
    FEW_DEALS,
    /// No figure of a method has a range, so that its range is a point.
    NO_RANGE,
    /// A method comes to less than nothing.
    BELOW_NOTHING,
    /// Cases were drawn, but the method counts no years that an early end could cut.
    END_NOT_COUNTED
  }
}
