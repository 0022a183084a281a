package org.zhiheng.similarity.guideline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Evidence;

/// How each rule and each exception is decided.
final class Mechanisms {

  /// The rules that have a mechanism, and their exceptions.
  static final Map<String, List<String>> EXCEPTIONS =
      Map.ofEntries(
          Map.entry("same-han", List.of()),
          Map.entry("few-han-differ", List.of("first-han-differs", "whole-meaning-differs")),
          Map.entry("sound-and-shape", List.of("meaning-or-look-differs")),
          Map.entry("glyphs-alike", List.of()),
          Map.entry("meaning-alike", List.of()),
          Map.entry("reduplicated", List.of()),
          Map.entry("same-letters", List.of("one-or-two-letters", "letters-reordered")),
          Map.entry("few-letters-differ", List.of("first-letter-differs", "whole-meaning-differs")),
          Map.entry("words-reordered", List.of()),
          Map.entry("other-form-of-word", List.of()),
          Map.entry("earlier-mark-with-addition", List.of()),
          Map.entry("combined-by-element", List.of()),
          Map.entry("figures-alike", List.of()));

  private static final Set<String> ADDITIONS =
      Set.of("generic", "place", "quality", "company-form", "domain", "modifier");

  private final Thresholds thresholds;
  private final Exemptions exemptions;
  private final ByScores byScores;

  Mechanisms(Thresholds thresholds, CharacterLikeness characters) {
    this.thresholds = thresholds;
    this.byScores = new ByScores(thresholds);
    this.exemptions = new Exemptions(thresholds, characters);
  }

  /// Whether a rule's condition is met, and why.
  ///
  /// @param notes what is said beside it where scripts differ
  record Condition(RuleFinding.Outcome outcome, List<RuleReason> reasons, List<Across> notes) {
    Condition {
      reasons = List.copyOf(reasons);
      notes = List.copyOf(notes);
    }

    Condition(RuleFinding.Outcome outcome, List<RuleReason> reasons) {
      this(outcome, reasons, List.of());
    }
  }

  /// Whether an exception holds, and why.
  record Exemption(ExceptionFinding.Outcome outcome, List<RuleReason> reasons) {
    Exemption {
      reasons = List.copyOf(reasons);
    }
  }

  Condition condition(String rule, Pair pair) {
    return switch (rule) {
      case "same-han" -> sameHan(pair);
      case "few-han-differ" -> fewHanDiffer(pair);
      case "sound-and-shape" -> byScores.soundAndShape(pair);
      case "glyphs-alike" -> byScores.glyphsAlike(pair);
      case "meaning-alike" -> byScores.meaningAlike(pair);
      case "reduplicated" -> reduplicated(pair);
      case "same-letters" -> sameLetters(pair);
      case "few-letters-differ" -> fewLettersDiffer(pair);
      case "words-reordered" -> wordsReordered(pair);
      case "other-form-of-word" -> otherForm(pair);
      case "earlier-mark-with-addition" -> addition(pair);
      case "combined-by-element" -> combined(pair);
      case "figures-alike" -> figures(pair);
      default -> throw new IllegalArgumentException("no mechanism for the rule: " + rule);
    };
  }

  Exemption exception(String rule, String exception, Pair pair) {
    return exemptions.decide(rule, exception, pair);
  }

  private Condition sameHan(Pair pair) {
    String left = pair.left().han();
    String right = pair.right().han();
    if (left.isEmpty() || right.isEmpty()) {
      return no("no-han", List.of(), "并非两个商标都含有汉字", "not both marks have Chinese characters");
    }
    if (!Texts.sorted(left).equals(Texts.sorted(right))) {
      return no(
          "han-differ",
          List.of(left, right),
          "汉字构成不同（“" + left + "”与“" + right + "”）",
          "the Chinese characters differ (" + left + ", " + right + ")");
    }
    for (MarkView mark : List.of(pair.left(), pair.right())) {
      String pinyin = String.join("", mark.syllables());
      boolean note = mark.latin().isEmpty() || mark.latin().equals(pinyin);
      boolean common =
          pair.left().latin().equals(pair.right().latin())
              && pair.left().digits().equals(pair.right().digits());
      if (!common && (!note || !mark.digits().isEmpty())) {
        return no(
            "more-than-han",
            List.of(mark.latin() + mark.digits()),
            "除汉字外还有并非其注音的部分（“" + mark.latin() + mark.digits() + "”）",
            "beside the characters stands what is not their reading ("
                + mark.latin()
                + mark.digits()
                + ")");
      }
    }
    return left.equals(right)
        ? yes("same-han", List.of(left), "汉字均为“" + left + "”", "both have the characters " + left)
        : yes(
            "han-reordered",
            List.of(left, right),
            "汉字相同、仅排列顺序不同（“" + left + "”与“" + right + "”）",
            "the characters are the same in another order (" + left + ", " + right + ")");
  }

