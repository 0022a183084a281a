package org.zhiheng.server.rights;

import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.life.LifeStage;
import org.zhiheng.register.party.Party;
import org.zhiheng.register.record.RightPage;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.server.page.FramePages;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Reason;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.server.sample.SampleRows;

/// The list of rights.
public final class RightsPages {

  /// Where the list is.
  public static final String PATH = "/rights";

  /// Where the choice of columns is posted.
  public static final String COLUMNS = "/rights/columns";

  /// Parties shown beside the rights: a hint, not a second list.
  private static final int PARTIES_MAX = 4;

  /// Shortest term that names parties; one letter names them all.
  private static final int PARTY_TERM_LENGTH_MIN = 2;

  private final Rendering rendering;
  private final Records records;
  private final PartyBook parties;
  private final SampleRows samples;
  private final InstantSource clock;

  /// Over these jobs; the clock dates the counts.
  public RightsPages(
      Rendering rendering,
      Records records,
      PartyBook parties,
      SampleRows samples,
      InstantSource clock) {
    this.rendering = rendering;
    this.records = records;
    this.parties = parties;
    this.samples = samples;
    this.clock = clock;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(PATH, this::list)
        .POST(COLUMNS, this::columns)
        .GET(PATH + ".csv", this::csv)
        .GET(PATH + ".json", this::json)
        .build();
  }

  private ServerResponse list(ServerRequest request) {
    Acting acting = rendering.acting(request);
    RightsForm form = RightsForm.parse(request.params(), acting.organisation());
    RightPage page = records.list(acting, form.query());
    long count = records.count(acting, form.query().from(Optional.empty()), Said.COUNT_MAX + 1);
    Words words = rendering.words(request.servletRequest());
    String said = Said.say(words, form.query(), count, partyName(acting, form.query()));
    RightsView view =
        new RightsView(
            form,
            said,
            counted(words, form, count),
            Column.chosen(Rendering.cookie(request.servletRequest(), Column.COOKIE)),
            page.rows(),
            samples.among(records, acting, page.rows()),
            named(acting, form.query()),
            Arrays.stream(LifeStage.values()).map(LifeStage::code).toList(),
            page.next().map(form::next),
            form.back());
    String template = Rendering.wantsFragment(request) ? "rights/found.jte" : "rights/page.jte";
    return rendering.page(request, Place.RIGHTS, template, view);
  }

  private ServerResponse columns(ServerRequest request) {
    List<String> given = Optional.ofNullable(request.params().get("column")).orElse(List.of());
    String chosen =
        Column.chosen(given.isEmpty() ? "none" : String.join(".", given)).stream()
            .map(Column::code)
            .collect(Collectors.joining("."));
    return ServerResponse.status(HttpStatus.SEE_OTHER)
        .location(URI.create(FramePages.back(request.param("back").orElse(PATH))))
        .header(
            "Set-Cookie",
            FramePages.kept(request, Column.COOKIE, chosen.isEmpty() ? "none" : chosen))
        .build();
  }

  private ServerResponse csv(ServerRequest request) {
    Acting acting = exporting(request);
    RightsForm form = asked(request, acting);
    Words words = rendering.words(request.servletRequest());
    String said = form.address();
    return file(MediaType.parseMediaType("text/csv;charset=UTF-8"), "rights.csv")
        .build((_, response) -> {
          Export.csv(
              words,
              response.getOutputStream(),
              rows -> records.export(acting, form.query(), said, rows));
          return null;
        });
  }

  private ServerResponse json(ServerRequest request) {
    Acting acting = exporting(request);
    RightsForm form = asked(request, acting);
    String said = form.address();
    return file(MediaType.APPLICATION_JSON, "rights.json")
        .build((_, response) -> {
          Export.json(
              response.getOutputStream(), rows -> records.export(acting, form.query(), said, rows));
          return null;
        });
  }

  /// Refused before the first byte is sent: afterwards there is no way to say so.
  private Acting exporting(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.EXPORT);
    return acting;
  }

  /// The filters of an export: those of the list, from the first row on.
  private static RightsForm asked(ServerRequest request, Acting acting) {
    RightsForm form = RightsForm.parse(request.params(), acting.organisation());
    if (!form.problems().isEmpty()) {
      throw new org.zhiheng.values.ProblemsException(form.problems());
    }
    return form;
  }

  private static ServerResponse.BodyBuilder file(MediaType type, String name) {
    return ServerResponse.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private String partyName(Acting acting, RightQuery query) {
    return query
        .party()
        .flatMap(id -> parties.find(acting, id))
        .map(party -> party.names().getFirst().text())
        .orElse("");
  }

  private List<RightsView.Named> named(Acting acting, RightQuery query) {
    if (query.term().length() < PARTY_TERM_LENGTH_MIN || query.after().isPresent()) {
      return List.of();
    }
    return parties.search(acting, query.term(), PARTIES_MAX).stream()
        .map(RightsPages::named)
        .toList();
  }

  private static RightsView.Named named(Party party) {
    return new RightsView.Named(
        party.id().toString(), party.names().getFirst().text(), party.rights());
  }

  private Reason counted(Words words, RightsForm form, long count) {
    String exact =
        count > Said.COUNT_MAX
            ? words.say("reason.count.over", Said.COUNT_MAX)
            : words.say("reason.count.exact", count);
    return new Reason(
        "count",
        Reason.Mark.AS_OF,
        words.say("reason.count.title"),
        Optional.empty(),
        List.of(
            Reason.Line.of(words.say("reason.asOf"), words.time(clock.instant())),
            Reason.Line.of(words.say("reason.steps"), exact),
            Reason.Line.of(words.say("reason.source"), words.say("reason.count.source")),
            new Reason.Line(
                words.say("reason.check"),
                words.say("reason.count.check"),
                PATH + ".csv?" + form.address())));
  }
}
