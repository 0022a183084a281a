package org.zhiheng.server.prove;

import java.util.List;
import org.zhiheng.server.page.Field;

/// The form that takes evidence in.
///
/// @param kinds what it can be
/// @param kind which was chosen
/// @param right what was typed as the right
/// @param title what was typed as the title
/// @param facts what was typed as facts, a line each
/// @param refused what was wrong, in words
public record DepositView(
    List<Field.Choice> kinds,
    String kind,
    String right,
    String title,
    String facts,
    List<String> refused) {

  /// Copies the lists.
  public DepositView {
    kinds = List.copyOf(kinds);
    refused = List.copyOf(refused);
  }
}
