package org.zhiheng.similarity.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhiheng.similarity.bridge.Bridge;
import org.zhiheng.similarity.bridge.BridgeName;
import org.zhiheng.similarity.han.HanLexicon;

/// A name as it is compared: read once, then compared often. Made by [Words#read].
public final class WordMark {

  /// The first letter, and the first that distinguishes, weigh more.
  private static final float FIRST = 1.3f;

  /// More words are not laid side by side in another order.
  private static final int SORTED_MAX = 6;

  private final String text;
  private final String form;
  private final String core;
  final List<Part> parts;
  final Set<String> folds;
  final Strand letters;
  final Strand sounds;
  final Strand sortedLetters;
  final Strand sortedSounds;

  /// Whether it has words that could stand in another order.
  final boolean several;

  /// Whether nothing in it distinguishes.
  final boolean plain;

  /// The letters of the core.
  final byte[] coreSigns;

  /// Where in the letters a part begins; the bit behind the last is set too.
  final long cuts;

  final HanStrand han;
  final long bag;

  /// Made when first asked for; made twice at worst.
  private volatile @Nullable BridgeName bridged;

  private volatile @Nullable BridgeName bridgedHan;
  private volatile @Nullable BridgeName bridgedLatin;

  WordMark(String text, Reader.Reading reading, HanLexicon lexicon) {
    this.text = text;
    this.parts = reading.parts();
    this.folds = Set.copyOf(reading.folds());
    this.form = joined(parts, false);
    this.core = joined(parts, true);
    this.letters = strand(parts);
    this.sounds = LatinSounds.of(letters);
    int words = 0;
    boolean distinguishes = false;
    for (Part part : parts) {
      words += part.han() ? 0 : 1;
      distinguishes |= part.kind() == AffixKind.OTHER;
    }
    this.several = words >= 2 && words <= SORTED_MAX;
    this.sortedLetters = several ? strand(sorted(parts)) : letters;
    this.sortedSounds = several ? LatinSounds.of(sortedLetters) : sounds;
    this.plain = !distinguishes;
    this.coreSigns = coreSigns(parts);
    this.cuts = cuts(parts);
    this.han = HanStrand.of(parts, lexicon);
    this.bag = LetterBag.of(letters);
  }

  // in loops, not streams: a search reads dozens of names
  private static String joined(List<Part> parts, boolean core) {
    StringBuilder joined = new StringBuilder();
    for (Part part : parts) {
      if (core ? part.kind() == AffixKind.OTHER : part.kind() != AffixKind.DOMAIN) {
        joined.append(part.text());
      }
    }
    if (joined.isEmpty()) {
      parts.forEach(part -> joined.append(part.text()));
    }
    return joined.toString();
  }

  private static List<Part> sorted(List<Part> parts) {
    List<Part> sorted = new ArrayList<>(parts.size());
    for (Part part : parts) {
      if (!part.han()) {
        sorted.add(part);
      }
    }
    sorted.sort(Comparator.comparing(Part::text));
    return sorted;
  }

  private static byte[] coreSigns(List<Part> parts) {
    byte[] signs = new byte[Strand.LENGTH_MAX];
    int count = 0;
    for (Part part : parts) {
      if (part.han() || part.kind() != AffixKind.OTHER) {
        continue;
      }
      String text = part.text();
      for (int at = 0; at < text.length() && count < Strand.LENGTH_MAX; at++) {
        int sign = LetterLooks.sign(text.charAt(at));
        if (sign >= 0) {
          signs[count++] = (byte) sign;
        }
      }
    }
    return Arrays.copyOf(signs, count);
  }

  private static long cuts(List<Part> parts) {
    long cuts = 1;
    int at = 0;
    for (Part part : parts) {
      if (!part.han()) {
        at += part.text().length();
        cuts |= at < Long.SIZE ? 1L << at : 0;
      }
    }
    return cuts;
  }

  private static Strand strand(List<Part> parts) {
    byte[] signs = new byte[Strand.LENGTH_MAX];
    float[] weights = new float[Strand.LENGTH_MAX];
    int count = 0;
    boolean cored = false;
    for (Part part : parts) {
      if (part.han()) {
        continue;
      }
      boolean core = part.kind() == AffixKind.OTHER && !cored;
      cored |= core;
      for (int at = 0; at < part.text().length() && count < Strand.LENGTH_MAX; at++) {
        int sign = LetterLooks.sign(part.text().charAt(at));
        if (sign >= 0) {
          signs[count] = (byte) sign;
          weights[count] = part.weight() * (at == 0 && core ? FIRST : 1);
          count++;
        }
      }
    }
    return Strand.letters(Arrays.copyOf(signs, count), Arrays.copyOf(weights, count));
  }

  /// As it was given.
  public String text() {
    return text;
  }

  /// Without what does not distinguish: width, case, script variant, look-alike signs, a registry's
  /// ending.
  public String form() {
    return form;
  }

  /// The form without words that add little: goods, places, praise, company forms; the form itself
  /// when nothing else would be left.
  public String core() {
    return core;
  }

  /// Whether it has Latin letters or digits.
  public boolean hasLatin() {
    return letters.length() > 0;
  }

  /// Whether it has Han characters.
  public boolean hasHan() {
    return han.length() > 0;
  }

  /// The whole name as the bridge reads it.
  BridgeName bridged(Bridge bridge) {
    BridgeName name = bridged;
    if (name == null) {
      name = bridge.read(spoken(parts, bridge));
      bridged = name;
    }
    return name;
  }

  /// Its Han characters alone.
  BridgeName bridgedHan(Bridge bridge) {
    if (!hasLatin()) {
      return bridged(bridge);
    }
    BridgeName name = bridgedHan;
    if (name == null) {
      name = bridge.read(spoken(parts.stream().filter(Part::han).toList(), bridge));
      bridgedHan = name;
    }
    return name;
  }

  /// Its Latin letters alone.
  BridgeName bridgedLatin(Bridge bridge) {
    if (!hasHan()) {
      return bridged(bridge);
    }
    BridgeName name = bridgedLatin;
    if (name == null) {
      name = bridge.read(spoken(parts.stream().filter(part -> !part.han()).toList(), bridge));
      bridgedLatin = name;
    }
    return name;
  }

  /// The words with spaces between them. A run that was cut for words that add little is given in
  /// one piece when it is made of words that the bridge knows: greatwall is no greatw and all.
  private static String spoken(List<Part> parts, Bridge bridge) {
    StringBuilder spoken = new StringBuilder();
    boolean before = false;
    for (int at = 0; at < parts.size(); ) {
      int end = at + 1;
      StringBuilder run = new StringBuilder(parts.get(at).text());
      while (end < parts.size() && parts.get(end).attached()) {
        run.append(parts.get(end++).text());
      }
      boolean whole = end - at > 1 && bridge.knows(run.toString());
      Part part = parts.get(at);
      if (part.kind() != AffixKind.DOMAIN) {
        spoken.append(spoken.isEmpty() || (before && part.han()) ? "" : " ");
        spoken.append(whole ? run : part.text());
        before = part.han();
      }
      at = whole ? end : at + 1;
    }
    return spoken.toString();
  }

  @Override
  public String toString() {
    return text;
  }
}
