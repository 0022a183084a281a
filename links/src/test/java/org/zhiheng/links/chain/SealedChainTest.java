package org.zhiheng.links.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.prove.ChainAnchor.Standing;
import org.zhiheng.jobs.prove.ChainAnchor.Submission;
import org.zhiheng.ledger.anchor.AccountKey;
import org.zhiheng.ledger.anchor.AnchorPayload;
import org.zhiheng.ledger.anchor.ChainFact;
import org.zhiheng.ledger.anchor.ChainReceipt;
import org.zhiheng.ledger.bundle.AnchorCheck;
import org.zhiheng.ledger.bundle.AnchorJudge;
import org.zhiheng.ledger.bundle.Finding;
import org.zhiheng.ledger.bundle.Trust;
import org.zhiheng.ledger.bundle.Verdict.Result;
import org.zhiheng.ledger.statement.Json;
import org.zhiheng.ledger.statement.Octets;

/// A node of a chain of QBFT: Ganache's recorded answers, but for the extra data of the block and
/// its hash. These are as Besu writes them, for round 1, sealed by the keys 4, 1 and 2 of the four
/// with the numbers 1 to 4; hashed and signed by a program of its own in another language.
final class SealedChainTest {

  private static final byte[] SUBJECT = "a checkpoint".getBytes(StandardCharsets.US_ASCII);

  private static final String GANACHE_HASH =
      "a4a1254626f1ff48600ac7b36a915b1ff610de7dd3941c0527ef0df93ffdf1fd";
  private static final String HASH =
      "bf9222ea372574f9d34e191ea6e0da9e54f4716492d0686af6f36ddf6a28764b";

  private static final String VALIDATORS =
      "f854941eff47bc3a10a45d4b230b5d10e37751fe6aa718942b5ad5c4795c026514f8317c7a215e218dccd6cf"
          + "946813eb9362372eef6200f3b1dbc3f819671cba69947e5f4552091a69125d5dfcb7b8c2659029395bdf";
  private static final String SEALS =
      "f8c9b8412ab31e5aad63c9ff58ef33ed21e63ef3f7a323a5ecfe799a0c2d97d305cf39347da518bc8abd1398"
          + "32576db265c56b3d4e3afd12b7e14716dcfc10e4838aeba501b84152ccd6344eeac6a14b6422de558e9005"
          + "0fe388ae66f2c64311ccc04f2afe209707d6303c07faf53ae77ace0e2fe580f4558641dc6ba695b84ff2f0"
          + "fc7949d94100b841fe32cb037c22a7cff337f7eda1b6439a1712dd06363bf0fcffed4b1af39f9ebd3a0ff7"
          + "ab448b4a27c2ff80754b298dd216bc10dda5dd6e406a041eb4a82e5e0601";
  private static final String EXTRA = "0xf90144a0" + "00".repeat(32) + VALIDATORS + "c001" + SEALS;

  private final HttpClient client = HttpClient.newHttpClient();
  private ScriptedNode node;

  @BeforeEach
  void start() throws IOException {
    node = ScriptedNode.ofGanache();
    node.lies("eth_getBlockByHash", "\"extraData\":\"0x\"", "\"extraData\":\"" + EXTRA + "\"");
    for (String method : node.methods()) {
      node.answers(method, node.answered(method).replace(GANACHE_HASH, HASH));
    }
  }

  @AfterEach
  void stop() {
    node.close();
    client.close();
  }

  private static AccountKey key(int number) {
    byte[] secret = new byte[AccountKey.LENGTH_BYTES];
    secret[AccountKey.LENGTH_BYTES - 1] = (byte) number;
    return AccountKey.of(secret);
  }

  private EthereumChain chain() {
    byte[] secret = new byte[AccountKey.LENGTH_BYTES];
    Arrays.fill(secret, (byte) 0x46);
    return new EthereumChain(
        "联盟链",
        node.address(),
        1337,
        new EthereumChain.Sender.Own(AccountKey.of(secret)),
        new EthereumChain.Waits(Duration.ofSeconds(20), Duration.ZERO, Duration.ofMillis(1)),
        client);
  }

  private ChainReceipt submitted() {
    Submission submission = chain().submit(AnchorPayload.of(SUBJECT));
    assertThat(submission).isInstanceOf(Submission.Anchored.class);
    return ((Submission.Anchored) submission).receipt();
  }

  private static Finding judge(ChainReceipt receipt, int... validators) {
    ChainFact known =
        new ChainFact.Validators(
            1337,
            0,
            Optional.empty(),
            Arrays.stream(validators).mapToObj(number -> key(number).address()).toList());
    return new AnchorJudge()
        .check(
            new AnchorCheck.Subject(
                Octets.of(SUBJECT),
                List.of(Octets.of(receipt.json().bytes())),
                new TreeMap<>(),
                Optional.of(
                    new Trust(List.of(), List.of(), List.of(), List.of(), List.of(known)))));
  }

  @Test
  void keepsTheSealsThatTheNodeTells() {
    ChainReceipt receipt = submitted();
    assertThat(receipt.inBlock().orElseThrow().seals().orElseThrow().seals()).hasSize(3);
    assertThat(ChainReceipt.of(Json.parse(receipt.json().bytes()).orThrow()).orThrow())
        .isEqualTo(receipt);
    assertThat(chain().verify(receipt)).isEqualTo(new Standing.Held());
    Finding finding = judge(receipt, 1, 2, 3, 4);
    assertThat(finding.result()).as(finding.reason()).isEqualTo(Result.PASSED);
    assertThat(finding.reason()).contains("3 of the 4 validators known from outside sealed");
    assertThat(judge(receipt, 1, 2, 3, 4, 5).result()).isEqualTo(Result.ABSENT);
    assertThat(judge(receipt, 3).result()).isEqualTo(Result.ABSENT);
  }

  /// The hash of the block does not cover seals and round: what a node tells of them is kept, and
  /// counts for nobody.
  @Test
  void keepsWhatDoesNotCountWhereTheNodeLiesAboutTheSeals() {
    node.lies("eth_getBlockByHash", "c001" + SEALS, "c002" + SEALS);
    ChainReceipt receipt = submitted();
    assertThat(receipt.inBlock().orElseThrow().seals()).isPresent();
    assertThat(judge(receipt, 1, 2, 3, 4).reason()).contains("only 0 of the 4");
    assertThat(judge(receipt, 1, 2, 3, 4).result()).isEqualTo(Result.ABSENT);
  }

  @Test
  void keepsTheFormWithoutSealsWhereTheNodeTellsNone() {
    node.lies("eth_getBlockByHash", EXTRA, "0xf87aa0" + "00".repeat(32) + VALIDATORS + "c080c0");
    ChainReceipt receipt = submitted();
    assertThat(receipt.inBlock().orElseThrow().seals()).isEmpty();
    assertThat(receipt.json().toText()).contains(ChainReceipt.FORM);
  }

  @Test
  void keepsNoWayAndNoSealsOfABlockThatItsHashDoesNotBearOut() {
    node.lies("eth_getBlockByHash", "941eff47bc", "941eff47bd");
    assertThat(submitted().inBlock()).isEmpty();
  }
}
