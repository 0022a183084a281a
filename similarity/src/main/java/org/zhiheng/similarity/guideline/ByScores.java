package org.zhiheng.similarity.guideline;

import java.util.List;
import org.zhiheng.similarity.guideline.Mechanisms.Condition;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Evidence;

/// How the rules are decided that ask how alike two marks sound, look and mean.
final class ByScores {

  private static final RuleReason LOOKS_ACROSS =
      new RuleReason(
          "shape-across-scripts",
          List.of(),
          "字母与汉字之间无字形可比",
          "letters and Chinese characters have no shape that could be alike");

  private final Thresholds thresholds;

  ByScores(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  Condition soundAndShape(Pair pair) {
    if (pair.sameForm()) {
      return no(
          "same-form",
          List.of(),
          "文字构成相同，由规则1或7处理",
          "the words are the same, as rules 1 and 7 have it");
    }
    if (!pair.compared(Aspect.SOUND) || !pair.compared(Aspect.SHAPE)) {
      return open("not-compared", "读音或者字形未能比对", "sound or shape was not compared");
    }
    boolean sound = pair.value(Aspect.SOUND) >= thresholds.of("sound-near");
    if (Across.scripts(pair)) {
      return sound
          ? new Condition(
              RuleFinding.Outcome.UNDECIDED,
              List.of(scored(pair, Aspect.SOUND, "near"), LOOKS_ACROSS),
              List.of(Across.bySound(pair)))
          : new Condition(
              RuleFinding.Outcome.DOES_NOT_APPLY, List.of(scored(pair, Aspect.SOUND, "not-near")));
    }
    boolean shape = pair.value(Aspect.SHAPE) >= thresholds.of("shape-near");
    return sound && shape
        ? new Condition(
            RuleFinding.Outcome.APPLIES,
            List.of(scored(pair, Aspect.SOUND, "near"), scored(pair, Aspect.SHAPE, "near")))
        : new Condition(
            RuleFinding.Outcome.DOES_NOT_APPLY,
            List.of(scored(pair, sound ? Aspect.SHAPE : Aspect.SOUND, "not-near")));
  }

  Condition glyphsAlike(Pair pair) {
    if (pair.sameForm()) {
      return no("same-form", List.of(), "文字构成相同", "the make-up is the same");
    }
    if (!pair.compared(Aspect.SOUND) || !pair.compared(Aspect.SHAPE)) {
      return open("not-compared", "读音或者字形未能比对", "sound or shape was not compared");
    }
    if (Across.scripts(pair)) {
      return new Condition(RuleFinding.Outcome.DOES_NOT_APPLY, List.of(LOOKS_ACROSS));
    }
    if (pair.value(Aspect.SHAPE) < thresholds.of("shape-near")) {
      return new Condition(
          RuleFinding.Outcome.DOES_NOT_APPLY, List.of(scored(pair, Aspect.SHAPE, "not-near")));
    }
    boolean other = pair.value(Aspect.SOUND) < thresholds.of("sound-near");
    return new Condition(
        other ? RuleFinding.Outcome.APPLIES : RuleFinding.Outcome.DOES_NOT_APPLY,
        other
            ? List.of(scored(pair, Aspect.SHAPE, "near"), scored(pair, Aspect.SOUND, "not-near"))
            : List.of(scored(pair, Aspect.SOUND, "near")));
  }

  Condition meaningAlike(Pair pair) {
    if (pair.sameForm()) {
      return no("same-form", List.of(), "文字构成相同", "the make-up is the same");
    }
    if (!pair.compared(Aspect.MEANING)) {
      return open("not-compared", "含义未比对", "the meaning was not compared");
    }
    if (pair.compared(Aspect.SOUND) && pair.value(Aspect.SOUND) >= thresholds.of("sound-near")) {
      return new Condition(
          RuleFinding.Outcome.DOES_NOT_APPLY, List.of(scored(pair, Aspect.SOUND, "near")));
    }
    for (Evidence evidence : pair.evidence(Aspect.MEANING)) {
      if (evidence instanceof Evidence.NotCompared) {
        return no("meaning-unknown", List.of(), "未知有无共同含义", "no common meaning is known");
      }
      if (evidence instanceof Evidence.PlacedByModel placed
          && placed.likeness() >= thresholds.of("meaning-hint")) {
        return open(
            "placed-by-model",
            "仅文本模型认为二者含义接近（" + pair.shown(Aspect.MEANING) + "），模型不能区分同义与反义",
            "only a text model places both close ("
                + pair.shown(Aspect.MEANING)
                + "), and it does not tell what means the same from its opposite");
      }
    }
    boolean near = pair.value(Aspect.MEANING) >= thresholds.of("meaning-near");
    return new Condition(
        near ? RuleFinding.Outcome.APPLIES : RuleFinding.Outcome.DOES_NOT_APPLY,
        List.of(scored(pair, Aspect.MEANING, near ? "near" : "not-near")),
        near && Across.scripts(pair) ? List.of(Across.TRANSLATION) : List.of());
  }

  static RuleReason scored(Pair pair, Aspect aspect, String how) {
    String zh =
        switch (aspect) {
          case SOUND -> "读音";
          case SHAPE -> "字形";
          case MEANING -> "含义";
          case FIGURE -> "图形";
        };
    String en =
        switch (aspect) {
          case SOUND -> "sound";
          case SHAPE -> "shape";
          case MEANING -> "meaning";
          case FIGURE -> "figure";
        };
    boolean near = how.equals("near");
    return new RuleReason(
        en + "-" + how,
        List.of(pair.shown(aspect)),
        zh + (near ? "近似（" : "不近似（") + pair.shown(aspect) + "）",
        "the " + en + (near ? " is alike (" : " is not alike (") + pair.shown(aspect) + ")");
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
