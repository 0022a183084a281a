package org.zhiheng.links.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.prove.ChainAnchor;
import org.zhiheng.ledger.anchor.ChainReceipt;
import tools.jackson.databind.JsonNode;

/// Anvil, by reth's and alloy's code in Rust: blocks of the newest fork, transactions of type 2
/// from its own accounts.
final class AnvilIT extends LocalNodeContract {

  private static final String OTHER = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
  private static final String SOMEBODY = "0x3535353535353535353535353535353535353535";

  @Override
  String npmPackage() {
    return "@foundry-rs/anvil@1.7.1";
  }

  /// The program of the package for this machine, without the one around it that would stay when it
  /// is ended.
  @Override
  List<String> command(Path modules, int port) throws IOException {
    try (Stream<Path> programs =
        Files.find(
            modules.resolve("@foundry-rs"),
            3,
            (path, _) -> path.endsWith("bin/anvil") || path.endsWith("bin/anvil.exe"))) {
      return List.of(
          programs.findFirst().orElseThrow().toString(),
          "--host",
          "127.0.0.1",
          "--port",
          String.valueOf(port),
          "--chain-id",
          "1337",
          "--mnemonic",
          WORDS);
    }
  }

  private static JsonNode ask(JsonRpc node, String method, Object... parameters)
      throws InterruptedException {
    JsonRpc.Reply reply = node.call(method, parameters);
    assertThat(reply).isInstanceOf(JsonRpc.Reply.Result.class);
    return ((JsonRpc.Reply.Result) reply).value();
  }

  private static Map<String, Object> transaction(Map<String, Object> fields) {
    Map<String, Object> all = new HashMap<>(fields);
    all.put("from", OTHER);
    all.put("gas", "0x30d40");
    return all;
  }

  /// Type 4 needs a signature of an authorization that reads; that it is nobody's does not matter.
  private static final List<Map<String, Object>> NEIGHBOURS =
      List.of(
          transaction(Map.of("type", "0x0", "to", SOMEBODY, "gasPrice", "0x77359400")),
          transaction(
              Map.of(
                  "type",
                  "0x1",
                  "to",
                  SOMEBODY,
                  "gasPrice",
                  "0x77359400",
                  "accessList",
                  List.of(
                      Map.of(
                          "address", SOMEBODY, "storageKeys", List.of("0x" + "01".repeat(32)))))),
          transaction(Map.of("type", "0x2", "to", SOMEBODY)),
          transaction(
              Map.of(
                  "type",
                  "0x4",
                  "to",
                  SOMEBODY,
                  "authorizationList",
                  List.of(
                      Map.of(
                          "chainId", "0x0", "address", SOMEBODY, "nonce", "0x0", "yParity", "0x0",
                          "r", "0x1", "s", "0x1")))),
          transaction(Map.of("data", "0x00")));

  /// All in one block, made when the node has them all.
  @Test
  void showsTheAnchorAmongTransactionsOfOtherTypes()
      throws IOException, InterruptedException, ExecutionException {
    try (HttpClient client = HttpClient.newHttpClient();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      JsonRpc node = new JsonRpc(address(), Duration.ofSeconds(20), client);
      ask(node, "evm_setAutomine", false);
      for (Map<String, Object> neighbour : NEIGHBOURS) {
        ask(node, "eth_sendTransaction", neighbour);
      }
      ChainAnchor own = chains().get(1);
      Future<ChainReceipt> anchoring = threads.submit(() -> anchored(own));
      while (!ask(node, "txpool_status").path("pending").stringValue().equals("0x6")) {
        assertThat(anchoring.isDone()).isFalse();
      }
      ask(node, "evm_mine");
      ChainReceipt receipt = anchoring.get();
      JsonNode block = ask(node, "eth_getBlockByHash", "0x" + receipt.blockHash().hex(), true);
      List<String> types = new ArrayList<>();
      block
          .path("transactions")
          .forEach(transaction -> types.add(transaction.path("type").stringValue()));
      assertThat(types).containsExactlyInAnyOrder("0x0", "0x0", "0x1", "0x2", "0x2", "0x4");
      assertThat(block.path("requestsHash").isString()).isTrue();
      assertThat(own.verify(receipt)).isEqualTo(new ChainAnchor.Standing.Held());
    }
  }
}
