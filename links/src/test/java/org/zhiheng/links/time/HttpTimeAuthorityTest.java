package org.zhiheng.links.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.ledger.TestAuthority;
import org.zhiheng.contracts.ledger.TestAuthority.Signing;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.ledger.time.TimeAuthority;
import org.zhiheng.ledger.time.TimeAuthority.Answer;
import org.zhiheng.ledger.time.TimeStamp;
import org.zhiheng.ledger.time.TimeStampQuery;
import org.zhiheng.ledger.time.TimeVerdict;
import org.zhiheng.ledger.time.TrustAnchors;

/// An authority of our own behind a server of this process, and servers that are none.
final class HttpTimeAuthorityTest {

  private static final Instant AT = Instant.parse("2026-11-29T08:00:00Z");
  private static final byte[] SUBJECT = "a checkpoint".getBytes(StandardCharsets.US_ASCII);
  private static final TimeStampQuery QUERY =
      TimeStampQuery.of(HashAlgorithm.SHA_256, SUBJECT, BigInteger.valueOf(42));

  /// Longer than any answer on this machine takes; where one is waited for, it never comes.
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final Duration SHORT = Duration.ofMillis(200);

  private final TestAuthority authority =
      TestAuthority.open(
          Signing.SM2,
          "Over HTTP",
          Instant.parse("2026-01-01T00:00:00Z"),
          Instant.parse("2030-01-01T00:00:00Z"),
          1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/tsa",
        exchange -> {
          boolean asked =
              exchange.getRequestMethod().equals("POST")
                  && "application/timestamp-query"
                      .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
          byte[] query = exchange.getRequestBody().readAllBytes();
          reply(
              exchange,
              asked ? 200 : 415,
              "application/timestamp-reply",
              asked ? authority.answer(query, AT) : new byte[0]);
        });
    byte[] old =
        authority.answer(
            TimeStampQuery.of(HashAlgorithm.SHA_256, SUBJECT, BigInteger.ONE).der(), AT);
    server.createContext(
        "/old", exchange -> reply(exchange, 200, "application/timestamp-reply", old));
    server.createContext(
        "/page",
        exchange ->
            reply(exchange, 200, "text/html", "<p>Welcome".getBytes(StandardCharsets.UTF_8)));
    server.createContext("/broken", exchange -> reply(exchange, 503, "text/plain", new byte[1]));
    server.createContext("/gone", exchange -> reply(exchange, 404, "text/plain", new byte[1]));
    server.createContext(
        "/long", exchange -> reply(exchange, 200, "application/timestamp-reply", new byte[65_537]));
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/tsa");
          reply(exchange, 307, "text/plain", new byte[1]);
        });
    // begins to answer and never goes on
    server.createContext(
        "/slow",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write(0x30);
          exchange.getResponseBody().flush();
          try {
            end.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    client.shutdownNow();
    client.close();
    threads.shutdownNow();
    threads.close();
  }

  private static void reply(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    } catch (IOException hungUp) {
      // who has read enough of a long answer hangs up
      exchange.close();
    }
  }

  private HttpTimeAuthority at(String path, Duration limit) {
    return new HttpTimeAuthority(
        "authority " + path,
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path),
        limit,
        client);
  }

  private Answer asked(String path) {
    return at(path, LIMIT).ask(QUERY);
  }

  @Test
  void givesATokenThatHolds() {
    assertThat(asked("/tsa"))
        .isInstanceOfSatisfying(
            Answer.Given.class,
            given ->
                assertThat(
                        given
                            .stamp()
                            .check(
                                SUBJECT, TrustAnchors.of(List.of(authority.root())).orThrow(), AT))
                    .isInstanceOf(TimeVerdict.Stamped.class));
  }

  @Test
  void tellsARefusalFromSilence() {
    assertThat(asked("/old")).isInstanceOf(Answer.Refused.class);
    assertThat(asked("/page"))
        .isEqualTo(
            new Answer.Refused(
                "authority /page answered with text/html and not with"
                    + " application/timestamp-reply."));
    assertThat(asked("/gone"))
        .isEqualTo(new Answer.Refused("authority /gone answered with status 404."));
    assertThat(asked("/moved"))
        .isEqualTo(new Answer.Refused("authority /moved answered with status 307."));
    assertThat(asked("/broken"))
        .isEqualTo(new Answer.Silent("authority /broken answered with status 503."));
    assertThat(asked("/long")).isInstanceOf(Answer.Silent.class);
    assertThat(
            at("/tsa", LIMIT)
                .ask(
                    new TimeStampQuery(
                        HashAlgorithm.SHA_384,
                        HashAlgorithm.SHA_384.digest(SUBJECT),
                        Optional.empty(),
                        Optional.empty())))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.reason()).contains("did not grant a time stamp"));
  }

  @Test
  void waitsNoLongerThanItWasTold() {
    assertThat(at("/slow", SHORT).ask(QUERY))
        .isEqualTo(new Answer.Silent("authority /slow did not answer within 200 ms."));
  }

  @Test
  void isSilentWhereNobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(
            new HttpTimeAuthority("nobody", URI.create("http://127.0.0.1:" + port), LIMIT, client)
                .ask(QUERY))
        .isInstanceOf(Answer.Silent.class);
  }

  @Test
  void oneThatFailsSpoilsNothingForTheOthers() {
    List<TimeAuthority> all =
        List.of(at("/broken", LIMIT), at("/slow", SHORT), at("/old", LIMIT), at("/tsa", LIMIT));
    List<Answer> answers = all.stream().map(one -> one.ask(QUERY)).toList();
    assertThat(all)
        .extracting(TimeAuthority::name)
        .containsExactly(
            "authority /broken", "authority /slow", "authority /old", "authority /tsa");
    assertThat(answers)
        .extracting(answer -> answer.getClass().getSimpleName())
        .containsExactly("Silent", "Silent", "Refused", "Given");
    assertThat(answers.getLast())
        .isInstanceOfSatisfying(
            Answer.Given.class,
            given -> assertThat(given.stamp()).extracting(TimeStamp::at).isEqualTo(AT));
  }

  @Test
  void isMadeForHttpOnly() {
    assertThatThrownBy(
            () -> new HttpTimeAuthority("file", URI.create("file:///etc/passwd"), LIMIT, client))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new HttpTimeAuthority("none", URI.create("http://127.0.0.1"), Duration.ZERO, client))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
