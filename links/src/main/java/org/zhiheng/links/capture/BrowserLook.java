package org.zhiheng.links.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.zhiheng.jobs.prove.capture.PageCapture;
import org.zhiheng.jobs.prove.capture.WebAddress;
import org.zhiheng.links.Browser;
import org.zhiheng.values.Bytes;

/// Looks at a page with the Chromium that is installed.
///
/// The browser asks for the page itself and runs its scripts. All it asks for goes through a
/// [GuardedProxy], which resolves names and judges addresses as the fetch did: without that, a page
/// could have the browser ask this machine and its network. One page at a time; who comes meanwhile
/// gets no picture.
final class BrowserLook {

  /// With all that a page loads.
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final Duration VERSION_LIMIT = Duration.ofSeconds(15);

  private static final long PICTURE_BYTES_MAX = 50_000_000;
  private static final int TOOL_LENGTH_MAX = 200;

  private static final List<String> PAGES = List.of("", "text/html", "application/xhtml+xml");

  private final Optional<Browser> browser;
  private final Addresses.Names names;
  private final InstantSource clock;
  private final Semaphore looking = new Semaphore(1);

  BrowserLook(Optional<Browser> browser, Addresses.Names names, InstantSource clock) {
    this.browser = browser;
    this.names = names;
    this.clock = clock;
  }

  static BrowserLook on(String searchPath, Addresses.Names names, InstantSource clock) {
    return new BrowserLook(Browser.on(searchPath), names, clock);
  }

  /// Never fails: a page that was fetched is evidence without its picture too.
  PageCapture.Picture look(WebAddress address, String type, PageCapture.Reach reach) {
    String media = type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    if (!PAGES.contains(media)) {
      return new PageCapture.Picture.NotTaken("what was served is no page but " + media);
    }
    if (browser.isEmpty()) {
      return new PageCapture.Picture.NotTaken("no Chromium is installed");
    }
    if (!looking.tryAcquire()) {
      return new PageCapture.Picture.NotTaken("the browser was looking at another page");
    }
    try {
      return browser.get().inFolder("zhiheng-look-", folder -> seen(folder, address, reach));
    } catch (IOException failed) {
      return new PageCapture.Picture.NotTaken(
          "the browser failed: " + String.valueOf(failed.getMessage()));
    } finally {
      looking.release();
    }
  }

  private PageCapture.Picture seen(Path folder, WebAddress address, PageCapture.Reach reach)
      throws IOException {
    Browser program = browser.orElseThrow();
    String tool = version(program, folder);
    Path png = folder.resolve("page.png");
    Path pdf = folder.resolve("page.pdf");
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try (GuardedProxy proxy = GuardedProxy.open(new Addresses(names, reach))) {
      int status =
          program.run(
              folder,
              List.of(
                  "--proxy-server=http://127.0.0.1:" + proxy.port(),
                  "--proxy-bypass-list=<-loopback>", // this machine too is asked through the proxy
                  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                  "--disable-quic",
                  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
                  "--mute-audio",
                  "--hide-scrollbars",
                  "--window-size=1280,1600",
                  "--no-pdf-header-footer",
                  "--screenshot=" + png,
                  "--print-to-pdf=" + pdf,
                  address.toString()),
              folder.resolve("said"),
              LIMIT,
              "looking at the page");
      if (status != 0 || !Files.isRegularFile(png)) {
        throw new IOException("it gave no picture and ended with " + status);
      }
      if (proxy.answered() == 0) {
        throw new IOException("it could not reach the page"); // its picture is one of an error
      }
      Optional<Bytes> picture = bytes(png);
      return picture.isEmpty()
          ? new PageCapture.Picture.NotTaken("the picture is too large")
          : new PageCapture.Picture.Taken(at, tool, picture.get(), bytes(pdf), proxy.refused());
    }
  }

  private static String version(Browser program, Path folder) throws IOException {
    Path said = folder.resolve("version");
    int status =
        program.run(folder, List.of("--version"), said, VERSION_LIMIT, "asking for the version");
    String text = Files.readString(said, StandardCharsets.ISO_8859_1).strip();
    String line = text.lines().findFirst().orElse("").strip();
    return status != 0 || line.isEmpty()
        ? "Chromium"
        : line.substring(0, Math.min(TOOL_LENGTH_MAX, line.length()));
  }

  private static Optional<Bytes> bytes(Path file) throws IOException {
    return Files.isRegularFile(file) && Files.size(file) <= PICTURE_BYTES_MAX
        ? Optional.of(Bytes.of(Files.readAllBytes(file)))
        : Optional.empty();
  }
}
