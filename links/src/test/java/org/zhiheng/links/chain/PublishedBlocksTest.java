package org.zhiheng.links.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.anchor.BlockHeader;
import org.zhiheng.ledger.anchor.Keccak;
import org.zhiheng.ledger.anchor.Rlp;
import org.zhiheng.ledger.anchor.Seals;
import org.zhiheng.ledger.anchor.TransactionTrie;
import org.zhiheng.ledger.statement.Octets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Transactions and blocks of chains that others run, as nodes told them: see golden/chain/SOURCE.
final class PublishedBlocksTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static List<JsonNode> told(String kind) throws IOException {
    return Files.readAllLines(ScriptedNode.GOLDEN.resolve("published.txt")).stream()
        .filter(line -> line.startsWith(kind + " "))
        .map(line -> JSON.readTree(line.substring(kind.length() + 1)))
        .toList();
  }

  private static Octets hash(JsonNode told) {
    return NodeJson.hash(told.path("hash")).orElseThrow();
  }

  @Test
  void writesTransactionsOfEveryTypeAsTheyAreHashed() throws IOException {
    List<String> types = new ArrayList<>();
    for (JsonNode told : told("transaction")) {
      assertThat(NodeJson.transaction(told).map(Keccak::of)).contains(hash(told));
      types.add(told.path("type").stringValue());
    }
    assertThat(types).containsExactly("0x3", "0x4", "0x0");
  }

  @Test
  void writesHeadersOfNewerForksAsTheyAreHashed() throws IOException {
    List<Integer> fields = new ArrayList<>();
    for (JsonNode told : told("block")) {
      List<Rlp> header = NodeJson.header(told).orElseThrow();
      assertThat(BlockHeader.hashing(header, hash(told))).isPresent();
      fields.add(header.size());
    }
    // 15, then base fee; withdrawals; two of blobs and the beacon's root; requests
    assertThat(fields).containsExactly(20, 21, 16);
  }

  @Test
  void findsEveryTransactionInItsBlock() throws IOException {
    List<Integer> counts = new ArrayList<>();
    for (JsonNode told : told("block")) {
      BlockHeader header =
          BlockHeader.hashing(NodeJson.header(told).orElseThrow(), hash(told)).orElseThrow();
      List<Octets> all = new ArrayList<>();
      for (JsonNode transaction : told.path("transactions")) {
        all.add(NodeJson.transaction(transaction).orElseThrow());
        assertThat(Keccak.of(all.getLast())).isEqualTo(hash(transaction));
      }
      for (int index = 0; index < all.size(); index++) {
        List<Octets> path = TransactionTrie.path(all, index).orElseThrow();
        assertThat(TransactionTrie.at(header.transactionsRoot(), index, path))
            .contains(all.get(index));
      }
      counts.add(all.size());
    }
    assertThat(counts).containsExactly(3, 5, 0);
  }

  @Test
  void findsWhoSealedTheBlockOfQbft() throws IOException {
    JsonNode told = told("block").getLast();
    List<Rlp> fields = NodeJson.header(told).orElseThrow();
    Seals seals = Seals.in(fields).orElseThrow();
    // its one validator is also who proposed it
    assertThat(seals.signers(BlockHeader.hashing(fields, hash(told)).orElseThrow()))
        .containsExactly(NodeJson.data(told.path("miner")).orElseThrow());
  }
}
