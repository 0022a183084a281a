package org.zhiheng.ledger.time;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.Parsed;

/// A record that keeps a time provable for longer than a certificate or a hash lasts: chains of
/// time stamps, each over the one before it.
///
/// A record is about one data object, or about a group of them that belong together. Within a chain
/// all is hashed with one algorithm and each stamp renews the one before; a new chain, with an
/// algorithm of its own, stands over the data and all chains before it.
///
/// Source: RFC 4998 (2007-08). Of its two fields for encrypted data none is read; a record that has
/// one is refused. Cost: one signature and its way to an anchor for each stamp.
public final class EvidenceRecord {

  /// Longer ones are refused.
  public static final int LENGTH_BYTES_MAX = 1_000_000;

  /// In all chains together: two a year for a hundred years.
  public static final int STAMPS_MAX = 200;

  private static final int VERSION = 1;

  private final List<List<ArchiveStamp>> chains;
  private final List<HashAlgorithm> listed;

  /// CryptoInfos [0] as somebody else wrote them, in DER: kept, and not judged.
  private final Optional<Octets> keptInfos;

  private EvidenceRecord(
      List<List<ArchiveStamp>> chains, List<HashAlgorithm> listed, Optional<Octets> keptInfos) {
    this.chains = chains.stream().map(List::copyOf).toList();
    this.listed =
        Stream.concat(listed.stream(), chains.stream().map(chain -> chain.getFirst().algorithm()))
            .distinct()
            .toList();
    this.keptInfos = keptInfos;
  }

  /// Begins with a time stamp over one data object.
  public static EvidenceRecord of(TimeStamp first) {
    return over(ReducedTree.NONE, first);
  }

  static EvidenceRecord over(ReducedTree tree, TimeStamp first) {
    return new EvidenceRecord(
        List.of(List.of(ArchiveStamp.of(tree, first))), List.of(), Optional.empty());
  }

