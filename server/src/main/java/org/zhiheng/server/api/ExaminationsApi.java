package org.zhiheng.server.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.examine.Compared;
import org.zhiheng.jobs.examine.ExaminationBook;
import org.zhiheng.jobs.examine.ExaminationId;
import org.zhiheng.jobs.examine.ExaminationJson;
import org.zhiheng.jobs.examine.Examinations;
import org.zhiheng.jobs.examine.Examined;
import org.zhiheng.jobs.examine.Inquiry;
import org.zhiheng.jobs.examine.KeptJson;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.examine.report.ExaminationReports;
import org.zhiheng.jobs.examine.report.ReportPages;
import org.zhiheng.jobs.examine.report.Tongue;
import org.zhiheng.jobs.report.Printed;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.server.page.PolicyFilter;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Examinations: made, kept, asked again, reported.
///
/// A kept examination never changes, so its entity tag is its id and the digest of its list.
final class ExaminationsApi {

  private static final int LIMIT_MAX = 200;

  /// A document is shown, and may load nothing.
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private final ExamineDesk desk;
  private final ExaminationReports reports;
  private final Asked asked;
  private final Replies replies;
  private final Repeats repeats;

  ExaminationsApi(
      ExamineDesk desk, ExaminationReports reports, Asked asked, Replies replies, Repeats repeats) {
    this.desk = desk;
    this.reports = reports;
    this.asked = asked;
    this.replies = replies;
    this.repeats = repeats;
  }

  ServerResponse examine(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.READ);
          Inquiry inquiry = asked.of(new Query(request, ExamineOperation.EXAMINE));
          try {
            Examined examined = desk.examiner().examine(acting, inquiry);
            return Reply.ok(out -> ExaminationJson.examined(examined, out));
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  ServerResponse compare(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.READ);
          Query query = new Query(request, ExamineOperation.COMPARE);
          String left = query.text("left", Asked.NAME_LENGTH_MAX);
          String right = query.text("right", Asked.NAME_LENGTH_MAX);
          query.check();
          Compared compared = desk.comparing().names(left, right);
          return Reply.ok(out -> ExaminationJson.compared(compared, out));
        });
  }

  ServerResponse keep(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.RECORD);
          new Query(request, ExamineOperation.KEEP_EXAMINATION).check();
          byte[] bytes = Body.bytes(request.servletRequest());
          return repeats.once(request, acting, bytes, () -> keep(acting, bytes));
        });
  }

  private Reply keep(Acting acting, byte[] bytes) {
    Inquiry inquiry = asked.of(Body.read(bytes, Asked.FIELDS));
    try {
      return shown(desk.book().keep(acting, inquiry), 201);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  ServerResponse list(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          Query query = new Query(request, ExamineOperation.LIST_EXAMINATIONS);
          Optional<ExaminationId> before =
              query.after(inside -> ExaminationId.parse(inside).found());
          int limit = query.limit(LIMIT_MAX);
          query.check();
          List<Examinations.Kept> kept = desk.book().page(acting, before, limit);
          return Replies.page(
              out -> kept.forEach(one -> KeptJson.row(one, out)),
              kept.size() == limit
                  ? Optional.of(kept.getLast().id().toString())
                  : Optional.empty());
        });
  }

  ServerResponse show(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          new Query(request, ExamineOperation.SHOW_EXAMINATION).check();
          Optional<Examinations.Kept> kept = desk.book().show(acting, id(request));
          if (kept.isEmpty()) {
            return Reply.notFound(id(request).toString());
          }
          Reply shown = shown(kept.get(), 200);
          String known = request.servletRequest().getHeader("If-None-Match");
          return known != null && List.of(known.split(" *, *", -1)).contains(shown.etag())
              ? new Reply(304, "", shown.etag(), "")
              : shown;
        });
  }

  ServerResponse again(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          new Query(request, ExamineOperation.EXAMINE_AGAIN).check();
          try {
            Optional<ExaminationBook.Again> again = desk.book().again(acting, id(request));
            return again
                .map(one -> Reply.ok(out -> KeptJson.again(one, out)))
                .orElseGet(() -> Reply.notFound(id(request).toString()));
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  ServerResponse html(ServerRequest request) {
    return replies.stream(
        request,
        acting -> {
          Tongue tongue = tongue(new Query(request, ExamineOperation.REPORT_HTML));
          return reports
              .html(acting, id(request), tongue)
              .map(ExaminationsApi::page)
              .orElseGet(() -> Replies.sent(Reply.notFound(id(request).toString())));
        });
  }

  ServerResponse pdf(ServerRequest request) {
    return replies.stream(
        request,
        acting -> {
          Tongue tongue = tongue(new Query(request, ExamineOperation.REPORT_PDF));
          try {
            return reports
                .pdf(acting, id(request), tongue)
                .map(ExaminationsApi::document)
                .orElseGet(() -> Replies.sent(Reply.notFound(id(request).toString())));
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  private static Tongue tongue(Query query) {
    Optional<Tongue> tongue = query.value("language", Tongue::parse);
    query.check();
    return tongue.orElse(Tongue.CHINESE);
  }

  private static ServerResponse page(ReportPages.Page page) {
    return PolicyFilter.instead(
        ServerResponse.ok().contentType(Rendering.HTML),
        page.policy() + "; frame-ancestors 'none'",
        page.html().getBytes(StandardCharsets.UTF_8));
  }

  private static ServerResponse document(Parsed<Printed> printed) {
    return switch (printed) {
      case Parsed.Ok<Printed>(Printed document) ->
          PolicyFilter.instead(
              ServerResponse.ok().contentType(MediaType.APPLICATION_PDF),
              NOTHING,
              document.bytes());
      case Parsed.Refused<Printed>(Problem problem) ->
          Replies.sent(
              Reply.refused(problem.code().equals("printer-missing") ? 501 : 422, problem));
    };
  }

  private static Reply shown(Examinations.Kept kept, int status) {
    return new Reply(
        status,
        status == 201 ? Operation.BASE + "/examinations/" + kept.id() : "",
        "\"" + kept.id() + "-" + kept.content().list().brief() + "\"",
        RecordJson.text(out -> KeptJson.kept(kept, out)));
  }

  private static ExaminationId id(ServerRequest request) {
    String text = request.pathVariable("examination");
    return ExaminationId.parse(text)
        .found()
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of("not-found", "", text, "There is nothing under this id.")));
  }
}
