package org.zhiheng.jobs.examine.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.zhiheng.jobs.examine.Basis;
import org.zhiheng.jobs.examine.Examinations;
import org.zhiheng.jobs.examine.Examined;
import org.zhiheng.jobs.examine.Hit;
import org.zhiheng.jobs.examine.Inquiry;
import org.zhiheng.similarity.grounds.GroundFinding;
import org.zhiheng.similarity.guideline.RuleFinding;
import org.zhiheng.similarity.score.OrderRule;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.Problem;

/// Writes a kept examination out as a report.
///
/// @param tongue the language
record ReportText(Tongue tongue) {

  /// The day the new law takes effect.
  private static final LocalDate NEW_LAW = LocalDate.of(2027, 1, 1);

  /// @param intact whether the digest taken over the kept list is the one kept beside it
  ExaminationReport report(Examinations.Kept kept, Examined examined, boolean intact) {
    HitText hits = new HitText(tongue);
    List<ExaminationReport.Line> lines = new ArrayList<>();
    List<ExaminationReport.Detail> details = new ArrayList<>();
    int rank = 1;
    for (Hit hit : examined.hits()) {
      lines.add(hits.line(rank, hit));
      details.add(hits.detail(rank, hit));
      rank++;
    }
    List<ExaminationReport.Ground> grounds = new ArrayList<>();
    for (GroundFinding ground : examined.grounds()) {
      String provisional =
          switch (ground.standing()) {
            case IN_FORCE -> "";
            case PROVISIONAL -> tongue.say("；条号暂定", "; the article is provisional");
          };
      grounds.add(
          new ExaminationReport.Ground(
              ground.matched(),
              tongue.say(ground.zh(), ground.en()),
              hits.source(ground.citation()) + provisional));
    }
    return new ExaminationReport(
        tongue,
        kept.id(),
        kept.content().list(),
        sign(examined.inquiry()),
        asked(kept, examined.inquiry()),
        result(examined),
        lines,
        details,
        grounds,
        basis(kept, examined),
        check(kept, intact),
        open(examined));
  }

  private String sign(Inquiry inquiry) {
    return inquiry.name().isBlank() ? tongue.say("图形商标", "a figure") : inquiry.name();
  }

  private List<ExaminationReport.Fact> asked(Examinations.Kept kept, Inquiry inquiry) {
    List<ExaminationReport.Fact> facts = new ArrayList<>();
    if (!inquiry.name().isBlank()) {
      facts.add(fact("商标文字", "Words of the mark", inquiry.name()));
    }
    inquiry
        .figure()
        .ifPresent(figure -> facts.add(fact("图形（SHA-256）", "Picture (SHA-256)", figure.hex())));
    facts.add(fact("类别", "Classes", orAll(inquiry.classes())));
    facts.add(fact("类似群", "Similar groups", orAll(inquiry.groups())));
    facts.add(
        fact(
            "申请人",
            "Applicant",
            inquiry.applicant().isBlank()
                ? tongue.say("未填：没有按同一权利人排除任何商标", "not named: no mark is set aside as one's own")
                : inquiry.applicant()));
    facts.add(
        fact(
            "申请日或优先权日",
            "Filing or priority date",
            inquiry
                .filedOn()
                .map(tongue::day)
                .orElse(tongue.say("未填：以适用法律日期为准", "not given: the law's day stands for it"))));
    facts.add(
        fact(
            "适用法律",
            "Law applied",
            inquiry.lawDate().isBefore(NEW_LAW)
                ? tongue.say(
                    tongue.day(inquiry.lawDate()) + "：商标法（2019年修正）",
                    tongue.day(inquiry.lawDate()) + ": Trademark Law as amended in 2019")
                : tongue.say(
                    tongue.day(inquiry.lawDate()) + "：2027年1月1日施行的商标法；条文未能核对，所引条号为2019年法",
                    tongue.day(inquiry.lawDate())
                        + ": Trademark Law in force on 1 January 2027; its articles could not be"
                        + " read, what is said by article is of the law of 2019")));
    facts.add(fact("列出上限", "Listed at most", tongue.number(inquiry.top())));
    facts.add(
        fact(
            "检索并保存",
            "Examined and kept",
            tongue.say(
                tongue.moment(kept.content().at()) + "，" + kept.content().by(),
                tongue.moment(kept.content().at()) + ", by " + kept.content().by())));
    return facts;
  }

