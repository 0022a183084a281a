package org.zhiheng.jobs.prove.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Captures a page of the web and deposits what was received.
///
/// The files are: the body as it was served, `headers.txt`, `tls.txt` where a line was secured,
/// `page.png` and `page.pdf` where a browser looked, and `capture.json`, which says how all that
/// came about. The times in it are this machine's and no evidence; the log, witnesses and time
/// stamps are.
public final class Captures {

  private static final String OWN_FACTS = "capture.";
  private static final int FACT_LENGTH_MAX = 4_000;

  private final Deposits deposits;
  private final PageCapture pages;
  private final Instrument instrument;

  /// Through this port, into these deposits.
  public Captures(Deposits deposits, PageCapture pages, Instrument instrument) {
    this.deposits = deposits;
    this.pages = pages;
    this.instrument = instrument;
  }

  /// With what and where it is captured.
  ///
  /// @param tool name and version of the program
  /// @param environment on what machine and how connected
  public record Instrument(String tool, String environment) {}

  /// What is captured.
  ///
  /// @param kind of which kind the statement is
  /// @param right what it is about, if a right
  /// @param title in words, for a list; where it is empty, the address
  /// @param facts stated beside the files, by name; none begins with `capture.`
  /// @param address the page
  /// @param reach which addresses may be asked
  /// @param look whether a browser looks at it
  public record Request(
      LeafKind kind,
      Optional<RightId> right,
      String title,
      SortedMap<String, String> facts,
      WebAddress address,
      PageCapture.Reach reach,
      PageCapture.Look look) {}

  /// What came of it.
  ///
  /// @param kept the evidence
  /// @param picture what a browser saw
  public record Captured(EvidenceStore.Kept kept, PageCapture.Picture picture) {}

  /// Captures it.
  ///
  /// @throws IOException when the page cannot be fetched, or a file not kept; then nothing is
  ///   stated
  /// @throws ProblemsException as [PageCapture#capture] and [Deposits#deposit]
  public Captured capture(Acting acting, Request request) throws IOException {
    acting.must(Permission.RECORD);
    for (String name : request.facts().keySet()) {
      if (name.startsWith(OWN_FACTS)) {
        throw new ProblemsException(
            Problem.of("evidence-text", "fact", name, "Facts capture.… are the capture's own."));
      }
    }
    PageCapture.Page page = pages.capture(request.address(), request.reach(), request.look());
    SortedMap<String, String> facts = new TreeMap<>(request.facts());
    facts.putAll(facts(request, page));
    EvidenceStore.Kept kept =
        deposits.deposit(
            acting,
            new Deposits.Request(
                request.kind(),
                request.right(),
                request.title().isBlank() ? request.address().toString() : request.title(),
                facts,
                files(request, page)));
    return new Captured(kept, page.picture());
  }

  private static SortedMap<String, String> facts(Request request, PageCapture.Page page) {
    PageCapture.Hop last = page.hops().getLast();
    return new TreeMap<>(
        java.util.Map.of(
            "capture.url",
            request.address().toString(),
            "capture.final-url",
            last.address().toString(),
            "capture.status",
            Integer.toString(last.status()),
            "capture.screenshot",
            switch (page.picture()) {
              case PageCapture.Picture.Taken _ -> "yes";
              case PageCapture.Picture.NotTaken(String reason) -> cut("no: " + reason);
            }));
  }

  private List<Deposits.Source> files(Request request, PageCapture.Page page) {
    PageCapture.Hop last = page.hops().getLast();
    List<Deposits.Source> files = new ArrayList<>();
    files.add(
        source(
            CaptureFiles.bodyName(last.fields()),
            CaptureFiles.mediaType(last.fields()),
            last.at(),
            page.body()));
    files.add(source("headers.txt", "text/plain", last.at(), CaptureFiles.headers(page.hops())));
    CaptureFiles.tls(page.hops())
        .ifPresent(tls -> files.add(source("tls.txt", "text/plain", last.at(), tls)));
    if (page.picture() instanceof PageCapture.Picture.Taken taken) {
      files.add(seen("page.png", "image/png", taken, taken.png()));
      taken.pdf().ifPresent(pdf -> files.add(seen("page.pdf", "application/pdf", taken, pdf)));
    }
    files.add(
        source(
            "capture.json",
            "application/json",
            page.hops().getFirst().at(),
            CaptureFiles.json(request, instrument, page)));
    return files;
  }

  private Deposits.Source source(String name, String type, Instant at, Bytes bytes) {
    return new Deposits.Source(
        name,
        type,
        Optional.of(at),
        instrument.tool(),
        instrument.environment(),
        () -> new ByteArrayInputStream(bytes.array()));
  }

  private Deposits.Source seen(
      String name, String type, PageCapture.Picture.Taken taken, Bytes bytes) {
    return new Deposits.Source(
        name,
        type,
        Optional.of(taken.at()),
        taken.tool(),
        instrument.environment(),
        () -> new ByteArrayInputStream(bytes.array()));
  }

  private static String cut(String text) {
    return text.length() <= FACT_LENGTH_MAX ? text : text.substring(0, FACT_LENGTH_MAX);
  }
}
