package org.zhiheng.server.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.function.Function;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// How an operation is handled once it is known which: who may, what was asked or sent, and the
/// answer; what is sent again under its key is answered as before.
final class Handling {

  private final Replies replies;
  private final Repeats repeats;

  Handling(Replies replies, Repeats repeats) {
    this.replies = replies;
    this.repeats = repeats;
  }

  /// Answers a question.
  @FunctionalInterface
  interface Question {
    Reply of(Acting acting, Query query);
  }

  /// Does what was sent.
  @FunctionalInterface
  interface Work {
    Reply of(Acting acting, Query query, Body body) throws IOException;
  }

  /// Answers a question; whoever asks it checks the query.
  ServerResponse ask(ServerRequest request, Operation operation, Question question) {
    return replies.answer(
        request,
        acting -> {
          acting.must(operation.permission());
          return question.of(acting, new Query(request, operation));
        });
  }

  /// Does what was sent, once for each key; whoever does it checks the query and the body.
  ServerResponse work(ServerRequest request, Operation operation, Work work) {
    return replies.answer(
        request,
        acting -> {
          acting.must(operation.permission());
          Query query = new Query(request, operation);
          byte[] bytes = Body.bytes(request.servletRequest());
          return repeats.once(
              request,
              acting,
              bytes,
              () -> {
                try {
                  return work.of(
                      acting,
                      query,
                      Body.read(bytes, new LinkedHashSet<>(operation.spec().fields())));
                } catch (IOException failed) {
                  throw new UncheckedIOException(failed);
                }
              });
        });
  }

  /// What a path names.
  ///
  /// @throws ProblemsException with `not-found` when it does not read
  static <T> T named(ServerRequest request, String variable, Function<String, Parsed<T>> parser) {
    String text = request.pathVariable(variable);
    return parser
        .apply(text)
        .found()
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of("not-found", "", text, "There is nothing under this id.")));
  }
}
