package org.zhiheng.similarity.word;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zhiheng.similarity.bridge.Bridge;
import org.zhiheng.similarity.han.Syllable;

/// What an index files a name under.
final class Features {

  private final Bridge bridge;

  Features(Bridge bridge) {
    this.bridge = bridge;
  }

  List<Feature> of(WordMark mark) {
    Set<Feature> features = new LinkedHashSet<>();
    features.add(new Feature(FeatureKind.FORM, mark.form()));
    features.add(new Feature(FeatureKind.CORE, mark.core()));
    for (Part part : mark.parts) {
      if (part.kind() == AffixKind.OTHER && part.text().length() > 1) {
        features.add(new Feature(FeatureKind.TOKEN, part.text()));
      }
    }
    if (mark.hasLatin()) {
      latin(mark, features);
    }
    if (mark.hasHan()) {
      han(mark.han, features);
    }
    for (String key : bridge.keys(mark.bridged(bridge))) {
      features.add(new Feature(FeatureKind.BRIDGE, key));
    }
    return List.copyOf(features);
  }

  private static void latin(WordMark mark, Set<Feature> features) {
    StringBuilder letters = new StringBuilder("^");
    for (byte sign : mark.letters.signs) {
      letters.append(LetterLooks.letter(sign));
    }
    grams(letters.append('$').toString(), FeatureKind.GRAM, features);
    StringBuilder sounds = new StringBuilder();
    StringBuilder consonants = new StringBuilder();
    for (int at = 0; at < mark.sounds.length(); at++) {
      char sound = LatinSounds.sound(mark.sounds.signs[at]);
      boolean vowel = "aeiou".indexOf(sound) >= 0;
      sounds.append(vowel ? 'a' : folded(sound));
      if (!vowel && mark.sounds.weight(at) >= 0.9f) {
        consonants.append(folded(sound));
      }
    }
    grams(sounds.toString(), FeatureKind.SOUND_GRAM, features);
    if (consonants.length() > 1) {
      features.add(new Feature(FeatureKind.SOUND, consonants.toString()));
    }
  }

  /// One sign for sounds that are near.
  private static char folded(char sound) {
    return switch (sound) {
      case 'b', 'f', 'v', 'w' -> 'p';
      case 'd' -> 't';
      case 'g' -> 'k';
      case 'z', 'S' -> 's';
      case 'C', 'y' -> 'J';
      case 'm' -> 'n';
      default -> sound;
    };
  }

  private static void grams(String text, FeatureKind kind, Set<Feature> features) {
    for (int at = 0; at + 3 <= text.length(); at++) {
      features.add(new Feature(kind, text.substring(at, at + 3)));
    }
  }

  private static void han(HanStrand han, Set<Feature> features) {
    List<String> characters = new ArrayList<>();
    List<String> syllables = new ArrayList<>();
    for (int at = 0; at < han.length(); at++) {
      characters.add(Character.toString(han.points[at]));
      if (han.readable(at)) {
        syllables.add(folded(han.syllables[at]));
      }
    }
    runs(characters, FeatureKind.HAN, FeatureKind.HAN_PAIR, features);
    runs(syllables, FeatureKind.PINYIN, FeatureKind.PINYIN_PAIR, features);
  }

  private static void runs(
      List<String> signs, FeatureKind single, FeatureKind pair, Set<Feature> features) {
    for (int at = 0; at < signs.size(); at++) {
      features.add(new Feature(single, signs.get(at)));
      if (at > 0) {
        features.add(new Feature(pair, signs.get(at - 1) + " " + signs.get(at)));
      }
    }
  }

  private static String folded(Syllable syllable) {
    String initial =
        switch (syllable.initial()) {
          case "zh" -> "z";
          case "ch" -> "c";
          case "sh" -> "s";
          case "n", "r" -> "l";
          case "f" -> "h";
          default -> syllable.initial();
        };
    String rime = syllable.rime();
    return initial + (rime.endsWith("ng") ? rime.substring(0, rime.length() - 1) : rime);
  }
}
