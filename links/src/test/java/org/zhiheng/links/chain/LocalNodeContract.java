package org.zhiheng.links.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
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
/// Run by `./zhiheng test --interop`; needs node and npm, which fetches the package into target
/// once. Where it cannot be had, the test is listed as not run, and fails where CI is set.
abstract class LocalNodeContract {

  /// The words that both nodes make the same accounts of; their keys are public knowledge.
  static final String WORDS = "test test test test test test test test test test test junk";

  /// The first of those accounts, and the number it signs with.
  static final String ACCOUNT = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

  private static final String KEY =
      "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

  static final byte[] SUBJECT = "a checkpoint".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;
  private Process node;
  private URI address;

  /// As npm names it: `name@version`.
  abstract String npmPackage();

  /// What starts it on this port of 127.0.0.1, as chain 1337 with the accounts of [#WORDS]. It says
  /// `Listening on` when it can be asked.
  ///
  /// @param modules what npm installed
  abstract List<String> command(Path modules, int port) throws IOException;

  URI address() {
    return address;
  }

  @BeforeEach
  void start() throws IOException, InterruptedException {
    String what = "anchors in " + npmPackage();
    boolean asked = Boolean.getBoolean("interop");
    if (!asked) {
      System.out.println("NOT RUN: " + what + "; run it with: ./zhiheng test --interop");
    }
    Assumptions.assumeTrue(asked, "NOT RUN: " + what);
    Path modules = installed(what);
    int port = freePort();
    address = URI.create("http://127.0.0.1:" + port + "/");
    node =
        new ProcessBuilder(command(modules, port))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    BufferedReader said = node.inputReader(StandardCharsets.UTF_8);
    for (String line = ""; !line.contains("Listening on"); ) {
      line = said.readLine();
      assertThat(line).as("the node ended before it listened").isNotNull();
    }
    // what it says from now on is taken away, so that it never waits for room
    Thread.ofVirtual()
        .start(() -> {
          try (said) {
            said.transferTo(Writer.nullWriter());
          } catch (IOException ended) {
            // with the node
          }
        });
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (node != null) {
      node.destroy();
      assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  /// The folder of what npm installed.
  private Path installed(String what) throws IOException, InterruptedException {
    String name = npmPackage();
    String below = "links/target/nodes/" + name.replaceAll("[^A-Za-z0-9.]", "-");
    Path home = Path.of(System.getProperty("zhiheng.root", ".."), below).toAbsolutePath();
    Path modules = home.resolve("node_modules");
    Path whole = home.resolve("whole");
    if (Files.exists(whole)) {
      return modules;
    }
    Files.createDirectories(home);
    Path log = home.resolve("npm.log");
    boolean had;
    try {
      Process npm =
          new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--prefix", ".", name)
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      had = npm.waitFor(300, TimeUnit.SECONDS) && npm.exitValue() == 0;
      npm.destroy();
    } catch (IOException noNpm) {
      Files.writeString(log, noNpm.toString());
      had = false;
    }
    if (had) {
      return Files.createFile(whole).resolveSibling("node_modules");
    }
    String missing = "NOT RUN: " + what + ": npm cannot fetch it, see " + below + "/npm.log";
    System.out.println(missing);
    assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
    return Assumptions.abort(missing);
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

  /// By an account that the node holds, by a key of ours, and by that key in a chain that it is
  /// not.
  final List<ChainAnchor> chains() throws IOException {
    Path key = folder.resolve("member.key");
    Files.writeString(key, KEY);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Path chains = folder.resolve("chains");
    Files.writeString(
        chains,
        "held "
            + address
            + " 1337 account "
            + ACCOUNT
            + "\nown "
            + address
            + " 1337 key member.key\nother "
            + address
            + " 1 key member.key\n");
    return ChainsFile.in(chains);
  }

  static ChainReceipt anchored(ChainAnchor chain) {
    ChainAnchor.Submission submission = chain.submit(AnchorPayload.of(SUBJECT));
    assertThat(submission).isInstanceOf(ChainAnchor.Submission.Anchored.class);
    ChainReceipt receipt = ((ChainAnchor.Submission.Anchored) submission).receipt();
    assertThat(receipt.inBlock()).isPresent();
    return receipt;
  }

  @Test
  void anchorsByAnAccountOfTheNodeAndByAKeyOfOurs() throws IOException {
    List<ChainAnchor> all = chains();
    for (ChainAnchor chain : all.subList(0, 2)) {
      ChainReceipt receipt = anchored(chain);
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
