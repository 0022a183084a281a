package org.zhiheng.register.interest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.event.Fact;

/// Reckons with shares in a right.
final class Shares {

  private Shares() {}

  /// The owners after `from` passed its share on to `to`, in lowest terms; one owner stands once.
  /// Empty when the parts no longer fit a whole number.
  static Optional<List<Fact.Share>> passedOn(
      List<Fact.Share> owners, String from, List<Fact.Share> to, SameParty same) {
    BigInteger received = sum(to);
    List<String> names = new ArrayList<>();
    List<BigInteger> parts = new ArrayList<>();
    BigInteger given = BigInteger.ZERO;
    for (Fact.Share owner : owners) {
      if (same.test(owner.name(), from)) {
        given = given.add(BigInteger.valueOf(owner.parts()));
      } else {
        add(names, parts, owner.name(), BigInteger.valueOf(owner.parts()).multiply(received), same);
      }
    }
    for (Fact.Share taker : to) {
      add(names, parts, taker.name(), BigInteger.valueOf(taker.parts()).multiply(given), same);
    }
    BigInteger common = parts.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
    List<Fact.Share> after = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      BigInteger lowest = parts.get(i).divide(common);
      if (lowest.bitLength() >= Integer.SIZE) {
        return Optional.empty();
      }
      after.add(new Fact.Share(names.get(i), lowest.intValueExact()));
    }
    return Optional.of(List.copyOf(after));
  }

  private static void add(
      List<String> names, List<BigInteger> parts, String name, BigInteger more, SameParty same) {
    for (int i = 0; i < names.size(); i++) {
      if (same.test(names.get(i), name)) {
        parts.set(i, parts.get(i).add(more));
        return;
      }
    }
    names.add(name);
    parts.add(more);
  }

  private static BigInteger sum(List<Fact.Share> shares) {
    return shares.stream()
        .map(share -> BigInteger.valueOf(share.parts()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
