package org.zhiheng.server.imports;

import java.time.Duration;
import java.time.Instant;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.server.page.Words;

/// A run as pages show it.
///
/// @param id `I42`
/// @param state code
/// @param kind of file, in words
/// @param file its name
/// @param size of it, in words
/// @param by who started it
/// @param started when, in words
/// @param ended when, in words; a dash while it goes on
/// @param read rows or documents so far
/// @param taken brought something new
/// @param refused had problems
/// @param unchanged said what the register knew
/// @param seconds since it started, or that it took
/// @param failure why it failed; empty when it did not
/// @param digest of the file
public record ImportLine(
    String id,
    String state,
    String kind,
    String file,
    String size,
    String by,
    String started,
    String ended,
    long read,
    long taken,
    long refused,
    long unchanged,
    long seconds,
    String failure,
    String digest) {

  /// How a run stands.
  ///
  /// @param now by the clock
  public static ImportLine of(Words words, ImportRun run, Instant now) {
    return new ImportLine(
        run.id().toString(),
        run.state().code(),
        words.codeOrItself("intake", run.kind()),
        run.fileName(),
        words.bytes(run.fileBytes()),
        run.by(),
        words.time(run.startedAt()),
        run.endedAt().map(words::time).orElse("–"),
        run.counts().read(),
        run.counts().taken(),
        run.counts().refused(),
        run.counts().unchanged(),
        Math.max(0, Duration.between(run.startedAt(), run.endedAt().orElse(now)).toSeconds()),
        run.failure(),
        run.fileDigest());
  }

  /// Whether it goes on.
  public boolean running() {
    return state.equals(ImportRun.State.RUNNING.code());
  }

  /// Whether it can be gone on with.
  public boolean resumable() {
    return state.equals(ImportRun.State.INTERRUPTED.code())
        || state.equals(ImportRun.State.FAILED.code());
  }

  /// Rows in a second, since the start.
  public long rate() {
    return seconds == 0 ? read : read / seconds;
  }
}
