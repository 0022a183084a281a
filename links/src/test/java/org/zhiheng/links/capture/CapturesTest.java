package org.zhiheng.links.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.prove.MemoryProving;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.capture.Captures;
import org.zhiheng.jobs.prove.capture.Mails;
import org.zhiheng.jobs.prove.capture.PageCapture.Look;
import org.zhiheng.jobs.prove.capture.PageCapture.Picture;
import org.zhiheng.jobs.prove.capture.PageCapture.Reach;
import org.zhiheng.jobs.prove.capture.WebAddress;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.links.Browser;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.ProblemsException;

/// Pages captured into a workspace in memory.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
final class CapturesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final Captures.Instrument INSTRUMENT =
      new Captures.Instrument("zhiheng test", "a machine, direct");

  private final InstantSource clock = () -> NOW;
  private final RegisterStores register = new MemoryRegister(clock).stores();
  private final MemoryDocuments documents = new MemoryDocuments();
  private final ProveDesk desk =
      ProveDesk.of(
          new MemoryProving().stores(),
          new Records(register.rights(), register.parties(), documents, register.trail(), clock),
          documents,
          register.trail(),
          new SecureRandom(),
          clock);
  private final Acting manager = Acting.as(new OrganisationId(1), "李雷", Role.MANAGER);

  private final ScriptedServer server;

  CapturesTest() throws IOException {
    server = new ScriptedServer();
  }

  @BeforeEach
  void answers() {
    server
        .says("/item", "HTTP/1.1 302 Found\nLocation: /item/42", "")
        .says(
            "/item/42",
            "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8",
            "<!doctype html><title>知衡</title><body style='background:#0a0'>"
                + "<img src='http://127.0.0.1:"
                + server.port()
                + "/dot.svg'>")
        .says(
            "/dot.svg",
            "HTTP/1.1 200 OK\nContent-Type: image/svg+xml",
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
  }

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  private Captures.Captured captured(BrowserLook look, Reach reach, Map<String, String> facts)
      throws IOException {
    return new Captures(
            desk.deposits(),
            new SocketPages(
                Addresses.SYSTEM,
                (javax.net.ssl.SSLSocketFactory) javax.net.ssl.SSLSocketFactory.getDefault(),
                look,
                clock,
                java.time.Duration.ofSeconds(60)),
            INSTRUMENT)
        .capture(
            manager,
            new Captures.Request(
                LeafKind.USE_DECLARATION,
                Optional.empty(),
                "",
                new TreeMap<>(facts),
                WebAddress.parse("http://127.0.0.1:" + server.port() + "/item").orThrow(),
                reach,
                Look.WITH_BROWSER));
  }

  private BrowserLook blind() {
    return new BrowserLook(Optional.empty(), Addresses.SYSTEM, clock);
  }

  private static Manifest manifest(Captures.Captured captured) {
    return SignedStatement.parse(captured.kept().opening().orElseThrow().statement().array())
        .orThrow()
        .manifest();
  }

  private String text(Manifest manifest, String name) throws IOException {
    StatedFile file =
        manifest.files().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    try (java.io.InputStream in = documents.open(new Digest(file.sha256().hex())).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void statesAllThatWasReceived() throws IOException {
    Manifest manifest = manifest(captured(blind(), Reach.ANYWHERE, Map.of("place", "上海")));

    String site = "http://127.0.0.1:" + server.port();
    assertThat(manifest.statement())
        .containsEntry("place", "上海")
        .containsEntry("capture.url", site + "/item")
        .containsEntry("capture.final-url", site + "/item/42")
        .containsEntry("capture.status", "200")
        .containsEntry("capture.screenshot", "no: no Chromium is installed");
    assertThat(manifest.files())
        .extracting(StatedFile::name)
        .containsExactly("page.html", "headers.txt", "capture.json");
    assertThat(manifest.files())
        .allSatisfy(file -> {
          assertThat(file.capturedAt()).contains(NOW);
          assertThat(file.tool()).isEqualTo("zhiheng test");
          assertThat(file.environment()).isEqualTo("a machine, direct");
        });
    assertThat(text(manifest, "headers.txt"))
        .startsWith("> GET /item HTTP/1.1\n> Host: 127.0.0.1:")
        .contains("< HTTP/1.1 302 Found\n< Location: /item/42\n\n> GET /item/42 HTTP/1.1\n");
    assertThat(text(manifest, "capture.json"))
        .contains("\"taken\" : false", "no evidence of when", "127.0.0.1 port " + server.port());
  }

  @Test
  void depositsNothingWhereTheAddressIsRefused() {
    assertThatThrownBy(() -> captured(blind(), Reach.PUBLIC, Map.of()))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("capture-private");
    assertThat(desk.book().page(manager, Optional.empty(), Optional.empty(), 10)).isEmpty();
  }

  @Test
  void keepsItsOwnFactsToItself() {
    assertThatThrownBy(() -> captured(blind(), Reach.ANYWHERE, Map.of("capture.status", "200")))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("evidence-text");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void looksWithTheBrowserThatIsInstalled() throws IOException {
    Optional<Browser> browser = Browser.on(System.getenv().getOrDefault("PATH", ""));
    Assumptions.assumeTrue(browser.isPresent(), "no Chromium is installed");

    Captures.Captured captured =
        captured(new BrowserLook(browser, Addresses.SYSTEM, clock), Reach.ANYWHERE, Map.of());

    assertThat(captured.picture()).isInstanceOf(Picture.Taken.class);
    Picture.Taken taken = (Picture.Taken) captured.picture();
    byte[] png = taken.png().array();
    assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    assertThat(taken.tool()).contains("Chrom");
    assertThat(manifest(captured).files())
        .extracting(StatedFile::name)
        .containsSequence("page.html", "headers.txt", "page.png");
    assertThat(server.asked()).anyMatch(asked -> asked.startsWith("GET /dot.svg "));
  }

  @Test
  void letsTheBrowserReachNothingThatTheFetchMayNot() throws IOException {
    Optional<Browser> browser = Browser.on(System.getenv().getOrDefault("PATH", ""));
    Assumptions.assumeTrue(browser.isPresent(), "no Chromium is installed");
    WebAddress page = WebAddress.parse("http://127.0.0.1:" + server.port() + "/item/42").orThrow();

    Picture picture =
        new BrowserLook(browser, Addresses.SYSTEM, clock).look(page, "text/html", Reach.PUBLIC);

    assertThat(picture).isInstanceOf(Picture.NotTaken.class);
    assertThat(server.asked()).isEmpty();
  }

  private static Deposits.Source file(String name, String text) {
    return new Deposits.Source(
        name,
        "",
        Optional.empty(),
        "",
        "",
        () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void namesWhatIsAttachedToMailsAndLeavesDamagedOnesAsTheyAre() throws IOException {
    String mail = "From: a@example.com\nSubject: s\nContent-Type: text/csv; name=a.csv\n\n1,2\n";

    Mails.Unpacked unpacked =
        Mails.unpack(
            List.of(file("one.EML", mail), file("b.txt", "b"), file("bad.eml", "no mail")));

    assertThat(unpacked.files())
        .extracting(Deposits.Source::name)
        .containsExactly("one.EML", "one.EML/attachment-1-a.csv", "b.txt", "bad.eml");
    assertThat(unpacked.facts())
        .containsEntry("mail.from", "a@example.com")
        .containsEntry("mail.subject", "s")
        .hasEntrySatisfying("mail.unread", said -> assertThat(said).startsWith("bad.eml: "));
    assertThat(unpacked.files().get(1).content().open()).hasContent("1,2\n");
  }
}
