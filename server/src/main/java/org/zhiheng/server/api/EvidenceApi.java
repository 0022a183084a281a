package org.zhiheng.server.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.PublicLog;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.jobs.uploads.UploadId;
import org.zhiheng.jobs.uploads.Uploads;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Evidence: deposited, listed, shown, taken out; and the log.
///
/// Depositing the same bytes again is another deposit, with another statement and leaf.
final class EvidenceApi {

  private static final int LIMIT_MAX = 200;
  private static final int TITLE_LENGTH_MAX = 300;
  private static final int NAME_LENGTH_MAX = 300;
  private static final MediaType BUNDLE =
      MediaType.parseMediaType("application/vnd.zhiheng.ipev+zip");

  /// What somebody may deposit; the other kinds are stated by the system.
  private static final Set<LeafKind> DEPOSITED =
      Set.of(LeafKind.DEPOSIT, LeafKind.USE_DECLARATION, LeafKind.DATA_IP);

  private final ProveDesk desk;
  private final Uploads uploads;
  private final Replies replies;
  private final Repeats repeats;

  EvidenceApi(ProveDesk desk, Uploads uploads, Replies replies, Repeats repeats) {
    this.desk = desk;
    this.uploads = uploads;
    this.replies = replies;
    this.repeats = repeats;
  }