  private Condition fewHanDiffer(Pair pair) {
    String left = pair.left().han();
    String right = pair.right().han();
    int shortest = Math.min(Texts.length(left), Texts.length(right));
    if (!pair.left().onlyHan() || !pair.right().onlyHan() || shortest < 3) {
      return no(
          "not-three-han",
          List.of(Integer.toString(shortest)),
          "并非两个商标都由三个以上汉字构成",
          "not both marks are made of three or more Chinese characters");
    }
    int longest = Math.max(Texts.length(left), Texts.length(right));
    int differing = Edits.distance(left, right);
    return few(differing, longest, "汉字", "characters");
  }

  private Condition few(int differing, int longest, String zh, String en) {
    List<String> values = List.of(Integer.toString(differing), Integer.toString(longest));
    if (differing == 0) {
      return no("none-differ", values, zh + "完全相同", "no " + en + " differ");
    }
    boolean few = differing <= Math.max(1, (int) (longest * thresholds.of("differing-share-max")));
    return few
        ? yes(
            "few-differ",
            values,
            longest + "个" + zh + "中仅" + differing + "个不同",
            "only " + differing + " of " + longest + " " + en + " differ")
        : no(
            "many-differ",
            values,
            longest + "个" + zh + "中有" + differing + "个不同",
            differing + " of " + longest + " " + en + " differ");
  }

  private Condition reduplicated(Pair pair) {
    String left = Texts.once(pair.left().form());
    String right = Texts.once(pair.right().form());
    boolean repeated = !pair.sameForm() && left.equals(right);
    return repeated
        ? yes(
            "repeated",
            List.of(left),
            "二者均为“" + left + "”的重叠或者单用",
            "both are " + left + ", once or repeated")
        : no("not-repeated", List.of(), "并非同一字、词的重叠", "neither is the other repeated");
  }

  private Condition sameLetters(Pair pair) {
    String left = pair.left().latin() + pair.left().digits();
    String right = pair.right().latin() + pair.right().digits();
    if (left.isEmpty()
        || right.isEmpty()
        || !pair.left().han().isEmpty()
        || !pair.right().han().isEmpty()) {
      return no(
          "not-letters",
          List.of(),
          "并非两个商标都仅由字母、数字构成",
          "not both marks are letters or digits alone");
    }
    if (!Texts.sorted(left).equals(Texts.sorted(right))) {
      return no(
          "letters-differ",
          List.of(left, right),
          "字母或者数字构成不同（“" + left + "”与“" + right + "”）",
          "the letters or digits differ (" + left + ", " + right + ")");
    }
    return pair.left().form().equals(pair.right().form()) || left.equals(right)
        ? yes("same-letters", List.of(left), "均由“" + left + "”构成", "both are made of " + left)
        : yes(
            "letters-reordered",
            List.of(left, right),
            "字母或者数字相同、仅排列顺序不同（“" + left + "”与“" + right + "”）",
            "the letters or digits are the same in another order (" + left + ", " + right + ")");
  }

  private Condition fewLettersDiffer(Pair pair) {
    String left = pair.left().latin();
    String right = pair.right().latin();
    int shortest = Math.min(left.length(), right.length());
    if (!pair.left().onlyLatin() || !pair.right().onlyLatin() || shortest < 4) {
      return no(
          "not-four-letters",
          List.of(Integer.toString(shortest)),
          "并非两个商标都由四个以上字母构成",
          "not both marks are made of four or more letters");
    }
    return few(
        Edits.distance(left, right), Math.max(left.length(), right.length()), "字母", "letters");
  }

