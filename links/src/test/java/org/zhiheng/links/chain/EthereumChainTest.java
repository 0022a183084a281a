package org.zhiheng.links.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern METHOD = Pattern.compile("\"method\":\"([A-Za-z_]+)\"");
  private static final Path RECORDED =
      Path.of(System.getProperty("zhiheng.root", ".."), "links/src/test/resources/golden/chain");

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    for (String line : Files.readAllLines(RECORDED.resolve("answers.txt"))) {
      String[] words = line.split(" ", 2);
      answers.put(words[0], words[1]);
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          String asked =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          Matcher method = METHOD.matcher(asked);
          String name = method.find() ? method.group(1) : "";
          byte[] answer =
              answers
                  .getOrDefault(name, "{\"id\":1,\"error\":{\"message\":\"no " + name + "\"}}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(answer);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.close();
    client.close();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private EthereumChain chain(long id) {
    byte[] secret = new byte[AccountKey.LENGTH_BYTES];
    Arrays.fill(secret, (byte) 0x46);
    return new EthereumChain(
        "联盟链", address(), id, new EthereumChain.Sender.Own(AccountKey.of(secret)), WAITS, client);
  }

  private ChainReceipt submitted() {
    Submission submission = chain(1337).submit(PAYLOAD);
    assertThat(submission).isInstanceOf(Submission.Anchored.class);
    return ((Submission.Anchored) submission).receipt();
  }

  private void lies(String method, String from, String to) {
    assertThat(answers.get(method)).contains(from);
    answers.put(method, answers.get(method).replace(from, to));
  }

  private static String result(String json) {
    return "{\"id\":1,\"jsonrpc\":\"2.0\",\"result\":" + json + "}";
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
    answers.put("eth_gasPrice", result("\"0xe8d4a51001\""));
    assertThat(((Submission.Refused) chain(1337).submit(PAYLOAD)).reason()).contains("price");
  }

  @Test
  void waitsNoLongerThanItWasSetUpTo() {
    answers.put("eth_getTransactionReceipt", result("null"));
    assertThat(((Submission.Silent) chain(1337).submit(PAYLOAD)).reason()).contains("may still");
    answers.put("eth_chainId", "");
    assertThat(chain(1337).submit(PAYLOAD)).isInstanceOf(Submission.Refused.class);
    server.stop(0);
    assertThat(chain(1337).submit(PAYLOAD)).isInstanceOf(Submission.Silent.class);
  }

  @Test
  void keepsNoWayFromABlockThatHashesDoNotBearOut() {
    String header = "eth_getBlockByHash";
    String good = answers.get(header);
    for (String lie :
        List.of(
            good.replace("\"timestamp\":\"0x", "\"timestamp\":\"0x1"),
            good.replace("\"gas\":\"0x186a0\"", "\"gas\":\"0x186a1\""),
            good.replace("\"transactions\":[{", "\"transactions\":[{\"type\":\"0x7f\"},{"),
            result("null"),
            result("[]"),
            result("{\"transactions\":{}}"))) {
      answers.put(header, lie);
      assertThat(lie).isNotEqualTo(good);
      assertThat(submitted().inBlock()).isEmpty();
    }
  }

  @Test
  void refusesAnswersThatDoNotFit() {
    lies("eth_getTransactionByHash", "\"gas\":\"0x186a0\"", "\"gas\":\"0x186a1\"");
    assertThat(chain(1337).submit(PAYLOAD)).isInstanceOf(Submission.Refused.class);
    for (String method : List.copyOf(answers.keySet())) {
      String good = answers.get(method);
      for (String lie :
          List.of(
              "",
              "[",
              "null",
              "{}",
              "[[[[".repeat(1_000),
              result("{}"),
              result("\"0x\""),
              result("\"0xzz\""),
              result("\"0x" + "f".repeat(64) + "\""),
              good.replace("\"id\":1", "\"id\":2"),
              good.replace("\"blockHash\":\"0x", "\"blockHash\":\"0x00"),
              good.replace("\"blockNumber\":\"0x", "\"blockNumber\":\"0xffffffffffffffff"),
              good.replace("\"status\":\"0x1\"", "\"status\":\"0x0\""))) {
        answers.put(method, lie);
        Submission submission = chain(1337).submit(PAYLOAD);
        if (submission instanceof Submission.Anchored(ChainReceipt receipt)) {
          assertThat(ReceiptCheck.of(receipt, SUBJECT))
              .as("%s: %s", method, lie)
              .isNotInstanceOf(ReceiptCheck.Refused.class);
        }
      }
      answers.put(method, good);
    }
  }

  @Test
  void saysWhenTheChainHasAnotherBlockOrNotTheTransaction() {
    ChainReceipt receipt = submitted();
    String hash = receipt.blockHash().hex();
    lies("eth_getBlockByNumber", hash, "00".repeat(32));
    assertThat(chain(1337).verify(receipt)).isInstanceOf(Standing.NotHeld.class);
    lies("eth_getBlockByNumber", "00".repeat(32), hash);
    answers.put("eth_getTransactionByHash", result("null"));
    assertThat(chain(1337).verify(receipt)).isInstanceOf(Standing.NotHeld.class);
    answers.put("eth_getTransactionByHash", "{\"id\":1,\"error\":{\"message\":\"later\"}}");
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
