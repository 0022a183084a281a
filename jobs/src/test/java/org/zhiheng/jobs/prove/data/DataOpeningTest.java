package org.zhiheng.jobs.prove.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Parsed;

/// Rows that are opened prove that they stand in the set; nothing else does.
final class DataOpeningTest {

  private static final Hash SECRET = new Hash(1, 2, 3, 4);

  private static SetFingerprint.Part part(UnitKind kind, byte[] bytes) {
    return new SetFingerprint.Part(kind, () -> new ByteArrayInputStream(bytes));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> rows(String csv) throws IOException {
    List<String> rows = new ArrayList<>();
    UnitKind.ROWS.cut(
        new ByteArrayInputStream(utf8(csv)),
        (bytes, length) -> rows.add(new String(bytes, 0, length, StandardCharsets.UTF_8)));
    return rows;
  }

  @Test
  void rowsAreCutWhereALineEndsOutsideQuotes() throws IOException {
    assertThat(rows("")).isEmpty();
    assertThat(rows("a,b\n1,2\n")).containsExactly("a,b", "1,2");
    assertThat(rows("a,b\r\n1,2")).containsExactly("a,b", "1,2");
    assertThat(rows("a\n\"x\ny\",2\n\n3")).containsExactly("a", "\"x\ny\",2", "", "3");
    assertThat(rows("\"he said \"\"no\"\"\n\"\nb\rc"))
        .containsExactly("\"he said \"\"no\"\"\n\"", "b\rc");
  }

  /// RFC 6962 section 2.1, word for word: MTH of a list, written without thought of speed.
  private static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return Digest.sha256().digest();
    }
    if (leaves.size() == 1) {
      return hash(0, leaves.getFirst(), new byte[0]);
    }
    int k = 1;
    while (2 * k < leaves.size()) {
      k *= 2;
    }
    return hash(1, root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
  }

  private static byte[] hash(int before, byte[] one, byte[] two) {
    MessageDigest digest = Digest.sha256();
    digest.update((byte) before);
    digest.update(one);
    digest.update(two);
    return digest.digest();
  }

  private static byte[] salted(long index, byte[] piece) {
    byte[] salt = new RowSalts(SECRET).of(index).bytes();
    byte[] both = Arrays.copyOf(salt, salt.length + piece.length);
    System.arraycopy(piece, 0, both, salt.length, piece.length);
    return both;
  }

  private record Case(List<SetFingerprint.Part> parts, List<byte[]> pieces) {}

