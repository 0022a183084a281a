package org.zhiheng.models.onnx;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Cuts a text into the pieces of a model's vocabulary, as BERT does: Han characters one by one,
/// other words into the longest known pieces.
///
/// The published tokenizer keeps capitals, which this vocabulary lacks; here they become small
/// letters, so that `Nike` is read and not unknown.
final class WordPieces {

  private static final int WORD_MAX = 100;

  private final Map<String, Integer> vocabulary;
  private final long unknown;
  private final long begin;
  private final long end;

  private WordPieces(Map<String, Integer> vocabulary) {
    this.vocabulary = Map.copyOf(vocabulary);
    this.unknown = special("[UNK]");
    this.begin = special("[CLS]");
    this.end = special("[SEP]");
  }

  /// Reads the vocabulary out of a `tokenizer.json`: the object `"vocab"` of texts and numbers.
  ///
  /// @throws IllegalArgumentException when it is none
  static WordPieces parse(String json) {
    int at = json.indexOf("\"vocab\"");
    at = at < 0 ? -1 : json.indexOf('{', at);
    if (at < 0) {
      throw new IllegalArgumentException("no object \"vocab\" in the tokenizer");
    }
    Map<String, Integer> vocabulary = new HashMap<>();
    StringBuilder word = new StringBuilder();
    at = space(json, at + 1);
    while (json.charAt(at) == '"') {
      at = text(json, at + 1, word);
      at = space(json, at);
      expect(json, at, ':');
      at = space(json, at + 1);
      int from = at;
      while (Character.isDigit(json.charAt(at))) {
        at++;
      }
      vocabulary.put(word.toString(), Integer.parseInt(json.substring(from, at)));
      at = space(json, at);
      if (json.charAt(at) == ',') {
        at = space(json, at + 1);
      }
    }
    expect(json, at, '}');
    return new WordPieces(vocabulary);
  }

  /// The numbers of the pieces, with the marks of begin and end.
  ///
  /// @param most how many at most, both marks counted; the rest of the text is cut
  long[] read(String text, int most) {
    List<Long> pieces = new ArrayList<>();
    pieces.add(begin);
    for (String word : words(text)) {
      pieces(word, pieces);
    }
    List<Long> kept = new ArrayList<>(pieces.subList(0, Math.min(pieces.size(), most - 1)));
    kept.add(end);
    return kept.stream().mapToLong(Long::longValue).toArray();
  }

  private long special(String name) {
    Integer number = vocabulary.get(name);
    if (number == null) {
      throw new IllegalArgumentException("the vocabulary lacks " + name);
    }
    return number;
  }

  private static List<String> words(String text) {
    String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    plain
        .codePoints()
        .forEach(sign -> {
          int type = Character.getType(sign);
          if (type == Character.NON_SPACING_MARK) {
            return;
          }
          boolean letter = Character.isLetterOrDigit(sign) && !Character.isIdeographic(sign);
          if (!letter && !word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
          }
          if (letter) {
            word.appendCodePoint(sign);
          } else if (!Character.isWhitespace(sign) && !Character.isISOControl(sign)) {
            words.add(Character.toString(sign));
          }
        });
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  private void pieces(String word, List<Long> pieces) {
    if (word.length() > WORD_MAX) {
      pieces.add(unknown);
      return;
    }
    List<Long> found = new ArrayList<>();
    for (int from = 0; from < word.length(); ) {
      int to = word.length();
      Integer piece = null;
      for (; to > from; to--) {
        piece = vocabulary.get((from > 0 ? "##" : "") + word.substring(from, to));
        if (piece != null) {
          break;
        }
      }
      if (piece == null) {
        pieces.add(unknown);
        return;
      }
      found.add(piece.longValue());
      from = to;
    }
    pieces.addAll(found);
  }

  private static int space(String json, int at) {
    int next = at;
    while (Character.isWhitespace(json.charAt(next))) {
      next++;
    }
    return next;
  }

  private static void expect(String json, int at, char sign) {
    if (json.charAt(at) != sign) {
      throw new IllegalArgumentException("wants " + sign + " at " + at + " of the tokenizer");
    }
  }

  /// Reads a JSON text whose opening quote was read; gives the place after its closing quote.
  private static int text(String json, int from, StringBuilder text) {
    text.setLength(0);
    int at = from;
    while (json.charAt(at) != '"') {
      char sign = json.charAt(at++);
      if (sign != '\\') {
        text.append(sign);
        continue;
      }
      char escaped = json.charAt(at++);
      switch (escaped) {
        case 'u' -> {
          text.append((char) Integer.parseInt(json.substring(at, at + 4), 16));
          at += 4;
        }
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        default -> text.append(escaped);
      }
    }
    return at + 1;
  }
}
