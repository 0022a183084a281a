package org.zhiheng.server.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.web.servlet.function.ServerRequest;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.answers.KeptAnswers;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Answers a request that is sent again under its idempotency key as it was answered before.
///
/// Kept is what was done (2xx); after a refusal nothing was done and the key is free again. Keys of
/// one token do not meet those of another.
final class Repeats {

  private static final String HEADER = "Idempotency-Key";

  /// A delete of an hour's keys takes milliseconds, and the keys of a day are few.
  private static final Duration FORGET_EVERY = Duration.ofHours(1);

  private final KeptAnswers answers;
  private final InstantSource clock;
  private final AtomicReference<Instant> forgetAt = new AtomicReference<>(Instant.EPOCH);

  Repeats(KeptAnswers answers, InstantSource clock) {
    this.answers = answers;
    this.clock = clock;
  }

  /// Does the work once for each key; each time without one.
  Reply once(ServerRequest request, Acting acting, byte[] body, Supplier<Reply> work) {
    String header = request.servletRequest().getHeader(HEADER);
    if (header == null) {
      return work.get();
    }
    KeptAnswers.Key key = key(acting, header);
    forgetOld();
    return switch (answers.claim(key, digest(request, body), clock.instant())) {
      case KeptAnswers.Claim.Fresh _ -> fresh(key, work);
      case KeptAnswers.Claim.Answered answered ->
          new Reply(
              answered.answer().status(),
              answered.answer().location(),
              answered.answer().etag(),
              answered.answer().body());
      case KeptAnswers.Claim.Different _ ->
          Reply.refused(
              422,
              Problem.of(
                  "idempotency-key-reused",
                  HEADER,
                  header,
                  "Another request was sent under this key; take a new one."));
      case KeptAnswers.Claim.UnderWay _ ->
          Reply.refused(
              409, Problem.of("under-way", HEADER, header, "The same request is being worked on."));
    };
  }

  /// Now and then, whoever comes along clears away what nobody asks for any more.
  private void forgetOld() {
    Instant now = clock.instant();
    Instant due = forgetAt.get();
    if (!now.isBefore(due) && forgetAt.compareAndSet(due, now.plus(FORGET_EVERY))) {
      answers.forget(now.minus(KeptAnswers.KEPT_FOR));
    }
  }

  private Reply fresh(KeptAnswers.Key key, Supplier<Reply> work) {
    boolean kept = false;
    try {
      Reply reply = work.get();
      if (reply.status() < 300 && reply.body().length() <= KeptAnswers.BODY_BYTES_MAX / 3) {
        answers.keep(
            key,
            new KeptAnswers.Answer(
                reply.status(), reply.location(), reply.etag(), "application/json", reply.body()),
            clock.instant());
        kept = true;
      }
      return reply;
    } finally {
      if (!kept) {
        answers.release(key);
      }
    }
  }

  private static KeptAnswers.Key key(Acting acting, String header) {
    String text = header.strip().replaceAll("^\"|\"$", "");
    if (!text.matches("[\\x21-\\x7e]{1," + KeptAnswers.KEY_LENGTH_MAX + "}")) {
      throw new ProblemsException(
          Problem.of(
              "idempotency-key",
              HEADER,
              header,
              "A key has 1 to " + KeptAnswers.KEY_LENGTH_MAX + " visible ASCII characters."));
    }
    return new KeptAnswers.Key(acting.organisation(), acting.name(), text);
  }

  private static Digest digest(ServerRequest request, byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    String head = request.method().name() + " " + request.path() + "\n";
    all.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    all.writeBytes(body);
    return Digest.of(all.toByteArray());
  }
}
