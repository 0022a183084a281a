package org.zhiheng.intake.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Optional;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// The documents of a stream, one at a time: one in most files, thousands in an office's weekly
/// one.
///
/// A document that is refused, or read in part only, costs nothing to those behind it. One thread.
public final class XmlDocuments {

  private final DocumentBytes bytes;

  /// Out of this stream, which is not closed.
  public XmlDocuments(InputStream in) {
    this.bytes = new DocumentBytes(in);
  }

  /// One document: its beginning is read, the rest when asked for.
  public sealed interface Found {

    /// It begins as a document should.
    ///
    /// @param prolog how it begins
    /// @param rest all its bytes; good until the next document is asked for
    record Document(Prolog prolog, InputStream rest) implements Found {}

    /// It does not.
    record Refused(Problem problem) implements Found {}
  }

  /// The next one, or empty at the end.
  ///
  /// @throws IOException when the stream fails
  public Optional<Found> next() throws IOException {
    if (!bytes.advance()) {
      return Optional.empty();
    }
    byte[] head = new byte[Prolog.LENGTH_MAX];
    int length = 0;
    try {
      int read = 0;
      while (length < head.length && read >= 0) {
        read = bytes.read(head, length, head.length - length);
        length += Math.max(read, 0);
      }
    } catch (DocumentRefused refused) {
      return Optional.of(new Found.Refused(refused.problem()));
    }
    byte[] begin = Arrays.copyOf(head, length);
    return Optional.of(
        switch (Prolog.parse(begin, length)) {
          case Parsed.Ok<Prolog> ok ->
              new Found.Document(
                  ok.value(), new SequenceInputStream(new ByteArrayInputStream(begin), bytes));
          case Parsed.Refused<Prolog> refused -> new Found.Refused(refused.problem());
        });
  }
}