  ServerResponse list(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          Query query = new Query(request, ProveOperation.LIST_EVIDENCE);
          Optional<RightId> right = query.value("right", RightId::parse);
          Optional<LeafKind> kind = query.value("kind", EvidenceApi::kind);
          Optional<EvidenceId> before = query.after(inside -> EvidenceId.parse(inside).found());
          int limit = query.limit(LIMIT_MAX);
          query.check();
          List<EvidenceStore.Kept> kept =
              desk.book()
                  .page(
                      acting,
                      new EvidenceStore.Selection(right, kind.map(Set::of).orElse(Set.of())),
                      before,
                      limit);
          return Replies.page(
              out -> kept.forEach(one -> EvidenceJson.row(one, out)),
              kept.size() == limit
                  ? Optional.of(kept.getLast().id().toString())
                  : Optional.empty());
        });
  }

  private static Parsed<LeafKind> kind(String text) {
    for (LeafKind kind : LeafKind.values()) {
      if (Manifest.word(kind).equals(text)) {
        return Parsed.ok(kind);
      }
    }
    return Parsed.refused(
        "evidence-kind", text, "A kind is a word such as deposit, use-declaration or data-ip.");
  }

  /// Parts `file` of a form, one or several, or one file as the body, or uploads. Of uploads it may
  /// be asked again under an idempotency key: they are gone once they are deposited.
  ServerResponse deposit(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.RECORD);
          Query query = new Query(request, ProveOperation.DEPOSIT_EVIDENCE);
          Optional<RightId> right = query.value("right", RightId::parse);
          LeafKind kind = query.value("kind", EvidenceApi::kind).orElse(LeafKind.DEPOSIT);
          String title = query.text("title", TITLE_LENGTH_MAX);
          String name = query.text("name", NAME_LENGTH_MAX);
          Optional<List<UploadId>> sent = query.value("uploads", EvidenceApi::uploads);
          query.check();
          if (!DEPOSITED.contains(kind)) {
            throw new ProblemsException(
                Problem.of(
                    "evidence-kind",
                    "kind",
                    Manifest.word(kind),
                    "What is deposited is deposit, use-declaration or data-ip."));
          }
          if (sent.isPresent()) {
            String asked =
                Optional.ofNullable(request.servletRequest().getQueryString()).orElse("");
            return repeats.once(
                request,
                acting,
                asked.getBytes(StandardCharsets.UTF_8),
                () -> ofUploads(acting, sent.get(), kind, right, title));
          }
          try {
            return deposited(acting, kind, right, title, sources(request.servletRequest(), name));
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  /// `UP…,UP…`.
  private static Parsed<List<UploadId>> uploads(String text) {
    List<UploadId> ids = new ArrayList<>();
    for (String one : text.split(",", -1)) {
      switch (UploadId.parse(one)) {
        case Parsed.Ok<UploadId>(UploadId id) -> ids.add(id);
        case Parsed.Refused<UploadId>(Problem problem) -> {
          return new Parsed.Refused<>(problem);
        }
      }
    }
    return Parsed.ok(ids);
  }

  private Reply ofUploads(
      Acting acting, List<UploadId> ids, LeafKind kind, Optional<RightId> right, String title) {
    try (Uploads.Taken taken = uploads.take(acting, ids)) {
      Reply reply = deposited(acting, kind, right, title, taken.sources());
      taken.deposited();
      return reply;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Reply deposited(
      Acting acting,
      LeafKind kind,
      Optional<RightId> right,
      String title,
      List<Deposits.Source> sources)
      throws IOException {
    EvidenceStore.Kept kept =
        desk.deposits()
            .deposit(acting, new Deposits.Request(kind, right, title, new TreeMap<>(), sources));
    return new Reply(
        201,
        Operation.BASE + "/evidence/" + kept.id(),
        "",
        RecordJson.text(out -> EvidenceJson.whole(kept, Optional.empty(), out)));
  }

  private static List<Deposits.Source> sources(HttpServletRequest servlet, String name)
      throws IOException {
    String type = Optional.ofNullable(servlet.getContentType()).orElse("");
    if (!type.startsWith("multipart/form-data")) {
      return List.of(source(name, type, servlet::getInputStream));
    }
    List<Deposits.Source> sources = new ArrayList<>();
    try {
      for (Part part : servlet.getParts()) {
        if (part.getName().equals("file")) {
          sources.add(
              source(
                  Optional.ofNullable(part.getSubmittedFileName()).orElse(""),
                  Optional.ofNullable(part.getContentType()).orElse(""),
                  part::getInputStream));
        }
      }
    } catch (ServletException malformed) {
      throw new ProblemsException(
          Problem.of("multipart", "", "", "The form does not read as multipart/form-data."));
    }
    return sources;
  }

  private static Deposits.Source source(String name, String type, Deposits.Content content) {
    if (name.isBlank() || (name + type).chars().anyMatch(Character::isISOControl)) {
      throw new ProblemsException(
          Problem.of(
              "evidence-text", "name", name, "A file has a name without control characters."));
    }
    return new Deposits.Source(name, type, Optional.empty(), "", "", content);
  }

  ServerResponse show(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          new Query(request, ProveOperation.SHOW_EVIDENCE).check();
          EvidenceStore.Kept kept = kept(request, acting);
          try {
            Optional<PublicLog.Standing> standing =
                kept.index().isEmpty()
                    ? Optional.empty()
                    : Optional.of(desk.log().standing(kept.index().get()));
            Optional<EvidenceStore.Kept> revocation = desk.book().revocation(acting, kept);
            Optional<EvidenceStore.Kept> replacement = desk.book().replacement(acting, kept);
            return Reply.ok(
                out -> EvidenceJson.whole(kept, standing, revocation, replacement, out));
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  /// The bundle. Whoever takes it out of China sees to State Council Decree 801 themselves: the
  /// description of the interface says so.
  ServerResponse export(ServerRequest request) {
    return replies.stream(
        request,
        acting -> {
          acting.must(Permission.EXPORT);
          new Query(request, ProveOperation.EXPORT_EVIDENCE).check();
          EvidenceStore.Kept kept = kept(request, acting);
          try {
            if (!desk.exports().ready(acting, kept.id())) {
              return Replies.sent(
                  Reply.refused(
                      409,
                      Problem.of(
                          "evidence-waits",
                          "",
                          kept.id().toString(),
                          "Its leaf is not published in the log yet; ask again in a moment.")));
            }
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
          return ServerResponse.ok()
              .contentType(BUNDLE)
              .header("Content-Disposition", "attachment; filename=\"" + kept.id() + ".ipev\"")
              .cacheControl(CacheControl.noStore())
              .build((_, response) -> {
                desk.exports().export(acting, kept.id(), response.getOutputStream());
                return null;
              });
        });
  }

  ServerResponse log(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.READ);
          new Query(request, ProveOperation.SHOW_LOG).check();
          try {
            Optional<PublicLog.Published> published = desk.log().published();
            return Reply.ok(
                out -> EvidenceJson.log(desk.log().origin(), desk.log().keys(), published, out));
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  private EvidenceStore.Kept kept(ServerRequest request, Acting acting) {
    String text = request.pathVariable("evidence");
    return EvidenceId.parse(text)
        .found()
        .flatMap(id -> desk.book().show(acting, id))
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of("not-found", "", text, "There is nothing under this id.")));
  }
}
