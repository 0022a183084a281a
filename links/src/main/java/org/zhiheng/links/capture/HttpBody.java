package org.zhiheng.links.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.zhiheng.jobs.prove.capture.PageCapture;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Reads the body of an answer, as long as the answer says it is.
///
/// Source: RFC 9112 (2022-06), sections 6.3 and 7.1. An answer that gives its length twice, in two
/// ways, is refused. A body that ends with the line and names no length may have been cut there;
/// nothing can tell.
final class HttpBody {

  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;
  private static final int CHUNK_LINE_LENGTH_MAX = 1_000;
  private static final int TRAILERS_MAX = 100;
  private static final int STEP = 65_536;

  private final InputStream in;
  private final int lengthMax;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private HttpBody(InputStream in, int lengthMax) {
    this.in = in;
    this.lengthMax = lengthMax;
  }

  /// Reads it.
  ///
  /// @throws IOException when it is cut short or framed by no rule
  /// @throws ProblemsException with `capture-too-large`
  static byte[] read(HttpHead head, InputStream in, int lengthMax) throws IOException {
    int status = head.status();
    if (status == NO_CONTENT || status == NOT_MODIFIED) {
      return new byte[0];
    }
    List<String> codings = head.words("Transfer-Encoding");
    List<String> lengths = head.words("Content-Length").stream().distinct().toList();
    HttpBody body = new HttpBody(in, lengthMax);
    if (!codings.isEmpty()) {
      if (!codings.equals(List.of("chunked")) || !lengths.isEmpty()) {
        throw new IOException("the answer frames its body in a way that is not read here");
      }
      body.chunks();
    } else if (lengths.size() == 1) {
      if (!lengths.getFirst().matches("[0-9]{1,18}")) {
        throw new IOException("the answer's length is no number");
      }
      body.some(Long.parseLong(lengths.getFirst()));
    } else if (lengths.isEmpty()) {
      body.rest();
    } else {
      throw new IOException("the answer gives two lengths");
    }
    return body.out.toByteArray();
  }

  private void chunks() throws IOException {
    while (true) {
      String line = HttpHead.line(in, CHUNK_LINE_LENGTH_MAX);
      int end = line.indexOf(';');
      String size = (end < 0 ? line : line.substring(0, end)).strip();
      if (!size.matches("[0-9A-Fa-f]{1,15}")) {
        throw new IOException("a chunk of the answer has no size");
      }
      long length = Long.parseLong(size, 16);
      if (length == 0) {
        trailers();
        return;
      }
      some(length);
      if (!HttpHead.line(in, 2).isEmpty()) {
        throw new IOException("a chunk of the answer is longer than it says");
      }
    }
  }

  /// Read and left out: none of them is a header of the answer.
  private void trailers() throws IOException {
    for (int i = 0; i < TRAILERS_MAX; i++) {
      if (HttpHead.line(in, HttpHead.LENGTH_BYTES_MAX).isEmpty()) {
        return;
      }
    }
    throw new IOException("the answer has too many trailers");
  }

  private void some(long length) throws IOException {
    room(length);
    long left = length;
    byte[] step = new byte[STEP];
    while (left > 0) {
      int count = in.read(step, 0, (int) Math.min(left, STEP));
      if (count < 0) {
        throw new IOException("the answer was cut short: " + left + " bytes are missing");
      }
      out.write(step, 0, count);
      left -= count;
    }
  }

  private void rest() throws IOException {
    byte[] step = new byte[STEP];
    for (int count = in.read(step); count >= 0; count = in.read(step)) {
      room(count);
      out.write(step, 0, count);
    }
  }

  private void room(long more) {
    if (more > lengthMax - (long) out.size()) {
      throw new ProblemsException(
          Problem.of(
              "capture-too-large",
              "",
              "",
              "A captured page has at most " + PageCapture.BODY_BYTES_MAX + " bytes."));
    }
  }
}
