package org.zhiheng.similarity.guideline;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads plain texts as the rules look at them, with ICU alone: characters one by one, without a
/// dictionary for their readings. Where a name was read better, the caller fills [MarkView] itself.
///
/// Safe for many threads.
public final class MarkViews {

  private static final String FILE = "cn/affixes.txt";
  private static final Normalizer2 NFKC = Normalizer2.getNFKCCasefoldInstance();
  private static final Transliterator SIMPLE = Transliterator.getInstance("Traditional-Simplified");
  private static final Transliterator PINYIN =
      Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
  private static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII; Lower");

  private final List<Affix> affixes;

  private MarkViews(List<Affix> affixes) {
    this.affixes = affixes;
  }

  /// Loads the affixes.
  public static MarkViews load() {
    try (InputStream in = MarkViews.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the affixes are missing from the jar: " + FILE);
      }
      List<Affix> affixes = new ArrayList<>();
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          affixes.add(affix(line));
        }
      }
      affixes.sort(Comparator.comparingInt((Affix affix) -> affix.text().length()).reversed());
      return new MarkViews(List.copyOf(affixes));
    } catch (IOException problem) {
      throw new UncheckedIOException("the affixes cannot be read: " + FILE, problem);
    }
  }

  private static Affix affix(String line) {
    int tab = line.indexOf('\t');
    String code = tab < 0 ? "" : line.substring(0, tab);
    for (AffixKind kind : AffixKind.values()) {
      if (kind.code().equals(code)) {
        return new Affix(line.substring(tab + 1), kind);
      }
    }
    throw new IllegalStateException(FILE + ": a line is a kind, a tab and a word: " + line);
  }

  /// Reads a name; without a figure.
  public MarkView read(String text) {
    String plain =
        ASCII.transliterate(SIMPLE.transliterate(NFKC.normalize(text))).toLowerCase(Locale.ROOT);
    StringBuilder han = new StringBuilder();
    StringBuilder latin = new StringBuilder();
    StringBuilder digits = new StringBuilder();
    StringBuilder form = new StringBuilder();
    StringBuilder word = new StringBuilder();
    List<String> words = new ArrayList<>();
    List<String> syllables = new ArrayList<>();
    plain
        .codePoints()
        .forEach(point -> {
          boolean letter = point >= 'a' && point <= 'z';
          if (letter) {
            latin.appendCodePoint(point);
            word.appendCodePoint(point);
          } else if (point != '\'' && !word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
          }
          if (Character.isIdeographic(point)) {
            han.appendCodePoint(point);
            syllables.add(PINYIN.transliterate(Character.toString(point)).strip());
          } else if (point >= '0' && point <= '9') {
            digits.appendCodePoint(point);
          }
          if (Character.isLetterOrDigit(point)) {
            form.appendCodePoint(point);
          }
        });
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    List<Affix> taken = new ArrayList<>();
    String core = core(form.toString(), words, taken);
    return new MarkView(
        text,
        form.toString(),
        han.toString(),
        latin.toString(),
        digits.toString(),
        words,
        syllables,
        core,
        taken,
        MarkView.Figure.NONE);
  }

  private String core(String form, List<String> words, List<Affix> taken) {
    String core = form;
    boolean more = true;
    while (more) {
      Optional<Affix> found = affixOf(core, words);
      more = found.isPresent();
      if (found.isPresent()) {
        Affix affix = found.get();
        taken.add(affix);
        core =
            core.endsWith(affix.text())
                ? core.substring(0, core.length() - affix.text().length())
                : core.substring(affix.text().length());
      }
    }
    return core;
  }

  /// The longest that stands at the end, else at the beginning, and leaves something.
  private Optional<Affix> affixOf(String core, List<String> words) {
    Set<String> known = Set.copyOf(words);
    for (Affix affix : affixes) {
      boolean latin = affix.text().charAt(0) < 0x80;
      boolean fits =
          core.length() > affix.text().length()
              && (core.endsWith(affix.text()) || core.startsWith(affix.text()))
              && (!latin || known.contains(affix.text()));
      boolean leaves = core.length() - affix.text().length() >= 2;
      if (fits && leaves) {
        return Optional.of(affix);
      }
    }
    return Optional.empty();
  }
}
