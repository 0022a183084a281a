package org.zhiheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.contracts.ledger.TestAuthority;
import org.zhiheng.store.postgres.Database;

/// Evidence from its deposit over the stamps of two authorities to a verdict on its time, by what a
/// person types.
final class StampedEvidenceIT {

  private static final Instant NOW = Instant.parse("2026-11-29T04:00:00Z");

  @TempDir Path folder;

  private Ran zhiheng(String... arguments) {
    return Ran.in(folder, () -> NOW, arguments);
  }

  private static TestAuthority authority(TestAuthority.Signing signing, String name) {
    return TestAuthority.open(
        signing, name, NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(365)), 5);
  }

  private static void answer(HttpServer server, String path, TestAuthority authority) {
    server.createContext(
        path,
        exchange -> {
          byte[] answer = authority.answer(exchange.getRequestBody().readAllBytes(), NOW);
          exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
  }

  @Test
  void itsTimeIsProvedByKeysThatCameByAnotherWay() throws IOException {
    TestAuthority west = authority(TestAuthority.Signing.ECDSA_P256, "west");
    TestAuthority east = authority(TestAuthority.Signing.SM2, "east");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer(server, "/west", west);
    answer(server, "/east", east);
    server.start();
    Path home = folder.resolve(Session.HOME);
    try (Database _ = Database.open(home, Optional.empty())) {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      Files.createDirectories(home.resolve("log/authorities.d"));
      Files.writeString(
          home.resolve("log/authorities"),
          "west " + address + "/west sha256\neast " + address + "/east sm3\n");
      Files.write(home.resolve("log/authorities.d/west.der"), west.root());
      Files.write(home.resolve("log/authorities.d/east.der"), east.root());
      Files.writeString(folder.resolve("a.txt"), "contract");

      assertThat(zhiheng("evidence", "deposit", "a.txt").exit()).isZero();
      Ran stamped = zhiheng("log", "stamp", "--format", "csv");
      assertThat(stamped.exit()).as(stamped.err()).isZero();
      assertThat(stamped.out()).contains("west,SHA-256,true,", "east,SM3,true,");
      assertThat(zhiheng("evidence", "export", "EV1", "--out", "a.ipev").exit()).isZero();

      Path trust = Files.createDirectories(folder.resolve("trust"));
      Files.write(trust.resolve("west.der"), west.root());
      Files.write(trust.resolve("east.der"), east.root());
      StringBuilder logs = new StringBuilder();
      StringBuilder issuers = new StringBuilder();
      for (String line : zhiheng("log", "keys", "--format", "csv").out().lines().toList()) {
        String key = line.substring(line.indexOf(',') + 1, line.lastIndexOf(','));
        if (line.startsWith("logs.txt,")) {
          logs.append(key).append('\n');
        } else if (line.startsWith("issuers.txt,")) {
          issuers.append(key).append('\n');
        }
      }
      Files.writeString(trust.resolve("logs.txt"), logs);
      Files.writeString(trust.resolve("issuers.txt"), issuers);
      Ran verified = zhiheng("evidence", "verify", "a.ipev", "--trust", "trust");
      assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
      assertThat(verified.out())
          .contains("time: passed. The bytes existed on 2026-11-29T04:00:00Z")
          .contains("by a key that was given from outside")
          .doesNotContain("nobody outside vouched");

      Files.delete(trust.resolve("west.der"));
      Ran refused = zhiheng("evidence", "verify", "a.ipev", "--trust", "trust");
      assertThat(refused.exit()).isEqualTo(ExitCode.NOT_VERIFIED.number());
      assertThat(refused.out()).contains("time: failed.");
    } finally {
      server.stop(0);
    }
  }
}
