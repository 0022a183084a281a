package org.zhiheng.server.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.intake.IntakeKind;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.jobs.imports.ImportDesk;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.values.ImportId;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Import runs. An upload needs no idempotency key: the same bytes are the same import.
final class ImportsApi {

  private static final int RUNS_MAX = 200;
  private static final int PROBLEMS_MAX = 1_000;
  private static final int NAME_LENGTH_MAX = 200;

  private final Imports imports;
  private final ImportDesk desk;
  private final long uploadBytesMax;
  private final Replies replies;

  ImportsApi(Imports imports, ImportDesk desk, long uploadBytesMax, Replies replies) {
    this.imports = imports;
    this.desk = desk;
    this.uploadBytesMax = uploadBytesMax;
    this.replies = replies;
  }

  ServerResponse list(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          Query query = new Query(request, RightsOperation.LIST_IMPORTS);
          Optional<ImportId> before = query.after(inside -> ImportId.parse(inside).found());
          int limit = query.limit(RUNS_MAX);
          query.check();
          List<ImportRun> runs = imports.list(acting, before, limit);
          return Replies.page(
              out -> runs.forEach(run -> RecordJson.run(run, out)),
              runs.size() == limit
                  ? Optional.of(runs.getLast().id().toString())
                  : Optional.empty());
        });
  }

  ServerResponse show(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          new Query(request, RightsOperation.SHOW_IMPORT).check();
          ImportId id = id(request);
          return imports
              .find(acting, id)
              .map(run -> Reply.ok(out -> RecordJson.run(run, out)))
              .orElseGet(() -> Reply.notFound(id.toString()));
        });
  }

  /// Goes on with a run; one that is finished, under way or was not uploaded here stays as it is.
  ServerResponse resume(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.IMPORT);
          new Query(request, RightsOperation.RESUME_IMPORT).check();
          ImportId id = id(request);
          if (imports.find(acting, id).isEmpty()) {
            return Reply.notFound(id.toString());
          }
          try {
            return desk.resume(acting, id)
                .map(ImportsApi::underWay)
                .orElseGet(() ->
                    Reply.refused(
                        409,
                        Problem.of(
                            "import-not-resumable",
                            "",
                            id.toString(),
                            "The run is finished or under way, or its file was not uploaded"
                                + " here.")));
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  ServerResponse problems(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          Query query = new Query(request, RightsOperation.LIST_PROBLEMS);
          long from =
              query
                  .after(inside ->
                      inside.matches("[0-9]{1,9}")
                          ? Optional.of(Long.parseLong(inside))
                          : Optional.empty())
                  .orElse(0L);
          int limit = query.limit(PROBLEMS_MAX);
          query.check();
          ImportId id = id(request);
          if (imports.find(acting, id).isEmpty()) {
            return Reply.notFound(id.toString());
          }
          List<Problem> problems = imports.problems(acting, id, from, limit);
          return Replies.page(
              out -> problems.forEach(problem -> RecordJson.problem(problem, out)),
              problems.size() == limit
                  ? Optional.of(Long.toString(from + limit))
                  : Optional.empty());
        });
  }

  /// A form with the part `file`, or the file itself as the body; kind and name as parameters.
  ServerResponse submit(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.IMPORT);
          try {
            return submit(request.servletRequest(), request, acting);
          } catch (Documents.TooLarge tooLarge) {
            throw new ProblemsException(
                Problem.of(
                    "too-large",
                    "file",
                    "",
                    "An upload has at most " + uploadBytesMax + " bytes."));
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          } catch (ServletException malformed) {
            throw new ProblemsException(
                Problem.of("multipart", "", "", "The form does not read as multipart/form-data."));
          }
        });
  }

  private Reply submit(HttpServletRequest servlet, ServerRequest request, Acting acting)
      throws IOException, ServletException {
    String type = Optional.ofNullable(servlet.getContentType()).orElse("");
    Query query = new Query(request, RightsOperation.SUBMIT_IMPORT);
    Optional<IntakeKind> kind = query.value("kind", text -> IntakeKind.parse(text));
    String name = query.text("name", NAME_LENGTH_MAX);
    query.check();
    if (kind.isEmpty()) {
      throw new ProblemsException(IntakeKind.parse("").refusal().orElseThrow().at("kind"));
    }
    if (!type.startsWith("multipart/form-data")) {
      return taken(acting, kind.get(), name.isEmpty() ? "upload" : name, servlet.getInputStream());
    }
    Part part = servlet.getPart("file");
    if (part == null) {
      throw new ProblemsException(
          Problem.of("required", "file", "", "The form needs the part file."));
    }
    String given = Optional.ofNullable(part.getSubmittedFileName()).orElse("upload");
    try (InputStream in = part.getInputStream()) {
      return taken(acting, kind.get(), name.isEmpty() ? fileName(given) : name, in);
    }
  }

  private Reply taken(Acting acting, IntakeKind kind, String name, InputStream in)
      throws IOException {
    ImportRun run = desk.submit(acting, kind, name, in, uploadBytesMax);
    return underWay(run);
  }

  private static Reply underWay(ImportRun run) {
    return new Reply(
        202,
        Operation.BASE + "/imports/" + run.id(),
        "",
        RecordJson.text(out -> RecordJson.run(run, out)));
  }

  /// Without folders, cut to length.
  private static String fileName(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String cut = last.substring(0, Math.min(last.length(), NAME_LENGTH_MAX));
    return cut.isBlank() ? "upload" : cut;
  }

  private static ImportId id(ServerRequest request) {
    String text = request.pathVariable("run");
    return switch (ImportId.parse(text)) {
      case Parsed.Ok<ImportId> ok -> ok.value();
      case Parsed.Refused<ImportId> _ ->
          throw new ProblemsException(
              Problem.of("not-found", "", text, "There is nothing under this id."));
    };
  }
}
