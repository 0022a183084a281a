package org.zhiheng.ledger.anchor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.Parsed;

/// The trie over a block's transactions, by their places, and ways through it.
///
/// Source: Yellow Paper appendix D (modified Merkle Patricia tree) and section 4.4.3: the key of a
/// transaction is the RLP of its index. No key is the beginning of another, and transactions are
/// longer than 32 bytes, so that branches have no values and nodes are always named by hash.
public final class TransactionTrie {

  /// More transactions are not looked through.
  public static final int TRANSACTIONS_MAX = 20_000;

  /// A key has at most 4 bytes, so a way at most 9 nodes.
  static final int PATH_MAX = 9;

  private static final int BRANCH = 17;
  private static final int NODE_LENGTH_BYTES_MAX = 60_000;

  private final List<Octets> transactions;
  private final List<byte[]> keys;
  private final Integer wanted;
  private final List<Octets> path = new ArrayList<>();

  private TransactionTrie(List<Octets> transactions, int wanted) {
    this.transactions = transactions;
    this.keys = IntStream.range(0, transactions.size()).mapToObj(TransactionTrie::key).toList();
    this.wanted = wanted;
  }

  /// The nodes from the root to a transaction; the first one's hash is the root.
  ///
  /// Cost: a hash for each transaction and some more.
  ///
  /// @param transactions of the whole block, in their order
  /// @return empty when there are too many, or one is no longer than 32 bytes
  /// @throws IndexOutOfBoundsException when there is no such transaction
  public static Optional<List<Octets>> path(List<Octets> transactions, int index) {
    if (index < 0 || index >= transactions.size()) {
      throw new IndexOutOfBoundsException(index + " of " + transactions.size());
    }
    if (transactions.size() > TRANSACTIONS_MAX
        || transactions.stream().anyMatch(one -> one.length() <= Keccak.LENGTH_BYTES)) {
      return Optional.empty();
    }
    TransactionTrie trie = new TransactionTrie(transactions, index);
    trie.node(IntStream.range(0, transactions.size()).boxed().toList(), 0);
    return Optional.of(trie.path.reversed());
  }

  /// Nibbles of the RLP of an index.
  private static byte[] key(int index) {
    byte[] bytes = Rlp.number(index).bytes();
    byte[] nibbles = new byte[2 * bytes.length];
    for (int at = 0; at < bytes.length; at++) {
      nibbles[2 * at] = (byte) ((bytes[at] >> 4) & 0xf);
      nibbles[2 * at + 1] = (byte) (bytes[at] & 0xf);
    }
    return nibbles;
  }

  /// The hash of the node over these, of which the first nibbles are behind us.
  private Rlp node(List<Integer> below, int depth) {
    byte[] first = keys.get(below.getFirst());
    int shared = shared(below);
    Rlp node;
    if (below.size() == 1) {
      Rlp value = new Rlp.Word(transactions.get(below.getFirst()));
      node = Rlp.items(compact(first, depth, shared, true), value);
    } else if (shared > depth) {
      node = Rlp.items(compact(first, depth, shared, false), node(below, shared));
    } else {
      List<Rlp> children = new ArrayList<>();
      for (int nibble = 0; nibble < BRANCH - 1; nibble++) {
        int of = nibble;
        List<Integer> child = below.stream().filter(one -> keys.get(one)[depth] == of).toList();
        children.add(child.isEmpty() ? Rlp.word(new byte[0]) : node(child, depth + 1));
      }
      children.add(Rlp.word(new byte[0]));
      node = new Rlp.Items(children);
    }
    byte[] bytes = node.bytes();
    if (below.contains(wanted)) {
      path.add(Octets.of(bytes));
    }
    return new Rlp.Word(Keccak.of(bytes));
  }

  private int shared(List<Integer> below) {
    byte[] first = keys.get(below.getFirst());
    int shared = first.length;
    for (int one : below) {
      int differs = Arrays.mismatch(first, keys.get(one));
      shared = differs < 0 ? shared : Math.min(shared, differs);
    }
    return shared;
  }

  /// Hex-prefix encoding, Yellow Paper appendix C.
  private static Rlp compact(byte[] nibbles, int from, int to, boolean leaf) {
    int odd = (to - from) % 2;
    byte[] out = new byte[(to - from) / 2 + 1];
    out[0] = (byte) ((((leaf ? 2 : 0) + odd) << 4) | (odd == 1 ? nibbles[from] : 0));
    int at = from + odd;
    for (int pair = 1; pair < out.length; pair++) {
      out[pair] = (byte) ((nibbles[at] << 4) | nibbles[at + 1]);
      at += 2;
    }
    return Rlp.word(out);
  }

  /// What stands at a place under this root, if these nodes show it and none is left over.
  public static Optional<Octets> at(Octets root, int index, List<Octets> path) {
    if (index < 0 || path.isEmpty() || path.size() > PATH_MAX) {
      return Optional.empty();
    }
    byte[] key = key(index);
    Octets named = root;
    int depth = 0;
    for (int step = 0; step < path.size(); step++) {
      Octets bytes = path.get(step);
      if (bytes.length() > NODE_LENGTH_BYTES_MAX
          || !Keccak.of(bytes).equals(named)
          || !(Rlp.parse(bytes.bytes()) instanceof Parsed.Ok<Rlp>(Rlp.Items(List<Rlp> node)))) {
        return Optional.empty();
      }
      boolean last = step == path.size() - 1;
      int moved = moved(node, key, depth, last);
      if (moved < 0) {
        return Optional.empty();
      }
      Rlp next = node.size() == BRANCH ? node.get(key[depth]) : node.get(1);
      if (!(next instanceof Rlp.Word(Octets value))) {
        return Optional.empty();
      }
      if (last) {
        return Optional.of(value);
      }
      named = value;
      depth += moved;
    }
    return Optional.empty();
  }

  /// How many nibbles a node goes; below 0 when it does not go where it should.
  private static int moved(List<Rlp> node, byte[] key, int depth, boolean last) {
    if (node.size() == BRANCH) {
      return last || depth >= key.length ? -1 : 1;
    }
    if (node.size() != 2 || !(node.getFirst() instanceof Rlp.Word(Octets way))) {
      return -1;
    }
    byte[] told = way.bytes();
    int odd = told.length == 0 ? 0 : (told[0] >> 4) & 1;
    int length = told.length == 0 ? -1 : 2 * (told.length - 1) + odd;
    int until = depth + length;
    boolean fits = length >= 0 && until <= key.length && (last ? until == key.length : length > 0);
    return fits && way.equals(((Rlp.Word) compact(key, depth, until, last)).value()) ? length : -1;
  }
}
