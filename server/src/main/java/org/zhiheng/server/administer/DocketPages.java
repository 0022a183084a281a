package org.zhiheng.server.administer;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.deadlines.fee.Filing;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.administer.Deadline;
import org.zhiheng.jobs.administer.Docket;
import org.zhiheng.jobs.administer.DocketNotes;
import org.zhiheng.jobs.administer.FeesDue;
import org.zhiheng.jobs.administer.State;
import org.zhiheng.jobs.administer.Upkeep;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.RightId;

/// The docket of one right: every deadline with its counting, the fees of today, and what is done
/// with a deadline.
public final class DocketPages {

  private static final String DOCKET = Place.RIGHTS.path() + "/{id:R[0-9]+}/docket";

  private final Rendering rendering;
  private final AdministerDesk desk;
  private final Records records;

  /// Over this desk and these records.
  public DocketPages(Rendering rendering, AdministerDesk desk, Records records) {
    this.rendering = rendering;
    this.desk = desk;
    this.records = records;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET(DOCKET, this::show).POST(DOCKET, this::change).build();
  }

  private ServerResponse show(ServerRequest request) {
    Acting acting = rendering.acting(request);
    return shown(request, acting, file(request, acting), List.of(), HttpStatus.OK);
  }

  private RightFile file(ServerRequest request, Acting acting) {
    return records
        .show(acting, RightId.parse(request.pathVariable("id")).found().orElseThrow(Absent::new))
        .orElseThrow(Absent::new);
  }

  private ServerResponse shown(
      ServerRequest request,
      Acting acting,
      RightFile file,
      List<String> refused,
      HttpStatus status) {
    Words words = rendering.words(request.servletRequest());
    LocalDate today = desk.docket().today();
    RightId right = file.record().id();
    Docket docket = desk.docket().docket(acting, right, today).orElseThrow(Absent::new);
    FeesDue fees =
        desk.docket()
            .fees(acting, right, new Upkeep.Terms(Upkeep.Relief.NONE, Filing.ONLINE, today))
            .orElseThrow(Absent::new);
    List<DocketNotes.Note> notes = desk.docket().notes(acting, right);
    DocketReading reading = new DocketReading(words, desk.docket().deadlines().book(), today);
    DocketView view =
        new DocketView(
            right.toString(),
            file.right().bibliography().titles().stream()
                .findFirst()
                .map(title -> title.text())
                .orElse(right.toString()),
            file.right().numbers().stream().findFirst().map(one -> one.text()).orElse(""),
            docket.deadlines().stream()
                .filter(DocketPages::open)
                .map(one -> reading.item(one, notes))
                .toList(),
            docket.deadlines().stream()
                .filter(one -> !open(one))
                .map(one -> reading.item(one, notes))
                .toList(),
            fees.fees().stream().map(reading::fee).toList(),
            fees.ended()
                ? words.say("docket.fees.ended")
                : fees.problems().isEmpty() ? "" : words.say("docket.fees.unknown"),
            fees.relief().map(reading::relief).orElse(""),
            docket.unanswered().stream()
                .map(one ->
                    reading.title(one.rule(), 0)
                        + " ("
                        + words.date(one.event())
                        + "): "
                        + words.problem(one.problem()))
                .toList(),
            refused);
    return rendering.page(request, Place.ADMINISTER, "administer/docket.jte", view, status);
  }

  private static boolean open(Deadline deadline) {
    return deadline.state() instanceof State.Running
        || (deadline.state() instanceof State.Missed && !deadline.beforeRecord());
  }

  private ServerResponse change(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    RightFile file = file(request, acting);
    RightId right = file.record().id();
    DocketNotes.What what =
        request.param("do").flatMap(DocketNotes.What::of).orElseThrow(Absent::new);
    Parsed<Docket> changed =
        desk.docket()
            .note(
                acting,
                right,
                request.param("key").orElse(""),
                what,
                request.param("text").orElse(""));
    return switch (changed) {
      case Parsed.Ok<Docket> _ ->
          ServerResponse.seeOther(URI.create(Place.RIGHTS.path() + "/" + right + "/docket"))
              .build();
      case Parsed.Refused<Docket> refused ->
          shown(
              request,
              acting,
              file,
              List.of(rendering.words(request.servletRequest()).problem(refused.problem())),
              HttpStatus.UNPROCESSABLE_CONTENT);
    };
  }
}
