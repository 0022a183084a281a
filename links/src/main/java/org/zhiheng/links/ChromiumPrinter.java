package org.zhiheng.links;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

  /// Where there is one, it is called one of these; the launcher looks for the same.
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  /// A report of 200 marks takes some seconds on a busy machine.
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /// After that much of a wait a report is mostly done.
  private static final Duration AGAIN_IN = Duration.ofSeconds(5);

  /// The end of a process that was told to end.
  private static final Duration END = Duration.ofSeconds(5);

  private static final String HEAD = "<head>";

  /// Stands beside whatever policy the page has of its own: the stricter one holds.
  private static final String NO_SCRIPT =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">";

  private final Optional<Path> browser;
  private final Duration limit;
  private final Semaphore printing = new Semaphore(1);

  ChromiumPrinter(Optional<Path> browser, Duration limit) {
    this.browser = browser;
    this.limit = limit;
  }

  /// Looks for a browser.
  ///
  /// @param searchPath the folders of programs, as the variable `PATH` lists them
  public static ChromiumPrinter on(String searchPath) {
    return new ChromiumPrinter(find(searchPath), LIMIT);
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
      Path folder = Files.createTempDirectory("zhiheng-print-");
      try {
        return print(
            browser.get(), folder, html.substring(0, head) + NO_SCRIPT + html.substring(head));
      } finally {
        remove(folder);
      }
    } finally {
      printing.release();
    }
  }

  private Parsed<Printed> print(Path program, Path folder, String html) throws IOException {
    Path page = folder.resolve("page.html");
    Path pdf = folder.resolve("page.pdf");
    Files.writeString(page, html, StandardCharsets.UTF_8);
    ProcessBuilder builder =
        new ProcessBuilder(command(program, folder, page, pdf)).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "");
    environment.clear();
    environment.putAll(
        Map.of("PATH", path, "HOME", folder.toString(), "TMPDIR", folder.toString()));
    builder
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    int status = ended(process);
    if (status != 0 || !Files.isRegularFile(pdf)) {
      throw new IOException(program + " printed nothing; it ended with " + status);
    }
    long size = Files.size(pdf);
    return size > PDF_BYTES_MAX ? tooLarge(size) : Parsed.ok(new Printed(Files.readAllBytes(pdf)));
  }

  private int ended(Process process) throws IOException {
    boolean inTime = false;
    try {
      inTime = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("printing was interrupted", interrupted);
    } finally {
      end(process);
    }
    if (!inTime) {
      throw new IOException("printing took over " + limit.toSeconds() + " s and was ended");
    }
    return process.exitValue();
  }

  /// Ends it and whatever it started, by their handles.
  private static void end(Process process) {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle one : all) {
      one.onExit().completeOnTimeout(one, END.toMillis(), TimeUnit.MILLISECONDS).join();
    }
  }

  private static List<String> command(Path program, Path folder, Path page, Path pdf) {
    List<String> words =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless",
                "--user-data-dir=" + folder.resolve("profile"),
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-gpu",
                "--disable-extensions",
                "--disable-sync",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-breakpad",
                "--disable-dev-shm-usage",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--proxy-server=socks5://127.0.0.1:9",
                "--proxy-bypass-list=<-loopback>",
                "--no-pdf-header-footer",
                "--print-to-pdf=" + pdf));
    if (isRoot()) {
      words.add("--no-sandbox"); // the sandbox refuses to start for root
    }
    words.add(page.toUri().toString());
    return words;
  }

  private static boolean isRoot() {
    return ProcessHandle.current()
        .info()
        .user()
        .map(user -> user.equals("root") || user.equals("0"))
        .orElse(false);
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

  private static Optional<Path> find(String searchPath) {
    for (String name : NAMES) {
      for (String folder : searchPath.split(File.pathSeparator, -1)) {
        Optional<Path> program = program(folder, name);
        if (program.isPresent()) {
          return program;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> program(String folder, String name) {
    try {
      return folder.isEmpty()
          ? Optional.empty()
          : Optional.of(Path.of(folder).resolve(name))
              .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    } catch (InvalidPathException unreadable) {
      return Optional.empty(); // a folder of that name cannot be
    }
  }

  /// Removes a folder. A second turn takes what a dying process still wrote into it.
  private static void remove(Path folder) throws IOException {
    if (!emptied(folder)) {
      boolean _ = emptied(folder);
    }
  }

  /// Whether the folder is gone.
  private static boolean emptied(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path one : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
      return true;
    } catch (DirectoryNotEmptyException | UncheckedIOException filling) {
      return false;
    }
  }
}
