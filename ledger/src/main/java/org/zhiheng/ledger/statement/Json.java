package org.zhiheng.ledger.statement;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.values.Parsed;

/// JSON in the one spelling that RFC 8785 (JCS) gives it, without numbers that have a fraction:
/// amounts are written as texts, so that no reader rounds them.
///
/// Source: RFC 8785 (2020-06), sections 3.2.2 and 3.2.3; RFC 7493 (I-JSON).
public sealed interface Json {

  /// Deeper values are refused.
  int DEPTH_MAX = 16;

  /// Longer texts are refused: 9,999 files with the longest names they may have stay below.
  int LENGTH_BYTES_MAX = 32_000_000;

  /// The greatest whole number that every reader of JSON holds exactly, 2^53 - 1.
  long WHOLE_MAX = (1L << 53) - 1;

  /// One of the three words.
  enum Word implements Json {
    /// `true`
    TRUE,
    /// `false`
    FALSE,
    /// `null`
    NULL
  }

  /// A text.
  ///
  /// @param value Unicode without halves of surrogates
  record Text(String value) implements Json {
    /// @throws IllegalArgumentException when the text holds half a surrogate
    public Text {
      if (!whole(value)) {
        throw new IllegalArgumentException("a text has no half surrogates");
      }
    }
  }

  /// A whole number.
  ///
  /// @param value from -(2^53 - 1) to 2^53 - 1
  record Whole(long value) implements Json {
    /// @throws IllegalArgumentException when the number lies outside
    public Whole {
      if (value > WHOLE_MAX || value < -WHOLE_MAX) {
        throw new IllegalArgumentException("a number lies within 2^53 - 1: " + value);
      }
    }
  }

  /// Values in an order.
  ///
  /// @param values any
  record Items(List<Json> values) implements Json {
    /// Copies the list.
    public Items {
      values = List.copyOf(values);
    }
  }

  /// Values by name.
  ///
  /// @param values in the order of their names' UTF-16 units, as JCS asks
  record Fields(SortedMap<String, Json> values) implements Json {
    /// Copies the map into JCS's order.
    ///
    /// @throws IllegalArgumentException when a name holds half a surrogate
    public Fields {
      SortedMap<String, Json> ordered = new TreeMap<>();
      ordered.putAll(values);
      if (!ordered.keySet().stream().allMatch(Json::whole)) {
        throw new IllegalArgumentException("a name has no half surrogates");
      }
      values = java.util.Collections.unmodifiableSortedMap(ordered);
    }
  }

  /// Reads JSON that is spelled as [#bytes] spells it; every other spelling is refused.
  static Parsed<Json> parse(byte[] bytes) {
    return JsonReader.read(bytes);
  }

  /// As JCS spells it, in UTF-8.
  default byte[] bytes() {
    return toText().getBytes(StandardCharsets.UTF_8);
  }

  /// As JCS spells it.
  default String toText() {
    StringBuilder out = new StringBuilder();
    write(this, out);
    return out.toString();
  }

  private static void write(Json json, StringBuilder out) {
    switch (json) {
      case Word word -> out.append(word.name().toLowerCase(Locale.ROOT));
      case Whole whole -> out.append(whole.value());
      case Text text -> quote(text.value(), out);
      case Items items -> {
        char before = '[';
        for (Json one : items.values()) {
          out.append(before);
          write(one, out);
          before = ',';
        }
        out.append(before == '[' ? "[]" : "]");
      }
      case Fields fields -> {
        char before = '{';
        for (Map.Entry<String, Json> one : fields.values().entrySet()) {
          out.append(before);
          quote(one.getKey(), out);
          out.append(':');
          write(one.getValue(), out);
          before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
      }
    }
  }

  /// RFC 8785 section 3.2.2.2.
  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int at = 0; at < text.length(); at++) {
      char one = text.charAt(at);
      switch (one) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (one < 0x20) {
            out.append("\\u00").append(Character.forDigit(one >> 4, 16));
            out.append(Character.forDigit(one & 0xf, 16));
          } else {
            out.append(one);
          }
        }
      }
    }
    out.append('"');
  }

  /// Whether a text has no half of a surrogate pair.
  static boolean whole(String text) {
    return text.codePoints().noneMatch(point -> point >= 0xd800 && point <= 0xdfff);
  }
}
