package org.zhiheng.server.examine;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.jobs.examine.Examined;
import org.zhiheng.jobs.examine.Hit;
import org.zhiheng.jobs.examine.Inquiry;
import org.zhiheng.jobs.examine.Standing;
import org.zhiheng.jobs.examine.WhyNot;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Reason;
import org.zhiheng.server.page.Words;
import org.zhiheng.server.sample.SampleMarks;
import org.zhiheng.similarity.grounds.GroundFinding;
import org.zhiheng.similarity.guideline.ExceptionFinding;
import org.zhiheng.similarity.guideline.RuleFinding;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.OrderRule;
import org.zhiheng.similarity.score.Score;
import org.zhiheng.similarity.score.Scores;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;

/// Says an examination in the reader's language.
///
/// @param words the language
record ExamineReading(Words words) {

  /// The day the new law takes effect.
  private static final LocalDate NEW_LAW = LocalDate.of(2027, 1, 1);

  ExamineView.Found found(Examined examined) {
    List<ExamineView.Row> rows = new ArrayList<>();
    List<Reason> reasons = new ArrayList<>();
    int rank = 1;
    int inTheWay = 0;
    for (Hit hit : examined.hits()) {
      ExamineView.Row row = row(rank++, hit, examined.inquiry());
      rows.add(row);
      reasons.add(row.reason());
      inTheWay += hit.standing().state().standsInTheWay() ? 1 : 0;
    }
    Reason law = law(examined.inquiry());
    reasons.add(law);
    List<String> cautions = new ArrayList<>();
    examined.cautions().forEach(problem -> cautions.add(words.problem(problem)));
    if (examined.leftOut() > 0) {
      cautions.add(words.count("examine.leftOut", examined.leftOut()));
    }
    return new ExamineView.Found(
        title(examined, inTheWay),
        said(examined),
        law,
        rows,
        reasons,
        cautions,
        grounds(examined),
        basis(examined),
        words.say("examine.next"));
  }

  /// One mark beside the list, as a list of one.
  ///
  /// @param title where it stands
  ExamineView.Found one(WhyNot whyNot, String title) {
    ExamineView.Row row = row(1, whyNot.hit(), whyNot.examined().inquiry());
    Reason law = law(whyNot.examined().inquiry());
    return new ExamineView.Found(
        title,
        said(whyNot.examined()),
        law,
        List.of(row),
        List.of(row.reason(), law),
        List.of(),
        List.of(),
        basis(whyNot.examined()),
        "");
  }

  /// Why a mark stands where it does, as a sentence.
  String place(WhyNot whyNot) {
    String name = shown(whyNot.hit());
    String key = "whynot." + whyNot.place().code();
    return switch (whyNot.place()) {
      case WhyNot.Listed(int rank) -> words.say(key, name, rank);
      case WhyNot.OtherGoods _ ->
          words.say(
              key, name, whyNot.hit().goods().map(new EvidenceWords(words)::goods).orElse(""));
      case WhyNot.FurtherDown(double last) ->
          words.say(
              key, name, EvidenceWords.decimal(whyNot.hit().order()), EvidenceWords.decimal(last));
      case WhyNot.NothingInCommon _ -> words.say(key, name);
      case WhyNot.NotProposed _ ->
          words.say(key, name, EvidenceWords.decimal(whyNot.hit().order()));
    };
  }

  private String shown(Hit hit) {
    return hit.name().isBlank() ? words.say("right.untitled") : hit.name();
  }

  private String title(Examined examined, int inTheWay) {
    String name =
        examined.inquiry().name().isBlank()
            ? words.say("examine.figure.name")
            : examined.inquiry().name();
    if (examined.hits().isEmpty()) {
      return words.say("examine.found.none", name);
    }
    return words.count("examine.found", inTheWay).replace("{name}", name);
  }

  private String said(Examined examined) {
    Inquiry inquiry = examined.inquiry();
    List<String> parts = new ArrayList<>();
    if (!inquiry.classes().isEmpty()) {
      parts.add(words.say("examine.said.classes", String.join(", ", inquiry.classes())));
    }
    if (!inquiry.groups().isEmpty()) {
      parts.add(words.say("examine.said.groups", String.join(", ", inquiry.groups())));
    }
    inquiry.filedOn().ifPresent(day -> parts.add(words.say("examine.said.filed", day)));
    parts.add(
        words.say(
            "examine.said.searched",
            examined.basis().marks(),
            String.format(Locale.ROOT, "%.1f", examined.elapsedMicros() / 1000.0)));
    return String.join(" · ", parts);
  }

  private Reason law(Inquiry inquiry) {
    boolean old = inquiry.lawDate().isBefore(NEW_LAW);
    return new Reason(
        "law",
        Reason.Mark.RULE,
        words.say(old ? "examine.law.2019" : "examine.law.2027"),
        Optional.of(
            new Citation(
                words.say(old ? "law.trademark.2019" : "law.trademark.2026"),
                "",
                "",
                Optional.empty(),
                old ? Confidence.RECALLED : Confidence.UNKNOWN)),
        List.of(
            Reason.Line.of(words.say("examine.lawDate"), words.date(inquiry.lawDate())),
            Reason.Line.of(
                words.say("examine.law.how"),
                words.say(old ? "examine.law.2019.how" : "examine.law.2027.how"))));
  }

