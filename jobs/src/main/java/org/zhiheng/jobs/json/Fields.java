package org.zhiheng.jobs.json;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the fields of an object in which what says nothing is left out.
final class Fields {

  private Fields() {}

  /// The text, or an empty one.
  static String text(JsonNode node, String name) {
    @Nullable JsonNode value = node.get(name);
    return value == null ? "" : value.stringValue();
  }

  /// The whole number, or 0.
  static long whole(JsonNode node, String name) {
    @Nullable JsonNode value = node.get(name);
    return value == null ? 0 : value.longValue();
  }

  static Optional<LocalDate> date(JsonNode node, String name) {
    String text = text(node, name);
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : array(node, name)) {
      texts.add(value.stringValue());
    }
    return texts;
  }

  /// The elements, or none.
  static Iterable<JsonNode> array(JsonNode node, String name) {
    @Nullable JsonNode value = node.get(name);
    return value == null ? List.of() : value;
  }
}
