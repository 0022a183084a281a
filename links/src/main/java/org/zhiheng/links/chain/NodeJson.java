package org.zhiheng.links.chain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

  /// `q` a whole number, `d` bytes; what later forks added may be missing from some place on. In
  /// transactions also `y` the parity of a signature, `a` an access list (EIP-2930), `l` a list of
  /// hashes (EIP-4844), `z` a list of authorizations (EIP-7702).
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
          "y yParity",
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
          "y yParity",
          "q r",
          "q s");

  private static final List<String> TYPE_3 =
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
          "q maxFeePerBlobGas",
          "l blobVersionedHashes",
          "y yParity",
          "q r",
          "q s");

  private static final List<String> TYPE_4 =
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
          "z authorizationList",
          "y yParity",
          "q r",
          "q s");

  private static final List<String> AUTHORIZATION =
      List.of("q chainId", "d address", "q nonce", "y yParity", "q r", "q s");

  /// By their type's number, which is the first byte of those from 1 on.
  private static final List<List<String>> TYPES = List.of(LEGACY, TYPE_1, TYPE_2, TYPE_3, TYPE_4);

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
    if (type.compareTo(BigInteger.valueOf(TYPES.size())) >= 0) {
      return Optional.empty();
    }
    return fields(told, TYPES.get(type.intValueExact()))
        .map(fields -> {
          byte[] list = new Rlp.Items(fields).bytes();
          if (type.signum() == 0) {
            return Octets.of(list);
          }
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
      // older nodes call it v as in legacy transactions, newer ones may no longer do so
      case 'y' -> quantity(value).or(() -> quantity(of.path("v"))).map(Rlp::number);
      case 'a' -> accessList(value);
      case 'l' -> items(value, hash -> data(hash).map(Rlp.Word::new));
      case 'z' -> items(value, one -> fields(one, AUTHORIZATION).map(Rlp.Items::new));
      default ->
          // a transaction that makes a contract has no receiver
          field.equals("d to") && value.isNull()
              ? Optional.of(Rlp.word(new byte[0]))
              : data(value).map(Rlp.Word::new);
    };
  }

  private static Optional<Rlp> items(JsonNode told, Function<JsonNode, Optional<Rlp>> read) {
    List<Rlp> items = new ArrayList<>();
    for (JsonNode one : told) {
      Optional<Rlp> item = read.apply(one);
      if (item.isEmpty()) {
        return Optional.empty();
      }
      items.add(item.get());
    }
    return told.isArray() ? Optional.of(new Rlp.Items(items)) : Optional.empty();
  }

  /// EIP-2930: addresses, each with keys of its storage.
  private static Optional<Rlp> accessList(JsonNode told) {
    return items(
        told,
        entry ->
            data(entry.path("address"))
                .flatMap(address ->
                    items(entry.path("storageKeys"), key -> data(key).map(Rlp.Word::new))
                        .map(keys -> Rlp.items(new Rlp.Word(address), keys))));
  }
}
