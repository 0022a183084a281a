package org.zhiheng.ledger.anchor;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.zhiheng.ledger.statement.Json;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.Parsed;

/// A signed transaction as it stands in a block. Its signature is not looked at: a chain takes no
/// transaction into a block whose signature does not hold.
///
/// Source: Yellow Paper section 4.3; EIP-155 (legacy), EIP-2930 (type 1), EIP-1559 (type 2). Other
/// types are refused.
///
/// @param raw its bytes
/// @param hash Keccak-256 of them: its name on the chain
/// @param chainId of the chain it was signed for
/// @param data what it carries
public record ChainTransaction(Octets raw, Octets hash, long chainId, Octets data) {

  private static final int LEGACY_V_BASE = 35;

  /// Reads one; refused with `chain-anchor`.
  public static Parsed<ChainTransaction> parse(Octets raw) {
    byte[] bytes = raw.bytes();
    if (bytes.length == 0) {
      return refused("A transaction is not empty.");
    }
    int type = bytes[0] & 0xff;
    boolean legacy = type >= 0xc0;
    if (!legacy && type != 1 && type != 2) {
      return refused("A transaction is a legacy one or of type 1 or 2.");
    }
    byte[] list = legacy ? bytes : Arrays.copyOfRange(bytes, 1, bytes.length);
    return switch (Rlp.parse(list)) {
      case Parsed.Refused<Rlp> not -> new Parsed.Refused<>(not.problem());
      case Parsed.Ok<Rlp>(Rlp.Items(List<Rlp> fields)) -> read(raw, fields, legacy ? 0 : type);
      case Parsed.Ok<Rlp> _ -> refused("A transaction is a list.");
    };
  }

  private static Parsed<ChainTransaction> read(Octets raw, List<Rlp> fields, int type) {
    int count = type == 0 ? 9 : 10 + type;
    // the data stand behind nonce, prices, gas, receiver and value
    int dataAt = type == 0 ? 5 : 5 + type;
    int chainAt = type == 0 ? 6 : 0;
    if (fields.size() != count
        || !(fields.get(dataAt) instanceof Rlp.Word(Octets data))
        || !(fields.get(chainAt) instanceof Rlp.Word(Octets told))
        || told.length() > 8) {
      return refused("A transaction has not the fields of its type.");
    }
    BigInteger chain = new BigInteger(1, told.bytes());
    if (type == 0) {
      chain = chain.subtract(BigInteger.valueOf(LEGACY_V_BASE)).shiftRight(1);
    }
    if (chain.signum() <= 0 || chain.compareTo(BigInteger.valueOf(Json.WHOLE_MAX)) > 0) {
      return refused("A transaction was signed for one chain, whose id is from 1 to 2^53 - 1.");
    }
    return Parsed.ok(new ChainTransaction(raw, Keccak.of(raw), chain.longValueExact(), data));
  }

  private static Parsed<ChainTransaction> refused(String reason) {
    return Parsed.refused("chain-anchor", "", reason);
  }
}
