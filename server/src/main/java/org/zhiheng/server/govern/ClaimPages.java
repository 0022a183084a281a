package org.zhiheng.server.govern;

import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.claims.Claims;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;

/// What the source article says, what was found.
public final class ClaimPages {

  private static final String PATH = Place.GOVERN.path() + "/claims";
  private static final long COUNT_MAX = 100_000;

  private final Rendering rendering;
  private final Records records;
  private final Claims claims = Claims.load();

  /// Over these records, which stand beside the published figures.
  public ClaimPages(Rendering rendering, Records records) {
    this.rendering = rendering;
    this.records = records;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET(PATH, this::show).build();
  }

  private ServerResponse show(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.READ);
    Words words = rendering.words(request.servletRequest());
    long count = records.count(acting, RightQuery.all(acting.organisation(), 1), COUNT_MAX + 1);
    return rendering.page(
        request,
        Place.GOVERN,
        "govern/claims.jte",
        new ClaimsView(
            claims.claims().stream().map(one -> row(words, one)).toList(),
            claims.figures().stream().map(one -> figure(words, one)).toList(),
            words.say(
                "claims.imported",
                count > COUNT_MAX ? words.number(COUNT_MAX) + "+" : words.number(count))));
  }

  private static String said(Words words, Claims.Said said) {
    return words.language() == Language.CHINESE ? said.zh() : said.en();
  }

  private static ClaimsView.Row row(Words words, Claims.Claim one) {
    return new ClaimsView.Row(
        said(words, one.claim()),
        said(words, one.found()),
        one.checked().code(),
        words.code("claims.checked", one.checked().code()),
        one.source(),
        one.address(),
        one.place().equals(PATH) ? "" : one.place());
  }

  private static ClaimsView.Figure figure(Words words, Claims.Figure one) {
    return new ClaimsView.Figure(
        words.code("claims.figure", one.code()),
        words.number(one.value()),
        words.date(one.asOf()),
        said(words, one.definition()),
        one.change().map(percent -> words.say("claims.change", percent)).orElse(""),
        words.code("claims.warning", one.warning()),
        one.source(),
        one.address());
  }
}
