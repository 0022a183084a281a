package org.zhiheng.server.imports;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.intake.IntakeFile;
import org.zhiheng.intake.table.EventField;
import org.zhiheng.intake.table.PortfolioField;
import org.zhiheng.intake.table.TableReader;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.jobs.imports.TableImports;
import org.zhiheng.jobs.imports.TableImports.TableKind;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.server.page.Field;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Problem;

/// One's own rights and events out of a table: brought, looked at with its columns, taken in.
///
/// The table is kept between the steps, and the form carries its digest and a ticket. Nothing is
/// recorded before the last step.
public final class TablePages {

  /// Where a table is brought.
  public static final String PATH = "/imports/table";

  /// A million rows of a portfolio; more is no sheet that a person keeps.
  private static final long TABLE_BYTES_MAX = 64L << 20;

  private static final int PREVIEW_ROWS = 10;

  /// Tables taken in at once: each holds a thread and a transaction.
  private static final int TAKING_MAX = 2;

  private final Rendering rendering;
  private final TableImports tables;
  private final Records records;
  private final Documents documents;
  private final Tickets tickets = new Tickets(new SecureRandom());
  private final Semaphore taking = new Semaphore(TAKING_MAX);

  /// Over these jobs; the documents keep a table until it is taken in.
  public TablePages(
      Rendering rendering, TableImports tables, Records records, Documents documents) {
    this.rendering = rendering;
    this.tables = tables;
    this.records = records;
    this.documents = documents;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(PATH, this::form)
        .POST(PATH, this::bring)
        .POST(PATH + "/preview", this::preview)
        .POST(PATH + "/take", this::take)
        .build();
  }

  private ServerResponse form(ServerRequest request) {
    rendering.acting(request).must(Permission.IMPORT);
    return form(request, List.of(), HttpStatus.OK);
  }

  private ServerResponse form(ServerRequest request, List<Problem> problems, HttpStatus status) {
    Words words = rendering.words(request.servletRequest());
    List<Field.Choice> kinds = new ArrayList<>();
    for (TableKind kind : TableKind.values()) {
      kinds.add(new Field.Choice(kind.code(), words.code("intake", kind.code())));
    }
    StartView view =
        new StartView(
            kinds,
            request.param("kind").orElse(""),
            problems.stream().map(words::problem).toList());
    return rendering.page(request, Place.IMPORTS, "imports/table.jte", view, status);
  }

  private ServerResponse refused(ServerRequest request, String code, String given, String reason) {
    return form(
        request,
        List.of(Problem.of(code, "file", given, reason)),
        HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ServerResponse bring(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.IMPORT);
    Optional<Part> file =
        Optional.ofNullable(request.multipartData().getFirst("file"))
            .filter(part -> part.getSize() > 0);
    Optional<TableKind> kind = TableUpload.kind(request.param("kind").orElse(""));
    if (kind.isEmpty()) {
      return refused(
          request,
          "table-kind",
          request.param("kind").orElse(""),
          "A table is a portfolio-table or an event-table.");
    }
    if (file.isEmpty()) {
      return refused(request, "import-file", "", "Choose a file that is not empty.");
    }
    String given = Optional.ofNullable(file.get().getSubmittedFileName()).orElse("");
    String name = given.isBlank() ? "table" : given;
    try (InputStream in = file.get().getInputStream()) {
      Documents.Kept kept = documents.keep(in, TABLE_BYTES_MAX);
      return looked(
          request, acting, new TableUpload(kind.get(), name, kept.digest(), kept.bytes()));
    } catch (Documents.TooLarge tooLarge) {
      return refused(request, "import-too-large", name, "A table has at most 64 MiB.");
    }
  }

  private ServerResponse preview(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.IMPORT);
    Optional<TableUpload> upload = own(request, acting);
    return upload.isEmpty() ? gone(request) : looked(request, acting, upload.get());
  }

  private ServerResponse looked(ServerRequest request, Acting acting, TableUpload upload)
      throws IOException {
    TableReader.Preview preview = TableReader.preview(file(upload).opener(), PREVIEW_ROWS);
    if (preview.problem().isPresent() && preview.header().isEmpty()) {
      return form(request, List.of(preview.problem().get()), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Words words = rendering.words(request.servletRequest());
    TableReading reading = new TableReading(words, upload, preview);
    String ticket = tickets.ticket(acting.organisation(), upload);
    Map<String, String> chosen = request.params().toSingleValueMap();
    TableView view =
        switch (upload.kind()) {
          case PORTFOLIO_TABLE ->
              reading.portfolio(
                  ticket,
                  TableReading.mapping(List.of(PortfolioField.values()), preview.header(), chosen));
          case EVENT_TABLE ->
              reading.events(
                  ticket,
                  TableReading.mapping(List.of(EventField.values()), preview.header(), chosen),
                  records,
                  acting);
        };
    String template =
        Rendering.wantsFragment(request) ? "imports/sheet.jte" : "imports/preview.jte";
    return rendering.page(request, Place.IMPORTS, template, view);
  }

  private ServerResponse take(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.IMPORT);
    Optional<TableUpload> own = own(request, acting);
    if (own.isEmpty()) {
      return gone(request);
    }
    if (!taking.tryAcquire()) {
      return form(
          request,
          List.of(
              Problem.of(
                  "import-busy", "", "", "Other imports are waiting; try again in a minute.")),
          HttpStatus.SERVICE_UNAVAILABLE);
    }
    try {
      ImportRun run = taken(request, acting, own.get());
      return ServerResponse.status(HttpStatus.SEE_OTHER)
          .location(URI.create("/imports/" + run.id()))
          .build();
    } finally {
      taking.release();
    }
  }

  private ImportRun taken(ServerRequest request, Acting acting, TableUpload upload)
      throws IOException {
    IntakeFile file = file(upload);
    List<String> header = TableReader.preview(file.opener(), 0).header();
    Map<String, String> chosen = request.params().toSingleValueMap();
    return switch (upload.kind()) {
      case PORTFOLIO_TABLE ->
          tables.portfolio(
              acting,
              file,
              upload.bytes(),
              Optional.of(TableReading.mapping(List.of(PortfolioField.values()), header, chosen)));
      case EVENT_TABLE ->
          tables.events(
              acting,
              file,
              upload.bytes(),
              Optional.of(TableReading.mapping(List.of(EventField.values()), header, chosen)));
    };
  }

  /// What the form carries on, if this organisation brought it.
  private Optional<TableUpload> own(ServerRequest request, Acting acting) {
    String ticket = request.param("ticket").orElse("");
    return TableUpload.parse(request)
        .filter(upload -> tickets.holds(ticket, acting.organisation(), upload));
  }

  private ServerResponse gone(ServerRequest request) {
    return refused(
        request, "table-gone", "", "The table is not kept any more: choose the file again.");
  }

  private IntakeFile file(TableUpload upload) {
    return new IntakeFile(
        upload.name(),
        upload.digest(),
        () ->
            documents
                .open(upload.digest())
                .orElseThrow(
                    () -> new IOException("the table is gone: " + upload.digest().brief())));
  }
}
