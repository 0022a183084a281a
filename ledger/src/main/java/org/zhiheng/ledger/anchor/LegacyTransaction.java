package org.zhiheng.ledger.anchor;

import java.math.BigInteger;
import org.zhiheng.ledger.statement.Octets;

/// A transaction of the oldest form, which every chain of Ethereum's family takes.
///
/// Source: EIP-155 (2016-10-14).
///
/// @param chainId from 1: signed for this chain and no other
/// @param nonce how many the account sent before
/// @param gasPriceWei what a unit of gas is worth; 0 on most consortium chains
/// @param gas at most so many units
/// @param to 20 bytes
/// @param valueWei what is paid
/// @param data what it carries
public record LegacyTransaction(
    long chainId,
    long nonce,
    BigInteger gasPriceWei,
    long gas,
    Octets to,
    BigInteger valueWei,
    Octets data) {

  private static final int V_BASE = 35;

  /// @throws IllegalArgumentException when a number is too small or the receiver is no address
  public LegacyTransaction {
    if (chainId < 1
        || nonce < 0
        || gasPriceWei.signum() < 0
        || gas < 0
        || valueWei.signum() < 0
        || to.length() != AccountKey.ADDRESS_LENGTH_BYTES) {
      throw new IllegalArgumentException("a transaction has an address and no numbers below 0");
    }
  }

  /// Its bytes, signed.
  public Octets signed(AccountKey key) {
    AccountKey.Signature signature =
        key.sign(Keccak.of(with(Rlp.number(chainId), Rlp.number(0), Rlp.number(0)).bytes()));
    BigInteger v =
        BigInteger.valueOf(chainId)
            .shiftLeft(1)
            .add(BigInteger.valueOf(V_BASE + signature.parity()));
    return Octets.of(
        with(Rlp.number(v), Rlp.number(signature.r()), Rlp.number(signature.s())).bytes());
  }

  private Rlp with(Rlp v, Rlp r, Rlp s) {
    return Rlp.items(
        Rlp.number(nonce),
        Rlp.number(gasPriceWei),
        Rlp.number(gas),
        new Rlp.Word(to),
        Rlp.number(valueWei),
        new Rlp.Word(data),
        v,
        r,
        s);
  }
}
