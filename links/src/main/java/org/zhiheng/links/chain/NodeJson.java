package org.zhiheng.links.chain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.anchor.Keccak;
import org.zhiheng.ledger.anchor.Rlp;
import org.zhiheng.ledger.statement.Octets;
import tools.jackson.databind.JsonNode;

/// Writes what nodes tell as JSON in the bytes that the chain hashes.
///
/// Source: Ethereum execution-apis, schemas of block and transaction. A field that is missing or
/// does not read makes the whole unreadable; whether the bytes are right, their hash shows.
final class NodeJson {

  private static final int QUANTITY_DIGITS_MAX = 64;

  /// `q` a whole number, `d` bytes; what later forks added may be missing from some place on.
  private static final List<String> HEADER =
      List.of(
          "d parentHash",
          "d sha3Uncles",
          "d miner",
          "d stateRoot",
          "d transactionsRoot",
          "d receiptsRoot",
          "d logsBloom",
          "q difficulty",
          "q number",
          "q gasLimit",
          "q gasUsed",
          "q timestamp",
          "d extraData",
          "d mixHash",
          "d nonce");

  private static final List<String> HEADER_LATER =
      List.of(
          "q baseFeePerGas",
          "d withdrawalsRoot",
          "q blobGasUsed",
          "q excessBlobGas",
          "d parentBeaconBlockRoot",
          "d requestsHash");

  private static final List<String> LEGACY =
      List.of("q nonce", "q gasPrice", "q gas", "d to", "q value", "d input", "q v", "q r", "q s");

  private static final List<String> TYPE_1 =
      List.of(
          "q chainId",
          "q nonce",
          "q gasPrice",
          "q gas",
          "d to",
          "q value",
          "d input",
          "a accessList",
          "q v",
          "q r",
          "q s");

  private static final List<String> TYPE_2 =
      List.of(
          "q chainId",
          "q nonce",
          "q maxPriorityFeePerGas",
          "q maxFeePerGas",
          "q gas",
          "d to",
          "q value",
          "d input",
          "a accessList",
          "q v",
          "q r",
          "q s");

  private NodeJson() {}

  /// A whole number as nodes write it: `0x1a`.
  static Optional<BigInteger> quantity(JsonNode node) {
    return node.isString()
            && node.stringValue().matches("0x[0-9a-fA-F]{1," + QUANTITY_DIGITS_MAX + "}")
        ? Optional.of(new BigInteger(node.stringValue().substring(2), 16))
        : Optional.empty();
  }

  /// Bytes as nodes write them: `0x` and two digits each.
  static Optional<Octets> data(JsonNode node) {
    String text = node.isString() ? node.stringValue() : "";
    return text.matches("0x(?:[0-9a-fA-F]{2})*+")
        ? Optional.of(Octets.of(HexFormat.of().parseHex(text, 2, text.length())))
        : Optional.empty();
  }

  /// A hash.
  static Optional<Octets> hash(JsonNode node) {
    return data(node).filter(bytes -> bytes.length() == Keccak.LENGTH_BYTES);
  }

  /// The fields of a block's header.
  static Optional<List<Rlp>> header(JsonNode block) {
    Optional<List<Rlp>> first = fields(block, HEADER);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    List<Rlp> all = new ArrayList<>(first.get());
    for (String field : HEADER_LATER) {
      Optional<Rlp> value = field(block, field);
      if (value.isEmpty()) {
        break;
      }
      all.add(value.get());
    }
    return Optional.of(all);
  }

  /// A transaction's bytes, when it is of a known type.
  static Optional<Octets> transaction(JsonNode told) {
    BigInteger type = quantity(told.path("type")).orElse(BigInteger.ZERO);
    if (type.signum() == 0) {
      return fields(told, LEGACY).map(fields -> Octets.of(new Rlp.Items(fields).bytes()));
    }
    boolean first = type.equals(BigInteger.ONE);
    if (!first && !type.equals(BigInteger.TWO)) {
      return Optional.empty();
    }
    return fields(told, first ? TYPE_1 : TYPE_2)
        .map(fields -> {
          byte[] list = new Rlp.Items(fields).bytes();
          byte[] typed = new byte[list.length + 1];
          typed[0] = type.byteValueExact();
          System.arraycopy(list, 0, typed, 1, list.length);
          return Octets.of(typed);
        });
  }

  private static Optional<List<Rlp>> fields(JsonNode of, List<String> names) {
    List<Rlp> fields = new ArrayList<>();
    for (String name : names) {
      Optional<Rlp> value = field(of, name);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      fields.add(value.get());
    }
    return Optional.of(fields);
  }

  private static Optional<Rlp> field(JsonNode of, String field) {
    JsonNode value = of.path(field.substring(2));
    return switch (field.charAt(0)) {
      case 'q' -> quantity(value).map(Rlp::number);
      case 'a' -> accessList(value);
      default ->
          // a transaction that makes a contract has no receiver
          field.equals("d to") && value.isNull()
              ? Optional.of(Rlp.word(new byte[0]))
              : data(value).map(Rlp.Word::new);
    };
  }

  /// EIP-2930: addresses, each with keys of its storage.
  private static Optional<Rlp> accessList(JsonNode told) {
    List<Rlp> entries = new ArrayList<>();
    for (JsonNode entry : told) {
      Optional<Octets> address = data(entry.path("address"));
      List<Rlp> keys = new ArrayList<>();
      for (JsonNode key : entry.path("storageKeys")) {
        data(key).ifPresent(bytes -> keys.add(new Rlp.Word(bytes)));
      }
      if (address.isEmpty()) {
        return Optional.empty();
      }
      entries.add(Rlp.items(new Rlp.Word(address.get()), new Rlp.Items(keys)));
    }
    return told.isArray() ? Optional.of(new Rlp.Items(entries)) : Optional.empty();
  }
}
