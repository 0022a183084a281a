package org.zhiheng.server.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.RightPage;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Rights and their events.
///
/// The entity tag of a right is its version and a digest of what the reader sees: `If-None-Match`
/// compares all of it, `If-Match` the version, which is what an event is appended to.
final class RightsApi {

  private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})-[0-9a-f]{12}\"");
  private static final int PART_LENGTH_MAX = 40;

  private final Records records;
  private final Predicate<OrganisationId> organisations;
  private final Replies replies;
  private final Repeats repeats;

  RightsApi(
      Records records, Predicate<OrganisationId> organisations, Replies replies, Repeats repeats) {
    this.records = records;
    this.organisations = organisations;
    this.replies = replies;
    this.repeats = repeats;
  }

  ServerResponse list(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          RightPage page =
              records.list(acting, query(request, RightsOperation.LIST_RIGHTS, acting));
          return Replies.page(
              out -> page.rows().forEach(row -> RecordJson.row(row, out)),
              page.next().map(cursor -> cursor.noticedOn() + "_" + cursor.id()));
        });
  }

  ServerResponse show(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          new Query(request, RightsOperation.SHOW_RIGHT).check();
          RightId id = id(request);
          Optional<RightFile> file = records.show(acting, id);
          if (file.isEmpty()) {
            return Reply.notFound(id.toString());
          }
          Reply shown = shown(file.get(), 200, "");
          String known = request.servletRequest().getHeader("If-None-Match");
          return known != null && List.of(known.split(" *, *", -1)).contains(shown.etag())
              ? new Reply(304, "", shown.etag(), "")
              : shown;
        });
  }

  ServerResponse enter(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          byte[] bytes = Body.bytes(request.servletRequest());
          return repeats.once(request, acting, bytes, () -> enter(request, acting, bytes));
        });
  }

  ServerResponse record(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          byte[] bytes = Body.bytes(request.servletRequest());
          return repeats.once(request, acting, bytes, () -> record(request, acting, bytes));
        });
  }

  ServerResponse refer(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.RECORD);
          new Query(request, RightsOperation.SET_REFERENCES).check();
          RightId id = id(request);
          Body body =
              Body.read(
                  Body.bytes(request.servletRequest()), Set.of("ours", "client", "clientName"));
          Map<String, String> named =
              Map.of(
                  "ours", body.text("ours"),
                  "client", body.text("client"),
                  "clientName", body.text("clientName"));
          body.check();
          return records.refer(acting, id, references(named))
              ? shown(acting, id, 200)
              : Reply.notFound(id.toString());
        });
  }

  ServerResponse share(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.MANAGE);
          new Query(request, RightsOperation.SHARE_RIGHT).check();
          RightId id = id(request);
          OrganisationId with = organisation(request);
          if (with.equals(acting.organisation())) {
            return Reply.refused(
                422, Problem.of("share", "", with.toString(), "One's own right needs no sharing."));
          }
          return organisations.test(with) && records.share(acting, id, with)
              ? Reply.done()
              : Reply.notFound(id + " " + with);
        });
  }

  ServerResponse unshare(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.MANAGE);
          new Query(request, RightsOperation.UNSHARE_RIGHT).check();
          RightId id = id(request);
          OrganisationId with = organisation(request);
          return records.unshare(acting, id, with) ? Reply.done() : Reply.notFound(id + " " + with);
        });
  }

  private static OrganisationId organisation(ServerRequest request) {
    String text = request.pathVariable("organisation");
    return OrganisationId.parse(text)
        .found()
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of("not-found", "", text, "There is nothing under this id.")));
  }

  private Reply enter(ServerRequest request, Acting acting, byte[] bytes) {
    new Query(request, RightsOperation.ENTER_RIGHT).check();
    Body body = Body.read(bytes, Set.of("kind", "office", "fields", "references"));
    Map<String, String> fields = body.texts("fields");
    Map<String, String> named = body.texts("references");
    RightKind kind = body.value("kind", RightKind::parse);
    Office office = body.value("office", Office::parse);
    body.check();
    return recorded(acting, records.enter(acting, kind, office, fields, references(named)), 201);
  }

  private Reply record(ServerRequest request, Acting acting, byte[] bytes) {
    new Query(request, RightsOperation.RECORD_EVENT).check();
    RightId id = id(request);
    Optional<Long> version = seenVersion(request);
    Body body = Body.read(bytes, Set.of("kind", "on", "fields"));
    Map<String, String> fields = body.texts("fields");
    FactKind kind = body.value("kind", FactKind::parse);
    LocalDate on = body.value("on", Query::parseDay);
    body.check();
    try {
      return recorded(
          acting, records.record(acting, id, kind, on, fields, version, Optional.empty()), 201);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Reply recorded(Acting acting, Recording recording, int status) {
    return switch (recording) {
      case Recording.Done done -> shown(acting, done.id(), status);
      case Recording.Unchanged unchanged -> shown(acting, unchanged.id(), 200);
      case Recording.Refused refused -> Reply.refused(422, refused.problems());
      case Recording.Stale stale ->
          Reply.refused(
              412,
              Problem.of(
                  "stale",
                  "If-Match",
                  Long.toString(stale.version()),
                  "The right has changed since; read it again and decide again."));
      case Recording.NotFound _ -> Reply.notFound("");
    };
  }

  private Reply shown(Acting acting, RightId id, int status) {
    return records
        .show(acting, id)
        .map(file -> shown(file, status, Operation.BASE + "/rights/" + id))
        .orElseGet(() -> Reply.notFound(id.toString()));
  }

  private static Reply shown(RightFile file, int status, String location) {
    String body = RecordJson.text(out -> RecordJson.right(file.record(), file.folded(), out));
    String digest = Digest.of(body.getBytes(StandardCharsets.UTF_8)).brief();
    String etag = "\"" + file.record().version() + "-" + digest + "\"";
    return new Reply(status, location, etag, body);
  }

  static RightQuery query(ServerRequest request, Operation operation, Acting acting) {
    Query query = new Query(request, operation);
    RightQuery asked =
        new RightQuery(
            acting.organisation(),
            query.value("scope", RightsApi::scope).orElse(RightQuery.Scope.OWN),
            query.text("q", RightQuery.TERM_LENGTH_MAX),
            query.value("kind", RightKind::parse),
            query.value("office", Office::parse),
            query.text("stage", PART_LENGTH_MAX),
            query.text("class", PART_LENGTH_MAX),
            query.text("region", PART_LENGTH_MAX),
            query.value("party", PartyId::parse),
            query.day("from"),
            query.day("to").map(day -> day.plusDays(1)),
            query.after(RightsApi::cursor),
            query.limit(RightQuery.LIMIT_MAX));
    query.check();
    return asked;
  }

  private static Parsed<RightQuery.Scope> scope(String text) {
    return switch (text) {
      case "own" -> Parsed.ok(RightQuery.Scope.OWN);
      case "shared" -> Parsed.ok(RightQuery.Scope.SHARED);
      default -> Parsed.refused("scope", text, "A scope is own or shared.");
    };
  }

  private static Optional<RightQuery.Cursor> cursor(String inside) {
    int at = inside.indexOf('_');
    return at < 0
        ? Optional.empty()
        : Query.parseDay(inside.substring(0, at))
            .found()
            .flatMap(day ->
                RightId.parse(inside.substring(at + 1))
                    .found()
                    .map(id -> new RightQuery.Cursor(day, id)));
  }

  static RightId id(ServerRequest request) {
    String text = request.pathVariable("right");
    return RightId.parse(text)
        .found()
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of("not-found", "", text, "There is nothing under this id.")));
  }

  /// The version that the caller saw; empty for whichever there is (`*`).
  static Optional<Long> seenVersion(ServerRequest request) {
    String header = request.servletRequest().getHeader("If-Match");
    if (header == null) {
      throw new ProblemsException(
          Problem.of(
              "if-match-missing",
              "If-Match",
              "",
              "Send the ETag of the right as you saw it, or * for any."));
    }
    if (header.strip().equals("*")) {
      return Optional.empty();
    }
    Matcher tag = TAG.matcher(header.strip());
    if (!tag.matches()) {
      throw new ProblemsException(
          Problem.of("if-match", "If-Match", header, "Send the ETag of the right as it came."));
    }
    return Optional.of(Long.parseLong(tag.group(1)));
  }

  private static References references(Map<String, String> named) {
    for (Map.Entry<String, String> one : named.entrySet()) {
      if (!Set.of("ours", "client", "clientName").contains(one.getKey())
          || one.getValue().length() > References.LENGTH_MAX) {
        throw new ProblemsException(
            Problem.of(
                "reference",
                "references." + one.getKey(),
                one.getValue(),
                "References are ours, client and clientName, of at most "
                    + References.LENGTH_MAX
                    + " characters."));
      }
    }
    return new References(
        named.getOrDefault("ours", ""),
        named.getOrDefault("client", ""),
        named.getOrDefault("clientName", ""));
  }
}
