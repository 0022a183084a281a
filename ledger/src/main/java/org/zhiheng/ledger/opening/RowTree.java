package org.zhiheng.ledger.opening;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;

/// The tree over the rows of a set, built as they go by. For one thread, and for one set.
///
/// A leaf is the row's salt and its bytes, one behind the other; nodes are hashed as RFC 6962
/// (section 2.1) says, by SHA-256. The salt of row `i` is HMAC-SHA-256 of `i` in eight bytes,
/// big-endian, under the set's secret: whoever is given one salt learns nothing of the others.
///
/// Cost: four hashes a row; some hundred bytes for each row that is to be opened and each doubling
/// of the set, whatever its size.
public final class RowTree {

  /// Rows that are opened at a time.
  public static final int OPENED_MAX = 1_000;

  /// Longer rows are refused.
  public static final int ROW_LENGTH_BYTES_MAX = 1 << 20;

  /// Length of the secret and of a salt.
  public static final int SECRET_LENGTH_BYTES = 32;

  private static final int LEVEL_SHIFT = 56;

  /// No set has more rows than 2 to this power.
  private static final int LEVELS = 48;

  private final Hasher hasher = TreeAlgorithm.SHA_256.hasher();
  private final Mac mac;
  private final SortedSet<Long> wanted;
  private final Map<Long, OpenedRow> opened = new TreeMap<>();

  /// The places beside the ways up from the rows that are wanted, by [#key].
  private final Set<Long> beside = new HashSet<>();

  private final Map<Long, Hash> found = new HashMap<>();

  /// Of each level, the newest whole node at an even place.
  private final List<Hash> lefts = new ArrayList<>();

  private long size;
  private Hash last;

  /// A tree of which these rows will be opened.
  ///
  /// @param secret of the set, [#SECRET_LENGTH_BYTES] bytes
  /// @param wanted rows, counted from 0; at most [#OPENED_MAX]
  public RowTree(byte[] secret, SortedSet<Long> wanted) {
    if (secret.length != SECRET_LENGTH_BYTES || wanted.size() > OPENED_MAX) {
      throw new IllegalArgumentException(
          "a secret has 32 bytes, and at most 1,000 rows are opened");
    }
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("the JDK has HMAC-SHA-256", absent);
    }
    this.wanted = new TreeSet<>(wanted);
    this.last = hasher.empty();
    for (long row : wanted) {
      for (int level = 0; level < LEVELS; level++) {
        beside.add(key(level, (row >> level) ^ 1));
      }
    }
  }

  private static long key(int level, long index) {
    return ((long) level << LEVEL_SHIFT) + index;
  }

  /// Adds the next row.
  ///
  /// @throws IllegalArgumentException when it is longer than [#ROW_LENGTH_BYTES_MAX]
  public void add(byte[] row) {
    if (row.length > ROW_LENGTH_BYTES_MAX) {
      throw new IllegalArgumentException("a row has at most 1 MiB: row " + size);
    }
    byte[] salt = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(size).array());
    last = leaf(hasher, salt, row);
    if (wanted.contains(size)) {
      opened.put(size, new OpenedRow(size, Octets.of(salt), Octets.of(row), List.of()));
    }
    Hash node = last;
    long index = size;
    for (int level = 0; ; level++) {
      if (beside.contains(key(level, index))) {
        found.put(key(level, index), node);
      }
      if ((index & 1) == 0) {
        left(level, node);
        break;
      }
      node = hasher.node(lefts.get(level), node);
      index >>= 1;
    }
    size++;
  }

  private void left(int level, Hash node) {
    if (level == lefts.size()) {
      lefts.add(node);
    } else {
      lefts.set(level, node);
    }
  }

  static Hash leaf(Hasher hasher, byte[] salt, byte[] row) {
    return hasher.leaf(ByteBuffer.allocate(salt.length + row.length).put(salt).put(row).array());
  }

  /// How many rows there are, and the root over them.
  public TreeHead head() {
    List<Hash> edge = edge();
    return new TreeHead(size, edge.getLast());
  }

  /// Of each level the last node, which may stand for fewer rows than its fellows; the root last.
  private List<Hash> edge() {
    List<Hash> edge = new ArrayList<>();
    edge.add(last);
    for (int level = 0; size > 0 && (size - 1) >> level > 0; level++) {
      Hash node = edge.getLast();
      edge.add((((size - 1) >> level) & 1) == 1 ? hasher.node(lefts.get(level), node) : node);
    }
    return edge;
  }

  /// The wanted rows that there are, each with its way to the root.
  public List<OpenedRow> opened() {
    List<Hash> edge = edge();
    return opened.values().stream().map(row -> row.along(way(row.index(), edge))).toList();
  }

  private List<Hash> way(long row, List<Hash> edge) {
    List<Hash> way = new ArrayList<>();
    for (int level = 0; (size - 1) >> level > 0; level++) {
      long sibling = (row >> level) ^ 1;
      long end = (size - 1) >> level;
      if (sibling == end) {
        way.add(edge.get(level));
      } else if (sibling < end) {
        way.add(java.util.Objects.requireNonNull(found.get(key(level, sibling)), "a node went by"));
      }
    }
    return way;
  }
}