  /// Reads a record; says nothing about whether it holds.
  public static Parsed<EvidenceRecord> parse(byte[] bytes) {
    if (bytes.length > LENGTH_BYTES_MAX) {
      return refused(bytes.length + " bytes", "An evidence record has at most 1 MB.");
    }
    if (!Asn1Bounds.within(bytes)) {
      return refused("", "An evidence record is one ASN.1 value of moderate depth, whole.");
    }
    try {
      return read(ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(bytes)));
    } catch (IOException malformed) {
      return noRecord();
    } catch (RuntimeException malformed) {
      // the library's ASN.1 classes answer damaged input with exceptions of many kinds, and
      // document none of them; to us they all say the same
      return noRecord();
    }
  }

  /// Section 3.1: version, digestAlgorithms, cryptoInfos [0], encryptionInfo [1], the chains.
  private static Parsed<EvidenceRecord> read(ASN1Sequence record) throws IOException {
    if (record.size() < 3 || !ASN1Integer.getInstance(record.getObjectAt(0)).hasValue(VERSION)) {
      return refused("", "An evidence record has version 1, algorithms and chains.");
    }
    List<HashAlgorithm> listed = new ArrayList<>();
    for (ASN1Encodable one : ASN1Sequence.getInstance(record.getObjectAt(1))) {
      HashAlgorithm.of(AlgorithmIdentifier.getInstance(one).getAlgorithm()).ifPresent(listed::add);
    }
    Optional<Octets> kept = Optional.empty();
    for (int i = 2; i < record.size() - 1; i++) {
      if (ASN1TaggedObject.getInstance(record.getObjectAt(i)).getTagNo() != 0) {
        return refused("", "Records of encrypted data are not read.");
      }
      kept = Optional.of(Octets.of(encoded(record.getObjectAt(i))));
    }
    List<List<ArchiveStamp>> chains = new ArrayList<>();
    int stamps = 0;
    for (ASN1Encodable chain : ASN1Sequence.getInstance(record.getObjectAt(record.size() - 1))) {
      List<ArchiveStamp> read = new ArrayList<>();
      for (ASN1Encodable one : ASN1Sequence.getInstance(chain)) {
        if (++stamps > STAMPS_MAX) {
          return refused("", "An evidence record has at most 200 time stamps.");
        }
        Parsed<ArchiveStamp> stamp = ArchiveStamp.read(ArchiveTimeStamp.getInstance(one));
        if (stamp.refusal().isPresent()) {
          return new Parsed.Refused<>(
              stamp
                  .refusal()
                  .get()
                  .at("chain " + (chains.size() + 1) + ", stamp " + (read.size() + 1)));
        }
        read.add(stamp.orThrow());
      }
      if (read.isEmpty()) {
        return refused("", "A chain has at least one time stamp.");
      }
      chains.add(read);
    }
    if (chains.isEmpty()) {
      return refused("", "An evidence record has at least one chain.");
    }
    for (List<ArchiveStamp> chain : chains) {
      if (!listed.contains(chain.getFirst().algorithm())) {
        return refused(
            chain.getFirst().algorithm().title(), "A record lists the hashes of its chains.");
      }
    }
    return Parsed.ok(new EvidenceRecord(chains, listed, kept));
  }

  /// The record as bytes, in DER.
  public byte[] der() {
    ASN1EncodableVector algorithms = new ASN1EncodableVector();
    for (HashAlgorithm one : listed) {
      algorithms.add(new AlgorithmIdentifier(one.oid()));
    }
    ASN1EncodableVector record = new ASN1EncodableVector();
    record.add(new ASN1Integer(VERSION));
    record.add(new DERSequence(algorithms));
    keptInfos.ifPresent(infos -> record.add(ASN1TaggedObject.getInstance(infos.bytes())));
    record.add(written(chains));
    return encoded(new DERSequence(record));
  }

  /// ArchiveTimeStampSequence over some chains.
  private static DERSequence written(List<List<ArchiveStamp>> some) {
    ASN1EncodableVector sequence = new ASN1EncodableVector();
    for (List<ArchiveStamp> chain : some) {
      ASN1EncodableVector stamps = new ASN1EncodableVector();
      for (ArchiveStamp one : chain) {
        stamps.add(ArchiveTimeStamp.getInstance(one.written().bytes()));
      }
      sequence.add(new DERSequence(stamps));
    }
    return new DERSequence(sequence);
  }

  private static byte[] encoded(ASN1Encodable value) {
    try {
      return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    } catch (IOException failed) {
      throw new IllegalStateException("writing to memory does not fail", failed);
    }
  }

  /// Checks that these data existed at the time of the first stamp (sections 4.3 and 5.3).
  ///
  /// @param group the one data object, or all of the group; the order does not matter
  /// @param asOf the date of checking
  /// @throws IllegalArgumentException when there are no data
  public TimeVerdict check(List<DataObject> group, TrustAnchors anchors, Instant asOf) {
    if (group.isEmpty()) {
      throw new IllegalArgumentException("a record is about at least one data object");
    }
    return new RecordCheck(this, group, anchors).verdict(asOf);
  }

  /// Asks for a stamp that renews the last one: before its certificate ends, or its signature's
  /// algorithm is no longer believed (section 5.2).
  public TimeStampQuery renewal(BigInteger nonce) {
    ArchiveStamp last = chains.getLast().getLast();
    return new TimeStampQuery(
        last.algorithm(), last.forRenewal(), Optional.of(nonce), Optional.empty());
  }

  /// The record with the stamp that was asked for by [#renewal] behind its last.
  public Parsed<EvidenceRecord> renewed(TimeStamp stamp) {
    ArchiveStamp last = chains.getLast().getLast();
    if (stamp.algorithm() != last.algorithm() || !stamp.imprint().equals(last.forRenewal())) {
      return refused(stamp.imprint().hex(), "A renewal stands over the last time stamp's hash.");
    }
    return grown(stamp, changed -> changed.getLast().add(ArchiveStamp.of(ReducedTree.NONE, stamp)));
  }

  /// Asks for a stamp with another hash over the one data object and all that stands so far: before
  /// the hash is no longer believed (section 5.2). A record about several objects is renewed by
  /// [HashTree#rehashing].
  public TimeStampQuery rehashing(HashAlgorithm algorithm, DataObject subject, BigInteger nonce) {
    return new TimeStampQuery(
        algorithm, forRehashing(algorithm, subject), Optional.of(nonce), Optional.empty());
  }

  /// The record with a new chain: the stamp that was asked for by [#rehashing].
  public Parsed<EvidenceRecord> rehashed(DataObject subject, TimeStamp stamp) {
    if (!stamp.imprint().equals(forRehashing(stamp.algorithm(), subject))) {
      return refused(
          stamp.imprint().hex(), "A new chain stands over the data and all chains before it.");
    }
    return chained(ReducedTree.NONE, stamp);
  }

  /// With a new chain over a tree; that the tree is this record's, the caller has seen to.
  Parsed<EvidenceRecord> chained(ReducedTree tree, TimeStamp stamp) {
    return grown(
        stamp, changed -> changed.add(new ArrayList<>(List.of(ArchiveStamp.of(tree, stamp)))));
  }

  private Parsed<EvidenceRecord> grown(
      TimeStamp stamp, Consumer<List<List<ArchiveStamp>>> addition) {
    List<ArchiveStamp> all = stamps();
    if (all.size() == STAMPS_MAX) {
      return refused("", "An evidence record has at most 200 time stamps.");
    }
    if (stamp.at().isBefore(all.getLast().stamp().at())) {
      return refused(stamp.at().toString(), "A renewal is not older than what it renews.");
    }
    List<List<ArchiveStamp>> changed = new ArrayList<>();
    chains.forEach(chain -> changed.add(new ArrayList<>(chain)));
    addition.accept(changed);
    return Parsed.ok(new EvidenceRecord(changed, listed, keptInfos));
  }

  /// What a new chain stands over: the data's hash and the older chains' one behind the other, and
  /// hashed again (section 5.2, steps 2 to 4).
  Octets forRehashing(HashAlgorithm algorithm, DataObject subject) {
    return forRehashing(algorithm, subject, chains.size());
  }

  /// The same over the oldest chains only, as it was when they were all.
  Octets forRehashing(HashAlgorithm algorithm, DataObject subject, int older) {
    return Octets.of(
        algorithm.raw(
            subject.digest(algorithm).bytes(),
            algorithm.raw(encoded(written(chains.subList(0, older))))));
  }

  List<List<ArchiveStamp>> chains() {
    return chains;
  }

  List<HashAlgorithm> listed() {
    return listed;
  }

  List<ArchiveStamp> stamps() {
    return chains.stream().flatMap(List::stream).toList();
  }

  /// The time of the last stamp: what there is to renew, and from when.
  public Instant lastStamped() {
    return chains.getLast().getLast().stamp().at();
  }

  /// How many time stamps it has.
  public int size() {
    return stamps().size();
  }

  private static Parsed<EvidenceRecord> noRecord() {
    return refused("", "The bytes are no evidence record of RFC 4998.");
  }

  private static Parsed<EvidenceRecord> refused(String given, String reason) {
    return Parsed.refused("time-record", given, reason);
  }
}
