package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.server.security.Browser;

/// The public log over HTTP, for somebody who is not signed in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LogFilesIT {

  private static final String SECRET = "甲方机密.txt";

  private final Server server = served();

  private static Server served() {
    Sample.Ground ground = Sample.empty();
    deposit(ground.floors().prove());
    return ground.start();
  }

  private static void deposit(ProveDesk desk) {
    Acting acting = Acting.as(SampleRights.OURS, Sample.NAME, Role.ADMINISTRATOR);
    try {
      EvidenceStore.Kept kept =
          desk.deposits()
              .deposit(
                  acting,
                  new Deposits.Request(
                      LeafKind.DEPOSIT,
                      Optional.empty(),
                      SECRET,
                      new TreeMap<>(),
                      List.of(
                          new Deposits.Source(
                              SECRET,
                              "text/plain",
                              Optional.empty(),
                              "",
                              "",
                              () ->
                                  new ByteArrayInputStream(
                                      SECRET.getBytes(StandardCharsets.UTF_8))))));
      assertThat(
              desk.turn()
                  .until(() -> desk.exports().ready(acting, kept.id()), Duration.ofSeconds(20)))
          .isTrue();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  @AfterAll
  void close() {
    server.close();
  }

  private Browser.Answer get(String path) throws IOException {
    return new Browser(server.port()).get(path);
  }

  @Test
  void everybodyReadsTheCheckpointAndTheTiles() throws IOException {
    Browser.Answer checkpoint = get("/log/public/checkpoint");
    assertThat(checkpoint.status()).isEqualTo(200);
    assertThat(checkpoint.body()).startsWith("memory.example/log\n");
    assertThat(checkpoint.header("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(checkpoint.header("Cache-Control")).contains("no-cache");
    assertThat(checkpoint.header("X-Content-Type-Options")).contains("nosniff");

    long size = Long.parseLong(checkpoint.body().lines().toList().get(1));
    Browser.Answer tile = get("/log/public/tile/0/000.p/" + size);
    assertThat(tile.status()).isEqualTo(200);
    assertThat(tile.header("Content-Type")).contains("application/octet-stream");
    assertThat(tile.header("Content-Length")).contains(Long.toString(size * 32)); // a hash a leaf
    assertThat(tile.header("Cache-Control").orElseThrow()).contains("immutable");
    assertThat(get("/log/public/gm/checkpoint").status()).isEqualTo(200);
    assertThat(new Browser(server.port()).send("HEAD", "/log/public/checkpoint", "").status())
        .isEqualTo(200);
  }

  @Test
  void thereIsNoWayToAnotherFile() throws IOException {
    for (String path :
        List.of(
            "/log/public/../../keys/log",
            "/log/public/%2e%2e/keys/log",
            "/log/public/tile/..%2f..%2fcheckpoint",
            "/log/public/tile/entries/../../checkpoint",
            "/log/public//checkpoint",
            "/log/public/wal")) {
      assertThat(get(path).status()).as(path).isIn(400, 404, 303);
    }
    assertThat(new Browser(server.port()).send("POST", "/log/public/checkpoint", "x").status())
        .isEqualTo(403); // no token of a form
  }

  @Test
  void thePageSaysNothingOfWhatALeafStandsFor() throws IOException {
    Browser.Answer page = get("/log");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("memory.example/log")
        .doesNotContain(SECRET, "/prove/evidence");
    assertThat(get("/log/check").status()).isEqualTo(303); // to the door
    assertThat(get("/prove").status()).isEqualTo(303);
  }
}
