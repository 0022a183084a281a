package org.zhiheng.similarity.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Words of both languages and the ideas that they stand for.
///
/// One idea a line: `bread, loaf = 面包`; English words before the sign, Chinese (simplified) after
/// it. `~` before the line says that the word describes the trade and distinguishes little. `#`
/// starts a remark.
final class Glossary {

  /// No word of a trade name is longer.
  static final int LATIN_WORDS_MAX = 4;

  /// No word of a trade name is longer.
  static final int HAN_LENGTH_MAX = 6;

  /// An idea.
  ///
  /// @param id the first English word of its line
  /// @param generic whether it describes the trade
  record Idea(String id, boolean generic) {}

  private final Map<String, List<Idea>> latin = new HashMap<>();
  private final Map<String, List<Idea>> han = new HashMap<>();

  /// Reads the lines.
  ///
  /// @param file what to name in a refusal
  /// @throws IllegalArgumentException when a line cannot be read: which, and why
  static Glossary parse(String file, List<String> lines) {
    Glossary glossary = new Glossary();
    Set<String> ids = new LinkedHashSet<>();
    int number = 0;
    for (String raw : lines) {
      number++;
      int remark = raw.indexOf('#');
      String line = (remark < 0 ? raw : raw.substring(0, remark)).strip();
      if (line.isEmpty()) {
        continue;
      }
      String where = file + " line " + number + ": ";
      String[] sides = line.split("=", -1);
      if (sides.length != 2) {
        throw new IllegalArgumentException(where + "wants `english = 中文`: " + line);
      }
      boolean generic = line.startsWith("~");
      List<String> english = words(sides[0].substring(generic ? 1 : 0), ",");
      List<String> chinese = words(sides[1], "\\s+");
      if (english.isEmpty() || chinese.isEmpty()) {
        throw new IllegalArgumentException(where + "wants words on both sides: " + line);
      }
      if (!ids.add(english.getFirst())) {
        throw new IllegalArgumentException(where + "second line for: " + english.getFirst());
      }
      Idea idea = new Idea(english.getFirst(), generic);
      for (String word : english) {
        if (!word.matches("[a-z0-9]+( [a-z0-9]+){0," + (LATIN_WORDS_MAX - 1) + "}")) {
          throw new IllegalArgumentException(where + "not 1–4 small Latin words: " + word);
        }
        glossary.latin.computeIfAbsent(word, _ -> new ArrayList<>()).add(idea);
      }
      for (String word : chinese) {
        if (!word.codePoints().allMatch(Character::isIdeographic)
            || word.codePointCount(0, word.length()) > HAN_LENGTH_MAX) {
          throw new IllegalArgumentException(where + "not 1–6 Han characters: " + word);
        }
        glossary.han.computeIfAbsent(word, _ -> new ArrayList<>()).add(idea);
      }
    }
    return glossary;
  }

  /// The ideas of an English word or of up to four, small letters, one space between.
  List<Idea> latin(String words) {
    return latin.getOrDefault(words, List.of());
  }

  /// The ideas of a Chinese word in simplified characters.
  List<Idea> han(String word) {
    return han.getOrDefault(word, List.of());
  }

  private static List<String> words(String side, String separator) {
    List<String> words = new ArrayList<>();
    for (String word : side.split(separator, -1)) {
      if (!word.isBlank()) {
        words.add(word.strip().toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }
}
