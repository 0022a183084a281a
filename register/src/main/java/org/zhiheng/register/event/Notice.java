package org.zhiheng.register.event;

import java.util.List;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;

/// What one row or document of a source says about one right: which right, and what happened.
///
/// @param kind what it is
/// @param office whose register it stands in
/// @param numbers all numbers the source gives the right, at least one; any of them that the
///   register knows finds the right
/// @param facts dated, in the order they are to be appended, at least one
/// @param source where it was read
public record Notice(
    RightKind kind,
    Office office,
    List<RightNumber> numbers,
    List<DatedFact> facts,
    Source source) {

  /// @throws IllegalArgumentException when there is no number or no fact
  public Notice {
    numbers = List.copyOf(numbers);
    facts = List.copyOf(facts);
    if (numbers.isEmpty() || facts.isEmpty()) {
      throw new IllegalArgumentException("a notice needs a number and a fact: " + source);
    }
  }
}
