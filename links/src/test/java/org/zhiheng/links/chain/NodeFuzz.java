package org.zhiheng.links.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.zhiheng.ledger.anchor.Seals;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a node tells of blocks and transactions, spoilt. The one exception that may come out is the
/// JSON library's own, which `JsonRpc` takes up.
final class NodeFuzz {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String TRANSACTION =
      """
      {"type":"0x2","chainId":"0x539","nonce":"0x9","maxPriorityFeePerGas":"0x1",
      "maxFeePerGas":"0x2","gasPrice":"0x4a817c800","gas":"0x5208",
      "to":"0x3535353535353535353535353535353535353535","value":"0xde0b6b3a7640000","input":"0x",
      "accessList":[{"address":"0x3535353535353535353535353535353535353535","storageKeys":["0x01"]}],
      "v":"0x25","r":"0x28ef61340bd9","s":"0x67cbe9d8997f"}
      """;

  private static final String SET_CODE =
      """
      {"type":"0x4","chainId":"0x539","nonce":"0x9","maxPriorityFeePerGas":"0x1",
      "maxFeePerGas":"0x2","gas":"0x5208","to":"0x3535353535353535353535353535353535353535",
      "value":"0x0","input":"0x","accessList":[],"authorizationList":[{"chainId":"0x0",
      "address":"0x3535353535353535353535353535353535353535","nonce":"0x0","yParity":"0x1",
      "r":"0x28ef61340bd9","s":"0x67cbe9d8997f"}],"yParity":"0x1","r":"0x1","s":"0x2"}
      """;

  private static final String BLOB =
      SET_CODE
          .replace("0x4", "0x3")
          .replace(
              "\"accessList\":[]",
              "\"accessList\":[],\"maxFeePerBlobGas\":\"0x1\",\"blobVersionedHashes\":[\"0x01\"]");

  private static final String BLOCK =
      """
      {"parentHash":"0x00","sha3Uncles":"0x00","miner":"0x00","stateRoot":"0x00",
      "transactionsRoot":"0x00","receiptsRoot":"0x00","logsBloom":"0x00","difficulty":"0x0",
      "number":"0x7","gasLimit":"0x1","gasUsed":"0x1","timestamp":"0x65",
      "extraData":"0xf84980c0c080f843b841%s",
      "mixHash":"0x00","nonce":"0x00","baseFeePerGas":"0x7","withdrawalsRoot":"0x00"}
      """
          .formatted("11".repeat(65));

  @Seeds(300)
  void isReadOrRefused(Seed seed) {
    String sound = seed.oneOf(List.of(BLOCK, BLOCK, TRANSACTION, SET_CODE, BLOB));
    JsonNode told;
    try {
      told = JSON.readTree(Spoilt.json(seed, sound));
    } catch (JacksonException notJson) {
      return;
    }
    assertThat(NodeJson.transaction(told).map(Octets::length).orElse(1)).isPositive();
    assertThat(NodeJson.header(told).flatMap(Seals::in).map(Seals::seals).orElse(List.of()))
        .hasSizeLessThan(4);
    assertThat(NodeJson.hash(told.path("parentHash"))).isNotNull();
    assertThat(NodeJson.quantity(told.path("number"))).isNotNull();
  }
}
