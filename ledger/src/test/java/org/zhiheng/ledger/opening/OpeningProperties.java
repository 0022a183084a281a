package org.zhiheng.ledger.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// Laws of rows that are opened, against a tree that is written out as RFC 6962 has it.
final class OpeningProperties {

  private record Made(List<Octets> rows, Octets secret, Opening opening) {
    SortedMap<String, String> facts() {
      SortedMap<String, String> facts = new TreeMap<>();
      facts.put(Opening.UNIT, opening.unit());
      facts.put(Opening.COUNT, Long.toString(rows.size()));
      facts.put(Opening.ROOT, opening.root().hex());
      return facts;
    }
  }

  private static Made made(Seed seed) {
    int count = seed.between(1, 70);
    List<Octets> rows = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      rows.add(
          Octets.of(("row," + seed.between(0, 9) + "," + at % 7).getBytes(StandardCharsets.UTF_8)));
    }
    byte[] secret = new byte[RowTree.SECRET_LENGTH_BYTES];
    for (int at = 0; at < secret.length; at++) {
      secret[at] = (byte) seed.between(0, 256);
    }
    TreeSet<Long> wanted = new TreeSet<>();
    int some = seed.between(1, 6);
    for (int at = 0; at < some; at++) {
      wanted.add((long) seed.between(0, count));
    }
    RowTree tree = new RowTree(secret, wanted);
    rows.forEach(row -> tree.add(row.bytes()));
    return new Made(
        rows,
        Octets.of(secret),
        new Opening("record", tree.head().size(), tree.head().root(), tree.opened()));
  }

  /// RFC 6962 section 2.1, word by word.
  private static Hash root(Hasher hasher, List<Hash> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int half = Integer.highestOneBit(leaves.size() - 1);
    return hasher.node(
        root(hasher, leaves.subList(0, half)), root(hasher, leaves.subList(half, leaves.size())));
  }

  @Seeds(200)
  void theRootIsThatOfTheStandard(Seed seed) throws Exception {
    Made made = made(seed);
    Hasher hasher = TreeAlgorithm.SHA_256.hasher();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(made.secret().bytes(), "HmacSHA256"));
    List<Hash> leaves = new ArrayList<>();
    for (int at = 0; at < made.rows().size(); at++) {
      byte[] salt = mac.doFinal(ByteBuffer.allocate(8).putLong(at).array());
      byte[] row = made.rows().get(at).bytes();
      byte[] leaf = new byte[salt.length + row.length];
      System.arraycopy(salt, 0, leaf, 0, salt.length);
      System.arraycopy(row, 0, leaf, salt.length, row.length);
      leaves.add(hasher.leaf(leaf));
    }
    assertThat(made.opening().root()).isEqualTo(root(hasher, leaves));
  }

  @Seeds(200)
  void openedRowsHoldAndReadBack(Seed seed) {
    Made made = made(seed);
    assertThat(made.opening().stated(made.facts())).isEmpty();
    assertThat(Opening.parse(made.opening().bytes()).orThrow()).isEqualTo(made.opening());
    made.opening()
        .rows()
        .forEach(row -> assertThat(row.content()).isEqualTo(made.rows().get((int) row.index())));
  }

  @Seeds(20)
  void noByteMayDiffer(Seed seed) {
    Made made = made(seed);
    byte[] bytes = made.opening().bytes();
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= (byte) (1 << seed.between(0, 8));
      boolean holds =
          Opening.parse(changed)
              .found()
              .map(read -> read.stated(made.facts()).isEmpty())
              .orElse(false);
      assertThat(holds).as("byte " + at + " of " + made.opening()).isFalse();
    }
    for (int length = 0; length < bytes.length; length++) {
      assertThat(Opening.parse(java.util.Arrays.copyOf(bytes, length)).found()).isEmpty();
    }
  }

  @Seeds(100)
  void aRowHoldsAtItsOwnPlaceAlone(Seed seed) {
    Made made = made(seed);
    OpenedRow row = made.opening().rows().getFirst();
    for (long index = 0; index < made.rows().size(); index++) {
      OpenedRow moved = new OpenedRow(index, row.salt(), row.content(), row.path());
      Opening opening =
          new Opening("record", made.opening().count(), made.opening().root(), List.of(moved));
      assertThat(opening.stated(made.facts()).isEmpty()).isEqualTo(index == row.index());
    }
    OpenedRow other = new OpenedRow(row.index(), row.salt(), Octets.of(new byte[] {1}), row.path());
    assertThat(
            new Opening("record", made.opening().count(), made.opening().root(), List.of(other))
                .stated(made.facts()))
        .isPresent();
  }

  /// A salt is that of its row alone, and none is the secret.
  @Seeds(50)
  void saltsSayNothingOfEachOther(Seed seed) {
    Made made = made(seed);
    List<Octets> salts = made.opening().rows().stream().map(OpenedRow::salt).toList();
    assertThat(salts).doesNotHaveDuplicates().doesNotContain(made.secret());
  }
}
