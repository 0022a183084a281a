package org.zhiheng.ledger.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.Vectors;
import org.zhiheng.ledger.statement.Octets;

/// Evidence records that others made: files of their own, and those in the signatures of CAdES.
///
/// Which data a record is about is mostly not said beside it, so each is tried on every data object
/// of its set: the files, and the signatures without the records in them (RFC 4998, appendix A).
/// The anchors are taken out of the records: that the authorities are whom they say, these tests
/// cannot show.
final class EvidenceRecordVectorsTest {

  /// id-aa-er-internal and id-aa-er-external, RFC 4998, appendix A.
  private static final Set<String> RECORDS_IN_SIGNATURES =
      Set.of("1.2.840.113549.1.9.16.2.49", "1.2.840.113549.1.9.16.2.50");

  private static final String NO_DATA = "the data are not in the set; held against its first hash";

  /// An archive package of the German federal office, of which the set has the hash alone.
  private static final String PACKAGE = NO_DATA + ": The bytes existed on 2017-03-08T16:48:10Z";

  /// What does not hold for any of the data, or cannot be held against them, and the words.
  private static final Map<String, String> OTHERWISE =
      Map.ofEntries(
          Map.entry(
              "1Chain2ATS/testRenewal.ers",
              "signed with algorithms that are not believed: 1.3.14.3.2.26"),
          Map.entry("BSI TR-ESOR C.2 TestData/ER_OK_INIT.ers", PACKAGE),
          Map.entry("BSI TR-ESOR C.2 TestData/ER_OK_CHAIN.ers", PACKAGE),
          // a new chain is over the data, which a hash of another algorithm cannot stand for: no
          // statement about the third stamp is made here, of the good record or of the bad one
          Map.entry(
              "BSI TR-ESOR C.2 TestData/ER_OK_SEQ.ers",
              NO_DATA
                  + ": Time stamp 3 of the evidence record does not hold: it does not stand over"
                  + " these data"),
          Map.entry(
              "BSI TR-ESOR C.2 TestData/ER_NOK_SEQ.ers",
              NO_DATA
                  + ": Time stamp 3 of the evidence record does not hold: it does not stand over"
                  + " these data"),
          Map.entry(
              "BSI TR-ESOR C.2 TestData/ER_NOK_INIT.ers",
              "stamp 1 of the evidence record does not hold: its hashes do not lead to"),
          Map.entry(
              "BSI TR-ESOR C.2 TestData/ER_NOK_CHAIN.ers",
              "stamp 2 of the evidence record does not hold: it does not stand over the time stamp"),
          Map.entry(
              "C-E-ERS-detached-invalid.p7s#0",
              NO_DATA + ": The bytes existed on 2025-04-28T09:35:05Z"),
          Map.entry(
              "C-E-ERS_renewed_hashtree_invalid.p7m#0",
              "stamp 3 of the evidence record does not hold: it does not stand over these data and"),
          Map.entry(
              "evidence-record-C-B-B-detached-no-hashtree.ers",
              NO_DATA + ": The bytes existed on 2024-02-21T13:50:48Z"),
          Map.entry(
              "evidence-record-second-Double-C-B-B-basic.ers",
              NO_DATA + ": The bytes existed on 2025-05-20T11:59:05Z"),
          Map.entry(
              "evidence-record-d233a2d9-a257-40dc-bcdb-bf4516b6d1da-broken-tst.ers",
              "stamp 1 of the evidence record does not hold: its hashes do not lead to"),
          Map.entry(
              "evidence-record-d233a2d9-a257-40dc-bcdb-bf4516b6d1da_renewed_hashtree-broken-tst.ers",
              "stamp 3 of the evidence record does not hold: The signature on the time stamp"));

  /// How often those that hold were renewed, where they were.
  private static final Map<String, Integer> RENEWALS =
      Map.of(
          "1Chain2ATS/BIN_ER.ers", 1,
          "2Chains3ATS/BIN_ER.ers", 2,
          "C-E-ERS-detached_renewed_hashtree.p7s#0", 2,
          // by its signature alone; see aGroupIsProvenWhole
          "C-E-ERS-detached_renewed_hashtree_invalid.p7s#0", 2,
          "C-E-ERS_renewed_hashtree.p7m#0", 2,
          "Double-C-E-ERS-detached_hashtree_renewal.p7m#0", 2,
          "evidence-record-d233a2d9-a257-40dc-bcdb-bf4516b6d1da_renewed_hashtree.ers", 2);

