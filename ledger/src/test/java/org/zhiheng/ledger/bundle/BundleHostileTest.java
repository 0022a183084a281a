package org.zhiheng.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.proof.LogProof;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.SignedStatement;

/// Bundles that somebody changed: none may hold, and none may do worse than be refused.
final class BundleHostileTest {

  private static final Map<String, String> FILES =
      new TreeMap<>(Map.of("a.txt", "first", "合同.txt", "second"));

  private static final BundleParts PARTS = Bundles.parts(FILES, List.of(Bundles.ONE));

  private static final byte[] GOOD = Bundles.written(PARTS, FILES.values());

  /// A member with its bytes, as it is taken out of a bundle.
  ///
  /// @param name in the bundle
  /// @param octets its bytes
  private record Taken(String name, Octets octets) {
    Taken with(String other) {
      return new Taken(other, octets);
    }
  }

  private static List<Taken> members(byte[] bundle) {
    List<Taken> members = new ArrayList<>();
    try {
      int at = 0;
      for (Zip.Place place : Zip.directory(new HeldBytes(Octets.of(bundle)))) {
        int from = at + Zip.LOCAL_LENGTH_BYTES + place.nameLength();
        at = (int) Zip.next(at, place);
        members.add(new Taken(place.name(), Octets.of(Arrays.copyOfRange(bundle, from, at))));
      }
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
    return members;
  }

  /// The ZIP of these members, written as ours are.
  private static byte[] zipped(List<Taken> members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Zip.Place> places = new ArrayList<>();
    for (Taken member : members) {
      Zip.Place place = Zip.Place.of(Digesting.of(member.name(), member.octets().bytes()));
      places.add(place);
      out.writeBytes(Zip.local(place));
      out.writeBytes(member.octets().bytes());
    }
    out.writeBytes(Zip.end(places));
    return out.toByteArray();
  }

  /// The same with a digest list that fits.
  private static byte[] sealed(List<Taken> members) {
    List<Member> listed = new ArrayList<>();
    List<Taken> all = new ArrayList<>();
    for (Taken member : members) {
      if (!member.name().equals(Layout.MANIFEST)) {
        listed.add(Digesting.of(member.name(), member.octets().bytes()));
        all.add(member);
      }
    }
    all.addFirst(new Taken(Layout.MANIFEST, Octets.of(Layout.manifest(listed))));
    return zipped(all);
  }

  private static void refused(byte[] bundle, String as) {
    Verdicts verdicts = Bundles.check(bundle);
    assertThat(verdicts.holds()).as(as).isFalse();
    assertThat(verdicts.refusal()).as(as).isPresent();
    assertThat(verdicts.all().stream().map(Verdict::result))
        .as(as)
        .containsOnly(Verdict.Result.FAILED);
  }

  @Test
  void theGoodOneHoldsAndIsPutTogetherAgain() {
    assertThat(Bundles.check(GOOD).holds()).isTrue();
    assertThat(zipped(members(GOOD))).isEqualTo(GOOD);
    assertThat(sealed(members(GOOD))).isEqualTo(GOOD);
  }

  /// In each byte one bit, another in each of eight; for every byte is compared or summed whole.
  @Test
  void noByteCanBeChanged() {
    for (int at = 0; at < GOOD.length; at++) {
      byte[] changed = GOOD.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      refused(changed, "byte " + at);
    }
  }

  @Test
  void cannotBeCutOff() {
    for (int length = 0; length < GOOD.length; length++) {
      refused(Arrays.copyOf(GOOD, length), "length " + length);
      refused(Arrays.copyOfRange(GOOD, GOOD.length - length, GOOD.length), "last " + length);
    }
  }

  @Test
  void nothingStandsBeforeBehindOrBetween() {
    List<Integer> seams = new ArrayList<>(List.of(0, GOOD.length));
    int at = 0;
    for (Taken member : members(GOOD)) {
      at += Zip.LOCAL_LENGTH_BYTES + member.name().length() + member.octets().length();
      seams.add(at);
    }
    for (int seam : seams) {
      for (byte[] more : List.of(new byte[1], new byte[22], GOOD)) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(GOOD, 0, seam);
        out.writeBytes(more);
        out.write(GOOD, seam, GOOD.length - seam);
        refused(out.toByteArray(), more.length + " bytes at " + seam);
      }
    }
  }

