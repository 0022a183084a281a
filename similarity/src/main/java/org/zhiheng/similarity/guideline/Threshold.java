package org.zhiheng.similarity.guideline;

/// A figure that the rules use. All are ours: the guideline names none.
///
/// @param name such as `sound-near`
/// @param value 0..1
/// @param why what it rests on
public record Threshold(String name, double value, String why) {

  /// @throws IllegalArgumentException when the value lies outside 0..1
  public Threshold {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be in 0..1: " + value);
    }
  }
}