  /// One set: records by name, data by name.
  private record Set4998(Map<String, byte[]> records, Map<String, byte[]> data) {}

  private static Set4998 set(String name) {
    Optional<Path> folder = Vectors.folder(name);
    Assumptions.assumeTrue(folder.isPresent(), "NOT RUN: " + name);
    Set4998 set = new Set4998(new TreeMap<>(), new LinkedHashMap<>());
    for (String end : List.of(".bin", ".txt", ".data")) {
      Vectors.files(folder.get(), end)
          .forEach(file -> set.data().put(shortly(folder.get(), file), Vectors.bytes(file)));
    }
    Vectors.files(folder.get(), ".ers")
        .forEach(file -> set.records().put(shortly(folder.get(), file), Vectors.bytes(file)));
    for (String end : List.of(".p7m", ".p7s")) {
      for (Path file : Vectors.files(folder.get(), end)) {
        set.data().put(shortly(folder.get(), file), Vectors.bytes(file));
        try {
          opened(set, shortly(folder.get(), file), new CMSSignedData(Vectors.bytes(file)));
        } catch (CMSException damaged) {
          throw new IllegalStateException(file.toString(), damaged);
        } catch (IOException failed) {
          throw new UncheckedIOException(failed);
        }
      }
    }
    return set;
  }

  private static String shortly(Path folder, Path file) {
    return folder
        .relativize(file)
        .toString()
        .replaceFirst(
            "^(20170316_Testdaten/(Testdaten_ERS-Testool/rfc4998/)?|evidence-record/)", "");
  }

  /// The records in a signature, and the signature without them.
  private static void opened(Set4998 set, String name, CMSSignedData message) throws IOException {
    List<SignerInformation> without = new ArrayList<>();
    boolean found = false;
    for (SignerInformation signer : message.getSignerInfos().getSigners()) {
      AttributeTable table = signer.getUnsignedAttributes();
      if (table == null) {
        without.add(signer);
        continue;
      }
      for (Attribute one : table.toASN1Structure().getAttributes()) {
        if (!RECORDS_IN_SIGNATURES.contains(one.getAttrType().getId())) {
          continue;
        }
        found = true;
        for (ASN1Encodable record : one.getAttrValues()) {
          set.records()
              .put(
                  name
                      + "#"
                      + set.records().keySet().stream()
                          .filter(key -> key.startsWith(name + "#"))
                          .count(),
                  record.toASN1Primitive().getEncoded());
        }
        table = table.remove(one.getAttrType());
      }
      without.add(
          SignerInformation.replaceUnsignedAttributes(signer, table.size() == 0 ? null : table));
    }
    if (found) {
      CMSSignedData rest =
          CMSSignedData.replaceSigners(message, new SignerInformationStore(without));
      set.data().put(name + " without, as it was", rest.getEncoded());
      set.data().put(name + " without, DER", rest.getEncoded(ASN1Encoding.DER));
    }
  }

  private static TrustAnchors brought(EvidenceRecord record) {
    Map<Octets, byte[]> found = new LinkedHashMap<>();
    for (ArchiveStamp one : record.stamps()) {
      for (X509CertificateHolder certificate : one.stamp().certificates()) {
        try {
          found.put(Octets.of(certificate.getEncoded()), certificate.getEncoded());
        } catch (IOException damaged) {
          throw new UncheckedIOException(damaged);
        }
      }
    }
    return TrustAnchors.of(List.copyOf(found.values())).orThrow();
  }

  /// The best that any data object of the set comes to.
  private static TimeVerdict best(EvidenceRecord record, Set4998 set) {
    TrustAnchors anchors = brought(record);
    Optional<TimeVerdict> best = Optional.empty();
    for (byte[] data : set.data().values()) {
      TimeVerdict verdict =
          record.check(List.of(DataObject.of(data)), anchors, record.lastStamped());
      if (verdict instanceof TimeVerdict.Stamped) {
        return verdict;
      }
      if (!verdict
          .reason()
          .contains("1 of the evidence record does not hold: it does not stand over these data.")) {
        best = Optional.of(verdict);
      }
    }
    if (best.isPresent()) {
      return best.get();
    }
    ArchiveStamp first = record.stamps().getFirst();
    Octets leaf =
        first.tree().lists().isEmpty()
            ? first.stamp().imprint()
            : first.tree().lists().getFirst().getFirst();
    TimeVerdict alone =
        record.check(
            List.of(
                algorithm -> algorithm == first.algorithm() ? leaf : algorithm.digest(new byte[0])),
            anchors,
            record.lastStamped());
    return new TimeVerdict.Refused(NO_DATA + ": " + alone.reason());
  }

