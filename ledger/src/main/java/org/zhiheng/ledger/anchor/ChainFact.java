package org.zhiheng.ledger.anchor;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /// These, and nobody else, were the chain's validators for a run of blocks.
  ///
  /// @param chainId from 1
  /// @param from the first of the blocks
  /// @param before the block behind the last one; empty where they still are
  /// @param addresses 20 bytes each, from 1 to [Seals#SEALS_MAX], none twice
  record Validators(long chainId, long from, Optional<Long> before, List<Octets> addresses)
      implements ChainFact {

    /// Copies the list.
    ///
    /// @throws IllegalArgumentException when a part lies outside what it may be
    public Validators {
      addresses = List.copyOf(addresses);
      if (addresses.isEmpty()
          || addresses.size() > Seals.SEALS_MAX
          || Set.copyOf(addresses).size() != addresses.size()
          || addresses.stream().anyMatch(one -> one.length() != AccountKey.ADDRESS_LENGTH_BYTES)
          || before.filter(end -> end <= from).isPresent()) {
        throw new IllegalArgumentException(
            "validators are 1 to "
                + Seals.SEALS_MAX
                + " addresses, none twice, of at least one block");
      }
    }

    /// Whether they were it for this block.
    public boolean covers(long number) {
      return number >= from && before.filter(end -> number >= end).isEmpty();
    }

    /// How many of them make a block final: two thirds, rounded up.
    ///
    /// Source: Hyperledger Besu, BftHelpers.calculateRequiredValidatorQuorum.
    public int quorum() {
      return (2 * addresses.size() + 2) / 3;
    }
  }

  /// Reads `chain ID block NUMBER HASH`, `chain ID transaction HASH` or `chain ID validators [from
  /// NUMBER] [before NUMBER] ADDRESS …`; refused with `chain-fact`.
  static Parsed<ChainFact> parse(String line) {
    Matcher words = Words.LINE.matcher(line);
    if (words.matches()) {
      long chainId = Long.parseLong(words.group("id"));
      if (chainId >= 1 && chainId <= Json.WHOLE_MAX) {
        return Words.read(line, chainId, words);
      }
    }
    return Words.refused(line);
  }

  /// How a line is spelled.
  final class Words {
    private static final Pattern LINE =
        Pattern.compile(
            "chain\\s+(?<id>[0-9]{1,16})\\s+"
                + "(?:(?:block\\s+(?<number>[0-9]{1,15})|transaction)\\s+"
                + "0x(?<hash>[0-9a-fA-F]{64})"
                + "|validators(?:\\s+from\\s+(?<from>[0-9]{1,15}))?"
                + "(?:\\s+before\\s+(?<before>[0-9]{1,15}))?"
                + "(?<addresses>(?:\\s+0x[0-9a-fA-F]{40}){1,"
                + Seals.SEALS_MAX
                + "}))");

    private Words() {}

    private static Parsed<ChainFact> read(String line, long chainId, Matcher words) {
      if (words.group("addresses") == null) {
        String number = words.group("number");
        Octets hash = bytes(words.group("hash"));
        return Parsed.ok(
            number == null
                ? new Transaction(chainId, hash)
                : new Block(chainId, Long.parseLong(number), hash));
      }
      String from = words.group("from");
      try {
        return Parsed.ok(
            new Validators(
                chainId,
                from == null ? 0 : Long.parseLong(from),
                Optional.ofNullable(words.group("before")).map(Long::parseLong),
                Arrays.stream(words.group("addresses").strip().split("\\s+"))
                    .map(address -> bytes(address.substring(2)))
                    .toList()));
      } catch (IllegalArgumentException twiceOrNoBlock) {
        return refused(line);
      }
    }

    private static Octets bytes(String hex) {
      return Octets.of(HexFormat.of().parseHex(hex));
    }

    private static Parsed<ChainFact> refused(String line) {
      return Parsed.refused(
          "chain-fact",
          line,
          "A line is chain ID block NUMBER HASH, chain ID transaction HASH, or chain ID validators"
              + " [from NUMBER] [before NUMBER] ADDRESS …, each address once, at most "
              + Seals.SEALS_MAX
              + ".");
    }
  }
}
