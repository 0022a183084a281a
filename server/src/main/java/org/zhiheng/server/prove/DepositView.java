package org.zhiheng.server.prove;

import java.util.List;
import java.util.Map;
import org.zhiheng.server.page.Field;

/// The form that takes evidence in.
///
/// @param kinds what it can be
/// @param kind which was chosen
/// @param right what was typed as the right
/// @param title what was typed as the title
/// @param facts what was typed as facts, a line each
/// @param useKinds what evidence of use can be
/// @param use what was typed about use, by the names of the fields
/// @param refused what was wrong, in words
public record DepositView(
    List<Field.Choice> kinds,
    String kind,
    String right,
    String title,
    String facts,
    List<Field.Choice> useKinds,
    Map<String, String> use,
    List<String> refused) {

  /// Copies the lists.
  public DepositView {
    kinds = List.copyOf(kinds);
    useKinds = List.copyOf(useKinds);
    use = Map.copyOf(use);
    refused = List.copyOf(refused);
  }
}
