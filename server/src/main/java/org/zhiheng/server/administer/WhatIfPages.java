package org.zhiheng.server.administer;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.deadlines.Step;
import org.zhiheng.deadlines.yaml.YamlReader;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.administer.Deadline;
import org.zhiheng.jobs.administer.LawReplay;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.ProblemsException;

/// What would move if rules were other ones: the portfolio replayed, before anyone approves them.
/// Nothing is kept.
public final class WhatIfPages {

  private static final String PATH = Place.ADMINISTER.path() + "/what-if";
  private static final int MOVES_MAX = 500;

  private final Rendering rendering;
  private final AdministerDesk desk;
  private final Records records;

  /// Over this desk and these records.
  public WhatIfPages(Rendering rendering, AdministerDesk desk, Records records) {
    this.rendering = rendering;
    this.desk = desk;
    this.records = records;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET(PATH, this::blank).POST(PATH, this::replay).build();
  }

  private ServerResponse blank(ServerRequest request) {
    rendering.acting(request).must(Permission.READ);
    return shown(
        request, new WhatIfView("", false, "", List.of(), List.of(), false), HttpStatus.OK);
  }

  private ServerResponse shown(ServerRequest request, WhatIfView view, HttpStatus status) {
    return rendering.page(request, Place.ADMINISTER, "administer/what-if.jte", view, status);
  }

  private ServerResponse replay(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.READ);
    Words words = rendering.words(request.servletRequest());
    String typed = request.param("rules").orElse("");
    if (typed.length() > YamlReader.LENGTH_MAX) {
      return shown(
          request,
          new WhatIfView(
              "",
              false,
              "",
              List.of(),
              List.of(words.say("whatif.long", words.number(YamlReader.LENGTH_MAX))),
              false),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (records.count(acting, RightQuery.all(acting.organisation(), 1), FeesPages.RIGHTS_MAX + 1L)
        > FeesPages.RIGHTS_MAX) {
      return shown(
          request, new WhatIfView(typed, false, "", List.of(), List.of(), true), HttpStatus.OK);
    }
    Deadlines before = desk.docket().deadlines();
    Deadlines after;
    try {
      after =
          new Deadlines(
              before.book().with("rules", typed.replace("\r\n", "\n")), before.calendar());
    } catch (ProblemsException refused) {
      return shown(
          request,
          new WhatIfView(
              typed,
              false,
              "",
              List.of(),
              refused.problems().stream().map(problem -> problem.line()).toList(),
              false),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    LocalDate today = desk.docket().today();
    DocketReading reading = new DocketReading(words, after.book(), today);
    List<WhatIfView.Move> moves = new ArrayList<>();
    long[] counted = new long[2];
    new LawReplay(desk.board(), before, after, today)
        .each(
            acting.organisation(),
            some -> {
              counted[0]++;
              counted[1] += some.size();
              some.stream()
                  .limit(Math.max(0, MOVES_MAX - moves.size()))
                  .forEach(one -> moves.add(move(words, reading, one)));
            });
    return shown(
        request,
        new WhatIfView(
            typed,
            true,
            words.say("whatif.said", words.number(counted[0]), words.number(counted[1])),
            moves,
            List.of(),
            false),
        HttpStatus.OK);
  }

  private static WhatIfView.Move move(Words words, DocketReading reading, LawReplay.Move move) {
    return new WhatIfView.Move(
        move.right().right().toString(),
        move.right().title().isEmpty() ? move.right().number() : move.right().title(),
        reading.title(move.any().question().rule(), move.any().patentYear().orElse(0)),
        move.before().map(one -> said(words, one)).orElse(""),
        move.after().map(one -> said(words, one)).orElse(""),
        move.why().stream().map(step -> said(words, step)).toList());
  }

  private static String said(Words words, Deadline deadline) {
    return words.date(Optional.of(deadline.answer().due().orElse(deadline.answer().warnBy())))
        + " "
        + words.code("docket.status", deadline.answer().status().toString())
        + " · "
        + words.code("whatif.state", deadline.state().code());
  }

  private static String said(Words words, Step step) {
    return words.language() == Language.CHINESE ? step.zh() : step.en();
  }
}
