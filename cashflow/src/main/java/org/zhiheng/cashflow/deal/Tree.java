package org.zhiheng.cashflow.deal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Texts, lists and maps, printed as YAML or JSON: what deal files are written from.
sealed interface Tree {

  /// A text.
  record Text(String text) implements Tree {}

  /// A list.
  record Items(List<Tree> items) implements Tree {

    /// Holds the list unchangeable.
    public Items {
      items = List.copyOf(items);
    }

    /// Texts.
    static Items of(List<String> texts) {
      return new Items(texts.stream().<Tree>map(Text::new).toList());
    }
  }

  /// A map in order. Not for several threads while it is filled.
  record Fields(Map<String, Tree> fields) implements Tree {

    Fields() {
      this(new LinkedHashMap<>());
    }

    Fields put(String key, Tree value) {
      fields.put(key, value);
      return this;
    }

    Fields put(String key, String value) {
      return put(key, new Text(value));
    }

    Fields put(String key, Optional<?> value) {
      value.ifPresent(there -> put(key, there.toString()));
      return this;
    }

    boolean isEmpty() {
      return fields.isEmpty();
    }
  }

  /// Texts that YAML reads as texts without quotes, and no number, date or truth.
  Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.%/-]*( [\\p{L}\\p{N}_.%/-]+)*");

  /// The tree as one line of JSON.
  default String json() {
    StringBuilder out = new StringBuilder();
    json(this, out);
    return out.toString();
  }

  /// The tree as YAML in blocks.
  default String yaml() {
    StringBuilder out = new StringBuilder();
    yaml(this, 0, out);
    return out.toString();
  }

  private static void json(Tree tree, StringBuilder out) {
    switch (tree) {
      case Text text -> out.append(JsonText.quoted(text.text()));
      case Items items -> {
        out.append('[');
        for (int i = 0; i < items.items().size(); i++) {
          out.append(i == 0 ? "" : ",");
          json(items.items().get(i), out);
        }
        out.append(']');
      }
      case Fields fields -> {
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, Tree> field : fields.fields().entrySet()) {
          out.append(first ? "" : ",").append(JsonText.quoted(field.getKey())).append(':');
          json(field.getValue(), out);
          first = false;
        }
        out.append('}');
      }
    }
  }

  private static void yaml(Tree tree, int depth, StringBuilder out) {
    switch (tree) {
      case Text text -> out.append(scalar(text.text())).append('\n');
      case Items items -> {
        for (Tree item : items.items()) {
          out.append("  ".repeat(depth)).append("- ");
          if (item instanceof Fields) {
            StringBuilder below = new StringBuilder();
            yaml(item, depth + 1, below);
            out.append(below.isEmpty() ? "{}\n" : below.substring(2 * (depth + 1)));
          } else {
            yaml(item, depth + 1, out);
          }
        }
      }
      case Fields fields ->
          fields
              .fields()
              .forEach((key, value) -> {
                out.append("  ".repeat(depth)).append(scalar(key)).append(':');
                switch (value) {
                  case Text text -> out.append(' ').append(scalar(text.text())).append('\n');
                  case Items items ->
                      nested(items.items().isEmpty() ? " []\n" : "\n", items, depth, out);
                  case Fields below -> nested(below.isEmpty() ? " {}\n" : "\n", below, depth, out);
                }
              });
    }
  }

  private static void nested(String begin, Tree tree, int depth, StringBuilder out) {
    out.append(begin);
    if (begin.equals("\n")) {
      yaml(tree, depth + 1, out);
    }
  }

  private static String scalar(String text) {
    boolean plain =
        PLAIN.matcher(text).matches()
            && !List.of("true", "false", "null", "yes", "no", "on", "off").contains(text);
    return plain ? text : JsonText.quoted(text);
  }

  /// A list of trees made of other things.
  static <T> Items items(List<T> of, Function<T, Tree> each) {
    List<Tree> trees = new ArrayList<>();
    of.forEach(one -> trees.add(each.apply(one)));
    return new Items(trees);
  }
}
