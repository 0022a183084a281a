package org.zhiheng.links.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.jobs.prove.ChainAnchor.Standing;
import org.zhiheng.jobs.prove.ChainAnchor.Submission;
import org.zhiheng.ledger.anchor.AccountKey;
import org.zhiheng.ledger.anchor.AnchorPayload;
import org.zhiheng.ledger.anchor.ChainReceipt;
import org.zhiheng.ledger.anchor.ReceiptCheck;
import org.zhiheng.values.ProblemsException;

/// Answers that Ganache 7.9.2 gave to these very questions, told again by a server of this process,
/// and answers that are lies. See golden/chain/SOURCE.
final class EthereumChainTest {

  private static final byte[] SUBJECT = "a checkpoint".getBytes(StandardCharsets.US_ASCII);
  private static final AnchorPayload PAYLOAD = AnchorPayload.of(SUBJECT);
  private static final EthereumChain.Waits WAITS =
      new EthereumChain.Waits(Duration.ofSeconds(20), Duration.ZERO, Duration.ofMillis(1));

  private final HttpClient client = HttpClient.newHttpClient();
  private ScriptedNode node;

  @BeforeEach
  void start() throws IOException {
    node = ScriptedNode.ofGanache();
  }

  @AfterEach
  void stop() {
    node.close();
    client.close();
  }

  private EthereumChain chain(long id) {
    byte[] secret = new byte[AccountKey.LENGTH_BYTES];
    Arrays.fill(secret, (byte) 0x46);
    return new EthereumChain(
        "联盟链",
        node.address(),
        id,
        new EthereumChain.Sender.Own(AccountKey.of(secret)),
        WAITS,
        client);
  }

  private ChainReceipt submitted() {
    Submission submission = chain(1337).submit(PAYLOAD);
    assertThat(submission).isInstanceOf(Submission.Anchored.class);
    return ((Submission.Anchored) submission).receipt();
  }

  /// The transaction is the third of four in its block, of which one is of type 1 and one of type
  /// 2; header and trie are hashed by other software.
  @Test
  void showsThatTheTransactionStandsInABlockThatOtherSoftwareMade() {
    ChainReceipt receipt = submitted();
    assertThat(receipt.inBlock()).isPresent();
    assertThat(receipt.inBlock().get().index()).isPositive();
    assertThat(ReceiptCheck.of(receipt, SUBJECT)).isInstanceOf(ReceiptCheck.Linked.class);
    assertThat(ReceiptCheck.of(receipt, new byte[0])).isInstanceOf(ReceiptCheck.Refused.class);
    assertThat(chain(1337).verify(receipt)).isEqualTo(new Standing.Held());
    assertThat(receipt.json().bytes().length).isLessThan(64_000);
  }

  @Test
  void signsForNoChainButTheOneThatWasWrittenDown() {
    assertThat(((Submission.Refused) chain(1).submit(PAYLOAD)).reason())
        .contains("the node is of chain 1337, and not of chain 1");
    assertThat(chain(1).verify(submitted())).isInstanceOf(Standing.NotHeld.class);
  }

  @Test
  void paysNoPriceThatIsOutOfReason() {
    node.answers("eth_gasPrice", ScriptedNode.result("\"0xe8d4a51001\""));
    assertThat(((Submission.Refused) chain(1337).submit(PAYLOAD)).reason()).contains("price");
  }

  @Test
  void waitsNoLongerThanItWasSetUpTo() {
    node.answers("eth_getTransactionReceipt", ScriptedNode.result("null"));
    assertThat(((Submission.Silent) chain(1337).submit(PAYLOAD)).reason()).contains("may still");
    node.answers("eth_chainId", "");
    assertThat(chain(1337).submit(PAYLOAD)).isInstanceOf(Submission.Refused.class);
    node.close();
    assertThat(chain(1337).submit(PAYLOAD)).isInstanceOf(Submission.Silent.class);
  }

