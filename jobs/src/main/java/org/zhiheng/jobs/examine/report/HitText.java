package org.zhiheng.jobs.examine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.examine.Hit;
import org.zhiheng.jobs.examine.Standing;
import org.zhiheng.register.life.LifeStage;
import org.zhiheng.similarity.guideline.ExceptionFinding;
import org.zhiheng.similarity.guideline.RuleFinding;
import org.zhiheng.similarity.guideline.RuleNote;
import org.zhiheng.similarity.guideline.RuleReason;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Score;
import org.zhiheng.values.Citation;

/// An earlier mark as a report says it.
///
/// @param tongue the language
record HitText(Tongue tongue) {

  ExaminationReport.Line line(int rank, Hit hit) {
    List<String> scores = new ArrayList<>();
    for (Aspect aspect : Aspect.values()) {
      scores.add(
          hit.scores()
              .of(aspect)
              .filter(score -> !notCompared(score))
              .map(score -> EvidenceText.decimal(score.value()))
              .orElse("–"));
    }
    return new ExaminationReport.Line(
        rank,
        mark(hit),
        hit.number(),
        hit.holder(),
        day(hit),
        hit.goods().map(new EvidenceText(tongue)::goods).orElse(""),
        scores,
        standing(hit.standing().state()));
  }

  /// Nothing but that it was not compared stands behind it.
  private static boolean notCompared(Score score) {
    return score.value() == 0
        && score.evidence().stream().anyMatch(one -> one instanceof Evidence.NotCompared);
  }

  ExaminationReport.Detail detail(int rank, Hit hit) {
    EvidenceText evidence = new EvidenceText(tongue);
    List<ExaminationReport.Fact> facts = new ArrayList<>();
    for (Aspect aspect : Aspect.values()) {
      Optional<Score> score = hit.scores().of(aspect);
      if (score.isPresent() && !score.get().evidence().isEmpty()) {
        facts.add(
            new ExaminationReport.Fact(
                aspect(aspect),
                (notCompared(score.get())
                        ? ""
                        : EvidenceText.decimal(score.get().value()) + tongue.say("。", ". "))
                    + tongue.sentences(
                        score.get().evidence().stream().map(evidence::say).toList())));
      }
    }
    hit.goods()
        .ifPresent(relation ->
            facts.add(
                new ExaminationReport.Fact(
                    tongue.say("商品", "Goods"),
                    evidence.goods(relation)
                        + tongue.say("。", ". ")
                        + tongue.sentences(evidence.goodsReasons(relation)))));
    facts.add(
        new ExaminationReport.Fact(
            tongue.say("法律状态", "Standing"), why(hit.standing(), hit.stage())));
    return new ExaminationReport.Detail(
        rank, mark(hit), hit.number(), facts, hit.rules().stream().map(this::rule).toList());
  }

  /// A source, and how far it was checked.
  String source(Citation citation) {
    return new SourceText(tongue).say(citation);
  }

  /// `sound` in words.
  String aspect(Aspect aspect) {
    return switch (aspect) {
      case SOUND -> tongue.say("音", "Sound");
      case SHAPE -> tongue.say("形", "Shape");
      case MEANING -> tongue.say("义", "Meaning");
      case FIGURE -> tongue.say("图", "Figure");
    };
  }

  private String mark(Hit hit) {
    return hit.name().isBlank() ? tongue.say("（无文字）", "(no words)") : hit.name();
  }

  private String day(Hit hit) {
    return hit.registeredOn()
        .map(day -> tongue.say(tongue.day(day) + "注册", "registered " + tongue.day(day)))
        .or(() ->
            hit.filedOn()
                .map(day -> tongue.say(tongue.day(day) + "申请", "filed " + tongue.day(day))))
        .orElse("");
  }

  private ExaminationReport.Rule rule(RuleFinding rule) {
    String title = tongue.say(rule.titleZh(), rule.titleEn());
    String named = title.isEmpty() ? "" : tongue.say("（" + title + "）", " (" + title + ")");
    String heading =
        switch (rule.outcome()) {
          case APPLIES ->
              tongue.say(
                  "规则 " + rule.number() + named + "适用",
                  "Rule " + rule.number() + named + " applies");
          case DOES_NOT_APPLY ->
              tongue.say(
                  "规则 " + rule.number() + named + "不适用",
                  "Rule " + rule.number() + named + " does not apply");
          case UNDECIDED ->
              tongue.say(
                  "规则 " + rule.number() + named + "须由人判断",
                  "Rule " + rule.number() + named + " is for a person to decide");
        };
    return new ExaminationReport.Rule(
        heading,
        reasons(rule.reasons()) + notes(rule.notes()),
        rule.exceptions().stream().map(this::exception).toList(),
        source(rule.citation()));
  }

  /// What is said beside a rule, each with its source.
  private String notes(List<RuleNote> notes) {
    StringBuilder said = new StringBuilder();
    for (RuleNote note : notes) {
      said.append(
          tongue.say(
              "。" + note.zh().replaceAll("。$", "") + "（" + source(note.citation()) + "）",
              " " + note.en() + " (" + source(note.citation()) + ")."));
    }
    return said.toString();
  }

