package org.zhiheng.server.examine.filings;

import java.util.List;
import java.util.Locale;
import org.zhiheng.jobs.examine.pattern.Amount;
import org.zhiheng.jobs.examine.pattern.Evidence;
import org.zhiheng.jobs.examine.pattern.EvidencePack;
import org.zhiheng.jobs.examine.pattern.Factor;
import org.zhiheng.jobs.examine.pattern.Figure;
import org.zhiheng.jobs.examine.pattern.LegalBasis;
import org.zhiheng.jobs.examine.pattern.Pattern;
import org.zhiheng.jobs.examine.pattern.Said;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.RightId;

/// An evidence pack in the reader's language.
///
/// @param words the language
record FilingsReading(Words words) {

  /// Rights that are linked in one line; the file has all.
  private static final int LINKS = 24;

  /// Evidence shown of one factor; the file has more.
  private static final int EVIDENCE = 60;

  FilingsView.Found found(EvidencePack pack, String export) {
    Pattern pattern = pack.pattern();
    return new FilingsView.Found(
        pattern.name(),
        words.say("filings.said", pattern.asOf(), pattern.filings(), pattern.filingsLeftOut()),
        said(pattern.searched()),
        words.say(
            "filings.settings",
            pattern.settings().likenessPerMille(),
            pattern.settings().resaleMonths(),
            pattern.settings().seriesNames(),
            pattern.order().name(),
            pattern.order().version()),
        pack.digest().hex(),
        words.say("filings.by", pack.by(), pack.at()),
        export,
        pattern.factors().stream().map(this::factor).toList(),
        pack.answers().stream()
            .map(one -> new FilingsView.AnswerLine(words.time(one.at()), one.by(), one.text()))
            .toList());
  }

  private FilingsView.FactorLine factor(Factor factor) {
    int more = Math.max(0, factor.evidence().size() - EVIDENCE) + factor.evidenceLeftOut();
    return new FilingsView.FactorLine(
        factor.kind().code(),
        words.code("factor", factor.kind().code()),
        factor.figures().stream().map(this::figure).toList(),
        factor.figures().stream()
            .flatMap(figure -> figure.reference().stream())
            .map(reference -> said(reference.basis()))
            .distinct()
            .toList(),
        factor.evidence().stream().limit(EVIDENCE).map(this::evidence).toList(),
        more == 0 ? "" : words.say("filings.more", more),
        factor.law().stream().map(this::law).toList(),
        words.code("filings.confidence", code(factor.confidence()))
            + words.say("filings.stop")
            + said(factor.confidenceWhy()),
        factor.against().stream().map(this::said).toList());
  }

  private FilingsView.FigureLine figure(Figure figure) {
    String value =
        switch (figure.amount()) {
          case Amount.Count(long count) -> words.number(count);
          case Amount.Share(long part, long whole) ->
              words.number(part) + " / " + words.number(whole);
        };
    return new FilingsView.FigureLine(
        said(figure.label()),
        value + " " + words.codeOrItself("filings.unit", figure.unit()),
        figure
            .reference()
            .map(one -> words.say("filings.reference", one.median(), one.applicants()))
            .orElse(""),
        linked(figure.inputs()));
  }

  private FilingsView.LawLine law(LegalBasis basis) {
    return new FilingsView.LawLine(
        words.say(
                basis.articles().isEmpty() ? "filings.law.whole" : "filings.law",
                said(basis.law()),
                String.join(words.say("list.comma"), basis.articles()),
                words.code("filings.firm", code(basis.firm())),
                said(basis.words()))
            + (basis.undated() ? words.say("filings.undated") : ""),
        basis.source(),
        linked(basis.rights()));
  }

  private FilingsView.EvidenceLine evidence(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Window window ->
          new FilingsView.EvidenceLine(
              words.say("filings.window", window.rights().size(), window.from(), window.through()),
              linked(window.rights()));
      case Evidence.ClassUse use ->
          new FilingsView.EvidenceLine(
              words.say("filings.class", use.niceClass(), use.rights().size())
                  + use.ofBusiness()
                      .map(own -> words.say(own ? "filings.class.business" : "filings.class.other"))
                      .orElse(""),
              linked(use.rights()));
      case Evidence.Pair pair ->
          new FilingsView.EvidenceLine(
              words.say(
                      "filings.pair",
                      pair.name(),
                      pair.known().name(),
                      words.orDash(pair.known().holder()),
                      decimal(pair.rating().sound()),
                      decimal(pair.rating().shape()),
                      decimal(pair.rating().meaning()))
                  + pair.known().since().map(on -> words.say("filings.since", on)).orElse(""),
              linked(
                  java.util.stream.Stream.concat(
                          java.util.stream.Stream.of(pair.right()), pair.known().right().stream())
                      .toList()));
      case Evidence.Transfer transfer ->
          new FilingsView.EvidenceLine(
              words.say(
                  "filings.transfer",
                  transfer.name(),
                  transfer.filedOn(),
                  transfer.assignedOn(),
                  transfer.to(),
                  transfer.months()),
              linked(List.of(transfer.right())));
      case Evidence.Decision decision ->
          new FilingsView.EvidenceLine(
              words.say(
                  "filings.decision",
                  decision.name(),
                  words.code("filings.happening", decision.happening().kind().code()),
                  decision.happening().on(),
                  words.code("filings.ground", code(decision.ground())),
                  words.orDash(decision.happening().text())),
              linked(List.of(decision.right())));
      case Evidence.Link link ->
          new FilingsView.EvidenceLine(
              words.say(
                  "filings.link",
                  link.name(),
                  link.party(),
                  words.code("filings.link", code(link.basis())),
                  words.orDash(link.shared())),
              linked(link.rights()));
      case Evidence.Series series ->
          new FilingsView.EvidenceLine(
              words.say(
                  "filings.series",
                  words.code("filings.series", code(series.rule())),
                  series.pattern(),
                  String.join(words.say("list.comma"), series.names())),
              linked(series.rights()));
    };
  }

  static FilingsView.Linked linked(List<RightId> rights) {
    return new FilingsView.Linked(
        rights.stream().limit(LINKS).map(RightId::toString).toList(),
        Math.max(0, rights.size() - LINKS));
  }

  private String said(Said said) {
    return switch (words.language()) {
      case CHINESE -> said.zh();
      case ENGLISH -> said.en();
    };
  }

  private static String code(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String decimal(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.startsWith("0") ? text.substring(1) : text;
  }
}