  private ExamineView.Row row(int rank, Hit hit, Inquiry inquiry) {
    EvidenceWords evidence = new EvidenceWords(words);
    List<ExamineView.Bar> bars = bars(hit.scores());
    List<String> why = new ArrayList<>();
    List<Reason.Line> lines = new ArrayList<>();
    for (Aspect aspect : Aspect.values()) {
      Optional<Score> score = hit.scores().of(aspect);
      if (score.isPresent() && !score.get().evidence().isEmpty()) {
        List<String> said = score.get().evidence().stream().map(evidence::say).toList();
        lines.add(
            Reason.Line.of(
                words.say("aspect." + code(aspect))
                    + " "
                    + EvidenceWords.decimal(score.get().value()),
                String.join("\n", said)));
      }
    }
    for (RuleFinding rule : hit.rules()) {
      String said =
          switch (words.language()) {
            case CHINESE -> rule.sentenceZh();
            case ENGLISH -> rule.sentenceEn();
          };
      if (rule.outcome() == RuleFinding.Outcome.APPLIES) {
        why.add(brief(rule));
      }
      lines.add(Reason.Line.of(words.say("examine.rule", rule.number()), said));
    }
    if (why.isEmpty()) {
      strongest(hit.scores()).map(evidence::say).ifPresent(why::add);
    }
    hit.goods()
        .ifPresent(relation ->
            lines.add(
                Reason.Line.of(
                    words.say("examine.goods"),
                    String.join("\n", evidence.goodsReasons(relation)))));
    lines.add(Reason.Line.of(words.say("examine.standing"), standing(hit.standing())));
    return new ExamineView.Row(
        rank,
        hit.right().toString(),
        shown(hit),
        reading(hit.scores()),
        meta(hit),
        hit.goods().map(evidence::goods).orElse(""),
        bars,
        why,
        new Reason(
            "hit-" + rank,
            Reason.Mark.RULE,
            words.say(
                "examine.why",
                inquiry.name().isBlank() ? words.say("examine.figure.name") : inquiry.name(),
                shown(hit)),
            hit.rules().stream().findFirst().map(RuleFinding::citation),
            lines),
        words.say("standing." + hit.standing().state().code()),
        !hit.standing().state().standsInTheWay(),
        compare(inquiry, hit),
        picture(hit));
  }

  /// Its picture, small: one that is attached, or the logo of a mark of the sample.
  private static String picture(Hit hit) {
    return hit.picture()
        .map(picture -> PicturePages.thumb(PicturePages.of(hit.right(), picture)))
        .orElseGet(() -> SampleMarks.figureNumbered(hit.number()));
  }

  /// The rule with what decided it: exceptions that only a person can weigh are in the drawer.
  private String brief(RuleFinding rule) {
    boolean chinese = words.language() == Language.CHINESE;
    List<String> parts = new ArrayList<>();
    parts.add(
        words.say(
            "examine.rule.because",
            rule.number(),
            joined(rule.reasons().stream().map(one -> chinese ? one.zh() : one.en()).toList())));
    for (ExceptionFinding exception : rule.exceptions()) {
      if (exception.outcome() == ExceptionFinding.Outcome.DOES_NOT_HOLD) {
        parts.add(
            words.say(
                "examine.rule.exception",
                chinese ? exception.zh() : exception.en(),
                joined(
                    exception.reasons().stream()
                        .map(one -> chinese ? one.zh() : one.en())
                        .toList())));
      }
    }
    return String.join(" ", parts);
  }

  private String joined(List<String> texts) {
    return String.join(words.say("list.comma"), texts);
  }

  /// Each aspect as a bar; empty where it was not compared.
  List<ExamineView.Bar> bars(Scores scores) {
    List<ExamineView.Bar> bars = new ArrayList<>();
    for (Aspect aspect : Aspect.values()) {
      String label = words.say("aspect." + code(aspect));
      bars.add(
          scores
              .of(aspect)
              .filter(score -> score.value() > 0)
              .map(score ->
                  new ExamineView.Bar(
                      label,
                      EvidenceWords.decimal(score.value()),
                      (int) Math.round(score.value() * 100)))
              .orElse(new ExamineView.Bar(label, "", 0)));
    }
    return bars;
  }

  /// The weightiest evidence of the strongest aspect.
  private static Optional<Evidence> strongest(Scores scores) {
    Optional<Score> best = Optional.empty();
    for (Aspect aspect : Aspect.values()) {
      Optional<Score> score = scores.of(aspect).filter(one -> !one.evidence().isEmpty());
      if (score.isPresent() && (best.isEmpty() || score.get().value() > best.get().value())) {
        best = score;
      }
    }
    return best.map(score -> score.evidence().getFirst());
  }