  private Condition wordsReordered(Pair pair) {
    List<String> left = pair.left().words();
    List<String> right = pair.right().words();
    if (left.size() != 2 || right.size() != 2) {
      return no(
          "not-two-words", List.of(), "并非两个商标都由两个外文单词构成", "not both marks are two foreign words");
    }
    boolean reordered =
        !left.equals(right)
            && left.getFirst().equals(right.getLast())
            && left.getLast().equals(right.getFirst());
    return reordered
        ? yes(
            "words-reordered",
            left,
            "两个单词相同、仅顺序不同（" + String.join(" ", left) + "）",
            "the two words are the same in another order (" + String.join(" ", left) + ")")
        : no(
            "words-differ", List.of(), "单词不同或者顺序相同", "the words differ or stand in the same order");
  }

  private Condition otherForm(Pair pair) {
    List<String> left = pair.left().words();
    List<String> right = pair.right().words();
    if (left.isEmpty() || right.isEmpty()) {
      return no("no-words", List.of(), "并非两个商标都含有外文单词", "not both marks have foreign words");
    }
    if (left.equals(right) || !pair.left().han().equals(pair.right().han())) {
      return no("no-other-form", List.of(), "并非同一单词的形式变化", "they are not forms of the same words");
    }
    if (Inflections.sameWords(left, right)) {
      return yes(
          "other-form",
          List.of(String.join(" ", left), String.join(" ", right)),
          "二者为同一单词的不同形式（" + String.join(" ", left) + "、" + String.join(" ", right) + "）",
          "they are forms of the same words ("
              + String.join(" ", left)
              + ", "
              + String.join(" ", right)
              + ")");
    }
    if (Inflections.abbreviates(left, right) || Inflections.abbreviates(right, left)) {
      return open(
          "may-abbreviate",
          "一方的字母与另一方各单词的首字母相同，可能为缩写",
          "the letters of one are the first letters of the other's words; it may abbreviate them");
    }
    return no("no-other-form", List.of(), "并非同一单词的形式变化", "they are not forms of the same words");
  }

  private Condition addition(Pair pair) {
    for (Aspect aspect : List.of(Aspect.SHAPE, Aspect.SOUND, Aspect.MEANING)) {
      for (Evidence evidence : pair.evidence(aspect)) {
        if (evidence instanceof Evidence.Contained held && ADDITIONS.contains(held.restKind())) {
          return added(held.part(), held.rest());
        }
      }
    }
    MarkView left = pair.left();
    MarkView right = pair.right();
    if (pair.sameForm()) {
      return no(
          "same-form", List.of(), "文字构成相同，并无附加文字", "the words are the same; nothing is added");
    }
    boolean affixed = !left.affixes().isEmpty() || !right.affixes().isEmpty();
    if (affixed && left.core().equals(right.core())) {
      String rest =
          java.util.stream.Stream.concat(left.affixes().stream(), right.affixes().stream())
              .map(Affix::text)
              .distinct()
              .collect(Collectors.joining(" "));
      return added(left.core(), rest);
    }
    String shorter = left.form().length() <= right.form().length() ? left.form() : right.form();
    String longer = shorter.equals(left.form()) ? right.form() : left.form();
    boolean weighty =
        shorter.codePoints().anyMatch(Character::isIdeographic)
            ? Texts.length(shorter) >= 2
            : shorter.length() >= 4;
    return weighty && longer.contains(shorter)
        ? new Condition(
            RuleFinding.Outcome.UNDECIDED,
            List.of(
                new RuleReason(
                    "contained",
                    List.of(shorter, longer),
                    "“" + longer + "”完整包含“" + shorter + "”，附加部分是否仅起修饰作用须由人判断",
                    longer
                        + " holds the whole of "
                        + shorter
                        + "; whether the rest is a weak modifier is for a person")))
        : no(
            "no-addition",
            List.of(),
            "并非在一商标上附加通用、地名、描述性文字",
            "neither is the other with a generic, place or descriptive addition");
  }