  /// A CSV of some rows and a file of some chunks.
  private static Case made(Random random) {
    List<byte[]> pieces = new ArrayList<>();
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    int rows = random.nextInt(700);
    for (int row = 0; row < rows; row++) {
      byte[] text =
          utf8("第" + row + "行," + random.nextInt(5) + (random.nextBoolean() ? ",\"a\nb\"" : ""));
      pieces.add(text);
      csv.writeBytes(text);
      csv.write('\n');
    }
    byte[] other = new byte[random.nextInt(300_000) + 1];
    random.nextBytes(other);
    for (int from = 0; from < other.length; from += UnitKind.CHUNK_LENGTH_BYTES) {
      pieces.add(
          Arrays.copyOfRange(
              other, from, Math.min(other.length, from + UnitKind.CHUNK_LENGTH_BYTES)));
    }
    return new Case(
        List.of(part(UnitKind.ROWS, csv.toByteArray()), part(UnitKind.CHUNKS, other)), pieces);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void openedRowsVerifyAndNothingElseDoes(long seed) throws IOException {
    Random random = new Random(seed);
    Case set = made(random);
    SetFingerprint fingerprint = SetFingerprint.taken(set.parts(), SECRET);
    List<byte[]> leaves = new ArrayList<>();
    for (byte[] piece : set.pieces()) {
      leaves.add(salted(leaves.size(), piece));
    }
    assertThat(fingerprint.root().bytes()).isEqualTo(root(leaves));
    assertThat(fingerprint.units().size()).isEqualTo(leaves.size());
    assertThat(SetFingerprint.of(fingerprint.facts())).hasValue(fingerprint);

    SortedSet<Long> chosen = new TreeSet<>();
    chosen.add(leaves.size() - 1L);
    for (int at = 0; at < 5; at++) {
      chosen.add((long) random.nextInt(leaves.size()));
    }
    DataOpening opening = Openings.opened(set.parts(), fingerprint, SECRET, chosen);
    assertThat(opening.check(fingerprint)).isEmpty();
    assertThat(opening.rows()).hasSize(chosen.size());
    for (DataOpening.Row row : opening.rows()) {
      assertThat(row.bytes().array()).isEqualTo(set.pieces().get((int) row.index()));
      for (DataOpening.Row wrong : wrong(row, opening.size(), random)) {
        assertThat(
                new DataOpening(opening.root(), opening.size(), List.of(wrong)).check(fingerprint))
            .as("%s for %s", wrong, row)
            .isNotEmpty();
      }
    }
    assertThat(DataOpening.parse(opening.bytes()).orThrow()).isEqualTo(opening);
  }

  /// The same row with each part wrong.
  private static List<DataOpening.Row> wrong(DataOpening.Row row, long size, Random random) {
    List<DataOpening.Row> wrong = new ArrayList<>();
    byte[] other = Arrays.copyOf(row.bytes().array(), row.bytes().length() + 1);
    wrong.add(new DataOpening.Row(row.index(), row.salt(), Bytes.of(other), row.path()));
    Hash salt = row.salt();
    wrong.add(
        new DataOpening.Row(
            row.index(),
            new Hash(salt.first(), salt.second(), salt.third(), salt.fourth() ^ 1),
            row.bytes(),
            row.path()));
    if (size > 1) {
      wrong.add(
          new DataOpening.Row(
              row.index() == 0 ? 1 : row.index() - 1, salt, row.bytes(), row.path()));
      List<Hash> path = new ArrayList<>(row.path());
      int at = random.nextInt(path.size());
      Hash beside = path.get(at);
      path.set(at, new Hash(~beside.first(), beside.second(), beside.third(), beside.fourth()));
      wrong.add(new DataOpening.Row(row.index(), salt, row.bytes(), path));
      wrong.add(
          new DataOpening.Row(
              row.index(), salt, row.bytes(), row.path().subList(0, row.path().size() - 1)));
    }
    return wrong;
  }

  @Test
  void everyFlippedByteIsRefused() throws IOException {
    byte[] csv = utf8("name,amount\n甲,1\n乙,2\n丙,3\n");
    List<SetFingerprint.Part> parts = List.of(part(UnitKind.ROWS, csv));
    SetFingerprint fingerprint = SetFingerprint.taken(parts, SECRET);
    byte[] file =
        Openings.opened(parts, fingerprint, SECRET, new TreeSet<>(List.of(1L, 3L))).bytes();
    for (int at = 0; at < file.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = file.clone();
        flipped[at] ^= (byte) (1 << bit);
        boolean holds =
            switch (DataOpening.parse(flipped)) {
              case Parsed.Ok<DataOpening>(DataOpening read) -> read.check(fingerprint).isEmpty();
              case Parsed.Refused<DataOpening> _ -> false;
            };
        assertThat(holds).as("byte %d, bit %d", at, bit).isFalse();
      }
      assertThat(DataOpening.parse(Arrays.copyOf(file, at)).found()).as("cut at %d", at).isEmpty();
    }
  }

  /// What is shown of rows that are not opened: hashes over 32 bytes nobody was told. Two rows
  /// alike have leaves unlike, and no salt of a closed row stands in the file.
  @Test
  void anOpeningTellsNothingOfOtherRows() throws IOException {
    byte[] csv = utf8("same\nsame\nsame\nsame\nsame\n");
    List<SetFingerprint.Part> parts = List.of(part(UnitKind.ROWS, csv));
    SetFingerprint fingerprint = SetFingerprint.taken(parts, SECRET);
    String file =
        new String(
            Openings.opened(parts, fingerprint, SECRET, new TreeSet<>(List.of(1L, 2L))).bytes(),
            StandardCharsets.UTF_8);
    RowSalts salts = new RowSalts(SECRET);
    Map<Hash, Long> leaves = new HashMap<>();
    for (long index = 0; index < 5; index++) {
      assertThat(file.contains(salts.of(index).base64())).isEqualTo(index == 1 || index == 2);
      leaves.put(SetFingerprint.leaf(salts.of(index), utf8("same")), index);
    }
    assertThat(leaves).hasSize(5);
    assertThat(file).doesNotContain(SECRET.base64()).doesNotContain(SECRET.hex());
    assertThat(SetFingerprint.taken(parts, new Hash(1, 2, 3, 5)).root())
        .isNotEqualTo(fingerprint.root());
  }
}