  @Test
  void membersStandInTheirOrderOnceAndAll() {
    List<Taken> good = members(GOOD);
    for (int at = 0; at < good.size(); at++) {
      List<Taken> without = new ArrayList<>(good);
      without.remove(at);
      refused(zipped(without), "without " + good.get(at).name());
      List<Taken> twice = new ArrayList<>(good);
      twice.add(at, good.get(at));
      refused(zipped(twice), "twice " + good.get(at).name());
      if (at > 0) {
        refused(sealed(without), "sealed without " + good.get(at).name());
        refused(sealed(twice), "sealed twice " + good.get(at).name());
        List<Taken> swapped = new ArrayList<>(good);
        Collections.swap(swapped, at, at - 1);
        refused(zipped(swapped), "swapped " + good.get(at).name());
        if (at > 1) {
          refused(sealed(swapped), "sealed and swapped " + good.get(at).name());
        }
      }
    }
    List<Taken> manifests = new ArrayList<>(good);
    Collections.swap(manifests, 0, 1);
    refused(zipped(manifests), "manifest second");
    refused(zipped(List.of()), "no members");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "/etc/passwd",
        "files/../../x",
        "files/0003",
        "files/1",
        "files/00001",
        "files/",
        "trust/../x",
        "trust/a/b",
        "trust/A",
        "trust/",
        "chain/1.json",
        "chain/01.json",
        "C:x",
        "x",
        "manifest.json/",
        "MANIFEST.JSON"
      })
  void hasNoMembersOfOtherNames(String name) {
    List<Taken> more = new ArrayList<>(members(GOOD));
    more.add(more.size() - 2, new Taken(name, Octets.of(new byte[3])));
    refused(sealed(more), name);
  }

  @Test
  void namesAreAscii() {
    for (String name : List.of("files/\u202e1000", "\0", "a b", "é", "x".repeat(80))) {
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      byte[] good = GOOD.clone();
      // over the name of the first member, before its bytes and in the directory
      int directory = directory(good);
      for (int at : List.of(Zip.LOCAL_LENGTH_BYTES, directory + 46)) {
        System.arraycopy(bytes, 0, good, at, Math.min(bytes.length, Layout.MANIFEST.length()));
      }
      refused(good, name);
    }
  }

  private static int directory(byte[] bundle) {
    return little(bundle).getInt(bundle.length - 22 + 16);
  }

  private static ByteBuffer little(byte[] bundle) {
    return ByteBuffer.wrap(bundle).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// A count, a length or a place that is far too great must not make room for what is not there.
  @Test
  void countsAndLengthsAreOfWhatIsThere() {
    int end = GOOD.length - 22;
    int directory = directory(GOOD);
    for (int value : List.of(0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff)) {
      for (int at :
          List.of(
              end + 4,
              end + 8,
              end + 10,
              end + 12,
              end + 16,
              directory + 20,
              directory + 24,
              directory + 28,
              directory + 30,
              directory + 42,
              18,
              22,
              26)) {
        byte[] changed = GOOD.clone();
        if (little(changed).getInt(at) != value) {
          little(changed).putInt(at, value);
          refused(changed, at + ": " + value);
        }
      }
    }
    ByteBuffer bomb = ByteBuffer.allocate(98).order(ByteOrder.LITTLE_ENDIAN);
    for (long start : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 0, 1L << 40}) {
      bomb.putInt(0, 0x06064b50).putLong(48, start).putInt(76, 0x06054b50);
      bomb.putShort(86, (short) 10_000).putInt(88, 1_000_000).putInt(92, -1);
      refused(bomb.array(), "ZIP64 start " + start);
    }
  }

  /// The same content as any other ZIP program writes it.
  @Test
  void isNoZipOfAnotherKind() throws IOException {
    for (int method : List.of(ZipEntry.DEFLATED, ZipEntry.STORED)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        for (Taken member : members(GOOD)) {
          ZipEntry entry = new ZipEntry(member.name());
          CRC32 crc = new CRC32();
          crc.update(member.octets().bytes());
          entry.setMethod(method);
          entry.setTime(0);
          if (method == ZipEntry.STORED) {
            entry.setSize(member.octets().length());
            entry.setCrc(crc.getValue());
          }
          zip.putNextEntry(entry);
          zip.write(member.octets().bytes());
          zip.closeEntry();
        }
      }
      refused(out.toByteArray(), "method " + method);
    }
  }

  /// Whoever changes a part writes the pages and the digest list anew, so the form is right. Then
  /// what is signed or hashed must tell.
  @Test
  void noPartCanBeChangedAndSealedAgain() {
    for (Taken member : members(GOOD)) {
      // of a proof every second byte, for time's sake
      int step = member.name().endsWith(".tlog-proof") ? 2 : 1;
      for (int at = 0; at < member.octets().length(); at += step) {
        byte[] bytes = member.octets().bytes();
        bytes[at] ^= (byte) (1 << (at % 8));
        int where = at;
        parts(member.name(), bytes)
            .ifPresent(parts ->
                assertThat(Bundles.check(Bundles.written(parts, FILES.values())).holds())
                    .as(member.name() + " byte " + where)
                    .isFalse());
        if (Layout.isFile(member.name())) {
          List<Taken> changed = new ArrayList<>(members(GOOD));
          changed.replaceAll(
              one -> one.equals(member) ? new Taken(one.name(), Octets.of(bytes)) : one);
          Verdicts verdicts = Bundles.check(sealed(changed));
          assertThat(verdicts.refusal()).isEmpty();
          assertThat(verdicts.of(Check.STATEMENT).result()).isEqualTo(Verdict.Result.FAILED);
          assertThat(verdicts.of(Check.INCLUSION).result()).isEqualTo(Verdict.Result.PASSED);
          assertThat(verdicts.holds()).isFalse();
        }
      }
    }
  }

  private static Optional<BundleParts> parts(String name, byte[] bytes) {
    BundleParts.Held held = (BundleParts.Held) PARTS.content();
    BundleParts.Entry entry = PARTS.entry();
    Optional<LogProof> proof =
        name.endsWith(".tlog-proof") ? LogProof.parse(bytes).found() : Optional.empty();
    return switch (name) {
      case Layout.STATEMENT ->
          SignedStatement.parse(bytes)
              .found()
              // as many files, else the writer is not given what it asks for
              .filter(one -> one.manifest().files().size() == FILES.size())
              .filter(one ->
                  one.manifest().files().stream()
                      .map(file -> file.sha256().hex() + file.sm3() + file.sizeBytes())
                      .toList()
                      .equals(
                          held.statement().manifest().files().stream()
                              .map(file -> file.sha256().hex() + file.sm3() + file.sizeBytes())
                              .toList()))
              .map(one -> new BundleParts.Held(one, held.sm2(), held.salt()))
              .map(one -> with(one, entry));
      case Layout.SALT ->
          Optional.of(
              with(new BundleParts.Held(held.statement(), held.sm2(), Octets.of(bytes)), entry));
      case Layout.LEAF ->
          Leaf.parse(bytes)
              .found()
              .map(leaf ->
                  with(
                      held,
                      new BundleParts.Entry(
                          leaf,
                          entry.proof(),
                          entry.siblingProof(),
                          entry.siblingRoot(),
                          entry.receipt())));
      case Layout.PROOF ->
          proof.map(one ->
              with(
                  held,
                  new BundleParts.Entry(
                      entry.leaf(),
                      one,
                      entry.siblingProof(),
                      entry.siblingRoot(),
                      entry.receipt())));
      case Layout.SIBLING_PROOF ->
          proof.map(one ->
              with(
                  held,
                  new BundleParts.Entry(
                      entry.leaf(), entry.proof(), one, entry.siblingRoot(), entry.receipt())));
      case Layout.SIBLING_ROOT ->
          proof.map(one ->
              with(
                  held,
                  new BundleParts.Entry(
                      entry.leaf(), entry.proof(), entry.siblingProof(), one, entry.receipt())));
      default -> Optional.empty();
    };
  }

  private static BundleParts with(BundleParts.Content content, BundleParts.Entry entry) {
    return new BundleParts(content, entry, PARTS.stamps(), PARTS.anchors(), PARTS.hints());
  }

  /// Two good bundles of the same log; each member of one put into the other.
  @Test
  void noMemberCanComeFromAnotherBundle() {
    Map<String, String> files = new TreeMap<>(Map.of("a.txt", "third", "合同.txt", "fourth"));
    byte[] other = Bundles.written(Bundles.parts(files, List.of(Bundles.TWO)), files.values());
    assertThat(Bundles.check(other).holds()).isTrue();
    List<Taken> mine = members(GOOD);
    List<Taken> theirs = members(other);
    for (int at = 0; at < mine.size(); at++) {
      if (mine.get(at).equals(theirs.get(at))) {
        continue;
      }
      List<Taken> mixed = new ArrayList<>(mine);
      mixed.set(at, theirs.get(at));
      refused(zipped(mixed), mine.get(at).name());
      if (at > 0) {
        assertThat(Bundles.check(sealed(mixed)).holds()).as(mine.get(at).name()).isFalse();
      }
    }
    List<Taken> renamed = new ArrayList<>(mine);
    renamed.set(3, mine.get(4).with("files/0001"));
    renamed.set(4, mine.get(3).with("files/0002"));
    assertThat(Bundles.check(sealed(renamed)).of(Check.STATEMENT).reason())
        .contains("files/0001 is not the file that was stated as a.txt");
  }
}
