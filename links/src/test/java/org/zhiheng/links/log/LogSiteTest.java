package org.zhiheng.links.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.log.LogWriter;
import org.zhiheng.ledger.log.TileFile;
import org.zhiheng.ledger.log.Tiles;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.links.serve.Listener;
import org.zhiheng.links.witness.MemoryLog;

final class LogSiteTest {

  /// Files of a log, and what was looked for.
  private static final class Watched implements Tiles {
    private final Tiles tiles;
    private final List<String> read = new ArrayList<>();

    private Watched(Tiles tiles) {
      this.tiles = tiles;
    }

    @Override
    public void write(List<TileFile> files) {
      throw new IllegalStateException("nothing is written");
    }

    @Override
    public synchronized Optional<byte[]> read(String path) throws IOException {
      read.add(path);
      return tiles.read(path);
    }

    @Override
    public void publish(String path, byte[] checkpoint) {
      throw new IllegalStateException("nothing is published");
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final MemoryLog log = new MemoryLog();
  private final Watched watched = new Watched(log.tiles());
  private Listener listener;

  @BeforeEach
  void open() throws IOException {
    LogWriter writer = log.open(Witnesses.NONE);
    for (int entry = 0; entry < 400; entry++) {
      writer.add(("entry " + entry).getBytes(StandardCharsets.UTF_8));
    }
    MemoryLog.publish(writer, "last");
    listener =
        Listener.open(
            InetAddress.getLoopbackAddress(),
            0,
            LogSite.BODY_BYTES_MAX,
            new LogSite(watched),
            _ -> {});
  }

  @AfterEach
  void close() {
    listener.close();
    client.close();
  }

  private HttpResponse<byte[]> ask(String method, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(listener.address() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void showsTheCheckpointAsTextThatIsAskedForAgain() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = ask("GET", "/checkpoint");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(log.checkpoint().bytes());
    assertThat(header(answer, "Content-Type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void showsTilesForeverAndTheirBytesUnchanged() throws IOException, InterruptedException {
    for (String path :
        List.of(
            "/tile/0/000",
            "/tile/0/001.p/145",
            "/tile/1/000.p/1",
            "/tile/entries/000",
            "/tile/entries/001.p/145",
            "/gm/tile/0/000",
            "/gm/tile/1/000.p/1")) {
      HttpResponse<byte[]> answer = ask("GET", path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(log.tiles().read(path.substring(1)).orElseThrow());
      assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
      assertThat(header(answer, "Cache-Control")).contains("immutable");
    }
    assertThat(ask("GET", "/gm/checkpoint").statusCode()).isEqualTo(200);
  }

  @Test
  void headSaysTheLengthAndNothingMore() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = ask("HEAD", "/tile/0/000");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Length")).isEqualTo("8192");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void otherMethodsAreRefused() throws IOException, InterruptedException {
    for (String method : List.of("PUT", "DELETE", "POST", "PATCH", "OPTIONS")) {
      HttpResponse<byte[]> answer = ask(method, "/checkpoint");
      assertThat(answer.statusCode()).as(method).isEqualTo(405);
      assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
    }
    assertThat(watched.read).isEmpty();
  }

  /// What is no name of a log's file is not even looked for.
  @Test
  void thereIsNoWayToAnotherFile() throws IOException, InterruptedException {
    List<String> tried =
        List.of(
            "/",
            "/../wal/00000000",
            "/tile/../../keys/signing-keys",
            "/tile/%2e%2e/%2e%2e/keys/signing-keys",
            "/tile/0/..%2f..%2fkeys",
            "/tile/0/000/",
            "//checkpoint",
            "/checkpoint/",
            "/checkpoint.next",
            "/checkpoint%00",
            "/tile/0/000.next",
            "/tile/0/00",
            "/tile/0/0000",
            "/tile/00/000",
            "/tile/64/000",
            "/tile/0/000.p/0",
            "/tile/0/000.p/256",
            "/tile/0/000.p/01",
            "/tile/0/x000",
            "/tile/0/x000/x000/x000/x000/x000/x000/x000/000",
            "/gm/gm/checkpoint",
            "/gm",
            "/tile/entries/",
            "/Tile/0/000");
    for (String path : tried) {
      assertThat(raw("GET " + path + " HTTP/1.1")).as(path).contains(" 404 ");
    }
    assertThat(watched.read).isEmpty();
    assertThat(ask("GET", "/tile/0/009").statusCode()).isEqualTo(404);
    assertThat(watched.read).containsExactly("tile/0/009");
  }

  /// By hand, for a client library would tidy the path.
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
      socket
          .getOutputStream()
          .write(
              (request + "\r\nHost: x\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readNBytes(30), StandardCharsets.US_ASCII);
    }
  }
}
