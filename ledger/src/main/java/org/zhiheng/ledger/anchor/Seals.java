package org.zhiheng.ledger.anchor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.ledger.statement.Octets;

/// The seals that validators set to a block when they agreed on it, and the round they did it in.
/// They stand in the extra data of the header that a node gives, and not in the bytes that make the
/// block's hash.
///
/// Whether who sealed is a validator, the seals do not say: whoever has a key can seal.
///
/// Source: Hyperledger Besu, BftBlockHashing with IbftExtraDataCodec and QbftExtraDataCodec (read
/// 2026-11-30). GoQuorum's QBFT is to be the same, and was not tried. Seals of its older IBFT are
/// of another form and are not read.
///
/// @param round as it is spelled there: at most 4 bytes
/// @param seals r, s and the parity of R, 65 bytes each; from 1 to [#SEALS_MAX]
public record Seals(Octets round, List<Octets> seals) {

  /// More are refused, so that a receipt fits into a bundle and is judged within a second.
  public static final int SEALS_MAX = 256;

  private static final int NUMBER_LENGTH_BYTES = 32;
  private static final int SEAL_LENGTH_BYTES = 2 * NUMBER_LENGTH_BYTES + 1;
  private static final int ROUND_LENGTH_BYTES_MAX = 4;

  /// What validators keep in a header: vanity, validators, vote, round, seals.
  private static final int ROUND_AT = 3;

  private static final int SEALS_AT = 4;

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException when a part lies outside what it may be
  public Seals {
    seals = List.copyOf(seals);
    if (round.length() > ROUND_LENGTH_BYTES_MAX
        || seals.isEmpty()
        || seals.size() > SEALS_MAX
        || seals.stream().anyMatch(seal -> seal.length() != SEAL_LENGTH_BYTES)) {
      throw new IllegalArgumentException(
          "seals are 1 to " + SEALS_MAX + " of 65 bytes, and a round has at most 4 bytes");
    }
  }

  /// The seals in a header as a node gives it; empty when there are none, or of another form.
  ///
  /// @param fields in the header's order
  public static Optional<Seals> in(List<Rlp> fields) {
    return BlockHeader.extra(fields).flatMap(Seals::read);
  }

  private static Optional<Seals> read(List<Rlp> extra) {
    if (extra.size() != SEALS_AT + 1
        || !(extra.get(ROUND_AT) instanceof Rlp.Word(Octets round))
        || !(extra.get(SEALS_AT) instanceof Rlp.Items(List<Rlp> listed))) {
      return Optional.empty();
    }
    List<Octets> seals = new ArrayList<>();
    for (Rlp one : listed) {
      if (!(one instanceof Rlp.Word(Octets seal))) {
        return Optional.empty();
      }
      seals.add(seal);
    }
    try {
      return Optional.of(new Seals(round, seals));
    } catch (IllegalArgumentException notSeals) {
      return Optional.empty();
    }
  }

  /// What they are over: Keccak-256 of the header with the round and without seals; empty when the
  /// header is not one of QBFT or IBFT 2.0.
  ///
  /// @param header as the chain hashes it
  public Optional<Octets> digest(BlockHeader header) {
    List<Rlp> fields = header.fields();
    return BlockHeader.extra(fields)
        .flatMap(this::sealed)
        .map(extra -> Keccak.of(new Rlp.Items(BlockHeader.with(fields, extra)).bytes()));
  }

  /// The extra data that are sealed, by those that are hashed.
  private Optional<List<Rlp>> sealed(List<Rlp> hashed) {
    boolean qbft =
        hashed.size() == SEALS_AT + 1
            && hashed.subList(ROUND_AT, SEALS_AT + 1).equals(List.of(Rlp.number(0), Rlp.items()));
    if (!qbft && hashed.size() != ROUND_AT) {
      return Optional.empty();
    }
    List<Rlp> extra = new ArrayList<>(hashed.subList(0, ROUND_AT));
    extra.add(new Rlp.Word(round));
    if (qbft) {
      extra.add(Rlp.items());
    }
    return Optional.of(extra);
  }

  /// Who sealed this block, each once; seals that nobody can have made are passed over.
  ///
  /// Cost: below a millisecond for each seal.
  ///
  /// @return addresses of 20 bytes; empty when the header is not one that is sealed so
  public Set<Octets> signers(BlockHeader header) {
    Set<Octets> signers = new LinkedHashSet<>();
    digest(header)
        .ifPresent(digest ->
            seals.forEach(
                seal -> AccountKey.signer(digest, signature(seal)).ifPresent(signers::add)));
    return signers;
  }

  private static AccountKey.Signature signature(Octets seal) {
    byte[] bytes = seal.bytes();
    return new AccountKey.Signature(
        bytes[SEAL_LENGTH_BYTES - 1],
        new BigInteger(1, Arrays.copyOf(bytes, NUMBER_LENGTH_BYTES)),
        new BigInteger(1, Arrays.copyOfRange(bytes, NUMBER_LENGTH_BYTES, SEAL_LENGTH_BYTES - 1)));
  }
}
