package org.zhiheng.jobs.records;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Tells what a document is from its first bytes; what the sender calls it is not believed.
final class MediaType {

  private static final int LOOKED_AT_BYTES = 16;

  private MediaType() {}

  /// Looks at the first bytes and leaves the stream as if unread.
  static Sniffed sniff(InputStream in) throws IOException {
    BufferedInputStream content = new BufferedInputStream(in);
    content.mark(LOOKED_AT_BYTES);
    String start = new String(content.readNBytes(LOOKED_AT_BYTES), StandardCharsets.ISO_8859_1);
    content.reset();
    return new Sniffed(mediaType(start), content);
  }

  private static String mediaType(String start) {
    if (start.startsWith("%PDF-")) {
      return "application/pdf";
    }
    if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
      return "image/png";
    }
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return "image/jpeg";
    }
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
      return "image/webp";
    }
    return "application/octet-stream";
  }

  /// A stream, still the sender's to close, and what it holds.
  record Sniffed(String mediaType, InputStream content) {}
}
