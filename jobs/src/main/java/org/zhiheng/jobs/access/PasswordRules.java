package org.zhiheng.jobs.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.values.Problem;

/// What a new password must be: long enough, not the user's name, not one that everybody tries.
///
/// No rules of composition: they make passwords worse to remember, not to guess. Common passwords
/// are recognised by their core: `P@ssw0rd2026!!` is `password` with trimmings.
///
/// Source: NIST SP 800-63B-4 (2025-08), section 3.1.1.2 (recalled; the text was not opened). It
/// asks for 15 characters where the password is the only factor; ours are 12, because a locked name
/// allows 24 guesses a day.
public final class PasswordRules {

  /// Characters (code points) of the shortest password.
  public static final int LENGTH_MIN = 12;

  /// Characters of the longest one: hashing more than a page of text is work for nothing.
  public static final int LENGTH_MAX = 256;

  /// Fewer different characters than this are a pattern, not a password.
  private static final int DIFFERENT_MIN = 5;

  /// Names shorter than this occur by chance.
  private static final int NAME_LENGTH_MIN = 4;

  /// Rows of keys and of the alphabet; a password that only walks along them is refused.
  private static final List<String> RUNS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "01234567890123456789",
          "qwertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p");

  private final Set<String> common;

  private PasswordRules(Set<String> common) {
    this.common = Set.copyOf(common);
  }

  /// The rules with the list of common passwords that ships with this class.
  public static PasswordRules shipped() {
    Set<String> words = new HashSet<>();
    try (InputStream in = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
      if (in == null) {
        throw new IllegalStateException("common-passwords.txt is not beside its class");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          words.add(line.strip());
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("common-passwords.txt", failed);
    }
    return new PasswordRules(words);
  }

  /// Whether it has a length that a password may have; others are not even compared.
  static boolean lengthFits(String password) {
    // A character has at most two units; the product bounds the count before it is made.
    return password.length() <= 2 * LENGTH_MAX
        && password.codePointCount(0, password.length()) <= LENGTH_MAX;
  }

  /// Why this user may not have this password; never with the password in it.
  Optional<Problem> refusal(String password, LoginName name, String displayName) {
    if (!lengthFits(password)) {
      return refused("password-too-long", "A password has at most " + LENGTH_MAX + " characters.");
    }
    if (password.codePointCount(0, password.length()) < LENGTH_MIN) {
      return refused(
          "password-too-short",
          "A password has at least " + LENGTH_MIN + " characters; a few words do.");
    }
    String folded = folded(password);
    for (String part : nameParts(name, displayName)) {
      if (folded.contains(part)) {
        return refused("password-has-name", "A password must not contain the user's name.");
      }
    }
    if (isCommon(folded)) {
      return refused(
          "password-common", "This is one of the passwords that are tried first; take another.");
    }
    return Optional.empty();
  }

  private boolean isCommon(String folded) {
    if (folded.codePoints().distinct().count() < DIFFERENT_MIN) {
      return true;
    }
    String plain = unleeted(folded);
    for (String candidate :
        List.of(folded, plain, core(folded), core(plain), unleeted(core(folded)))) {
      if (candidate.isEmpty() || common.contains(candidate) || walks(candidate)) {
        return true;
      }
      String unit = unit(candidate);
      if (unit.length() < LENGTH_MIN && unit.length() < candidate.length()) {
        return true;
      }
      if (madeOf(candidate)) {
        return true;
      }
    }
    return false;
  }

  /// Made of nothing but two or more common words, one after the other.
  private boolean madeOf(String text) {
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    for (int from = 0; from < text.length(); from++) {
      if (!reached[from]) {
        continue;
      }
      for (int to = from + 1; to <= text.length(); to++) {
        if (common.contains(text.substring(from, to))) {
          reached[to] = true;
        }
      }
    }
    return reached[text.length()];
  }

  /// Without the digits and signs at its ends.
  private static String core(String text) {
    return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
  }

  private static String unleeted(String text) {
    return text.replace('@', 'a')
        .replace('4', 'a')
        .replace('3', 'e')
        .replace('1', 'i')
        .replace('!', 'i')
        .replace('0', 'o')
        .replace('$', 's')
        .replace('5', 's')
        .replace('7', 't');
  }

  /// The shortest text that, repeated, gives this one.
  private static String unit(String text) {
    int at = (text + text).indexOf(text, 1);
    return text.substring(0, at);
  }

  /// Walks along [#RUNS], forth or back, in pieces of at least three.
  private static boolean walks(String text) {
    int at = 0;
    while (at < text.length()) {
      int longest = 0;
      for (String run : RUNS) {
        longest = Math.max(longest, alongFrom(text, at, run));
        longest =
            Math.max(longest, alongFrom(text, at, new StringBuilder(run).reverse().toString()));
      }
      if (longest < 3) {
        return false;
      }
      at += longest;
    }
    return true;
  }

  private static int alongFrom(String text, int at, String run) {
    int longest = 0;
    for (int start = 0; start < run.length(); start++) {
      int length = 0;
      while (at + length < text.length()
          && start + length < run.length()
          && text.charAt(at + length) == run.charAt(start + length)) {
        length++;
      }
      longest = Math.max(longest, length);
    }
    return longest;
  }

  private static List<String> nameParts(LoginName name, String displayName) {
    List<String> parts = new ArrayList<>();
    for (String text : List.of(name.text(), displayName)) {
      String folded = folded(text);
      parts.add(folded);
      parts.addAll(List.of(folded.split("[^\\p{L}\\p{Nd}]+")));
    }
    parts.removeIf(part ->
        part.length() < (part.codePoints().anyMatch(PasswordRules::han) ? 2 : NAME_LENGTH_MIN));
    return parts;
  }

  private static boolean han(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static Optional<Problem> refused(String code, String reason) {
    return Optional.of(Problem.of(code, "password", "", reason));
  }
}
