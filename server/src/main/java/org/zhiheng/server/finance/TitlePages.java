package org.zhiheng.server.finance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.finance.FinanceDesk;
import org.zhiheng.jobs.finance.Finding;
import org.zhiheng.jobs.finance.GroundLaw;
import org.zhiheng.jobs.finance.TitleCheck;
import org.zhiheng.jobs.finance.TitleQuestion;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;

/// The title gate: what the record shows of the grounds that can stand against a pledge.
public final class TitlePages {

  private static final int RIGHTS_MAX = 50;
  private static final Pattern APART = Pattern.compile("[\\s,，;；、]+");

  private final Rendering rendering;
  private final FinanceDesk desk;
  private final Records records;

  /// Over this desk and these records.
  public TitlePages(Rendering rendering, FinanceDesk desk, Records records) {
    this.rendering = rendering;
    this.desk = desk;
    this.records = records;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET(Place.FINANCE.path(), this::show).build();
  }

  private ServerResponse show(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.READ);
    Words words = rendering.words(request.servletRequest());
    String typed = request.param("rights").orElse("").strip();
    String term = request.param("term").orElse("").strip();
    List<String> refused = new ArrayList<>();
    Optional<LocalDate> end = term(term, words, refused);
    TitleQuestion question =
        new TitleQuestion(List.of(), end, desk.today(), TitleQuestion.EXTRACT_DAYS);
    List<TitleView.Title> titles = new ArrayList<>();
    List<String> asked =
        APART.splitAsStream(typed).filter(one -> !one.isEmpty()).distinct().toList();
    if (asked.size() > RIGHTS_MAX) {
      refused.add(words.say("title.many", RIGHTS_MAX));
    }
    for (String one : asked.stream().limit(RIGHTS_MAX).toList()) {
      Parsed<RightId> meant = records.meantOne(acting, one);
      Parsed<TitleCheck> checked =
          switch (meant) {
            case Parsed.Ok<RightId> ok -> desk.check(acting, ok.value(), question);
            case Parsed.Refused<RightId> refusal -> new Parsed.Refused<>(refusal.problem());
          };
      switch (checked) {
        case Parsed.Ok<TitleCheck> ok ->
            titles.add(title(acting, words, meant.orThrow(), ok.value()));
        case Parsed.Refused<TitleCheck> refusal ->
            refused.add(one + ": " + said(words, refusal.problem()));
      }
    }
    return rendering.page(
        request, Place.FINANCE, "finance/title.jte", new TitleView(typed, term, titles, refused));
  }

  private static String said(Words words, Problem problem) {
    return words.problem(problem) + (problem.given().isEmpty() ? "" : " (" + problem.given() + ")");
  }

  private static Optional<LocalDate> term(String text, Words words, List<String> refused) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException none) {
      refused.add(words.say("problem.date") + " (" + text + ")");
      return Optional.empty();
    }
  }

  private TitleView.Title title(Acting acting, Words words, RightId right, TitleCheck check) {
    Optional<RightFile> file = records.show(acting, right);
    return new TitleView.Title(
        right.toString(),
        file.map(RightFile::title).orElse(""),
        file.flatMap(one -> one.right().numbers().stream().findFirst())
            .map(number -> number.text())
            .orElse(""),
        check.verdict().code(),
        words.code("title.verdict", check.verdict().code()),
        check
            .elsewhereAsOf()
            .map(day -> words.say("title.elsewhere", words.date(day)))
            .orElseGet(() -> words.say("title.elsewhere.unknown")),
        desk.reservations(acting, right).stream()
            .filter(one -> one.freed().isEmpty())
            .map(one -> words.say("title.backs", one.deal(), one.recordNumber()))
            .toList(),
        check.findings().stream().map(finding -> ground(words, finding)).toList());
  }

  private TitleView.Ground ground(Words words, Finding finding) {
    GroundLaw.Said said = desk.law().of(finding.ground());
    boolean chinese = words.language() == Language.CHINESE;
    String key = "title.code." + finding.code();
    return new TitleView.Ground(
        chinese ? said.zh() : said.en(),
        finding.status().code(),
        words.code("title.status", finding.status().code()),
        chinese && words.has(key) ? words.say(key) : finding.reason(),
        Stream.concat(finding.entries().stream(), finding.acknowledgement().stream())
            .map(entry -> entry(words, entry))
            .toList(),
        (said.citation().instrument() + " " + said.citation().article()).strip());
  }

  private static String entry(Words words, Finding.Entry entry) {
    return Stream.of(
            words.date(entry.on()),
            words.codeOrItself("event", entry.kind()),
            entry.event().map(Object::toString).orElse(""),
            entry.says(),
            entry.index().map(index -> words.say("title.log", index)).orElse(""))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