  private static Condition added(String core, String rest) {
    return yes(
        "added",
        List.of(core, rest),
        "显著部分均为“" + core + "”，附加的“" + rest + "”为通用、地名、描述性或者修饰性文字",
        "both have "
            + core
            + " as the part that distinguishes; the addition ("
            + rest
            + ") is generic, a place, descriptive or weak");
  }

  private Condition combined(Pair pair) {
    MarkView left = pair.left();
    MarkView right = pair.right();
    if (left.elements() < 2 && right.elements() < 2) {
      return no("not-combined", List.of(), "均非组合商标", "neither is a combined mark");
    }
    Set<String> same = new TreeSet<>();
    if (!left.han().isEmpty() && left.han().equals(right.han())) {
      same.add(left.han());
    }
    if (left.latin().length() >= 2 && left.latin().equals(right.latin())) {
      same.add(left.latin());
    }
    if (left.digits().length() >= 2 && left.digits().equals(right.digits())) {
      same.add(left.digits());
    }
    if (!same.isEmpty()) {
      return yes(
          "element-same",
          List.copyOf(same),
          "要素相同：" + String.join("、", same),
          "an element is the same: " + String.join(", ", same));
    }
    if (pair.value(Aspect.FIGURE) >= thresholds.of("figure-near")) {
      return new Condition(
          RuleFinding.Outcome.APPLIES, List.of(ByScores.scored(pair, Aspect.FIGURE, "near")));
    }
    if (nearElement(left.han(), right.han(), 3) || nearElement(left.latin(), right.latin(), 4)) {
      return yes(
          "element-near",
          List.of(),
          "同类要素中仅个别文字不同",
          "of elements of a kind only individual signs differ");
    }
    boolean sound = pair.value(Aspect.SOUND) >= thresholds.of("sound-near");
    if (Across.scripts(pair)
        && (sound || pair.value(Aspect.MEANING) >= thresholds.of("meaning-near"))) {
      return new Condition(
          RuleFinding.Outcome.UNDECIDED,
          List.of(ByScores.scored(pair, sound ? Aspect.SOUND : Aspect.MEANING, "near")),
          List.of(Across.ELEMENT_ACROSS));
    }
    boolean unseen =
        left.figure() == MarkView.Figure.PRESENT
            && right.figure() == MarkView.Figure.PRESENT
            && !pair.compared(Aspect.FIGURE);
    return unseen
        ? open("figure-not-compared", "图形部分未比对", "the figures were not compared")
        : no("elements-differ", List.of(), "各要素均不相同", "no element is the same");
  }

  private boolean nearElement(String left, String right, int least) {
    int longest = Math.max(Texts.length(left), Texts.length(right));
    return Math.min(Texts.length(left), Texts.length(right)) >= least
        && Edits.distance(left, right)
            <= Math.max(1, (int) (longest * thresholds.of("differing-share-max")));
  }

  private Condition figures(Pair pair) {
    boolean both =
        pair.left().figure() == MarkView.Figure.PRESENT
            && pair.right().figure() == MarkView.Figure.PRESENT;
    if (!both) {
      return no("no-figures", List.of(), "并非两个商标都含有图形", "not both marks have figures");
    }
    if (!pair.compared(Aspect.FIGURE)) {
      return open("figure-not-compared", "图形未比对", "the figures were not compared");
    }
    boolean near = pair.value(Aspect.FIGURE) >= thresholds.of("figure-near");
    return new Condition(
        near ? RuleFinding.Outcome.APPLIES : RuleFinding.Outcome.DOES_NOT_APPLY,
        List.of(ByScores.scored(pair, Aspect.FIGURE, near ? "near" : "not-near")));
  }

  private static Condition yes(String code, List<String> values, String zh, String en) {
    return new Condition(
        RuleFinding.Outcome.APPLIES, List.of(new RuleReason(code, values, zh, en)));
  }

  private static Condition no(String code, List<String> values, String zh, String en) {
    return new Condition(
        RuleFinding.Outcome.DOES_NOT_APPLY, List.of(new RuleReason(code, values, zh, en)));
  }

  private static Condition open(String code, String zh, String en) {
    return new Condition(
        RuleFinding.Outcome.UNDECIDED, List.of(new RuleReason(code, List.of(), zh, en)));
  }
}
