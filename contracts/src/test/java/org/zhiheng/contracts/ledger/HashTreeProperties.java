package org.zhiheng.contracts.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSData;
import org.bouncycastle.tsp.ers.ERSDataGroup;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.bouncycastle.tsp.ers.ERSException;
import org.zhiheng.contracts.ledger.TestAuthority.Signing;
import org.zhiheng.ledger.time.DataObject;
import org.zhiheng.ledger.time.EvidenceRecord;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.ledger.time.HashTree;
import org.zhiheng.ledger.time.TimeVerdict;
import org.zhiheng.ledger.time.TrustAnchors;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// Laws of one stamp over many groups, held against the library's own reader of records.
final class HashTreeProperties {

  private static final Instant AT = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant NEXT = Instant.parse("2027-05-01T00:00:00Z");

  private static final TestAuthority AUTHORITY =
      TestAuthority.open(
          Signing.ECDSA_P256,
          "Trees",
          Instant.parse("2026-01-01T00:00:00Z"),
          Instant.parse("2029-01-01T00:00:00Z"),
          1);

  private static final TrustAnchors ANCHORS = TrustAnchors.of(List.of(AUTHORITY.root())).orThrow();

  private static List<List<byte[]>> groups(Seed seed) {
    List<List<byte[]>> groups = new ArrayList<>();
    int count = seed.between(1, 9);
    for (int group = 0; group < count; group++) {
      List<byte[]> data = new ArrayList<>();
      int size = seed.between(1, 4);
      for (int i = 0; i < size; i++) {
        data.add((group + "/" + i).getBytes(StandardCharsets.US_ASCII));
      }
      groups.add(data);
    }
    return groups;
  }

  private static List<DataObject> objects(List<byte[]> group) {
    return group.stream().map(DataObject::of).toList();
  }

  @Seeds(20)
  void eachGroupGetsARecordThatHoldsForItAlone(Seed seed) throws Exception {
    List<List<byte[]>> groups = groups(seed);
    HashAlgorithm algorithm = seed.between(0, 2) == 0 ? HashAlgorithm.SM3 : HashAlgorithm.SHA_256;
    HashTree tree =
        HashTree.over(algorithm, groups.stream().map(HashTreeProperties::objects).toList());
    List<EvidenceRecord> records =
        tree.records(AUTHORITY.stamp(tree.query(BigInteger.ONE), AT)).orThrow();
    assertThat(records).hasSameSizeAs(groups);
    for (int i = 0; i < groups.size(); i++) {
      EvidenceRecord record = EvidenceRecord.parse(records.get(i).der()).orThrow();
      for (int other = 0; other < groups.size(); other++) {
        assertThat(
                record.check(objects(groups.get(other)), ANCHORS, AT)
                    instanceof TimeVerdict.Stamped)
            .as(seed + " record " + i + " group " + other)
            .isEqualTo(i == other);
      }
      // one of a group is in it; a part of it that claims to be all of it is not
      assertThat(record.check(objects(groups.get(i).subList(0, 1)), ANCHORS, AT))
          .isInstanceOf(TimeVerdict.Stamped.class);
      if (groups.get(i).size() > 2) {
        assertThat(record.check(objects(groups.get(i).subList(0, 2)), ANCHORS, AT))
            .isInstanceOf(TimeVerdict.Refused.class);
      }
      othersAgree(record, groups.get(i), groups.get((i + 1) % groups.size()), i, AT, seed);
    }
  }

  private static void othersAgree(
      EvidenceRecord record, List<byte[]> group, List<byte[]> next, int at, Instant when, Seed seed)
      throws Exception {
    ERSEvidenceRecord read = new ERSEvidenceRecord(record.der(), new BcDigestCalculatorProvider());
    assertThatCode(() -> read.validatePresent(data(group), Date.from(when)))
        .as(seed + " record " + at)
        .doesNotThrowAnyException();
    if (!Arrays.equals(group.getFirst(), next.getFirst())) {
      assertThatThrownBy(() -> read.validatePresent(data(next), Date.from(when)))
          .isInstanceOf(ERSException.class);
    }
  }

  private static ERSData data(List<byte[]> group) {
    return group.size() == 1
        ? new ERSByteData(group.getFirst())
        : new ERSDataGroup(
            group.stream().map(bytes -> (ERSData) new ERSByteData(bytes)).toArray(ERSData[]::new));
  }

  @Seeds(10)
  void manyRecordsAreRehashedByOneStamp(Seed seed) throws Exception {
    List<List<byte[]>> groups = groups(seed);
    HashTree tree =
        HashTree.over(
            HashAlgorithm.SHA_256, groups.stream().map(HashTreeProperties::objects).toList());
    List<EvidenceRecord> records =
        tree.records(AUTHORITY.stamp(tree.query(BigInteger.ONE), AT)).orThrow();
    List<HashTree.Kept> kept = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      kept.add(new HashTree.Kept(objects(groups.get(i)), records.get(i)));
    }
    HashTree next = HashTree.rehashing(HashAlgorithm.SHA_512, kept);
    List<EvidenceRecord> grown =
        next.records(AUTHORITY.stamp(next.query(BigInteger.TWO), NEXT)).orThrow();
    for (int i = 0; i < groups.size(); i++) {
      EvidenceRecord record = EvidenceRecord.parse(grown.get(i).der()).orThrow();
      assertThat(record.size()).isEqualTo(2);
      assertThat(record.check(objects(groups.get(i)), ANCHORS, NEXT))
          .as(seed + " record " + i)
          .isInstanceOf(TimeVerdict.Stamped.class);
      othersAgree(record, groups.get(i), groups.get(i), i, NEXT, seed);
    }
  }
}
