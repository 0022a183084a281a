package org.zhiheng.jobs.examine.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.zhiheng.jobs.examine.Answers;
import org.zhiheng.values.RightId;

/// Writes a pattern out in sections and sentences.
final class PackText {

  private PackText() {}

  static List<EvidencePack.Section> sections(Pattern pattern, List<Answers.Answer> answers) {
    List<EvidencePack.Section> sections = new ArrayList<>();
    sections.add(notice(pattern));
    pattern.factors().forEach(factor -> sections.add(section(factor)));
    sections.add(answers(answers));
    return sections;
  }

  private static EvidencePack.Section notice(Pattern pattern) {
    List<Said> lines = new ArrayList<>();
    switch (pattern.purpose()) {
      case OTHERS ->
          lines.add(
              new Said(
                  "线索，仅供有权限的人员使用；不是结论，不评总分。",
                  "Suspicion, for authorised roles only; no verdict and no total score."));
      case OWN ->
          lines.add(
              new Said(
                  "自查：这些防御性申请能否站得住？不是结论，不评总分。",
                  "Self-check: would these defensive filings stand? No verdict and no total score."));
    }
    lines.add(
        new Said(
            "法律文本未见任何数值界限；数字旁仅列参照值。",
            "No text of the law that was found has a number; figures stand beside references only."));
    lines.add(
        new Said(
            "截至 "
                + pattern.asOf()
                + "，共 "
                + pattern.filings()
                + " 件申请，另有 "
                + pattern.filingsLeftOut()
                + " 件较早的未读取。",
            "As of "
                + pattern.asOf()
                + ": "
                + pattern.filings()
                + " filings; "
                + pattern.filingsLeftOut()
                + " older records were not read."));
    return new EvidencePack.Section(
        "notice",
        new Said(pattern.name() + "：申请行为", pattern.name() + ": how it files"),
        lines,
        List.of(),
        List.of());
  }

  private static EvidencePack.Section section(Factor factor) {
    List<Said> lines = new ArrayList<>();
    TreeSet<RightId> rights = new TreeSet<>();
    for (Figure figure : factor.figures()) {
      rights.addAll(figure.inputs());
      lines.add(line(figure));
    }
    lines.add(factor.confidenceWhy());
    factor
        .against()
        .forEach(one -> lines.add(new Said("反面考虑：" + one.zh(), "Against: " + one.en())));
    return new EvidencePack.Section(
        factor.kind().code(),
        title(factor.kind()),
        lines,
        List.copyOf(rights),
        factor.law().stream().map(PackText::source).toList());
  }

  private static Said line(Figure figure) {
    String amount =
        switch (figure.amount()) {
          case Amount.Count(long count) -> Long.toString(count);
          case Amount.Share(long part, long whole) -> part + " / " + whole;
        };
    String referenceZh =
        figure
            .reference()
            .map(one -> "（参照：" + one.median() + "，" + one.applicants() + " 个权利人）")
            .orElse("");
    String referenceEn =
        figure
            .reference()
            .map(one -> " (reference: " + one.median() + ", of " + one.applicants() + " holders)")
            .orElse("");
    return new Said(
        figure.label().zh() + "：" + amount + " " + unitZh(figure.unit()) + referenceZh,
        figure.label().en() + ": " + amount + " " + figure.unit() + referenceEn);
  }

  private static String unitZh(String unit) {
    return switch (unit) {
      case "filings" -> "件";
      case "classes" -> "类";
      case "parties" -> "个主体";
      case "names" -> "个名称";
      default -> unit;
    };
  }

  private static Said source(LegalBasis basis) {
    String articles = String.join("、", basis.articles());
    String plain = String.join(", ", basis.articles());
    return new Said(
        basis.law().zh()
            + (articles.isEmpty() ? "" : " 第 " + articles + " 条")
            + firmZh(basis.firm())
            + "："
            + basis.words().zh(),
        basis.law().en()
            + (plain.isEmpty() ? "" : ", art. " + plain)
            + firmEn(basis.firm())
            + ": "
            + basis.words().en());
  }

  private static String firmZh(LegalBasis.Firm firm) {
    return switch (firm) {
      case READ -> "";
      case PROVISIONAL -> "（暂定）";
      case NOT_READ -> "（未核对）";
    };
  }

  private static String firmEn(LegalBasis.Firm firm) {
    return switch (firm) {
      case READ -> "";
      case PROVISIONAL -> " (provisional)";
      case NOT_READ -> " (not read)";
    };
  }

  private static EvidencePack.Section answers(List<Answers.Answer> answers) {
    List<Said> lines = new ArrayList<>();
    answers.forEach(one ->
        lines.add(
            new Said(
                one.at() + "（" + one.by() + " 记录）：" + one.text(),
                one.at() + " (recorded by " + one.by() + "): " + one.text())));
    if (lines.isEmpty()) {
      lines.add(new Said("尚无答复。", "No answer so far."));
    }
    return new EvidencePack.Section(
        "answers", new Said("对方答复", "The other side's answer"), lines, List.of(), List.of());
  }

  static Said title(Factor.Kind kind) {
    return switch (kind) {
      case BURST -> new Said("集中申请", "Filing bursts");
      case CLASS_SPREAD -> new Said("类别跨度", "Class spread");
      case RESEMBLANCE -> new Said("与他人在先商标近似", "Likeness to others' known marks");
      case RESALE -> new Said("转让牟利痕迹", "Resale traces");
      case DECISIONS -> new Said("既往决定", "Earlier decisions");
      case NON_USE -> new Said("不使用撤销", "Cancelled for non-use");
      case NETWORK -> new Said("关联主体", "Network");
      case SERIES -> new Said("批量生成的名称", "Machine-made series");
    };
  }
}
