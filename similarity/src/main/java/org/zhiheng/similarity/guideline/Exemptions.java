package org.zhiheng.similarity.guideline;

import java.util.List;
import java.util.Locale;
import org.zhiheng.similarity.score.Aspect;

/// How each exception is decided.
final class Exemptions {

  /// Letters that open a word alike in sound.
  private static final List<String> SOUNDS =
      List.of("ckq", "szcx", "fv", "bp", "dt", "gj", "iye", "vw", "ou", "hx");

  /// Letters, lower or upper case, that look alike.
  private static final List<String> SHAPES =
      List.of("oqcdgu", "ilj", "tf", "mn", "nhr", "uvyw", "bdpq", "ce", "ef", "pr", "vx", "kx");

  private final Thresholds thresholds;
  private final CharacterLikeness characters;

  Exemptions(Thresholds thresholds, CharacterLikeness characters) {
    this.thresholds = thresholds;
    this.characters = characters;
  }

  Mechanisms.Exemption decide(String rule, String exception, Pair pair) {
    return switch (rule + "/" + exception) {
      case "few-han-differ/first-han-differs" -> firstHan(pair);
      case "few-han-differ/whole-meaning-differs", "few-letters-differ/whole-meaning-differs" ->
          meaning(pair);
      case "sound-and-shape/meaning-or-look-differs" -> meaning(pair);
      case "same-letters/one-or-two-letters" -> oneOrTwoLetters(pair);
      case "same-letters/letters-reordered" -> reordered(pair);
      case "few-letters-differ/first-letter-differs" -> firstLetter(pair);
      default -> throw new IllegalArgumentException("no mechanism for: " + rule + "/" + exception);
    };
  }

  private Mechanisms.Exemption firstHan(Pair pair) {
    int left = pair.left().han().codePointAt(0);
    int right = pair.right().han().codePointAt(0);
    List<String> signs = List.of(Character.toString(left), Character.toString(right));
    String both = signs.getFirst() + "、" + signs.getLast();
    if (left == right) {
      return not(
          "first-same",
          signs,
          "首字相同（" + signs.getFirst() + "）",
          "the first characters are the same (" + signs.getFirst() + ")");
    }
    double sound = characters.sound(left, right);
    double shape = characters.shape(left, right);
    List<String> values = List.of(signs.getFirst(), signs.getLast(), shown(sound), shown(shape));
    String figures = "读音" + shown(sound) + "，字形" + shown(shape);
    String english = "sound " + shown(sound) + ", shape " + shown(shape);
    boolean soundApart = sound < thresholds.of("sound-apart");
    boolean shapeApart = shape < thresholds.of("shape-apart");
    if (soundApart && shapeApart) {
      return holds(
          "first-apart",
          values,
          "首字（" + both + "）读音、字形均明显不同（" + figures + "）",
          "the first characters ("
              + both
              + ") clearly differ in sound and shape ("
              + english
              + ")");
    }
    if (soundApart || shapeApart) {
      return open(
          "first-half-apart",
          values,
          "首字（" + both + "）仅读音或者字形之一明显不同（" + figures + "）",
          "the first characters ("
              + both
              + ") clearly differ in one of sound and shape only ("
              + english
              + ")");
    }
    return not(
        "first-near",
        values,
        "首字（" + both + "）读音、字形并非明显不同（" + figures + "）",
        "the first characters ("
            + both
            + ") do not clearly differ in sound or shape ("
            + english
            + ")");
  }

  /// Only that meanings are the same can be shown; that they differ needs a whole that means
  /// something, which a score does not tell.
  private Mechanisms.Exemption meaning(Pair pair) {
    if (pair.value(Aspect.MEANING) >= thresholds.of("meaning-near")) {
      return new Mechanisms.Exemption(
          ExceptionFinding.Outcome.DOES_NOT_HOLD,
          List.of(ByScores.scored(pair, Aspect.MEANING, "near")));
    }
    return open(
        "meaning-for-person",
        List.of(),
        "整体有无含义、含义是否不同须由人判断",
        "whether the wholes mean something, and something else, is for a person");
  }

