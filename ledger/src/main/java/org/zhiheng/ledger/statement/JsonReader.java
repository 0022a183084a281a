package org.zhiheng.ledger.statement;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Reads JSON in JCS's spelling. What it lets pass beyond that is caught by writing it again.
final class JsonReader {

  /// More values are refused; a statement of 9,999 files has 100,000.
  private static final int VALUES_MAX = 200_000;

  private final String text;
  private int at;
  private int values;

  private JsonReader(String text) {
    this.text = text;
  }

  static Parsed<Json> read(byte[] bytes) {
    if (bytes.length > Json.LENGTH_BYTES_MAX) {
      return Parsed.refused(
          "statement-json", bytes.length + " bytes", "JSON has at most 32 MB here.");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      JsonReader reader = new JsonReader(text);
      Json json = reader.value(0);
      if (reader.at != text.length() || !json.toText().equals(text)) {
        return Parsed.refused(
            "statement-json", "", "JSON is spelled as RFC 8785 spells it, with nothing behind it.");
      }
      return Parsed.ok(json);
    } catch (CharacterCodingException notText) {
      return Parsed.refused("statement-json", "", "JSON is text in UTF-8.");
    } catch (ProblemsException refused) {
      return new Parsed.Refused<>(refused.problems().getFirst());
    }
  }

  private Json value(int depth) {
    if (depth > Json.DEPTH_MAX) {
      throw refused("JSON is at most " + Json.DEPTH_MAX + " deep here.");
    }
    if (++values > VALUES_MAX) {
      throw refused("JSON has at most " + VALUES_MAX + " values here.");
    }
    return switch (next()) {
      case '{' -> fields(depth);
      case '[' -> items(depth);
      case '"' -> new Json.Text(quoted());
      case 't' -> word("true", Json.Word.TRUE);
      case 'f' -> word("false", Json.Word.FALSE);
      case 'n' -> word("null", Json.Word.NULL);
      default -> number();
    };
  }

  private Json fields(int depth) {
    SortedMap<String, Json> fields = new TreeMap<>();
    at++;
    if (next() == '}') {
      at++;
      return new Json.Fields(fields);
    }
    while (true) {
      String name = quoted();
      expect(':');
      if (fields.put(name, value(depth + 1)) != null) {
        throw refused("A name stands once in an object.");
      }
      if (next() == '}') {
        at++;
        return new Json.Fields(fields);
      }
      expect(',');
    }
  }

  private Json items(int depth) {
    List<Json> items = new ArrayList<>();
    at++;
    if (next() == ']') {
      at++;
      return new Json.Items(items);
    }
    while (true) {
      items.add(value(depth + 1));
      if (next() == ']') {
        at++;
        return new Json.Items(items);
      }
      expect(',');
    }
  }

  private String quoted() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (true) {
      char one = next();
      at++;
      if (one == '"') {
        return out.toString();
      }
      if (one < 0x20) {
        throw refused("A control character is escaped.");
      }
      out.append(one == '\\' ? escaped() : one);
    }
  }

  private char escaped() {
    char sign = next();
    at++;
    return switch (sign) {
      case '"', '\\' -> sign;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'u' -> {
        // JCS escapes control characters only, and those need two digits
        if (at + 4 > text.length() || !text.startsWith("00", at)) {
          throw refused("Only control characters are escaped by number.");
        }
        int high = Character.digit(text.charAt(at + 2), 16);
        int low = Character.digit(text.charAt(at + 3), 16);
        at += 4;
        if (high < 0 || high > 1 || low < 0) {
          throw refused("Only control characters are escaped by number.");
        }
        yield (char) (high << 4 | low);
      }
      default -> throw refused("An escape is none of JSON's.");
    };
  }

  private Json word(String word, Json.Word means) {
    if (!text.startsWith(word, at)) {
      throw refused("A value is a text, a whole number, a list, an object, true, false or null.");
    }
    at += word.length();
    return means;
  }

  private Json number() {
    int from = at;
    // 2^53 - 1 has 16 digits; a number that goes on is refused where it goes on
    while (at < text.length() && at - from < 17 && "-0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String digits = text.substring(from, at);
    if (!digits.matches("0|-?[1-9][0-9]{0,15}")) {
      throw refused("A value is a text, a whole number, a list, an object, true, false or null.");
    }
    long value = Long.parseLong(digits);
    if (value > Json.WHOLE_MAX || value < -Json.WHOLE_MAX) {
      throw refused("A whole number lies within 2^53 - 1.");
    }
    return new Json.Whole(value);
  }

  private char next() {
    if (at >= text.length()) {
      throw refused("The JSON ends too early.");
    }
    return text.charAt(at);
  }

  private void expect(char sign) {
    if (next() != sign) {
      throw refused("Here stands " + sign + ", without spaces.");
    }
    at++;
  }

  private ProblemsException refused(String reason) {
    String given = text.substring(Math.min(at, text.length()), Math.min(at + 20, text.length()));
    return new ProblemsException(
        Problem.of("statement-json", "character " + (at + 1), given, reason));
  }
}
