package org.zhiheng.ledger.anchor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.Parsed;

/// The head of a block, in the very bytes whose Keccak-256 is the block's hash.
///
/// Source: Yellow Paper section 4.4.3. A chain with sealing validators hashes its header without
/// their seals: see [#hashing].
///
/// @param rlp the bytes
/// @param hash of them
/// @param transactionsRoot root of the trie of its transactions
/// @param number of the block, from 0
/// @param timeSeconds since 1970, by the clock of who made the block: no evidence of its own
public record BlockHeader(
    Octets rlp, Octets hash, Octets transactionsRoot, long number, long timeSeconds) {

  /// How many fields the first chains' headers had; later ones added some behind.
  private static final int FIELDS_MIN = 15;

  private static final int FIELDS_MAX = 30;
  private static final int ROOT_AT = 4;
  private static final int NUMBER_AT = 8;
  private static final int TIME_AT = 11;
  private static final int EXTRA_AT = 12;

  /// Reads one; refused with `chain-anchor`.
  public static Parsed<BlockHeader> parse(Octets rlp) {
    return switch (Rlp.parse(rlp.bytes())) {
      case Parsed.Refused<Rlp> not -> new Parsed.Refused<>(not.problem());
      case Parsed.Ok<Rlp>(Rlp.Items(List<Rlp> fields))
          when fields.size() >= FIELDS_MIN
              && fields.size() <= FIELDS_MAX
              && fields.get(ROOT_AT) instanceof Rlp.Word(Octets root)
              && root.length() == Keccak.LENGTH_BYTES
              && fields.get(NUMBER_AT) instanceof Rlp.Word(Octets number)
              && number.length() < Long.BYTES
              && fields.get(TIME_AT) instanceof Rlp.Word(Octets time)
              && time.length() < Long.BYTES ->
          Parsed.ok(new BlockHeader(rlp, Keccak.of(rlp), root, whole(number), whole(time)));
      case Parsed.Ok<Rlp> _ ->
          Parsed.refused("chain-anchor", "", "The bytes are not the header of a block.");
    };
  }

  private static long whole(Octets bytes) {
    return new BigInteger(1, bytes.bytes()).longValueExact();
  }

  /// The header among those that these fields can mean whose hash is this one; empty when none has
  /// it.
  ///
  /// Tried are the fields as they are, and with the seals of validators taken out of the extra
  /// data, as Hyperledger Besu hashes blocks of QBFT (round 0, no seals) and of IBFT 2.0 (neither
  /// round nor seals).
  ///
  /// @param fields in the header's order
  public static Optional<BlockHeader> hashing(List<Rlp> fields, Octets hash) {
    List<List<Rlp>> tried = new ArrayList<>();
    tried.add(fields);
    extra(fields)
        .filter(sealed -> sealed.size() >= 5)
        .ifPresent(sealed -> {
          List<Rlp> kept = sealed.subList(0, 3);
          List<Rlp> unsealed = new ArrayList<>(kept);
          unsealed.add(Rlp.number(0));
          unsealed.add(Rlp.items());
          tried.add(with(fields, unsealed));
          tried.add(with(fields, kept));
        });
    return tried.stream()
        .map(one -> Octets.of(new Rlp.Items(one).bytes()))
        .filter(rlp -> Keccak.of(rlp).equals(hash))
        .flatMap(rlp -> parse(rlp).found().stream())
        .findFirst();
  }

  /// What validators keep in a header: a list in RLP in place of the extra data; empty where those
  /// are something else.
  static Optional<List<Rlp>> extra(List<Rlp> fields) {
    return fields.size() > EXTRA_AT
            && fields.get(EXTRA_AT) instanceof Rlp.Word(Octets extra)
            && Rlp.parse(extra.bytes()) instanceof Parsed.Ok<Rlp>(Rlp.Items(List<Rlp> values))
        ? Optional.of(values)
        : Optional.empty();
  }

  /// The same with other extra data.
  static List<Rlp> with(List<Rlp> fields, List<Rlp> extra) {
    List<Rlp> changed = new ArrayList<>(fields);
    changed.set(EXTRA_AT, Rlp.word(new Rlp.Items(extra).bytes()));
    return changed;
  }

  /// The fields, in their order.
  List<Rlp> fields() {
    return ((Rlp.Items) Rlp.parse(rlp.bytes()).orThrow()).values();
  }
}
