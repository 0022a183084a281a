package org.zhiheng.cashflow.formula;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words and signs of a text, read one after the other. Not for several threads.
public final class Tokens {

  /// A longer text is no rule that a person wrote.
  public static final int LENGTH_MAX = 20_000;

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
              + "|(?<number>[0-9]{1,15}(\\.[0-9]{1,12})?%?)"
              + "|(?<year>p\\.a\\.)"
              + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_]*([.-][\\p{L}\\p{N}_]+)*)"
              + "|(?<sign><=|>=|==|[-<>=+*/(),:×÷])"
              + "|(?<space>\\s+)",
          Pattern.UNICODE_CHARACTER_CLASS);

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  /// Splits a text.
  ///
  /// @throws Unreadable at a sign that is none of the language
  public static Tokens of(String text) {
    if (text.length() > LENGTH_MAX) {
      throw new Unreadable(0, "A rule has at most " + LENGTH_MAX + " characters.");
    }
    Tokens tokens = new Tokens(text);
    Matcher matcher = TOKEN.matcher(text);
    int from = 0;
    while (from < text.length()) {
      matcher.region(from, text.length());
      if (!matcher.lookingAt()) {
        throw new Unreadable(
            from, "Here stands no word, number or sign: " + text.substring(from, from + 1));
      }
      if (matcher.group("space") == null) {
        tokens.tokens.add(new Token(kind(matcher), matcher.group(), from));
      }
      from = matcher.end();
    }
    return tokens;
  }

  /// Whether all was read.
  public boolean done() {
    return at >= tokens.size();
  }

  /// Where the next token begins, in characters from 0.
  public int position() {
    return done() ? text.length() : tokens.get(at).at();
  }

  /// Whether these words or signs come next.
  public boolean sees(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (at + i >= tokens.size() || !tokens.get(at + i).text().equals(words[i])) {
        return false;
      }
    }
    return true;
  }

  /// Takes these words or signs if they come next.
  public boolean takes(String... words) {
    boolean sees = sees(words);
    if (sees) {
      at += words.length;
    }
    return sees;
  }

  /// Takes these words or signs, which must come next.
  public void needs(String... words) {
    if (!takes(words)) {
      throw refused("Here must stand: " + String.join(" ", words) + ".");
    }
  }

  /// Whether a word comes next.
  public boolean seesWord() {
    return sees(Kind.WORD);
  }

  /// Takes a word.
  public String word() {
    return take(Kind.WORD, "a name");
  }

  /// Whether a number comes next.
  public boolean seesNumber() {
    return sees(Kind.NUMBER);
  }

  /// Whether a number comes next that is written as a percentage.
  boolean seesPercent() {
    return seesNumber() && tokens.get(at).text().endsWith("%");
  }

  /// Takes a number; `2%` is 0.02.
  public BigDecimal number() {
    String taken = take(Kind.NUMBER, "a number");
    return taken.endsWith("%")
        ? new BigDecimal(taken.substring(0, taken.length() - 1)).movePointLeft(2)
        : new BigDecimal(taken);
  }

  /// Takes a whole number of at most this.
  public int count(int most) {
    int here = position();
    BigDecimal number = number();
    if (number.stripTrailingZeros().scale() > 0
        || number.signum() < 1
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new Unreadable(here, "A whole number from 1 to " + most + " is missing.");
    }
    return number.intValueExact();
  }

  /// Whether a day comes next.
  public boolean seesDay() {
    return sees(Kind.DAY);
  }

  /// Takes a day.
  public LocalDate day() {
    int here = position();
    try {
      return LocalDate.parse(take(Kind.DAY, "a day"));
    } catch (DateTimeException _) {
      throw new Unreadable(here, "There is no such day.");
    }
  }

  /// Whether the bracket that comes next holds one of these at its own depth or deeper.
  boolean bracketHolds(Set<String> any) {
    int depth = 0;
    for (int i = at; i < tokens.size(); i++) {
      String sign = tokens.get(i).text();
      if (sign.equals("(")) {
        depth++;
      } else if (sign.equals(")")) {
        depth--;
        if (depth == 0) {
          return false;
        }
      } else if (any.contains(sign)) {
        return true;
      }
    }
    return false;
  }

  /// A problem at what comes next.
  public Unreadable refused(String reason) {
    return new Unreadable(position(), reason);
  }

  private boolean sees(Kind kind) {
    return !done() && tokens.get(at).kind() == kind;
  }

  private String take(Kind kind, String what) {
    if (!sees(kind)) {
      throw refused("Here must stand " + what + ".");
    }
    return tokens.get(at++).text();
  }

  private static Kind kind(Matcher matcher) {
    if (matcher.group("day") != null) {
      return Kind.DAY;
    }
    if (matcher.group("number") != null) {
      return Kind.NUMBER;
    }
    return matcher.group("word") != null ? Kind.WORD : Kind.SIGN;
  }

  private enum Kind {
    DAY,
    NUMBER,
    WORD,
    SIGN
  }

  private record Token(Kind kind, String text, int at) {}

  /// A text that does not read, and where; caught by the reader of the file it stands in.
  public static final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int at;

    /// @param at characters from the begin of the text
    public Unreadable(int at, String reason) {
      super(reason, null, false, false);
      this.at = at;
    }

    /// Characters from the begin of the text.
    public int at() {
      return at;
    }

    /// One sentence.
    public String reason() {
      return String.valueOf(getMessage());
    }
  }
}
