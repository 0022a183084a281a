package org.zhiheng.similarity.grounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhiheng.values.Confidence;

/// A list of words with its head: what ground it is for, where it stands, where it comes from.
///
/// @param name of the file, without ending
/// @param article such as `art. 10(2)`
/// @param match how an entry is looked for
/// @param shortened whether names of places are also looked for without 省, 市, 县 …
/// @param entries as they are shown
record WordList(
    String name,
    GroundKind ground,
    String article,
    Match match,
    Shortened shortened,
    String source,
    Confidence confidence,
    String zh,
    String en,
    List<String> entries) {

  private static final Set<String> NEEDED =
      Set.of("title", "ground", "article", "match", "source", "confidence", "zh", "en");
  private static final Set<String> MAY = Set.of("short", "licence");

  /// How an entry is looked for; words in Latin letters always between spaces or signs.
  enum Match {
    /// Anywhere.
    CONTAINS,
    /// The name has nothing else.
    ONLY
  }

  /// Whether the short form of a place's name counts.
  enum Shortened {
    NONE,
    CONTAINS,
    WHOLE
  }

  WordList {
    entries = List.copyOf(entries);
  }

  /// Reads a list, strictly.
  ///
  /// @throws IllegalArgumentException with the line that is wrong: it is our own file
  static WordList read(String name, List<String> lines) {
    Map<String, String> head = new LinkedHashMap<>();
    List<String> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int number = 0;
    for (String line : lines) {
      number++;
      String place = name + " line " + number + ": ";
      if (line.startsWith("#")) {
        int colon = line.indexOf(": ");
        String key = colon < 0 ? line : line.substring(1, colon).strip();
        if (!NEEDED.contains(key) && !MAY.contains(key)) {
          throw new IllegalArgumentException(place + "unknown key: " + key);
        }
        if (!entries.isEmpty() || head.put(key, line.substring(colon + 2).strip()) != null) {
          throw new IllegalArgumentException(place + "the key stands twice or below: " + key);
        }
      } else if (line.isBlank() || !line.equals(line.strip()) || !seen.add(line)) {
        throw new IllegalArgumentException(
            place + "an entry must not be blank, padded or there twice: " + line);
      } else {
        entries.add(line);
      }
    }
    for (String key : NEEDED) {
      if (head.getOrDefault(key, "").isBlank()) {
        throw new IllegalArgumentException(name + ": the head lacks: " + key);
      }
    }
    String ground = text(head, "ground");
    GroundKind kind =
        Arrays.stream(GroundKind.values())
            .filter(known -> known.code().equals(ground))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(name + ": no such ground: " + ground));
    return new WordList(
        name,
        kind,
        text(head, "article"),
        Match.valueOf(upper(head, "match")),
        head.containsKey("short") ? Shortened.valueOf(upper(head, "short")) : Shortened.NONE,
        text(head, "source"),
        Confidence.valueOf(upper(head, "confidence")),
        text(head, "zh"),
        text(head, "en"),
        entries);
  }

  private static String text(Map<String, String> head, String key) {
    return head.getOrDefault(key, "");
  }

  private static String upper(Map<String, String> head, String key) {
    return text(head, key).toUpperCase(java.util.Locale.ROOT);
  }
}
