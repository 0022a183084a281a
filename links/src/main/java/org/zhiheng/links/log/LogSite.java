package org.zhiheng.links.log;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhiheng.ledger.log.Tiles;
import org.zhiheng.links.serve.Answer;
import org.zhiheng.links.serve.Asked;
import org.zhiheng.links.serve.Site;

/// A log's files as others read them: `/checkpoint`, `/tile/…`, `/tile/entries/…`, and the same of
/// the SM3 tree below `/gm`.
///
/// Only names that tlog-tiles can make are looked for, and they are compared before anything is
/// decoded: there is no way to another file.
///
/// Source: C2SP tlog-tiles.
public final class LogSite implements Site {

  /// Nothing is sent here.
  public static final int BODY_BYTES_MAX = 0;

  private static final Pattern CHECKPOINT = Pattern.compile("/(?:gm/)?checkpoint");

  /// Level 0..63 or entries; the index three digits a step; a width of 1..255.
  private static final Pattern TILE =
      Pattern.compile(
          "/(?:gm/)?tile/(?:entries|[0-9]|[1-5][0-9]|6[0-3])/(?:x[0-9]{3}/){0,6}[0-9]{3}"
              + "(?:\\.p/(?:[1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5]))?");

  /// A tile never changes, whether it is full or not; where a fuller one comes, it has another
  /// name.
  private static final String FOREVER = "public, max-age=31536000, immutable";

  /// It may be kept, but not be shown before it was asked for again.
  private static final String ASK_AGAIN = "no-cache";

  private final Tiles tiles;

  /// Over these files.
  public LogSite(Tiles tiles) {
    this.tiles = tiles;
  }

  @Override
  public Answer answer(Asked asked) throws IOException {
    boolean checkpoint = CHECKPOINT.matcher(asked.path()).matches();
    if (!checkpoint && !TILE.matcher(asked.path()).matches()) {
      return missing();
    }
    if (!asked.reads()) {
      return Answer.methodNot("GET, HEAD");
    }
    Optional<byte[]> file = tiles.read(asked.path().substring(1));
    if (file.isEmpty()) {
      return missing();
    }
    return checkpoint
        ? Answer.of(200, Answer.TEXT, file.get()).kept(ASK_AGAIN)
        : Answer.of(200, "application/octet-stream", file.get()).kept(FOREVER);
  }

  /// What is not there yet may be there in a second.
  private static Answer missing() {
    return Answer.said(404, "There is no such file of a log.").kept(ASK_AGAIN);
  }
}