  private String orAll(java.util.Set<String> symbols) {
    return symbols.isEmpty()
        ? tongue.say("全部", "all")
        : tongue.list(List.copyOf(new TreeSet<>(symbols)));
  }

  private List<String> result(Examined examined) {
    List<String> lines = new ArrayList<>();
    int listed = examined.hits().size();
    if (listed == 0) {
      lines.add(
          tongue.say(
              "在所检索的 " + tongue.number(examined.basis().marks()) + " 件商标中，没有列出在先商标。",
              "Among the "
                  + tongue.number(examined.basis().marks())
                  + " marks searched no earlier mark is listed."));
    } else {
      long citable =
          examined.hits().stream().filter(hit -> hit.standing().state().standsInTheWay()).count();
      long first = examined.hits().stream().filter(ReportText::weighsFirst).count();
      lines.add(
          tongue.say(
              "在所检索的 "
                  + tongue.number(examined.basis().marks())
                  + " 件商标中列出 "
                  + listed
                  + " 件；按法律状态，其中 "
                  + citable
                  + " 件可以引证或须查证。",
              "Of the "
                  + tongue.number(examined.basis().marks())
                  + " marks searched "
                  + listed
                  + (listed == 1 ? " is listed; " : " are listed; ")
                  + citable
                  + " of them can be cited by their standing, or have to be looked up."));
      lines.add(
          tongue.say(
              first == 0
                  ? "没有一件同时满足：可以引证、有审查指南规则适用、商品类似或须由人阅读。"
                  : "其中 " + first + " 件同时满足：可以引证、有审查指南规则适用、商品类似或须由人阅读；应首先予以衡量。",
              first == 0
                  ? "None of them can be cited, meets a rule of the guideline and stands for similar"
                      + " goods all at once."
                  : first
                      + (first == 1 ? " can be cited, meets" : " can be cited, meet")
                      + " a rule of the guideline and "
                      + (first == 1 ? "stands" : "stand")
                      + " for goods that are similar or that a person has to read: weigh "
                      + (first == 1 ? "it" : "these")
                      + " first."));
    }
    if (examined.leftOut() > 0) {
      lines.add(
          tongue.say(
              "另有 " + examined.leftOut() + " 件标志相近，因商品按区分表不相关而未列出。",
              examined.leftOut()
                  + (examined.leftOut() == 1 ? " mark is" : " marks are")
                  + " near in sign and not listed: the goods are unrelated by the table."));
    }
    return lines;
  }

  /// It can be cited, a rule applies, and its goods are not known to be apart.
  private static boolean weighsFirst(Hit hit) {
    boolean rule =
        hit.rules().stream().anyMatch(one -> one.outcome() == RuleFinding.Outcome.APPLIES);
    boolean goods = hit.goods().map(one -> one.kind().similar() || one.personReads()).orElse(true);
    return rule && goods && hit.standing().state().standsInTheWay();
  }

  private List<ExaminationReport.Fact> basis(Examinations.Kept kept, Examined examined) {
    Basis basis = examined.basis();
    List<ExaminationReport.Fact> facts = new ArrayList<>();
    facts.add(
        fact(
            "商标索引",
            "Index of marks",
            tongue.say(
                basis.indexVersion() + "，" + tongue.number(basis.marks()) + " 件",
                basis.indexVersion() + ", " + tongue.number(basis.marks()) + " marks")));
    facts.add(
        fact(
            "排序规则",
            "Order rule",
            basis.order().name() + " " + basis.order().version() + order(basis.order())));
    facts.add(fact("审查指南规则", "Rules of the guideline", basis.guideline()));
    facts.add(
        fact(
            "类似商品和服务区分表",
            "Table of similar goods",
            basis
                .goods()
                .map(goods -> goods.name() + ", SHA-256 " + goods.digest().hex())
                .orElse(tongue.say("未导入", "none imported"))));
    facts.add(
        fact(
            "图形",
            "Figures",
            basis
                .figures()
                .map(figures ->
                    tongue.say(
                        tongue.number(figures.count()) + " 幅，SHA-256 " + figures.digest().hex(),
                        tongue.number(figures.count())
                            + " compared with, SHA-256 "
                            + figures.digest().hex()))
                .orElse(tongue.say("未询问图形", "no picture was asked about"))));
    facts.add(fact("列表摘要值（SHA-256）", "Digest of the list (SHA-256)", kept.content().list().hex()));
    return facts;
  }

