package org.zhiheng.jobs.records;

import java.io.InputStream;

/// A file handed in with an event.
///
/// @param name as the person's machine calls it; folders are cut off
/// @param content read once, not closed
public record Attachment(String name, InputStream content) {

  /// Longest name that is kept.
  public static final int NAME_LENGTH_MAX = 200;

  /// Keeps what stands behind the last slash, without control characters, cut to length.
  public Attachment {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{C}", "").strip();
    name =
        clean.isEmpty()
            ? "document"
            : clean.substring(0, Math.min(clean.length(), NAME_LENGTH_MAX));
  }
}