  @Test
  void keepsNoWayFromABlockThatHashesDoNotBearOut() {
    String header = "eth_getBlockByHash";
    String good = node.answered(header);
    for (String lie :
        List.of(
            good.replace("\"timestamp\":\"0x", "\"timestamp\":\"0x1"),
            good.replace("\"gas\":\"0x186a0\"", "\"gas\":\"0x186a1\""),
            good.replace("\"transactions\":[{", "\"transactions\":[{\"type\":\"0x7f\"},{"),
            ScriptedNode.result("null"),
            ScriptedNode.result("[]"),
            ScriptedNode.result("{\"transactions\":{}}"))) {
      node.answers(header, lie);
      assertThat(lie).isNotEqualTo(good);
      assertThat(submitted().inBlock()).isEmpty();
    }
  }

  @Test
  void refusesAnswersThatDoNotFit() {
    node.lies("eth_getTransactionByHash", "\"gas\":\"0x186a0\"", "\"gas\":\"0x186a1\"");
    assertThat(chain(1337).submit(PAYLOAD)).isInstanceOf(Submission.Refused.class);
    for (String method : node.methods()) {
      String good = node.answered(method);
      for (String lie :
          List.of(
              "",
              "[",
              "null",
              "{}",
              "[[[[".repeat(1_000),
              ScriptedNode.result("{}"),
              ScriptedNode.result("\"0x\""),
              ScriptedNode.result("\"0xzz\""),
              ScriptedNode.result("\"0x" + "f".repeat(64) + "\""),
              good.replace("\"id\":1", "\"id\":2"),
              good.replace("\"blockHash\":\"0x", "\"blockHash\":\"0x00"),
              good.replace("\"blockNumber\":\"0x", "\"blockNumber\":\"0xffffffffffffffff"),
              good.replace("\"status\":\"0x1\"", "\"status\":\"0x0\""))) {
        node.answers(method, lie);
        Submission submission = chain(1337).submit(PAYLOAD);
        if (submission instanceof Submission.Anchored(ChainReceipt receipt)) {
          assertThat(ReceiptCheck.of(receipt, SUBJECT))
              .as("%s: %s", method, lie)
              .isNotInstanceOf(ReceiptCheck.Refused.class);
        }
      }
      node.answers(method, good);
    }
  }

  @Test
  void saysWhenTheChainHasAnotherBlockOrNotTheTransaction() {
    ChainReceipt receipt = submitted();
    String hash = receipt.blockHash().hex();
    node.lies("eth_getBlockByNumber", hash, "00".repeat(32));
    assertThat(chain(1337).verify(receipt)).isInstanceOf(Standing.NotHeld.class);
    node.lies("eth_getBlockByNumber", "00".repeat(32), hash);
    node.answers("eth_getTransactionByHash", ScriptedNode.result("null"));
    assertThat(chain(1337).verify(receipt)).isInstanceOf(Standing.NotHeld.class);
    node.answers("eth_getTransactionByHash", "{\"id\":1,\"error\":{\"message\":\"later\"}}");
    assertThat(chain(1337).verify(receipt)).isInstanceOf(Standing.Silent.class);
  }

  @Test
  void readsWhichChainsAreAsked(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("chains");
    assertThat(ChainsFile.in(file)).isEmpty();
    Path key = folder.resolve("member.key");
    Files.writeString(key, "0x" + "46".repeat(32) + "\n");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(
        file,
        "# ours\n\none http://127.0.0.1:1/ 1337 account 0x"
            + "ab".repeat(20)
            + "\ntwo https://node.example/key 20 key member.key\n");
    assertThat(ChainsFile.in(file))
        .hasSize(2)
        .extracting(one -> one.name())
        .containsExactly("one", "two");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> ChainsFile.in(file))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("chmod 600");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(key, "secret");
    assertThatThrownBy(() -> ChainsFile.in(file)).message().doesNotContain("secret");
    for (String line :
        List.of(
            "one",
            "one http://h/ 0 account 0x" + "ab".repeat(20),
            "one ftp://h/ 1 account 0x" + "ab".repeat(20),
            "one http://h/ 1 account 0xab",
            "one http://h/ 1 key ../member.key",
            "one http:// 1 key member.key")) {
      Files.writeString(file, line);
      assertThatThrownBy(() -> ChainsFile.in(file)).as(line).isInstanceOf(ProblemsException.class);
    }
  }
}
