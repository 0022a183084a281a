package org.zhiheng.server.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.administer.recordal.RecordalDesk;
import org.zhiheng.jobs.administer.recordal.RecordalJson;
import org.zhiheng.jobs.administer.recordal.RecordalKind;
import org.zhiheng.jobs.administer.recordal.Recordals;
import org.zhiheng.jobs.administer.recordal.Request;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.values.RightId;

/// The change desk.
final class RecordalsApi {

  /// The names of a request.
  static final List<String> FIELDS =
      List.of(
          "kind",
          "rights",
          "on",
          "from",
          "to",
          "fromCountry",
          "toCountry",
          "signed",
          "consents",
          "coOwnerAgreement",
          "technology",
          "exportNumber");

  static final List<String> FILED = Stream.concat(FIELDS.stream(), Stream.of("replaces")).toList();

  private static final int LIMIT_MAX = 500;
  private static final int NAME_MAX = 2_000;
  private static final int NAMES_MAX = 200;

  private final RecordalDesk desk;
  private final Handling handling;

  RecordalsApi(RecordalDesk desk, Handling handling) {
    this.desk = desk;
    this.handling = handling;
  }

  ServerResponse list(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.LIST_RECORDALS,
        (acting, query) -> {
          int limit = query.limit(LIMIT_MAX);
          query.check();
          List<RecordalDesk.Shown> found = desk.list(acting, limit);
          return Replies.page(
              out -> found.forEach(one -> RecordalJson.kept(one, out)), Optional.empty());
        });
  }

  ServerResponse show(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.SHOW_RECORDAL,
        (acting, query) -> {
          query.check();
          return shown(desk.show(acting, id(request)), 200);
        });
  }

  ServerResponse check(ServerRequest request) {
    return handling.work(
        request,
        AdministerOperation.CHECK_RECORDAL,
        (acting, query, body) -> {
          query.check();
          RecordalDesk.Checked checked = desk.check(acting, request(body));
          return Reply.ok(out -> RecordalJson.checked(checked, out));
        });
  }

  ServerResponse file(ServerRequest request) {
    return handling.work(
        request,
        AdministerOperation.FILE_RECORDAL,
        (acting, query, body) -> {
          query.check();
          Optional<Recordals.Id> replaces = body.optional("replaces", Recordals.Id::parse);
          return shown(desk.file(acting, request(body), replaces), 201);
        });
  }

  ServerResponse start(ServerRequest request) {
    return handling.work(
        request,
        AdministerOperation.START_RECORDAL,
        (acting, query, body) -> {
          query.check();
          String reason = body.text("reason", NAME_MAX);
          body.check();
          return shown(desk.start(acting, id(request), reason), 200);
        });
  }

  private Request request(Body body) {
    List<RightId> rights = body.list("rights", Request.RIGHTS_MAX, RightId::parse);
    String from = body.text("from", NAME_MAX);
    String to = body.text("to", NAME_MAX);
    String fromCountry = body.text("fromCountry", NAME_MAX);
    String toCountry = body.text("toCountry", NAME_MAX);
    List<String> signed = body.texts("signed", NAMES_MAX);
    List<String> consents = body.texts("consents", NAMES_MAX);
    boolean agreement = body.truth("coOwnerAgreement");
    String exportNumber = body.text("exportNumber", NAME_MAX);
    Optional<Request.Export> export =
        body.optional("technology", Request.Technology::parse)
            .map(technology -> new Request.Export(technology, exportNumber));
    LocalDate on = body.optional("on", Query::parseDay).orElseGet(desk::today);
    RecordalKind kind = body.value("kind", RecordalKind::parse);
    body.check();
    return new Request(
        kind,
        rights,
        on,
        from,
        to,
        country(fromCountry),
        country(toCountry),
        signed,
        consents,
        agreement,
        export);
  }

  private static String country(String typed) {
    return typed.isEmpty() ? "CN" : typed.toUpperCase(Locale.ROOT);
  }

  private static Reply shown(RecordalDesk.Shown shown, int status) {
    return new Reply(
        status,
        status == 201 ? Operation.BASE + "/recordals/" + shown.kept().id() : "",
        "",
        RecordJson.text(out -> RecordalJson.kept(shown, out)));
  }

  private static Recordals.Id id(ServerRequest request) {
    return Handling.named(request, "recordal", Recordals.Id::parse);
  }
}
