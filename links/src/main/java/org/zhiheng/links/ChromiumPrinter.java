package org.zhiheng.links;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.zhiheng.jobs.access.Busy;
import org.zhiheng.jobs.report.Printed;
import org.zhiheng.jobs.report.Printer;
import org.zhiheng.values.Parsed;

/// Prints by a Chromium that is installed, without a window.
///
/// It runs as a process of its own, in a folder of its own that is removed afterwards, and without
/// a network: no name resolves, and what is addressed by number goes to a proxy that is not there.
/// Scripts cannot be switched off for the whole browser, which prints by one of its own, so the
/// page is told to run none. One that takes too long is ended with all its children. Safe for many
/// threads; one page is printed at a time.
public final class ChromiumPrinter implements Printer {

  /// A report of 200 marks takes some seconds on a busy machine.
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /// After that much of a wait a report is mostly done.
  private static final Duration AGAIN_IN = Duration.ofSeconds(5);

  private static final String HEAD = "<head>";

  /// Stands beside whatever policy the page has of its own: the stricter one holds.
  private static final String NO_SCRIPT =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">";

  private final Optional<Browser> browser;
  private final Duration limit;
  private final Semaphore printing = new Semaphore(1);

  ChromiumPrinter(Optional<Path> browser, Duration limit) {
    this.browser = browser.map(Browser::new);
    this.limit = limit;
  }

  /// Looks for a browser.
  ///
  /// @param searchPath the folders of programs, as the variable `PATH` lists them
  public static ChromiumPrinter on(String searchPath) {
    return new ChromiumPrinter(Browser.on(searchPath).map(Browser::program), LIMIT);
  }

  @Override
  public boolean ready() {
    return browser.isPresent();
  }

  /// @throws IllegalArgumentException when the page has no `<head>`
  @Override
  public Parsed<Printed> pdf(String html) throws IOException {
    int head = html.indexOf(HEAD) + HEAD.length();
    if (head < HEAD.length()) {
      throw new IllegalArgumentException("html must have a <head>");
    }
    if (browser.isEmpty()) {
      return Parsed.refused(
          "printer-missing",
          "",
          "Printing to PDF needs Chromium on the machine of the server or command line; take the"
              + " HTML and print that.");
    }
    if (html.length() > PAGE_LENGTH_MAX) {
      return tooLarge(html.length());
    }
    if (!printing.tryAcquire()) {
      throw new Busy(AGAIN_IN);
    }
    try {
      return browser
          .get()
          .inFolder(
              "zhiheng-print-",
              folder ->
                  print(
                      browser.get(),
                      folder,
                      html.substring(0, head) + NO_SCRIPT + html.substring(head)));
    } finally {
      printing.release();
    }
  }

  private Parsed<Printed> print(Browser program, Path folder, String html) throws IOException {
    Path page = folder.resolve("page.html");
    Path pdf = folder.resolve("page.pdf");
    Files.writeString(page, html, StandardCharsets.UTF_8);
    int status =
        program.run(
            folder,
            List.of(
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--proxy-server=socks5://127.0.0.1:9",
                "--proxy-bypass-list=<-loopback>",
                "--no-pdf-header-footer",
                "--print-to-pdf=" + pdf,
                page.toUri().toString()),
            folder.resolve("said"),
            limit,
            "printing");
    if (status != 0 || !Files.isRegularFile(pdf)) {
      throw new IOException(program.program() + " printed nothing; it ended with " + status);
    }
    long size = Files.size(pdf);
    return size > PDF_BYTES_MAX ? tooLarge(size) : Parsed.ok(new Printed(Files.readAllBytes(pdf)));
  }

  private static Parsed<Printed> tooLarge(long size) {
    return Parsed.refused(
        "report-too-large",
        Long.toString(size),
        "A page has at most "
            + PAGE_LENGTH_MAX
            + " characters, a PDF "
            + PDF_BYTES_MAX
            + " bytes: examine with a smaller top.");
  }
}
