package org.zhiheng.server.value;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// What somebody typed into the form, by field. A figure of a method has the fields
/// `rr.royalty.is`, `.low`, `.high`, `.source`, `.on` and `.confidence`; a named line has also
/// `co.1.name`.
///
/// @param fields those that are not empty
record Typed(Map<String, String> fields) {

  /// Longest text of a field: a source's.
  static final int LENGTH_MAX = 500;

  Typed {
    fields = Map.copyOf(fields);
  }

  /// Reads the fields that the form has; longer texts are cut at the limit.
  static Typed of(Function<String, String> param) {
    Map<String, String> fields = new HashMap<>();
    for (String name :
        new String[] {
          "value",
          "purpose",
          "scene",
          "relief",
          "left.income",
          "left.market",
          "left.cost",
          "draw.hazard",
          "draw.source",
          "draw.seed"
        }) {
      put(fields, name, param);
    }
    for (Asked asked : Asked.ALL) {
      put(fields, asked.brief() + ".source", param);
      put(fields, asked.brief() + ".on", param);
      put(fields, asked.brief() + ".timing", param);
      asked.figures().forEach(figure -> line(fields, asked.brief() + "." + figure.key(), param));
      for (int thing = 1; thing <= asked.things(); thing++) {
        line(fields, asked.brief() + "." + thing, param);
      }
    }
    return new Typed(fields);
  }

  private static void line(
      Map<String, String> fields, String name, Function<String, String> param) {
    for (String part :
        new String[] {
          "is",
          "low",
          "high",
          "source",
          "on",
          "confidence",
          "name",
          "price",
          "measure",
          "adjustment",
          "reason"
        }) {
      put(fields, name + "." + part, param);
    }
  }

  private static void put(Map<String, String> fields, String name, Function<String, String> param) {
    String text = param.apply(name).strip();
    if (!text.isEmpty()) {
      fields.put(name, text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) : text);
    }
  }

  /// A field; empty when nothing is in it.
  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  /// Whether any figure of a method is there.
  boolean uses(Asked asked) {
    return fields.keySet().stream()
        .anyMatch(name ->
            name.startsWith(asked.brief() + ".")
                && (name.endsWith(".is")
                    || name.endsWith(".low")
                    || name.endsWith(".high")
                    || name.endsWith(".price")));
  }

  /// Whether anything of a named line is there.
  boolean has(String line) {
    return fields.keySet().stream()
        .anyMatch(name -> name.startsWith(line + ".") && !name.endsWith(".confidence"));
  }
}
