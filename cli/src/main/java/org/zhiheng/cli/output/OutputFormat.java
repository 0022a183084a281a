package org.zhiheng.cli.output;

import java.util.Locale;

/// How an answer is written.
public enum OutputFormat {
  /// Aligned columns for a person.
  TEXT,
  /// One JSON document.
  JSON,
  /// Comma-separated values with a header (RFC 4180).
  CSV;

  /// `text`: what the command line takes.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
