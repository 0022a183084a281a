package org.zhiheng.links.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.jobs.prove.ChainAnchor;
import org.zhiheng.ledger.anchor.AnchorPayload;
import org.zhiheng.ledger.anchor.ChainFact;
import org.zhiheng.ledger.anchor.ChainReceipt;
import org.zhiheng.ledger.bundle.AnchorCheck;
import org.zhiheng.ledger.bundle.AnchorJudge;
import org.zhiheng.ledger.bundle.Finding;
import org.zhiheng.ledger.bundle.Trust;
import org.zhiheng.ledger.bundle.Verdict;
import org.zhiheng.ledger.statement.Octets;

/// A node of a published package: anchored by an account that it holds and by a key of ours, asked
/// again, and judged offline.
///
/// Run by `./zhiheng test --interop`; needs node and npm, which fetches ganache 7.9.2 into target
/// once.
final class GanacheIT {

  private static final Path HOME =
      Path.of(System.getProperty("zhiheng.root", ".."), "links/target/ganache").toAbsolutePath();
  private static final byte[] SUBJECT = "a checkpoint".getBytes(StandardCharsets.US_ASCII);
  private static final String KEY = "46".repeat(32);

  @TempDir Path folder;

  private static void installed() throws IOException, InterruptedException {
    if (!Files.isDirectory(HOME.resolve("node_modules/ganache"))) {
      Files.createDirectories(HOME);
      Process npm =
          new ProcessBuilder(
                  "npm", "install", "--no-audit", "--no-fund", "--prefix", ".", "ganache@7.9.2")
              .directory(HOME.toFile())
              .redirectErrorStream(true)
              .redirectOutput(HOME.resolve("npm.log").toFile())
              .start();
      assertThat(npm.waitFor(300, TimeUnit.SECONDS)).isTrue();
      assertThat(npm.exitValue()).as("npm install, see target/ganache/npm.log").isZero();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Finding judge(ChainReceipt receipt, List<ChainFact> facts) {
    return new AnchorJudge()
        .check(
            new AnchorCheck.Subject(
                Octets.of(SUBJECT),
                List.of(Octets.of(receipt.json().bytes())),
                new TreeMap<>(),
                Optional.of(new Trust(List.of(), List.of(), List.of(), List.of(), facts))));
  }

  @Test
  void anchorsByAnAccountOfTheNodeAndByAKeyOfOurs() throws IOException, InterruptedException {
    boolean asked = Boolean.getBoolean("interop");
    if (!asked) {
      System.out.println("NOT RUN: anchors in Ganache; run it with: ./zhiheng test --interop");
    }
    Assumptions.assumeTrue(asked, "NOT RUN: anchors in Ganache");
    installed();
    int port = freePort();
    Process node =
        new ProcessBuilder(
                "node",
                HOME.resolve("node_modules/ganache/dist/node/cli.js").toString(),
                "--server.host",
                "127.0.0.1",
                "--server.port",
                String.valueOf(port),
                "--chain.chainId",
                "1337",
                "--wallet.accounts",
                "0x" + KEY + ",0x3635c9adc5dea00000")
            .directory(HOME.toFile())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = node.inputReader(StandardCharsets.UTF_8)) {
      for (String line = ""; !line.contains("Listening on"); ) {
        line = said.readLine();
        assertThat(line).as("the node ended before it listened").isNotNull();
      }
      anchored("http://127.0.0.1:" + port + "/");
    } finally {
      node.destroy();
      assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void anchored(String url) throws IOException {
    Path key = folder.resolve("member.key");
    Files.writeString(key, KEY);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Path chains = folder.resolve("chains");
    Files.writeString(
        chains,
        "held "
            + url
            + " 1337 account 0x9d8a62f656a8d1615c1294fd71e9cfb3e4855a4f\n"
            + "own "
            + url
            + " 1337 key member.key\n"
            + "other "
            + url
            + " 1 key member.key\n");
    List<ChainAnchor> all = ChainsFile.in(chains);
    for (ChainAnchor chain : all.subList(0, 2)) {
      ChainAnchor.Submission submission = chain.submit(AnchorPayload.of(SUBJECT));
      assertThat(submission).isInstanceOf(ChainAnchor.Submission.Anchored.class);
      ChainReceipt receipt = ((ChainAnchor.Submission.Anchored) submission).receipt();
      assertThat(receipt.inBlock()).isPresent();
      assertThat(chain.verify(receipt)).isEqualTo(new ChainAnchor.Standing.Held());
      assertThat(judge(receipt, List.of()).result()).isEqualTo(Verdict.Result.ABSENT);
      assertThat(
              judge(
                      receipt,
                      List.of(
                          new ChainFact.Block(1337, receipt.blockNumber(), receipt.blockHash())))
                  .result())
          .isEqualTo(Verdict.Result.PASSED);
    }
    assertThat(all.getLast().submit(AnchorPayload.of(SUBJECT)))
        .isInstanceOf(ChainAnchor.Submission.Refused.class);
  }
}
