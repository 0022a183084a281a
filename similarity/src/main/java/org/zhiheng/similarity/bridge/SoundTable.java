package org.zhiheng.similarity.bridge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What it costs to write a part of a syllable with some Latin letters: 0 the usual spelling, 1
/// nothing alike. Read from a text on the class path.
final class SoundTable {

  /// No part of a syllable is written with more letters.
  static final int CHUNK_MAX = 5;

  /// What cannot be.
  static final float NEVER = 1e6f;

  private static final float[] NOTHING = {};
  private static final float STRANGE_CONSONANT = 0.9f;
  private static final float STRANGE_VOWEL = 0.5f;

  private final List<String> initials = new ArrayList<>();
  private final List<String> rimes = new ArrayList<>();
  private final Map<String, float[]> onsets = new HashMap<>();
  private final Map<String, float[]> rests = new HashMap<>();

  /// A syllable as numbers of the table's parts.
  ///
  /// @param initial its initial, from 0
  /// @param rime the rest, from 0
  /// @param text as it is spelt
  record Sound(int initial, int rime, String text) {}

  /// Reads a table.
  ///
  /// @throws IllegalArgumentException when a line cannot be read: which, and why
  static SoundTable parse(String file, List<String> lines) {
    SoundTable table = new SoundTable();
    List<Row> initials = new ArrayList<>();
    List<Row> rimes = new ArrayList<>();
    int number = 0;
    for (String raw : lines) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String where = file + " line " + number + ": ";
      String[] sides = line.split(":", -1);
      String[] head = sides[0].strip().split(" ", -1);
      if (sides.length != 2 || head.length != 2) {
        throw new IllegalArgumentException(where + "wants `initial b : b=0 p=15`: " + line);
      }
      Row row = new Row(head[1].equals("-") ? "" : head[1], costs(where, sides[1]));
      switch (head[0]) {
        case "initial" -> initials.add(row);
        case "rime" -> rimes.add(row);
        default -> throw new IllegalArgumentException(where + "neither initial nor rime: " + line);
      }
    }
    fill(initials, table.initials, table.onsets);
    fill(rimes, table.rimes, table.rests);
    for (char letter = 'a'; letter <= 'z'; letter++) {
      String chunk = String.valueOf(letter);
      boolean vowel = Letters.isVowel(letter);
      soften(table.onsets.get(chunk), vowel ? NEVER : STRANGE_CONSONANT);
      soften(table.rests.get(chunk), vowel ? STRANGE_VOWEL : NEVER);
    }
    soften(table.onsets.get(""), STRANGE_CONSONANT);
    soften(table.rests.get(""), STRANGE_VOWEL);
    return table;
  }

  /// Loads a table that lies beside this class.
  static SoundTable load(String resource) {
    InputStream stream = SoundTable.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IllegalStateException("resource must be on the class path: " + resource);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return parse(resource, reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /// The syllable in numbers; absent when the table lacks a part of it.
  Optional<Sound> sound(String syllable) {
    for (int length = Math.min(2, syllable.length()); length >= 0; length--) {
      int initial = initials.indexOf(syllable.substring(0, length));
      int rime = initial < 0 ? -1 : rimes.indexOf(rime(syllable, length));
      if (rime >= 0) {
        return Optional.of(new Sound(initial, rime, syllable));
      }
    }
    return Optional.empty();
  }

  /// What the letters cost as each initial; empty when no initial is written so.
  float[] onset(String letters) {
    return onsets.getOrDefault(letters, NOTHING);
  }

  /// What the letters cost as each rime; empty when no rime is written so.
  float[] rest(String letters) {
    return rests.getOrDefault(letters, NOTHING);
  }

  /// What the letter costs as the first of the syllable.
  float initialCost(char letter, Sound sound) {
    if (!hasOnset(sound.initial())) {
      return sound.text().charAt(0) == letter ? 0 : NEVER;
    }
    return onset(String.valueOf(letter))[sound.initial()];
  }

  /// Whether the table's initial is some sound and not none.
  boolean hasOnset(int initial) {
    return !initials.get(initial).isEmpty();
  }

  /// Pinyin writes *ü* as *u* where no *u* can stand, and the vowel of *shi* as *i*.
  private String rime(String syllable, int length) {
    String rime = syllable.substring(length);
    String initial = syllable.substring(0, length);
    if (rime.equals("i") && rimes.contains("ih")) {
      return switch (initial) {
        case "zh", "ch", "sh", "r", "z", "c", "s" -> "ih";
        default -> rime;
      };
    }
    if (rime.startsWith("u") && rimes.contains("v")) {
      return switch (initial) {
        case "j", "q", "x", "y" -> "v" + rime.substring(1);
        default -> rime;
      };
    }
    return rime;
  }

  private record Row(String part, Map<String, Integer> costs) {}

  private static Map<String, Integer> costs(String where, String text) {
    Map<String, Integer> costs = new HashMap<>();
    for (String entry : text.strip().split(" +", -1)) {
      String[] sides = entry.split("=", -1);
      if (sides.length != 2
          || !sides[0].matches("-|[a-z]{1," + CHUNK_MAX + "}")
          || !sides[1].matches("[0-9]{1,2}|100")) {
        throw new IllegalArgumentException(where + "wants letters=0..100: " + entry);
      }
      String letters = sides[0].equals("-") ? "" : sides[0];
      if (costs.put(letters, Integer.parseInt(sides[1])) != null) {
        throw new IllegalArgumentException(where + "twice: " + entry);
      }
    }
    return costs;
  }

  private static void fill(List<Row> rows, List<String> parts, Map<String, float[]> byLetters) {
    for (Row row : rows) {
      if (parts.contains(row.part())) {
        throw new IllegalArgumentException("second line for: " + row.part());
      }
      parts.add(row.part());
    }
    for (int part = 0; part < rows.size(); part++) {
      for (Map.Entry<String, Integer> cost : rows.get(part).costs().entrySet()) {
        row(byLetters, cost.getKey(), rows.size())[part] = cost.getValue() / 100f;
      }
    }
    for (char letter = 'a'; letter <= 'z'; letter++) {
      row(byLetters, String.valueOf(letter), rows.size());
    }
    row(byLetters, "", rows.size());
  }

  private static float[] row(Map<String, float[]> byLetters, String letters, int size) {
    return byLetters.computeIfAbsent(
        letters,
        _ -> {
          float[] row = new float[size];
          Arrays.fill(row, NEVER);
          return row;
        });
  }

  private static void soften(float @Nullable [] row, float cost) {
    if (row != null) {
      for (int at = 0; at < row.length; at++) {
        row[at] = Math.min(row[at], cost);
      }
    }
  }
}