  private Mechanisms.Exemption oneOrTwoLetters(Pair pair) {
    int letters = pair.left().latin().length();
    List<String> values = List.of(Integer.toString(letters));
    if (letters < 1 || letters > 2 || !pair.left().digits().isEmpty()) {
      return not("not-one-or-two", values, "并非由一个或者两个字母构成", "it is not one or two letters");
    }
    return open(
        "font-unseen", values, "字体和整体外观未见，须由人判断", "font and overall look are not seen here");
  }

  private Mechanisms.Exemption reordered(Pair pair) {
    String left = pair.left().latin() + pair.left().digits();
    String right = pair.right().latin() + pair.right().digits();
    if (left.equals(right)) {
      return not("same-order", List.of(left), "排列顺序相同", "the order is the same");
    }
    if (pair.left().latin().length() < 3) {
      return not("below-three", List.of(left), "字母不足三个", "there are fewer than three letters");
    }
    boolean compared = pair.compared(Aspect.SOUND) && pair.compared(Aspect.SHAPE);
    if (!compared) {
      return open("not-compared", List.of(), "读音、字形未比对", "sound and shape were not compared");
    }
    List<String> values = List.of(pair.shown(Aspect.SOUND), pair.shown(Aspect.SHAPE));
    String figures = "读音" + values.getFirst() + "，字形" + values.getLast();
    String english = "sound " + values.getFirst() + ", shape " + values.getLast();
    boolean apart =
        pair.value(Aspect.SOUND) < thresholds.of("sound-apart")
            || pair.value(Aspect.SHAPE) < thresholds.of("shape-apart");
    if (!apart) {
      return not(
          "order-near",
          values,
          "读音、字形并非明显不同（" + figures + "）",
          "sound and shape do not clearly differ (" + english + ")");
    }
    return pair.value(Aspect.MEANING) >= thresholds.of("meaning-near")
        ? not("same-meaning", values, "含义相同或者近似", "the meaning is the same or similar")
        : holds(
            "order-apart",
            values,
            "三个以上字母、顺序不同，读音或者字形明显不同（" + figures + "）",
            "three or more letters stand in another order, and sound or shape clearly differ ("
                + english
                + ")");
  }

  private Mechanisms.Exemption firstLetter(Pair pair) {
    char left = pair.left().latin().charAt(0);
    char right = pair.right().latin().charAt(0);
    List<String> signs = List.of(String.valueOf(left), String.valueOf(right));
    String both = left + ", " + right;
    if (left == right) {
      return not(
          "first-same",
          signs,
          "首字母相同（" + left + "）",
          "the first letters are the same (" + left + ")");
    }
    if (together(SOUNDS, left, right) || together(SHAPES, left, right)) {
      return not(
          "first-near",
          signs,
          "首字母（" + both + "）发音或者字形相近",
          "the first letters (" + both + ") are near in sound or shape");
    }
    return holds(
        "first-apart",
        signs,
        "首字母（" + both + "）发音及字形明显不同",
        "the first letters (" + both + ") clearly differ in sound and shape");
  }

  private static boolean together(List<String> sets, char left, char right) {
    return sets.stream().anyMatch(set -> set.indexOf(left) >= 0 && set.indexOf(right) >= 0);
  }

  private static String shown(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static Mechanisms.Exemption holds(
      String code, List<String> values, String zh, String en) {
    return of(ExceptionFinding.Outcome.HOLDS, code, values, zh, en);
  }

  private static Mechanisms.Exemption not(String code, List<String> values, String zh, String en) {
    return of(ExceptionFinding.Outcome.DOES_NOT_HOLD, code, values, zh, en);
  }

  private static Mechanisms.Exemption open(String code, List<String> values, String zh, String en) {
    return of(ExceptionFinding.Outcome.UNDECIDED, code, values, zh, en);
  }

  private static Mechanisms.Exemption of(
      ExceptionFinding.Outcome outcome, String code, List<String> values, String zh, String en) {
    return new Mechanisms.Exemption(outcome, List.of(new RuleReason(code, values, zh, en)));
  }
}