  @Test
  void eachHoldsOrIsListed() {
    int held = 0;
    for (String name : List.of("rfc4998-ers-bsi", "rfc4998-ers-dss")) {
      Set4998 set = set(name);
      for (Map.Entry<String, byte[]> record : set.records().entrySet()) {
        TimeVerdict verdict = best(EvidenceRecord.parse(record.getValue()).orThrow(), set);
        if (OTHERWISE.containsKey(record.getKey())) {
          assertThat(verdict).as(record.getKey()).isInstanceOf(TimeVerdict.Refused.class);
          assertThat(verdict.reason()).as(record.getKey()).contains(OTHERWISE.get(record.getKey()));
        } else {
          assertThat(verdict).as(record.getKey()).isInstanceOf(TimeVerdict.Stamped.class);
          held +=
              verdict instanceof TimeVerdict.Stamped(_, _, _, _, _, _, int renewals)
                      && renewals == RENEWALS.getOrDefault(record.getKey(), 0)
                  ? 1
                  : 0;
        }
      }
    }
    // 48 records, less those that are listed
    assertThat(held).isEqualTo(48 - OTHERWISE.size());
  }

  /// Signatures that stand apart from what is signed, which is the text `Hello World!`: its
  /// SHA-256, 7f83b165…d9069, stands in the first lists. Of the bad one, the new chain is over the
  /// signature and over another text.
  @Test
  void aGroupIsProvenWhole() {
    Set4998 set = set("rfc4998-ers-dss");
    assertThat(detached(set, "C-E-ERS-detached")).isInstanceOf(TimeVerdict.Stamped.class);
    assertThat(detached(set, "C-E-ERS-detached_renewed_hashtree"))
        .isInstanceOf(TimeVerdict.Stamped.class);
    assertThat(detached(set, "C-E-ERS-detached_renewed_hashtree_invalid").reason())
        .contains(
            "stamp 3 of the evidence record does not hold: it does not stand over these data");
    assertThat(detached(set, "C-E-ERS-detached-original-not-covered").reason())
        .contains(
            "stamp 1 of the evidence record does not hold: it does not stand over these data");
  }

  private static TimeVerdict detached(Set4998 set, String name) {
    EvidenceRecord record =
        EvidenceRecord.parse(set.records().getOrDefault(name + ".p7s#0", new byte[0])).orThrow();
    byte[] signature = set.data().getOrDefault(name + ".p7s without, DER", new byte[0]);
    return record.check(
        List.of(
            DataObject.of(signature),
            DataObject.of("Hello World!".getBytes(StandardCharsets.US_ASCII))),
        brought(record),
        record.lastStamped());
  }

  /// Written again, a record may name its hashes more shortly; its chains are the same bytes where
  /// they were DER.
  @Test
  void holdsWhenWrittenAgain() {
    Set4998 set = set("rfc4998-ers-dss");
    for (String name :
        List.of(
            "evidence-record-d233a2d9-a257-40dc-bcdb-bf4516b6d1da_renewed_hashtree.ers",
            "C-E-ERS-detached-ber.p7s#0",
            "C-E-ERS-basic-invalid-sig.p7m#0")) {
      EvidenceRecord read =
          EvidenceRecord.parse(set.records().getOrDefault(name, new byte[0])).orThrow();
      EvidenceRecord again = EvidenceRecord.parse(read.der()).orThrow();
      assertThat(again.der()).as(name).isEqualTo(read.der());
      assertThat(best(again, set)).as(name).isEqualTo(best(read, set));
    }
  }

  @Test
  void endsWithoutHarmOnWhatIsNoRecord() {
    for (String hex : List.of("", "30", "3080", "3000", "3003020101", "300702010130003000")) {
      assertThat(EvidenceRecord.parse(HexFormat.of().parseHex(hex)).refusal()).as(hex).isPresent();
    }
    assertThat(EvidenceRecord.parse(HexFormat.of().parseHex("3080".repeat(200_000))).refusal())
        .isPresent();
    assertThat(EvidenceRecord.parse(new byte[EvidenceRecord.LENGTH_BYTES_MAX + 1]).refusal())
        .isPresent();
  }
}
