package org.zhiheng.links.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.jobs.prove.capture.PageCapture.Hop;
import org.zhiheng.jobs.prove.capture.PageCapture.Look;
import org.zhiheng.jobs.prove.capture.PageCapture.Page;
import org.zhiheng.jobs.prove.capture.PageCapture.Picture;
import org.zhiheng.jobs.prove.capture.PageCapture.Reach;
import org.zhiheng.jobs.prove.capture.WebAddress;
import org.zhiheng.values.ProblemsException;

/// Pages fetched from a server that answers byte by byte as the test says.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class SocketPagesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final Duration LONG = Duration.ofSeconds(60);

  /// Names of the test; all others are unknown.
  private static final Addresses.Names NAMES =
      host ->
          switch (host) {
            case "shop.example" -> List.of(InetAddress.getLoopbackAddress());
            case "two.example" ->
                List.of(
                    InetAddress.getByAddress(new byte[] {8, 8, 8, 8}),
                    InetAddress.getByAddress(new byte[] {10, 0, 0, 1}));
            case "127.0.0.1" -> List.of(InetAddress.getLoopbackAddress());
            default -> throw new java.net.UnknownHostException(host);
          };

  private ScriptedServer server = noServer();

  private static ScriptedServer noServer() {
    try {
      return new ScriptedServer();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  @BeforeEach
  void answers() {
    server
        .says("/", "HTTP/1.1 200 OK\nContent-Type: text/html\nX-One: 1\nx-TWO:  2", "<p>知衡")
        .says("/old", "HTTP/1.1 301 Moved\nLocation: /older", "gone")
        .says("/older", "HTTP/1.1 302 Found\nLocation: /", "gone")
        .says("/round", "HTTP/1.1 307 Again\nLocation: /round", "");
  }

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  private static SocketPages pages(Duration limit) {
    return new SocketPages(
        NAMES,
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        new BrowserLook(Optional.empty(), NAMES, () -> NOW),
        () -> NOW,
        limit);
  }

  private WebAddress at(String path) {
    return WebAddress.parse("http://shop.example:" + server.port() + path).orThrow();
  }

  private Page captured(String path) throws IOException {
    return pages(LONG).capture(at(path), Reach.ANYWHERE, Look.WITHOUT);
  }

  private static String body(Page page) {
    return new String(page.body().array(), StandardCharsets.UTF_8);
  }

  @Test
  void keepsTheHeadersAsTheyCameAndAsksWithoutCompression() throws IOException {
    Page page = captured("/");

    Hop hop = page.hops().getFirst();
    assertThat(hop.response())
        .isEqualTo("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-One: 1\r\nx-TWO:  2\r\n");
    assertThat(body(page)).isEqualTo("<p>知衡");
    assertThat(hop.peer()).isEqualTo("127.0.0.1 port " + server.port());
    assertThat(hop.at()).isEqualTo(NOW);
    assertThat(server.asked())
        .singleElement()
        .asString()
        .startsWith("GET / HTTP/1.1\r\nHost: shop.example:" + server.port() + "\r\n")
        .contains("Accept-Encoding: identity\r\n");
    assertThat(page.picture()).isEqualTo(new Picture.NotTaken("none was asked for"));
  }

  @Test
  void followsRedirectionsAndKeepsEach() throws IOException {
    Page page = captured("/old");

    assertThat(page.hops()).extracting(Hop::status).containsExactly(301, 302, 200);
    assertThat(page.hops().getLast().address()).isEqualTo(at("/"));
    assertThat(body(page)).isEqualTo("<p>知衡");
  }

  @Test
  void followsNoMoreThanFive() {
    assertThatThrownBy(() -> captured("/round"))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("capture-redirects");
    assertThat(server.asked()).hasSize(6);
  }

  @Test
  void refusesPrivateAddressesBeforeAskingAnybody() {
    assertThatThrownBy(() -> pages(LONG).capture(at("/"), Reach.PUBLIC, Look.WITHOUT))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("capture-private");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void refusesANameThatStandsForAPublicAndAPrivateAddress() {
    assertThatThrownBy(() -> new Addresses(NAMES, Reach.PUBLIC).of("two.example"))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("10.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://shop.example/", "http://a:b@shop.example/"})
  void refusesToBeLedToAnotherKindOfAddress(String there) {
    server.says("/away", "HTTP/1.1 302 Found\nLocation: " + there, "");

    assertThatThrownBy(() -> captured("/away"))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("capture-url");
  }

  @Test
  void keepsWhatWasCompressedUnaskedAsItWasServed() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write("<p>知衡".getBytes(StandardCharsets.UTF_8));
    }
    server.says(
        "/gzip",
        "HTTP/1.1 200 OK\nContent-Encoding: GZIP\nContent-Length: " + packed.size(),
        packed.toByteArray());

    Page page = captured("/gzip");

    assertThat(page.body().array()).isEqualTo(packed.toByteArray());
    assertThat(page.hops().getLast().fields().encoding()).isEqualTo("gzip");
  }

  @Test
  void takesTheFramingOfChunksOff() throws IOException {
    server.says(
        "/chunks",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked",
        "4;x=y\r\n<p>x\r\n1\r\ny\r\n0\r\nLate: 1\r\n\r\n");

    assertThat(body(captured("/chunks"))).isEqualTo("<p>xy");
  }

  @Test
  void readsOverInterimAnswers() throws IOException {
    server.says("/early", "HTTP/1.1 103 Early Hints\n\nHTTP/1.1 200 OK", "x");

    assertThat(captured("/early").hops().getFirst().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\nContent-Length: 9",
        "HTTP/1.1 200 OK\nContent-Length: 2\nContent-Length: 3",
        "HTTP/1.1 200 OK\nContent-Length: -1",
        "HTTP/1.1 200 OK\nContent-Length: 4\nTransfer-Encoding: chunked",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked",
        "HTTP/1.1 200 OK\nTransfer-Encoding: gzip, chunked",
        "HTTP/1.1 200 OK\nno header",
        "HTTP/1.1 99 Less",
        "SSH-2.0-x",
        "HTTP/1.1 101 Switching",
      })
  void failsWhereAnAnswerIsShortOrFramedTwice(String head) {
    server.says("/odd", head, "body");

    assertThatThrownBy(() -> captured("/odd"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/odd could not be captured: ");
  }

  @Test
  void refusesABodyThatSaysItIsTooLarge() {
    server.says("/large", "HTTP/1.1 200 OK\nContent-Length: 50000001", "x");

    assertThatThrownBy(() -> captured("/large"))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("capture-too-large");
  }

  @Test
  void refusesABodyThatDoesNotEnd() {
    server.on(
        "/endless",
        client -> {
          client
              .getOutputStream()
              .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          byte[] step = new byte[1_000_000];
          while (!client.isClosed()) {
            client.getOutputStream().write(step);
          }
        });

    assertThatThrownBy(() -> captured("/endless"))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("capture-too-large");
  }

  @Test
  void endsAServerThatKeepsTalking() {
    // the next byte comes only once the line is cut: no limit of a single read would end this
    server.on(
        "/slow",
        client -> {
          client.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
          client.getOutputStream().flush();
          assertThat(client.getInputStream().read()).isNegative();
        });

    assertThatThrownBy(
            () -> pages(Duration.ofMillis(200)).capture(at("/slow"), Reach.ANYWHERE, Look.WITHOUT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it took over");
  }

  @Test
  void saysThatAHostIsNotKnown() {
    WebAddress nowhere = WebAddress.parse("http://nowhere.example/").orThrow();

    assertThatThrownBy(() -> pages(LONG).capture(nowhere, Reach.PUBLIC, Look.WITHOUT))
        .isInstanceOf(IOException.class)
        .hasMessage("http://nowhere.example/ could not be captured: no such host: nowhere.example");
  }

  @Test
  void saysThatThereIsNoBrowser() throws IOException {
    assertThat(pages(LONG).capture(at("/"), Reach.ANYWHERE, Look.WITH_BROWSER).picture())
        .isEqualTo(new Picture.NotTaken("no Chromium is installed"));
  }
}