  /// The rule's own words are English; those of an older version than today's have no others.
  private String order(OrderRule rule) {
    return rule.equals(Words.ORDER)
        ? tongue.say(
            "：取最相近的要素（拉丁、汉字或二者之间），音与形中较强者占五分之三、较弱者占五分之二；跨文字时按音译与含义所得的"
                + "十分之九。拉丁要素不低于一标包含另一标的程度；词序变动（0.95）、仅一方有显著词（0.8）或一标兼有两种文字"
                + "（0.97）时酌减。",
            ": " + rule.description())
        : tongue.say("（说明以英文保存）：", ": ") + rule.description();
  }

  private List<String> check(Examinations.Kept kept, boolean intact) {
    String id = kept.id().toString();
    return List.of(
        tongue.say(
            "列表摘要值：将各商标按名次逐行写成“编号 空格 排序值（六位小数）”，每行以换行结束，取 SHA-256。编号与排序值见本记录的 JSON（hits 中的 right 与 order）。"
                + (intact ? "生成本报告时已重新计算，与保存值一致。" : "生成本报告时重新计算，与保存值不一致：记录可能已被改动。"),
            "The digest of the list: SHA-256 over one line a mark in the order of ranks, its id, a"
                + " blank and its order value with six places, each line ended by a line feed. Both"
                + " stand in the record's JSON (right and order of each of hits). "
                + (intact
                    ? "It was taken again for this report and is the same."
                    : "It was taken again for this report and is NOT the same: the record may have"
                        + " been changed.")),
        tongue.say(
            "再次检索：打开记录 " + id + "，或运行 zhiheng examination show " + id + "。依据相同则列表相同；依据不同时逐项列出差异。",
            "Ask again: open record "
                + id
                + ", or run zhiheng examination show "
                + id
                + ". On the same basis the list is the same; where the basis is another one, it is"
                + " said in what."),
        tongue.say(
            "每条规则注明出处及核对程度；凭记忆者须先核对原文再引用。",
            "Each rule names its source and how far that was checked: read the text before citing"
                + " one that was recalled."));
  }

  private List<String> open(Examined examined) {
    List<String> lines = new ArrayList<>();
    for (Problem caution : examined.cautions()) {
      lines.add(caution(caution));
    }
    lines.add(tongue.say("本工作区未收录的商标。", "Marks that are not recorded in this workspace."));
    if (examined.hits().size() == examined.inquiry().top()) {
      lines.add(
          tongue.say(
              "名次在 " + examined.inquiry().top() + " 之后的商标：列表已满。",
              "Marks beyond rank " + examined.inquiry().top() + ": the list is full."));
    }
    if (examined.inquiry().figure().isEmpty()) {
      lines.add(tongue.say("图形：本次只比较文字。", "Figures: only words were compared."));
    } else {
      lines.add(tongue.say("图形中的文字。", "Words within figures."));
    }
    if (examined.inquiry().classes().isEmpty() && examined.inquiry().groups().isEmpty()) {
      lines.add(
          tongue.say(
              "商品是否类似：未指定类别或类似群。", "Whether goods are similar: no class or group was named."));
    }
    lines.add(
        tongue.say(
            "使用情况、知名度、显著性强弱、共存协议，以及商标以外的在先权利。",
            "Use, reputation, strength of distinctiveness, consents, and earlier rights other than"
                + " marks."));
    return lines;
  }

  private String caution(Problem caution) {
    return switch (caution.code()) {
      case "goods-table-missing" -> tongue.say("未导入区分表：没有比较商品是否类似。", caution.reason());
      case "shape-not-looked-at" ->
          tongue.say("未审查第十二条：三维标志的形状是否仅由商品自身性质产生、为获得技术效果所需或者使商品具有实质性价值。", caution.reason());
      case "meaning-model-missing" -> tongue.say("文本模型不可用：词表无载的中文名称没有按含义比对。", caution.reason());
      default -> caution.reason();
    };
  }

  private ExaminationReport.Fact fact(String zh, String en, String text) {
    return new ExaminationReport.Fact(tongue.say(zh, en), text);
  }
}
