package org.zhiheng.contracts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiheng.register.number.RightNumber;

/// How a term meets a text or a number, by the book.
///
/// Texts and terms are folded (NFKC, lower case) and cut into runs: of a–z and 0–9, and of other
/// letters, digits and marks. A word of a term is met by a right when each of its runs lies within
/// a run of its titles or names (a run of one or two letters a–z or digits: at its beginning), or
/// when it has a digit and, without points and strokes, begins one of its numbers, with or without
/// the office's code.
final class MemoryText {

  private static final Pattern RUN = Pattern.compile("[a-z0-9]+|[\\p{L}\\p{N}\\p{M}&&[^a-z0-9]]+");

  private MemoryText() {}

  static boolean met(String term, List<String> texts, List<RightNumber> numbers) {
    if (term.isBlank()) {
      return true;
    }
    List<String> runs = texts.stream().flatMap(text -> runs(text).stream()).toList();
    for (String word : term.strip().split("[\\s\\u3000]+", -1)) {
      List<String> sought = runs(word);
      boolean inText = !sought.isEmpty() && sought.stream().allMatch(run -> within(run, runs));
      boolean nothing = sought.isEmpty();
      if (!nothing && !inText && numbers.stream().noneMatch(number -> begins(word, number))) {
        return false;
      }
    }
    return true;
  }

  /// The form in which names are compared.
  static String name(String name) {
    return folded(name).strip().replaceAll("\\s+", " ");
  }

  private static boolean within(String run, List<String> runs) {
    boolean brief = run.matches("[a-z0-9]{1,2}");
    return runs.stream().anyMatch(own -> brief ? own.startsWith(run) : own.contains(run));
  }

  private static boolean begins(String word, RightNumber number) {
    String folded = folded(word);
    String plain = folded.replaceAll("[^a-z0-9]", "");
    boolean wide = runs(word).stream().anyMatch(run -> !run.matches("[a-z0-9]+"));
    if (wide || !plain.matches(".*[0-9].*")) {
      return false;
    }
    String own = folded(number.text()).replaceAll("[^a-z0-9]", "");
    String office = number.office().code().toLowerCase(Locale.ROOT);
    String without =
        own.startsWith(office) && own.length() > 2 ? own.substring(office.length()) : own;
    return without.startsWith(plain) || (office + without).startsWith(plain);
  }

  private static List<String> runs(String text) {
    List<String> runs = new ArrayList<>();
    Matcher matcher = RUN.matcher(folded(text));
    while (matcher.find()) {
      runs.add(matcher.group());
    }
    return runs;
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
