package org.zhiheng.ledger.anchor;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiheng.ledger.statement.Json;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.Parsed;

/// Something about a chain that the one who checks knows from elsewhere than the bundle: from a
/// node of his own, from several members of the consortium, from a court's platform.
public sealed interface ChainFact {

  /// The chain has this block.
  ///
  /// @param chainId from 1
  /// @param number from 0
  /// @param hash 32 bytes
  record Block(long chainId, long number, Octets hash) implements ChainFact {}

  /// The chain has this transaction.
  ///
  /// @param chainId from 1
  /// @param hash 32 bytes
  record Transaction(long chainId, Octets hash) implements ChainFact {}

  /// Reads `chain ID block NUMBER HASH` or `chain ID transaction HASH`; refused with `chain-fact`.
  static Parsed<ChainFact> parse(String line) {
    Matcher words = Words.LINE.matcher(line);
    if (words.matches()) {
      long chainId = Long.parseLong(words.group(1));
      Octets hash = Octets.of(HexFormat.of().parseHex(words.group(3)));
      String number = words.group(2);
      if (chainId >= 1 && chainId <= Json.WHOLE_MAX) {
        return Parsed.ok(
            number == null
                ? new Transaction(chainId, hash)
                : new Block(chainId, Long.parseLong(number), hash));
      }
    }
    return Parsed.refused(
        "chain-fact", line, "A line is chain ID block NUMBER HASH, or chain ID transaction HASH.");
  }

  /// How a line is spelled.
  final class Words {
    private static final Pattern LINE =
        Pattern.compile(
            "chain\\s+([0-9]{1,16})\\s+(?:block\\s+([0-9]{1,15})|transaction)\\s+"
                + "0x([0-9a-fA-F]{64})");

    private Words() {}
  }
}
