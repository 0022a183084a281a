package org.zhiheng.ledger.time;

import java.util.ArrayList;
import java.util.List;

/// Several authorities, asked one after the other; one that fails spoils nothing for the next.
///
/// Two of different houses, and for the PRC one that signs with SM2, are better than one: what one
/// of them loses, the other still shows.
public final class TimeAuthorities {

  private final List<TimeAuthority> all;

  /// In the order that they are asked in.
  public TimeAuthorities(List<TimeAuthority> all) {
    this.all = List.copyOf(all);
  }

  /// What one of them answered.
  ///
  /// @param authority its [TimeAuthority#name]
  public record Asked(String authority, TimeAuthority.Answer answer) {}

  /// Asks each.
  ///
  /// @param query the same for all: a nonce that several know is still none that an old answer has
  /// @return an answer for each, in their order
  public List<Asked> ask(TimeStampQuery query) {
    List<Asked> answers = new ArrayList<>();
    for (TimeAuthority one : all) {
      answers.add(new Asked(one.name(), one.ask(query)));
    }
    return List.copyOf(answers);
  }
}
