package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhiheng.contracts.ledger.TestAuthority;
import org.zhiheng.contracts.ledger.TestAuthority.Signing;
import org.zhiheng.ledger.bundle.BundleParts;
import org.zhiheng.ledger.bundle.BundleParts.Stamps;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.time.DataObject;
import org.zhiheng.ledger.time.EvidenceRecord;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.ledger.time.HashTree;
import org.zhiheng.ledger.time.TimeStamp;
import org.zhiheng.ledger.time.TimeStampQuery;
import org.zhiheng.server.BesideJava.Given;
import org.zhiheng.server.BesideJava.Said;

/// The page judges evidence records as the verifier does: renewed in every way, too late, by trees,
/// and when they were changed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VerifyRecordsIT {

  private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2027-03-01T00:00:00Z");
  private static final Instant THIRD = Instant.parse("2028-03-01T00:00:00Z");
  private static final Instant AS_OF = Instant.parse("2028-06-01T00:00:00Z");
  private static final long SEED = 20261130;
  private static final int CHANGES = 150;

  private static final BundleParts HELD = MadeBundles.held();
  private static final byte[] SUBJECT = HELD.entry().stamped().bytes();
  private static final DataObject DATA = DataObject.of(SUBJECT);

  /// Each lasts eighteen months from the year's beginning on.
  private final TestAuthority one = authority(Signing.ECDSA_P256, 2026);

  private final TestAuthority two = authority(Signing.SM2, 2027);
  private final TestAuthority three = authority(Signing.RSA_PSS, 2028);

  private Optional<BesideJava> beside = Optional.empty();

  @BeforeAll
  void open() {
    beside = BesideJava.open();
  }

  @AfterAll
  void close() {
    beside.ifPresent(BesideJava::close);
  }

  private static TestAuthority authority(Signing signing, int year) {
    return TestAuthority.open(
        signing,
        "Authority of " + year,
        Instant.parse(year + "-01-01T00:00:00Z"),
        Instant.parse((year + 1) + "-07-01T00:00:00Z"),
        year);
  }

  private Given trusting() {
    return new Given("", MadeBundles.trust(), AS_OF)
        .with("1.der", one.root())
        .with("2.der", two.root())
        .with("3.der", three.root());
  }

  private static EvidenceRecord begun(TestAuthority by, HashAlgorithm hash, byte[] subject) {
    return EvidenceRecord.of(by.stamp(TimeStampQuery.of(hash, subject, BigInteger.ONE), FIRST));
  }

  private EvidenceRecord begun() {
    return begun(one, HashAlgorithm.SHA_256, SUBJECT);
  }

  private static EvidenceRecord renewed(EvidenceRecord record, TestAuthority by, Instant at) {
    return record.renewed(by.stamp(record.renewal(BigInteger.TWO), at)).orThrow();
  }

  private static EvidenceRecord rehashed(
      EvidenceRecord record, HashAlgorithm hash, TestAuthority by, Instant at) {
    TimeStamp stamp = by.stamp(record.rehashing(hash, DATA, BigInteger.TWO), at);
    return record.rehashed(DATA, stamp).orThrow();
  }

  private static byte[] bundle(byte[] record, Optional<Octets> token) {
    return MadeBundles.written(
        MadeBundles.with(
            HELD, new Stamps(token, Optional.empty(), Optional.of(Octets.of(record)))));
  }

  private static byte[] bundle(EvidenceRecord record) {
    return bundle(record.der(), Optional.empty());
  }

  @Test
  void comesToTheVerdictsOfTheVerifier() {
    EvidenceRecord begun = begun();
    Octets token =
        one.stamp(TimeStampQuery.of(HashAlgorithm.SHA_256, SUBJECT, BigInteger.ONE), FIRST).token();
    EvidenceRecord kept = renewed(renewed(begun, two, SECOND), three, THIRD);
    List<byte[]> bundles =
        List.of(
            bundle(begun),
            bundle(renewed(begun, two, SECOND)),
            bundle(kept),
            bundle(kept.der(), Optional.of(token)),
            bundle(rehashed(begun, HashAlgorithm.SM3, two, SECOND)),
            bundle(
                rehashed(
                    rehashed(begun, HashAlgorithm.SM3, two, SECOND),
                    HashAlgorithm.SHA_512,
                    three,
                    THIRD)),
            bundle(renewed(rehashed(begun, HashAlgorithm.SM3, two, SECOND), three, THIRD)),
            // the second came when the first had ended
            bundle(renewed(begun, three, THIRD)),
            bundle(renewed(renewed(begun, three, THIRD), three, THIRD.plusSeconds(60))),
            bundle(begun(one, HashAlgorithm.SM3, SUBJECT)),
            bundle(begun(one, HashAlgorithm.SHA_256, new byte[1])),
            bundle(begun(two, HashAlgorithm.SHA_256, SUBJECT)),
            bundle(begun.der(), Optional.of(Octets.of(new byte[] {0x30, 0}))));
    for (Given given :
        List.of(
            trusting(),
            trusting().on(FIRST),
            trusting().on(Instant.parse("2027-07-01T00:00:00Z")),
            trusting().on(Instant.parse("2027-07-01T00:00:00.001Z")),
            trusting().on(Instant.parse("2030-01-01T00:00:00Z")),
            Given.nothing(AS_OF),
            new Given("", MadeBundles.trust(), AS_OF).with("2.der", two.root()),
            trusting().asking(MadeBundles.policy() + "#require time\n"))) {
      beside.ifPresent(page -> page.same(bundles, given));
    }
    beside.ifPresent(page -> {
      Said said = page.page(bundles, trusting()).get(2);
      assertThat(said.line()).isEqualTo("holds passed passed passed passed absent");
      assertThat(said.why())
          .contains("time.passed.accuracy 2026-03-01T00:00:00Z | Authority of 2026")
          .contains("time.renewed 2");
      assertThat(page.page(bundles, trusting()).get(7).why()).contains("time.lapsed.late");
      assertThat(page.page(bundles, trusting()).getFirst().why()).contains("time.lapsed.record");
    });
  }

  /// One stamp over many groups: the record holds the way from this one's hash to the stamped root.
  @Test
  void followsTheTreeOfManyGroups() {
    List<byte[]> bundles = new ArrayList<>();
    for (HashAlgorithm hash :
        List.of(HashAlgorithm.SHA_256, HashAlgorithm.SHA_512, HashAlgorithm.SM3)) {
      for (int count : List.of(1, 2, 7)) {
        List<List<DataObject>> groups =
            IntStream.range(0, count)
                .mapToObj(at ->
                    at == count / 2
                        ? List.of(DATA)
                        : List.of(DataObject.of(("other " + at).getBytes(StandardCharsets.UTF_8))))
                .toList();
        HashTree tree = HashTree.over(hash, groups);
        List<EvidenceRecord> records =
            tree.records(one.stamp(tree.query(BigInteger.ONE), FIRST)).orThrow();
        EvidenceRecord ours = records.get(count / 2);
        bundles.add(bundle(renewed(ours, two, SECOND)));
        bundles.add(bundle(rehashed(ours, HashAlgorithm.SHA_256, two, SECOND)));
        if (count > 1) {
          bundles.add(bundle(renewed(records.getFirst(), two, SECOND)));
        }
      }
    }
    beside.ifPresent(page -> {
      List<Said> said = page.same(bundles, trusting().on(SECOND));
      assertThat(said.stream().filter(each -> each.line().contains("passed absent"))).hasSize(18);
    });
  }

  /// A record whose second stamp comes first, and one of encrypted data.
  @Test
  void refusesWhatIsPutTogetherWrongly() {
    EvidenceRecord kept = renewed(begun(), two, SECOND);
    ASN1Sequence record = ASN1Sequence.getInstance(kept.der());
    ASN1Sequence chain =
        ASN1Sequence.getInstance(ASN1Sequence.getInstance(record.getObjectAt(2)).getObjectAt(0));
    DERSequence turned =
        new DERSequence(
            new org.bouncycastle.asn1.ASN1Encodable[] {chain.getObjectAt(1), chain.getObjectAt(0)});
    ASN1EncodableVector back = new ASN1EncodableVector();
    back.add(record.getObjectAt(0));
    back.add(record.getObjectAt(1));
    back.add(new DERSequence(turned));
    ASN1EncodableVector encrypted = new ASN1EncodableVector();
    encrypted.add(record.getObjectAt(0));
    encrypted.add(record.getObjectAt(1));
    encrypted.add(new DERTaggedObject(false, 1, new DERSequence()));
    encrypted.add(record.getObjectAt(2));
    ASN1EncodableVector informed = new ASN1EncodableVector();
    informed.add(record.getObjectAt(0));
    informed.add(record.getObjectAt(1));
    informed.add(new DERTaggedObject(false, 0, new DERSequence()));
    informed.add(record.getObjectAt(2));
    ASN1EncodableVector bare = new ASN1EncodableVector();
    bare.add(record.getObjectAt(0));
    bare.add(new DERSequence());
    bare.add(record.getObjectAt(2));
    List<byte[]> bundles = new ArrayList<>();
    for (ASN1EncodableVector each : List.of(back, encrypted, bare, informed)) {
      try {
        bundles.add(bundle(new DERSequence(each).getEncoded("DER"), Optional.empty()));
      } catch (java.io.IOException failed) {
        throw new java.io.UncheckedIOException(failed);
      }
    }
    beside.ifPresent(page ->
        assertThat(page.same(bundles, trusting()))
            .extracting(said -> said.line().split(" ", -1)[4])
            .containsExactly("failed", "failed", "failed", "passed"));
  }

  @Test
  void noBitOfARecordCanBeChanged() {
    Random random = new Random(SEED);
    byte[] record = renewed(rehashed(begun(), HashAlgorithm.SM3, two, SECOND), three, THIRD).der();
    List<byte[]> bundles = new ArrayList<>();
    for (int change = 0; change < CHANGES; change++) {
      byte[] bytes = record.clone();
      if (change % 5 == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      } else {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      bundles.add(bundle(bytes, Optional.empty()));
    }
    beside.ifPresent(page ->
        assertThat(page.same(bundles, trusting()))
            .as("of seed " + SEED)
            .allMatch(said -> said.line().equals("fails passed passed passed failed absent")));
  }
}
