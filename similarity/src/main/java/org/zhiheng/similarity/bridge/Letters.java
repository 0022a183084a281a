package org.zhiheng.similarity.bridge;

/// What single Latin letters weigh in a comparison by sound.
final class Letters {

  private static final float VOWEL_WEIGHT = 0.5f;

  private Letters() {}

  static boolean isVowel(char letter) {
    return switch (letter) {
      case 'a', 'e', 'i', 'o', 'u', 'y' -> true;
      default -> false;
    };
  }

  /// How much of the sound the letter carries.
  static float weight(char letter) {
    return isVowel(letter) ? VOWEL_WEIGHT : 1;
  }

  /// What it costs that no syllable takes the letter up.
  ///
  /// @param before the letter before it, or a space
  /// @param last whether no letter follows
  static float silence(char letter, char before, boolean last) {
    if (letter == before) {
      return 0.05f;
    }
    return switch (letter) {
      case 'h' -> 0.15f;
      case 'e' -> last ? 0.05f : 0.25f;
      case 'a', 'i', 'o', 'u', 'y' -> 0.3f;
      case 's' -> last ? 0.15f : 0.5f;
      case 'r', 'w' -> 0.25f;
      case 'l', 't', 'd' -> last ? 0.25f : 0.5f;
      case 'n', 'm', 'g' -> 0.45f;
      default -> 0.7f;
    };
  }
}
