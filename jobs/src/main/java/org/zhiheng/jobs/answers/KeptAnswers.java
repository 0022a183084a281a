package org.zhiheng.jobs.answers;

import java.time.Duration;
import java.time.Instant;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;

/// Answers that are kept under an idempotency key.
///
/// Durable when a call returns; safe for many threads and processes: of several claims of one key
/// one is fresh. Keys of one user of one organisation do not meet those of another.
public interface KeptAnswers {

  /// How long an answer is kept: a program that was away for a day decides anew.
  Duration KEPT_FOR = Duration.ofHours(24);

  /// A claim without an answer for this long was of a process that is gone.
  Duration CLAIM_LOST_AFTER = Duration.ofMinutes(2);

  /// Longest key that is taken.
  int KEY_LENGTH_MAX = 128;

  /// Longest body of an answer that is kept, in bytes of UTF-8.
  int BODY_BYTES_MAX = 64 * 1024;

  /// Claims a key for a request.
  ///
  /// @param request digest of all that makes the request what it is
  Claim claim(Key key, Digest request, Instant at);

  /// Keeps the answer to a fresh claim.
  void keep(Key key, Answer answer, Instant at);

  /// Gives a fresh claim back: nothing was done, the next one is fresh again.
  void release(Key key);

  /// Forgets what was claimed before this time; returns how many.
  int forget(Instant before);

  /// Under which an answer is kept.
  ///
  /// @param organisation for whom
  /// @param who the user's name
  /// @param text as sent, 1..[#KEY_LENGTH_MAX] characters
  record Key(OrganisationId organisation, String who, String text) {
    /// @throws IllegalArgumentException when the text is empty or too long
    public Key {
      if (text.isEmpty() || text.length() > KEY_LENGTH_MAX) {
        throw new IllegalArgumentException("a key has 1.." + KEY_LENGTH_MAX + " characters");
      }
    }
  }

  /// What was answered.
  ///
  /// @param status HTTP status
  /// @param location the header `Location`; may be empty
  /// @param etag the header `ETag`; may be empty
  /// @param contentType of the body
  /// @param body in UTF-8
  record Answer(int status, String location, String etag, String contentType, String body) {}

  /// What claiming came to.
  sealed interface Claim {
    /// Nobody had this key: do it, then [KeptAnswers#keep] or [KeptAnswers#release].
    record Fresh() implements Claim {}

    /// The same request was answered with this.
    record Answered(Answer answer) implements Claim {}

    /// Another request had this key.
    record Different() implements Claim {}

    /// The same request is being worked on.
    record UnderWay() implements Claim {}
  }
}
