package org.zhiheng.server.api;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Busy;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.server.page.Visitor;
import org.zhiheng.server.page.Visitors;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import tools.jackson.core.JsonGenerator;

/// What the handlers of the interface share: who asks, and how an answer or a refusal is written.
final class Replies {

  private final Visitors visitors;

  Replies(Visitors visitors) {
    this.visitors = visitors;
  }

  /// An answer before it is sent, so that it can be kept.
  ///
  /// @param status HTTP status
  /// @param location empty for none
  /// @param etag empty for none
  /// @param body JSON; empty for none
  record Reply(int status, String location, String etag, String body) {

    /// 200 with this body.
    static Reply ok(Consumer<JsonGenerator> writer) {
      return new Reply(200, "", "", RecordJson.text(writer));
    }

    /// 204.
    static Reply done() {
      return new Reply(204, "", "", "");
    }

    /// A refusal.
    static Reply refused(int status, List<Problem> problems) {
      return new Reply(
          status, "", "", new String(ProblemJson.bytes(status, problems), StandardCharsets.UTF_8));
    }

    /// A refusal for one reason.
    static Reply refused(int status, Problem problem) {
      return refused(status, List.of(problem));
    }

    /// There is nothing of that id, or it is not one's own.
    static Reply notFound(String id) {
      return refused(404, Problem.of("not-found", "", id, "There is nothing under this id."));
    }
  }

  /// Answers with what the work gives, or with why it was refused.
  ServerResponse answer(ServerRequest request, Function<Acting, Reply> work) {
    return stream(request, acting -> sent(work.apply(acting)));
  }

  /// The same for what is sent as it is read, and cannot be kept.
  ServerResponse stream(ServerRequest request, Function<Acting, ServerResponse> work) {
    try {
      return work.apply(acting(request));
    } catch (ProblemsException refused) {
      return sent(Reply.refused(status(request, refused.problems()), refused.problems()));
    } catch (Busy busy) {
      return busy(busy.retryAfter());
    } catch (UncheckedIOException failed) {
      return sent(
          Reply.refused(
              500,
              Problem.of(
                  "world-failed", "", "", "Reading or writing failed; nothing was changed.")));
    }
  }

  /// In whose name the request was sent.
  Acting acting(ServerRequest request) {
    return visitors
        .of(request.servletRequest())
        .map(Visitor::acting)
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of("token-missing", "Authorization", "", "Send a token of yours.")));
  }

  /// One page of a list.
  static Reply page(Consumer<JsonGenerator> items, Optional<String> next) {
    return Reply.ok(out -> {
      out.writeStartObject();
      out.writeArrayPropertyStart("items");
      items.accept(out);
      out.writeEndArray();
      next.ifPresent(cursor -> out.writeStringProperty("next", Query.cursor(cursor)));
      out.writeEndObject();
    });
  }

  /// An answer as it is sent.
  static ServerResponse sent(Reply reply) {
    ServerResponse.BodyBuilder response =
        ServerResponse.status(reply.status()).cacheControl(CacheControl.noCache().cachePrivate());
    if (!reply.location().isEmpty()) {
      response.header("Location", reply.location());
    }
    if (!reply.etag().isEmpty()) {
      response.header("ETag", reply.etag());
    }
    if (reply.body().isEmpty()) {
      return response.build();
    }
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    return response
        .contentType(reply.status() >= 400 ? ProblemJson.TYPE : MediaType.APPLICATION_JSON)
        .build((_, out) -> {
          out.setContentLength(bytes.length);
          out.getOutputStream().write(bytes);
          return null;
        });
  }

  private static ServerResponse busy(Duration wait) {
    byte[] bytes =
        ProblemJson.bytes(
            503, List.of(Problem.of("busy", "", "", "Too much is under way; try again later.")));
    return ServerResponse.status(503)
        .header("Retry-After", Long.toString(Math.max(1, wait.toSeconds())))
        .contentType(ProblemJson.TYPE)
        .build((_, out) -> {
          out.getOutputStream().write(bytes);
          return null;
        });
  }

  /// A refusal by its code; else by whether something was asked or sent.
  private static int status(ServerRequest request, List<Problem> problems) {
    return switch (problems.getFirst().code()) {
      case "forbidden" -> 403;
      case "not-found" -> 404;
      case "token-missing" -> 401;
      case "too-large", "document-too-large" -> 413;
      case "upload-busy" -> 409;
      case "json" -> 400;
      case "if-match-missing" -> 428;
      default -> request.method().name().equals("GET") ? 400 : 422;
    };
  }
}