  /// How the earlier mark is read aloud, if the evidence tells.
  private static String reading(Scores scores) {
    for (Evidence evidence : scores.of(Aspect.SOUND).map(Score::evidence).orElse(List.of())) {
      if (evidence instanceof Evidence.Readings readings && !readings.system().equals("latin")) {
        return String.join(
            " ",
            readings.pairs().stream()
                .map(Evidence.Pair::right)
                .filter(text -> !text.isEmpty())
                .toList());
      }
    }
    return "";
  }

  private String meta(Hit hit) {
    List<String> parts = new ArrayList<>();
    if (!hit.holder().isBlank()) {
      parts.add(hit.holder());
    }
    // a day that is told below says these stages by itself
    boolean told =
        switch (hit.stage()) {
          case FILED -> hit.filedOn().isPresent();
          case REGISTERED -> hit.registeredOn().isPresent();
          case UNKNOWN,
              PUBLISHED,
              UNDER_EXAMINATION,
              PRELIMINARILY_APPROVED,
              GRANTED,
              REFUSED,
              WITHDRAWN,
              DEEMED_WITHDRAWN,
              ABANDONED,
              CEASED,
              EXPIRED,
              INVALIDATED,
              CANCELLED,
              SUSPENDED ->
              false;
        };
    if (!told) {
      parts.add(words.codeOrItself("stage", hit.stage().code()));
    }
    hit.filedOn().ifPresent(day -> parts.add(words.say("examine.filed", day)));
    hit.priorityOn().ifPresent(day -> parts.add(words.say("examine.priority", day)));
    hit.registeredOn().ifPresent(day -> parts.add(words.say("examine.registered", day)));
    return String.join(" · ", parts);
  }

  private String standing(Standing standing) {
    String text = words.say("standing." + standing.state().code() + ".why");
    String on = standing.on().map(day -> " " + words.say("standing.on", day)).orElse("");
    String article =
        standing.article().isEmpty() ? "" : " " + words.say("standing.article", standing.article());
    return text
        + on
        + article
        + switch (standing.provision()) {
          case CERTAIN -> "";
          case PROVISIONAL -> " " + words.say("standing.provisional");
        };
  }

  private List<Reason.Line> basis(Examined examined) {
    List<Reason.Line> lines = new ArrayList<>();
    lines.add(Reason.Line.of(words.say("examine.basis.index"), examined.basis().indexVersion()));
    lines.add(
        Reason.Line.of(
            words.say("examine.basis.order"),
            examined.basis().order().name()
                + " "
                + examined.basis().order().version()
                + ": "
                + order(examined.basis().order())));
    examined
        .basis()
        .goods()
        .ifPresent(goods ->
            lines.add(
                Reason.Line.of(
                    words.say("examine.basis.goods"),
                    goods.name() + " " + goods.digest().brief())));
    lines.add(Reason.Line.of(words.say("examine.basis.list"), examined.list().hex()));
    return lines;
  }

  /// The order rule in the reader's language; as the engine says it where we have no words.
  private String order(OrderRule rule) {
    return order(words, rule);
  }

  static String order(Words words, OrderRule rule) {
    String key = "order." + rule.name() + "." + rule.version();
    return words.has(key) ? words.say(key) : rule.description();
  }

  /// What stands against the sign itself.
  private List<ExamineView.Ground> grounds(Examined examined) {
    List<ExamineView.Ground> grounds = new ArrayList<>();
    for (GroundFinding ground : examined.grounds()) {
      String article = ground.citation().instrument() + " " + ground.citation().article();
      grounds.add(
          new ExamineView.Ground(
              ground.standing() == GroundFinding.Standing.PROVISIONAL
                  ? article + " · " + words.say("standing.provisional")
                  : article,
              switch (words.language()) {
                case CHINESE -> ground.zh();
                case ENGLISH -> ground.en();
              },
              ground.matched()));
    }
    return grounds;
  }

  /// Where the two are side by side, with their pictures where they have some.
  static String compare(Inquiry inquiry, Hit hit) {
    StringBuilder address =
        new StringBuilder(ComparePages.PATH)
            .append("?left=")
            .append(encoded(inquiry.name()))
            .append("&right=")
            .append(encoded(hit.name()));
    inquiry
        .figure()
        .ifPresent(figure ->
            address.append('&').append(ComparePages.FIGURE).append('=').append(figure.hex()));
    address.append('&').append(ComparePages.RIGHT_MARK).append('=').append(hit.right());
    if (!SampleMarks.figureNumbered(hit.number()).isEmpty()) {
      address
          .append('&')
          .append(ComparePages.RIGHT_SAMPLE)
          .append('=')
          .append(encoded(hit.number()));
    }
    return address.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String code(Aspect aspect) {
    return aspect.name().toLowerCase(Locale.ROOT);
  }
}
