package org.zhiheng.jobs.prove.capture;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.ProblemsException;

/// Fetches a page as it is served, and looks at it with a browser where there is one.
///
/// One request for each hop, without cookies and without a language; the picture is a later request
/// of another program, and may show something else. Nothing is kept by it, and nothing is asked a
/// second time when it fails.
public interface PageCapture {

  /// A longer body is refused: as much as fits into memory while others work.
  int BODY_BYTES_MAX = 50_000_000;

  /// So many redirections are followed.
  int REDIRECTS_MAX = 5;

  /// Fetches it.
  ///
  /// @throws IOException when it cannot be fetched, was cut short or took too long; the message
  ///   names the address
  /// @throws ProblemsException with `capture-private`, `capture-redirects`, `capture-too-large`, or
  ///   `capture-url` for an address that a redirection led to
  Page capture(WebAddress address, Reach reach, Look look) throws IOException;

  /// Which addresses may be asked.
  enum Reach {
    /// Those of the public Internet.
    PUBLIC,
    /// Any, this machine and its own network too.
    ANYWHERE
  }

  /// Whether a browser looks at it.
  enum Look {
    /// Where there is one.
    WITH_BROWSER,
    /// No.
    WITHOUT
  }

  /// What was fetched.
  ///
  /// @param hops what was asked and answered, in order; the last is the page
  /// @param body of the last answer, as it was served: no compression was taken off, only the
  ///   framing of the transfer
  /// @param picture what a browser saw
  record Page(List<Hop> hops, Bytes body, Picture picture) {

    /// @throws IllegalArgumentException when there is no hop
    public Page {
      hops = List.copyOf(hops);
      if (hops.isEmpty()) {
        throw new IllegalArgumentException("a page was asked for at least once");
      }
    }
  }

  /// One question and its answer.
  ///
  /// @param at when it was asked, by this machine's clock
  /// @param address what was asked for
  /// @param peer the address and port that the answer came from
  /// @param status of the answer, 100 to 599
  /// @param request the lines that were sent, in ISO 8859-1
  /// @param response the lines that were received up to the empty one, in ISO 8859-1, in their
  ///   order
  /// @param fields the answer's media type and encoding
  /// @param tls how the line was secured, where it was
  record Hop(
      Instant at,
      WebAddress address,
      String peer,
      int status,
      String request,
      String response,
      Fields fields,
      Optional<Tls> tls) {}

  /// What an answer says of its body.
  ///
  /// @param type its media type as it was told, with its parameters; may be empty
  /// @param encoding `gzip` and the like, in lower case; empty without
  record Fields(String type, String encoding) {}

  /// How a line was secured.
  ///
  /// @param protocol such as `TLSv1.3`
  /// @param cipher the suite
  /// @param chain what the other side showed, its own certificate first, in DER
  record Tls(String protocol, String cipher, List<Bytes> chain) {

    /// Copies the list.
    public Tls {
      chain = List.copyOf(chain);
    }
  }

  /// What a browser saw.
  sealed interface Picture {

    /// It looked.
    ///
    /// @param at when it began, by this machine's clock; later than the page was fetched
    /// @param tool which browser
    /// @param png the window
    /// @param pdf the page as it prints, where that was made
    /// @param refused hosts that the page wanted and that were not asked
    record Taken(Instant at, String tool, Bytes png, Optional<Bytes> pdf, List<String> refused)
        implements Picture {

      /// Copies the list.
      public Taken {
        refused = List.copyOf(refused);
      }
    }

    /// None was taken.
    ///
    /// @param reason one sentence for a person
    record NotTaken(String reason) implements Picture {}
  }
}
