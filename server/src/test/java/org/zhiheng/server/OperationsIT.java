package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.zhiheng.server.operate.Meters;
import org.zhiheng.server.operate.OperationsDoor;
import org.zhiheng.server.operate.Watch;
import org.zhiheng.server.security.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Health, figures, the log's lines, too much at once, and a stop that lets requests end.
final class OperationsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static Server started(Sample.Ground ground, Watch watch) {
    return Server.start(ServerSettings.local(0), ground.floors(), ground.door(), watch);
  }

  /// A request whose body the server waits for.
  private record Held(Socket socket) implements AutoCloseable {
    static Held on(int port) throws IOException {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1:"
                  + port
                  + "\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: 3\r\n"
                  + "Content-Type: application/x-www-form-urlencoded\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      Held held = new Held(socket);
      assertThat(held.line()).startsWith("HTTP/1.1 100");
      assertThat(held.line()).isEmpty();
      return held;
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      InputStream in = socket.getInputStream();
      for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
        if (one != '\r') {
          line.append((char) one);
        }
      }
      return line.toString();
    }

    String finished() throws IOException {
      socket.getOutputStream().write("x=1".getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return line();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void tellsHealthAndFiguresAtADoorOfItsOwn() throws IOException {
    AtomicReference<Optional<String>> hindrance = new AtomicReference<>(Optional.empty());
    try (Meters meters = new Meters();
        Server server = started(Sample.ground(3), new Watch(meters));
        OperationsDoor door = OperationsDoor.open(0, meters, hindrance::get)) {
      Browser people = new Browser(server.port());
      assertThat(people.signIn(Sample.NAME, Sample.PASSWORD).status()).isEqualTo(303);
      people.get("/rights?q=secret-word");
      people.get("/no-such-page-typed-by-hand");

      Browser watcher = new Browser(door.port());
      assertThat(watcher.get("/health/live").status()).isEqualTo(200);
      assertThat(watcher.get("/health/ready").body()).contains("\"ready\"");
      hindrance.set(Optional.of("the database does not answer"));
      Browser.Answer not = watcher.get("/health/ready");
      assertThat(not.status()).isEqualTo(503);
      assertThat(not.header("Retry-After")).contains("5");
      assertThat(not.body()).contains("the database does not answer");

      Browser.Answer figures = watcher.get("/metrics");
      assertThat(figures.header("Content-Type").orElseThrow())
          .startsWith("text/plain;version=0.0.4");
      assertThat(figures.body())
          .contains(
              "zhiheng_requests_seconds_count{method=\"GET\",route=\"/rights\",status=\"2xx\"} 1")
          .contains("route=\"none\",status=\"4xx\"")
          .contains("jvm_memory_used_bytes")
          .doesNotContain("secret-word")
          .doesNotContain("typed-by-hand")
          .doesNotContain(Sample.NAME);
      assertThat(watcher.send("POST", "/metrics", "").status()).isEqualTo(405);
      assertThat(watcher.get("/rights").status()).isEqualTo(404);
      // and the door of people has none of it
      assertThat(people.get("/metrics").status()).isEqualTo(404);
    }
  }

  @Test
  void turnsAwayWhatIsTooMuchAndRecovers() throws IOException {
    try (Meters meters = new Meters();
        Server server = started(Sample.ground(0), new Watch(meters, 1));
        OperationsDoor door = OperationsDoor.open(0, meters, Optional::empty)) {
      Browser other = new Browser(server.port());
      try (Held held = Held.on(server.port())) {
        // Tomcat asks for the body before it calls us
        Browser watcher = new Browser(door.port());
        long most = System.nanoTime() + PATIENCE.toNanos();
        while (!watcher.get("/metrics").body().contains("zhiheng_requests_under_way 1.0")
            && System.nanoTime() < most) {
          Thread.onSpinWait();
        }
        Browser.Answer busy = other.get("/sign-in");
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.header("Retry-After")).contains("2");
        assertThat(held.finished()).startsWith("HTTP/1.1 4");
      }
      Browser.Answer later = other.get("/sign-in");
      for (long end = System.nanoTime() + PATIENCE.toNanos();
          later.status() == 503 && System.nanoTime() < end; ) {
        later = other.get("/sign-in"); // the held one is counted until its last byte is out
      }
      assertThat(later.status()).isEqualTo(200);
    }
  }

  @Test
  void letsRequestsEndBeforeItStops() throws IOException, InterruptedException {
    Server server = started(Sample.ground(0), new Watch(new Meters()));
    int port = server.port();
    try (Held held = Held.on(port)) {
      Thread stopping = Thread.ofPlatform().start(server::close);
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (open(port) && System.nanoTime() < end) {
        assertThat(stopping.isAlive()).isTrue();
      }
      assertThat(open(port)).isFalse();
      assertThat(held.finished()).startsWith("HTTP/1.1 4");
      stopping.join(PATIENCE);
      assertThat(stopping.isAlive()).isFalse();
    }
  }

  private static boolean open(int port) throws IOException {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (SocketException _) {
      // refused, or reset: the door was closed while this one stood in it
      return false;
    }
  }

  /// Every line is JSON with the request's id, and none of what people typed stands in any.
  @Test
  void logsRequestsWithoutWhatPeopleTyped() throws Exception {
    Encoder<ILoggingEvent> encoder = shippedEncoder();
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.list = new CopyOnWriteArrayList<>();
    try (Server server = started(Sample.ground(3), new Watch(new Meters()))) {
      // the server set its loggers up when it started
      Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
      Logger requests = (Logger) LoggerFactory.getLogger("zhiheng.request");
      requests.setLevel(Level.INFO);
      lines.start();
      root.addAppender(lines);
      try {
        Browser browser = new Browser(server.port());
        browser.signIn(Sample.NAME, "a wrong passphrase");
        browser.signIn(Sample.NAME, Sample.PASSWORD);
        Browser.Answer answer = browser.get("/rights?q=a-name-that-was-typed");
        browser.get("/parties?q=another-name");
        browser.get("/rights/R1");
        browser.get("/api/v1/rights", "Authorization: Bearer zht_secret");
        browser.get("/not-here/somebody-typed-this");

        // a request's line is written after its answer, and on the server's thread
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (lines.list.size() < 9 && System.nanoTime() < end) {
          Thread.onSpinWait();
        }
        List<String> written =
            lines.list.stream()
                .map(event -> new String(encoder.encode(event), StandardCharsets.UTF_8))
                .toList();
        assertThat(written).hasSizeGreaterThanOrEqualTo(9);
        for (String line : written) {
          JsonNode json = JsonMapper.shared().readTree(line);
          assertThat(json.path("formattedMessage").asString()).isEqualTo("request");
          assertThat(line)
              .doesNotContain(Sample.NAME)
              .doesNotContain(Sample.PASSWORD)
              .doesNotContain("wrong passphrase")
              .doesNotContain("typed")
              .doesNotContain("another-name")
              .doesNotContain("R1")
              .doesNotContain("zht_")
              .doesNotContain("127.0.0.1")
              .contains("\"id\":\"");
        }
        assertThat(String.join("", written))
            .contains(answer.header("X-Request-Id").orElseThrow())
            .contains("\"route\":\"\\/rights\\/{id:R[0-9]+}\"");
      } finally {
        root.detachAppender(lines);
        requests.setLevel(Level.OFF);
      }
    }
  }

  /// The encoder that `logback.xml` writes JSON with.
  private static Encoder<ILoggingEvent> shippedEncoder() throws Exception {
    LoggerContext context = new LoggerContext();
    context.putProperty("zhiheng.log", "json");
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(
        Objects.requireNonNull(OperationsIT.class.getResource("/logback.xml")));
    ConsoleAppender<ILoggingEvent> appender =
        (ConsoleAppender<ILoggingEvent>)
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("talk");
    return appender.getEncoder();
  }
}
