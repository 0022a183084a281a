package org.zhiheng.similarity.word;

import java.util.Arrays;

/// How Latin letters are spoken: a row of sounds that covers English and Romance readings at once.
///
/// Where the readings part (c, ch, g, j, x), the sounds are near each other instead.
final class LatinSounds {

  /// The sounds: vowels, consonants (S as in ship, C as in chip, J as in jam), digits.
  static final String SOUNDS = "aeioubpdtgkfvszSCJmnlrhwy0123456789";

  /// No name has more: a letter has two sounds at most.
  static final int LENGTH_MAX = 2 * Strand.LENGTH_MAX;

  private static final float VOWEL = 0.55f;
  private static final float FAINT = 0.15f;
  private static final float H_INSIDE = 0.2f;
  private static final float H_FIRST = 0.5f;
  private static final float X_HALF = 0.6f;

  /// Pairs of sounds and, after the colon, how unlike they are in hundredths.
  private static final String NEAR =
      "bp:35 dt:35 gk:35 fv:30 sz:12 sS:35 zS:40 SC:25 CJ:30 SJ:35 Ck:35 Cs:45 Jg:25 Jy:25 Ji:50 Jh:50"
          + " Jz:35 Js:45 mn:45 lr:55 vb:45 wv:20 wu:30 wf:50 yi:15 bf:50 pf:40 ks:55 kh:60 gh:60 rh:65"
          + " ae:50 ei:40 ou:35 ao:50 iu:60 eo:60 ai:65 au:55 eu:60 io:70 Jd:60 Ct:55 dz:65 ts:65 gw:60"
          + " bm:75 dn:75 nl:70 dl:75 rw:65";

  /// The number of each sound.
  private static final byte[] NUMBERS = new byte[128];

  static {
    for (int number = 0; number < SOUNDS.length(); number++) {
      NUMBERS[SOUNDS.charAt(number)] = (byte) number;
    }
  }

  private LatinSounds() {}

  static char sound(int number) {
    return SOUNDS.charAt(number);
  }

  static SignCosts costs() {
    SignCosts costs = new SignCosts(SOUNDS.length());
    for (String note : NEAR.split(" ", -1)) {
      costs.note(
          SOUNDS.indexOf(note.charAt(0)),
          SOUNDS.indexOf(note.charAt(1)),
          Integer.parseInt(note.substring(3)) / 100f);
    }
    return costs;
  }

  /// The sounds of letters a to z and digits, with weights made from the letters'.
  static Strand of(Strand letters) {
    return new Spelling(letters).read();
  }

  private static final class Spelling {
    private final Strand letters;
    private final int length;
    private final byte[] sounds;
    private final float[] weights;
    private int count;

    Spelling(Strand letters) {
      this.letters = letters;
      this.length = letters.length();
      this.sounds = new byte[2 * length];
      this.weights = new float[2 * length];
    }

    private char at(int place) {
      return place >= 0 && place < length ? LetterLooks.letter(letters.signs[place]) : ' ';
    }

    Strand read() {
      int at = 0;
      while (at < length) {
        at += Character.isDigit(at(at)) ? digit(at) : isVowel(at) ? vowel(at) : consonant(at);
      }
      return Strand.sounds(Arrays.copyOf(sounds, count), Arrays.copyOf(weights, count));
    }

    private boolean isVowel(int place) {
      return switch (at(place)) {
        case 'a', 'e', 'i', 'o', 'u' -> true;
        case 'y' -> place > 0 && !vowelLetter(at(place + 1));
        default -> false;
      };
    }

    private static boolean vowelLetter(char letter) {
      return "aeiou".indexOf(letter) >= 0;
    }

    private void add(char sound, int place, float share) {
      byte number = NUMBERS[sound];
      if (count > 0 && sounds[count - 1] == number) {
        weights[count - 1] = Math.max(weights[count - 1], letters.weight(place) * share);
        return;
      }
      sounds[count] = number;
      weights[count++] = letters.weight(place) * share;
    }

    /// Between letters a digit is read as the letter it stands for.
    private int digit(int place) {
      boolean inside = Character.isLetter(at(place - 1)) && Character.isLetter(at(place + 1));
      char sign = at(place);
      if (inside) {
        switch (sign) {
          case '0' -> add('o', place, VOWEL);
          case '1' -> add('i', place, VOWEL);
          case '3' -> add('e', place, VOWEL);
          case '4' -> add('a', place, VOWEL);
          case '5' -> add('s', place, 1);
          case '7' -> add('t', place, 1);
          case '8' -> add('b', place, 1);
          default -> add(sign, place, 1);
        }
      } else {
        add(sign, place, 1);
      }
      return 1;
    }

    /// Notes a sound and says how many letters it took.
    private int say(char sound, int place, float share, int letters) {
      add(sound, place, share);
      return letters;
    }

    private int vowel(int place) {
      char first = at(place);
      if (first == 'e' && place == length - 1 && place > 2) {
        return say('e', place, FAINT, 1);
      }
      char second = at(place + 1);
      char both =
          switch (first) {
            case 'e' -> second == 'e' || second == 'a' ? 'i' : glides(second) ? 'e' : ' ';
            case 'i' -> second == 'e' ? 'i' : ' ';
            case 'o' -> second == 'o' || second == 'u' ? 'u' : ' ';
            case 'a' -> glides(second) ? 'e' : second == 'u' ? 'o' : ' ';
            default -> ' ';
          };
      return both == ' '
          ? say(first == 'y' ? 'i' : first, place, VOWEL, 1)
          : say(both, place, VOWEL, 2);
    }

    private static boolean glides(char letter) {
      return letter == 'i' || letter == 'y';
    }

    private int consonant(int place) {
      char first = at(place);
      char second = at(place + 1);
      boolean soft = second == 'e' || second == 'i' || second == 'y';
      boolean breathed = second == 'h';
      int both = breathed ? 2 : 1;
      return switch (first) {
        case 'p' -> say(breathed ? 'f' : 'p', place, 1, both);
        case 's' ->
            second == 'c' && at(place + 2) == 'h'
                ? say('S', place, 1, 3)
                : say(breathed ? 'S' : 's', place, 1, both);
        case 'c' ->
            breathed
                ? say('C', place, 1, 2)
                : say(soft ? 's' : 'k', place, 1, second == 'k' ? 2 : 1);
        case 't' ->
            second == 'c' && at(place + 2) == 'h'
                ? say('C', place, 1, 3)
                : say('t', place, 1, both);
        case 'g' ->
            breathed
                ? say('g', place, place == 0 ? 1 : H_INSIDE, 2)
                : say(soft ? 'J' : 'g', place, 1, 1);
        case 'q' -> say('k', place, 1, second == 'u' && vowelLetter(at(place + 2)) ? 2 : 1);
        case 'x' -> x(place);
        case 'j' -> say('J', place, 1, 1);
        case 'h' -> say('h', place, place == 0 ? H_FIRST : H_INSIDE, 1);
        case 'z' -> say(breathed ? 'J' : 'z', place, 1, both);
        case 'k' -> say('k', place, place == 0 && second == 'n' ? FAINT : 1, both);
        default -> say(first, place, 1, 1);
      };
    }

    private int x(int place) {
      if (place == 0) {
        return say('s', place, 1, 1);
      }
      add('k', place, X_HALF);
      return say('s', place, X_HALF, 1);
    }
  }
}
