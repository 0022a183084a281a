package org.zhiheng.bench.marks;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhiheng.seeds.Seed;

/// How a name becomes one that may be confused with it.
enum Changes {
  /// Letters or characters added, left out, swapped or replaced.
  TYPING,
  /// Signs that look alike: `l` and `1`, `rn` and `m`.
  LOOK,
  /// Letters that sound alike: `ph` and `f`, `c` and `k`.
  SOUND,
  /// A word that distinguishes nothing beside it.
  ADDED,
  /// Han in pinyin.
  PINYIN;

  private static final Map<String, String> LOOKS =
      Map.of("o", "0", "l", "1", "i", "l", "m", "rn", "w", "vv", "e", "3", "s", "5", "a", "4");
  private static final List<List<String>> SOUNDS =
      List.of(
          List.of("ph", "f"),
          List.of("ck", "k"),
          List.of("c", "k"),
          List.of("k", "c"),
          List.of("x", "ks"),
          List.of("y", "i"),
          List.of("i", "y"),
          List.of("z", "s"),
          List.of("s", "z"),
          List.of("ee", "i"),
          List.of("oo", "u"),
          List.of("ou", "u"),
          List.of("v", "w"),
          List.of("tt", "t"),
          List.of("ll", "l"),
          List.of("ss", "s"));
  private static final List<String> ADDITIONS =
      List.of("group", "shop", "china", "online", "new", "official", "plus", "home");
  private static final List<String> HAN_ADDITIONS = List.of("新", "小", "集团", "中国", "之家", "优品");
  private static final Transliterator PINYIN_LETTERS =
      Transliterator.getInstance("Han-Latin; Latin-ASCII");

  /// The change of this kind; the same text where this kind changes nothing.
  String of(Seed seed, String name) {
    return switch (this) {
      case TYPING -> {
        String once = typing(seed, name);
        yield name.length() > 6 && seed.chance(0.4) ? typing(seed, once) : once;
      }
      case LOOK -> look(seed, name);
      case SOUND -> sound(seed, name);
      case ADDED -> added(seed, name);
      case PINYIN -> pinyin(name);
    };
  }

  static String typing(Seed seed, String name) {
    int[] points = name.codePoints().toArray();
    StringBuilder out = new StringBuilder();
    int place = seed.between(0, points.length);
    int kind = seed.between(0, 4);
    for (int at = 0; at < points.length; at++) {
      if (at != place) {
        out.appendCodePoint(points[at]);
        continue;
      }
      boolean han = MarkNames.isHan(points[at]);
      int other = han ? points[seed.between(0, points.length)] : 'a' + seed.between(0, 26);
      switch (kind) {
        case 0 -> {
          if (points.length < 3) {
            out.appendCodePoint(points[at]).appendCodePoint(other);
          }
        }
        case 1 -> out.appendCodePoint(other).appendCodePoint(points[at]);
        case 2 -> {
          if (at + 1 < points.length) {
            out.appendCodePoint(points[at + 1]);
            place = -1;
            out.appendCodePoint(points[at]);
            at++;
          } else {
            out.appendCodePoint(points[at]).appendCodePoint(other);
          }
        }
        default -> out.appendCodePoint(han ? points[at] : other);
      }
    }
    return out.toString();
  }

  private static String look(Seed seed, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    List<String> there = LOOKS.keySet().stream().filter(lower::contains).sorted().toList();
    if (there.isEmpty()) {
      return name;
    }
    String from = seed.oneOf(there);
    return lower.replaceFirst(from, LOOKS.get(from));
  }

  private static String sound(Seed seed, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    List<List<String>> there =
        SOUNDS.stream().filter(pair -> lower.contains(pair.getFirst())).toList();
    if (there.isEmpty()) {
      return name;
    }
    List<String> pair = seed.oneOf(there);
    return lower.replaceFirst(pair.getFirst(), pair.getLast());
  }

  private static String added(Seed seed, String name) {
    if (name.codePoints().anyMatch(MarkNames::isHan)) {
      String addition = seed.oneOf(HAN_ADDITIONS);
      return addition.length() == 1 ? addition + name : name + addition;
    }
    return name + " " + seed.oneOf(ADDITIONS);
  }

  private static String pinyin(String name) {
    return name.codePoints().anyMatch(MarkNames::isHan) ? PINYIN_LETTERS.transliterate(name) : name;
  }
}
