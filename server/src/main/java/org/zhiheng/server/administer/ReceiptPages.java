package org.zhiheng.server.administer;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.zhiheng.jobs.administer.FeeRelief;
import org.zhiheng.jobs.administer.Part;
import org.zhiheng.jobs.administer.Receipt;
import org.zhiheng.jobs.administer.Typed;
import org.zhiheng.jobs.administer.Upkeep;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.administer.fee.FeeDesk;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.server.rights.Export;
import org.zhiheng.values.Money;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Receipts of fees: the list, the same as CSV, and the forms that write a receipt or relief down.
public final class ReceiptPages {

  private static final String PATH = Place.ADMINISTER.path() + "/receipts";
  private static final int ROWS_MAX = 500;

  private final Rendering rendering;
  private final AdministerDesk desk;
  private final Records records;

  /// Over this desk and these records.
  public ReceiptPages(Rendering rendering, AdministerDesk desk, Records records) {
    this.rendering = rendering;
    this.desk = desk;
    this.records = records;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(PATH, this::list)
        .GET(PATH + ".csv", this::csv)
        .POST(PATH, this::add)
        .build();
  }

  private ServerResponse list(ServerRequest request) {
    Acting acting = rendering.acting(request);
    String today = desk.docket().today().toString();
    return shown(
        request,
        acting,
        new ReceiptsView.Receipt(
            text(request, "right"), text(request, "deadline"), "", today, "", ""),
        new ReceiptsView.Relief(
            text(request, "right"),
            Upkeep.Relief.SOLE.code(),
            Integer.toString(desk.docket().today().getYear()),
            "",
            today),
        List.of(),
        HttpStatus.OK);
  }

  private ServerResponse shown(
      ServerRequest request,
      Acting acting,
      ReceiptsView.Receipt receipt,
      ReceiptsView.Relief relief,
      List<String> refused,
      HttpStatus status) {
    Words words = rendering.words(request.servletRequest());
    DocketReading reading =
        new DocketReading(words, desk.docket().deadlines().book(), desk.docket().today());
    List<ReceiptsView.Row> rows = new ArrayList<>();
    boolean cut =
        each(
            acting,
            (right, one) ->
                rows.add(
                    new ReceiptsView.Row(
                        right.right().toString(),
                        right.title().isEmpty() ? right.number() : right.title(),
                        one.number(),
                        words.date(one.on()),
                        words.money(one.amount().toString()),
                        one.payer(),
                        reading.key(one.deadline()),
                        one.closedBy().toString())));
    String standing =
        records.meantOne(acting, receipt.right()).found().stream()
            .flatMap(id -> records.show(acting, id).stream())
            .flatMap(file -> FeeRelief.on(file.record().events(), desk.docket().today()).stream())
            .findFirst()
            .map(reading::relief)
            .orElse("");
    return rendering.page(
        request,
        Place.ADMINISTER,
        "administer/receipts.jte",
        new ReceiptsView(
            words.count("receipts.said", rows.size()),
            rows.reversed().stream().limit(ROWS_MAX).toList(),
            cut,
            receipt,
            relief,
            standing,
            refused),
        status);
  }

  /// @return whether there are more rights than were looked through
  private boolean each(Acting acting, FeeDesk.Taker taker) {
    Optional<Part> part = Optional.of(new Part(0, Part.MOST_MAX));
    for (int looked = 0; part.isPresent(); looked += Part.MOST_MAX) {
      if (looked >= FeesPages.RIGHTS_MAX) {
        return true;
      }
      part = desk.fees().receipts(acting, part.get(), taker);
    }
    return false;
  }

  private ServerResponse csv(ServerRequest request) {
    Acting acting = rendering.acting(request);
    desk.docket().takenOut(acting, "receipts");
    StringBuilder csv = new StringBuilder();
    line(
        csv,
        List.of(
            "right",
            "rightNumber",
            "title",
            "number",
            "on",
            "currency",
            "amount",
            "payer",
            "deadline",
            "closedBy"));
    each(
        acting,
        (right, one) ->
            line(
                csv,
                List.of(
                    right.right().toString(),
                    right.number(),
                    right.title(),
                    one.number(),
                    one.on().toString(),
                    one.amount().currency().getCurrencyCode(),
                    one.amount().decimal(),
                    one.payer(),
                    one.deadline(),
                    one.closedBy().toString())));
    return ServerResponse.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header("Content-Disposition", "attachment; filename=\"receipts.csv\"")
        .cacheControl(CacheControl.noStore())
        .body(csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void line(StringBuilder csv, List<String> cells) {
    csv.append(cells.stream().map(Export::cell).collect(Collectors.joining(","))).append("\r\n");
  }

  private ServerResponse add(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    boolean relief = text(request, "do").equals("relief");
    try {
      RightId right = records.meantOne(acting, text(request, "right")).orThrow();
      LocalDate on = Typed.day(text(request, "on")).orThrow();
      if (relief) {
        desk.fees()
            .relieve(
                acting,
                right,
                Upkeep.Relief.parse(text(request, "kind")).orThrow(),
                FeeRelief.year(text(request, "year")).orThrow(),
                text(request, "applicant"),
                on);
      } else {
        Money amount = Typed.money(text(request, "amount")).orThrow();
        desk.fees()
            .add(
                acting,
                right,
                text(request, "deadline"),
                new Receipt.Given(text(request, "number"), on, amount, text(request, "payer")));
      }
      return ServerResponse.seeOther(URI.create(PATH + "?right=" + right)).build();
    } catch (ProblemsException refused) {
      Words words = rendering.words(request.servletRequest());
      return shown(
          request,
          acting,
          new ReceiptsView.Receipt(
              text(request, "right"),
              text(request, "deadline"),
              text(request, "number"),
              relief ? desk.docket().today().toString() : text(request, "on"),
              text(request, "amount"),
              text(request, "payer")),
          new ReceiptsView.Relief(
              text(request, "right"),
              relief ? text(request, "kind") : Upkeep.Relief.SOLE.code(),
              text(request, "year"),
              text(request, "applicant"),
              relief ? text(request, "on") : desk.docket().today().toString()),
          refused.problems().stream()
              .map(problem ->
                  words.problem(problem)
                      + (problem.given().isEmpty() ? "" : " (" + problem.given() + ")"))
              .toList(),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private static String text(ServerRequest request, String name) {
    return request.param(name).orElse("").strip();
  }
}