  private String exception(ExceptionFinding exception) {
    String words = tongue.say(exception.zh(), exception.en());
    String outcome =
        switch (exception.outcome()) {
          case HOLDS -> tongue.say("成立", "holds");
          case DOES_NOT_HOLD -> tongue.say("不成立", "does not hold");
          case UNDECIDED -> tongue.say("须由人判断", "is for a person to decide");
        };
    String why = exception.reasons().isEmpty() ? "" : reasons(exception.reasons());
    return tongue.say(
        "除外情形“"
            + words
            + "”"
            + outcome
            + (why.isEmpty() ? "" : "：" + why)
            + "（条文"
            + new SourceText(tongue).confidence(exception.confidence())
            + "）",
        "Exception “"
            + words
            + "” "
            + outcome
            + (why.isEmpty() ? "" : ": " + why)
            + " (wording "
            + new SourceText(tongue).confidence(exception.confidence())
            + ")");
  }

  private String reasons(List<RuleReason> reasons) {
    return String.join(
        tongue.say("；", "; "),
        reasons.stream().map(one -> tongue.say(one.zh(), one.en())).toList());
  }

  /// Whether it can be cited, in a few words.
  String standing(Standing.State state) {
    return switch (state) {
      case CITABLE -> tongue.say("可引证", "can be cited");
      case SAME_HOLDER -> tongue.say("同一权利人：不引证", "same holder: not cited");
      case SAME_DAY -> tongue.say("同日申请", "filed on the same day");
      case LATER -> tongue.say("在后申请", "filed later");
      case ENDED_WITHIN_YEAR -> tongue.say("失效未满一年", "ended less than a year ago");
      case ENDED -> tongue.say("已失效", "ended");
      case UNKNOWN -> tongue.say("状态不明", "not known");
    };
  }

  private String why(Standing standing, LifeStage stage) {
    String why =
        switch (standing.state()) {
          case CITABLE -> tongue.say("申请在先，有效或在审", "It is earlier, and alive or pending");
          case SAME_HOLDER -> tongue.say("同一权利人的商标不作引证", "The same holder's marks are not cited");
          case SAME_DAY ->
              tongue.say(
                  "同日申请：先使用者优先，否则协商或抽签",
                  "Filed on the same day: first use decides, then agreement or lot");
          case LATER -> tongue.say("申请在后，不构成障碍", "Filed later: it does not stand in the way");
          case ENDED_WITHIN_YEAR ->
              tongue.say(
                  "已失效，自失效之日起一年内不核准近似商标",
                  "It ended, and for a year similar marks are not registered");
          case ENDED -> tongue.say("已失效或未获注册", "It ended, or never came to registration");
          case UNKNOWN ->
              tongue.say(
                  "记录中没有申请日或失效日，须查证",
                  "The register does not say when it was filed or ended: look it up");
        };
    String on =
        standing
            .on()
            .map(day -> tongue.say("（" + tongue.day(day) + "）", " (" + tongue.day(day) + ")"))
            .orElse("");
    String article =
        standing.article().isEmpty()
            ? ""
            : tongue.say(
                "商标法（2019年修正）第" + standing.article() + "条。",
                " Trademark Law (2019), art. " + standing.article() + ".");
    String provisional =
        switch (standing.provision()) {
          case CERTAIN -> "";
          case PROVISIONAL ->
              tongue.say(
                  "暂定：该日期适用的法律条文尚未逐条核对。",
                  " Provisional: the law of that day is not confirmed article by article.");
        };
    return why
        + on
        + tongue.say("；登记状态：" + stage(stage) + "。", "; recorded as " + stage(stage) + ".")
        + article
        + provisional;
  }

  private String stage(LifeStage stage) {
    return switch (stage) {
      case UNKNOWN -> tongue.say("不明", "state not known");
      case FILED -> tongue.say("已申请", "filed");
      case PUBLISHED -> tongue.say("已公布", "published");
      case UNDER_EXAMINATION -> tongue.say("审查中", "under examination");
      case PRELIMINARILY_APPROVED -> tongue.say("已初步审定", "preliminarily approved");
      case GRANTED -> tongue.say("已授权", "granted");
      case REGISTERED -> tongue.say("已注册", "registered");
      case REFUSED -> tongue.say("已驳回", "refused");
      case WITHDRAWN -> tongue.say("已撤回", "withdrawn");
      case DEEMED_WITHDRAWN -> tongue.say("视为撤回", "deemed withdrawn");
      case ABANDONED -> tongue.say("已放弃", "abandoned");
      case CEASED -> tongue.say("已终止", "ceased");
      case EXPIRED -> tongue.say("期满", "expired");
      case INVALIDATED -> tongue.say("宣告无效", "invalidated");
      case CANCELLED -> tongue.say("已撤销", "cancelled");
      case SUSPENDED -> tongue.say("中止", "suspended");
    };
  }
}
