package org.zhiheng.seeds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Where the values of a JSON text begin and end, found without reading what they mean: a text that
/// is spoilt already has some too.
final class JsonSpans {

  /// One value, with its name and colon when it has one.
  ///
  /// @param from of the name, or of the value
  /// @param to behind the value
  record Span(int from, int value, int to) {
    String in(String text) {
      return text.substring(value, to);
    }

    String replaced(String text, String by) {
      return text.substring(0, value) + by + text.substring(to);
    }

    /// With the comma that parts it from its neighbour.
    String without(String text) {
      int behind = to;
      while (behind < text.length() && Character.isWhitespace(text.charAt(behind))) {
        behind++;
      }
      boolean comma = behind < text.length() && text.charAt(behind) == ',';
      return text.substring(0, from) + text.substring(comma ? behind + 1 : to);
    }
  }

  /// More than these are not looked at: a large text is spoilt at its beginning.
  private static final int SPANS_MAX = 5_000;

  private final String text;
  private final List<Span> spans = new ArrayList<>();
  private final Deque<int[]> open = new ArrayDeque<>();
  private int at;
  private int name = -1;

  private JsonSpans(String text) {
    this.text = text;
  }

  static List<Span> of(String text) {
    JsonSpans spans = new JsonSpans(text);
    while (spans.at < text.length() && spans.spans.size() < SPANS_MAX) {
      spans.next();
    }
    return spans.spans;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '{' || c == '[') {
      open.push(new int[] {name < 0 ? at : name, at});
      name = -1;
      at++;
    } else if (c == '}' || c == ']') {
      at++;
      if (!open.isEmpty()) {
        int[] began = open.pop();
        spans.add(new Span(began[0], began[1], at));
      }
    } else if (c == ',' || c == ':' || Character.isWhitespace(c)) {
      at++;
    } else {
      scalar(c);
    }
  }

  private void scalar(char c) {
    int from = at;
    at++;
    if (c == '"') {
      while (at < text.length() && text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      at = Math.min(text.length(), at + 1);
    } else {
      while (at < text.length() && ",:{}[]\" \n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
    }
    int behind = at;
    while (behind < text.length() && Character.isWhitespace(text.charAt(behind))) {
      behind++;
    }
    if (name < 0 && behind < text.length() && text.charAt(behind) == ':') {
      name = from;
    } else {
      spans.add(new Span(name < 0 ? from : name, from, at));
      name = -1;
    }
  }
}
