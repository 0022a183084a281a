package org.zhiheng.jobs.imports;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.values.ImportId;
import org.zhiheng.values.OrganisationId;

/// One file being taken in.
///
/// `read = taken + refused + unchanged` at any time.
///
/// @param id its id
/// @param organisation whose register it goes into
/// @param kind code of the kind of file (`cnipa-gazette-csv`)
/// @param fileName without folders
/// @param fileDigest SHA-256, hexadecimal
/// @param fileBytes size
/// @param by who started it
/// @param startedAt when
/// @param endedAt when it ended, if it did
/// @param state how it stands
/// @param counts so far
/// @param through the last position whose outcome is kept; a resumed run goes on behind it
/// @param failure why it failed, in one sentence; empty otherwise
public record ImportRun(
    ImportId id,
    OrganisationId organisation,
    String kind,
    String fileName,
    String fileDigest,
    long fileBytes,
    String by,
    Instant startedAt,
    Optional<Instant> endedAt,
    State state,
    Counts counts,
    long through,
    String failure) {

  /// How a run stands.
  public enum State {
    /// 进行中
    RUNNING,
    /// 已完成
    FINISHED,
    /// 已中断: the process was killed or told to stop; can be resumed.
    INTERRUPTED,
    /// 失败: the world failed (a file gone, a disk full); can be resumed.
    FAILED;

    /// `running`: the name in data, CLI and REST.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What became of the rows or documents.
  ///
  /// @param read all
  /// @param taken brought something new
  /// @param refused had problems
  /// @param unchanged said what the register knew
  public record Counts(long read, long taken, long refused, long unchanged) {

    /// Nothing yet.
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    /// Both together.
    public Counts plus(Counts more) {
      return new Counts(
          read + more.read, taken + more.taken, refused + more.refused, unchanged + more.unchanged);
    }
  }
}
