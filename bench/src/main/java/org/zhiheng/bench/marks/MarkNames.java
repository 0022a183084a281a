package org.zhiheng.bench.marks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zhiheng.intake.csv.CsvReader;
import org.zhiheng.intake.csv.CsvRecord;
import org.zhiheng.seeds.Seed;

/// Any number of names: the real brands first, then names put together from their parts, each from
/// a seed of its own, so that the n-th is the same in every run and none needs to be kept.
///
/// Of those made up, three in ten are Han names of two to four characters, as registers of marks in
/// China have many: runs of characters from real Han names, put together. The others are words of
/// real names put together, words grown from the letter pairs of real words, and real words with
/// some letters changed.
public final class MarkNames {

  private static final int HAN_SHARE_TENTHS = 3;

  /// A letter that no other word has inside ends the word.
  private static final int TRIES_MAX = 200;

  private final List<String> real;
  private final List<String> words;
  private final List<String> han;

  private MarkNames(List<String> real, List<String> words, List<String> han) {
    this.real = List.copyOf(real);
    this.words = List.copyOf(words);
    this.han = List.copyOf(han);
  }

  /// Reads the real names.
  ///
  /// @param data the folder `shared/data`
  /// @throws IOException when they cannot be read
  public static MarkNames read(Path data) throws IOException {
    Set<String> real = new LinkedHashSet<>();
    for (String file : List.of("brands_all.csv", "brands_chinese.csv")) {
      try (InputStream in = Files.newInputStream(data.resolve("tm_brands_nsi").resolve(file))) {
        CsvReader reader = CsvReader.open(in);
        int name = reader.header().indexOf("name");
        int zh = reader.header().indexOf("zh");
        for (CsvRecord record = reader.next().orElse(null);
            record != null;
            record = reader.next().orElse(null)) {
          if (record instanceof CsvRecord.Row row) {
            real.add(row.fields().get(name).strip());
            real.add(row.fields().get(zh).strip());
          }
        }
      }
    }
    real.remove("");
    List<String> words = new ArrayList<>();
    List<String> han = new ArrayList<>();
    for (String name : real) {
      for (String word : name.split("[^\\p{L}\\p{N}]+", -1)) {
        if (word.codePoints().allMatch(MarkNames::isHan) && word.length() >= 2) {
          han.add(word);
        } else if (word.length() >= 2 && word.chars().allMatch(one -> one < 0x250)) {
          words.add(word);
        }
      }
    }
    return new MarkNames(List.copyOf(real), words, han);
  }

  static boolean isHan(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
  }

  /// How many of the first are real.
  public int real() {
    return real.size();
  }

  /// The n-th name, from 0.
  public String name(long number) {
    if (number < real.size()) {
      return real.get((int) number);
    }
    Seed seed = Seed.of(number);
    if (seed.between(0, 10) < HAN_SHARE_TENTHS) {
      return hanName(seed);
    }
    return switch (seed.between(0, 4)) {
      case 0 -> seed.oneOf(words) + " " + seed.oneOf(words);
      case 1 -> grown(seed, 4, 10);
      case 2 -> grown(seed, 3, 8) + " " + seed.oneOf(words);
      default -> changed(seed, seed.oneOf(words));
    };
  }

  private String hanName(Seed seed) {
    int length = seed.chance(0.25) ? 2 : seed.chance(0.5) ? 3 : 4;
    StringBuilder name = new StringBuilder();
    while (name.length() < length) {
      String from = seed.oneOf(han);
      int at = seed.between(0, from.length());
      int run = Math.min(seed.between(1, 3), Math.min(from.length() - at, length - name.length()));
      name.append(from, at, at + run);
    }
    return name.toString();
  }

  // pairs of letters one after another, each from a real word that has the last letter
  private String grown(Seed seed, int shortest, int longest) {
    int length = seed.between(shortest, longest + 1);
    String first = seed.oneOf(words);
    StringBuilder word = new StringBuilder(first.substring(0, Math.min(2, first.length())));
    for (int tries = 0; word.length() < length && tries < TRIES_MAX; tries++) {
      char last = Character.toLowerCase(word.charAt(word.length() - 1));
      String from = seed.oneOf(words);
      int at = from.indexOf(last);
      if (at >= 0 && at + 1 < from.length()) {
        word.append(from, at + 1, Math.min(from.length(), at + 3));
      }
    }
    return word.substring(0, Math.min(length, word.length()));
  }

  private String changed(Seed seed, String word) {
    String changed = word;
    for (int left = seed.between(1, 4); left > 0; left--) {
      changed = Changes.typing(seed, changed);
    }
    return changed.length() < 3 ? changed + seed.oneOf(words) : changed;
  }
}
