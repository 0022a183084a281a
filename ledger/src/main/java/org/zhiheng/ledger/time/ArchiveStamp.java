package org.zhiheng.ledger.time;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.PartialHashtree;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.Parsed;

/// One time stamp in a record, with the tree that leads to it: ArchiveTimeStamp of RFC 4998,
/// section 4.1.
///
/// @param algorithm what its tree is hashed with
/// @param tree from the first hashes to what was stamped
/// @param stamp over the root
/// @param written as it stands in the record, in DER
record ArchiveStamp(HashAlgorithm algorithm, ReducedTree tree, TimeStamp stamp, Octets written) {

  /// Puts a stamp over a tree.
  static ArchiveStamp of(ReducedTree tree, TimeStamp stamp) {
    PartialHashtree[] lists =
        tree.lists().stream()
            .map(list ->
                new PartialHashtree(list.stream().map(Octets::bytes).toArray(byte[][]::new)))
            .toArray(PartialHashtree[]::new);
    ContentInfo token = ContentInfo.getInstance(stamp.token().bytes());
    ArchiveTimeStamp written =
        lists.length == 0
            ? new ArchiveTimeStamp(token)
            : new ArchiveTimeStamp(new AlgorithmIdentifier(stamp.algorithm().oid()), lists, token);
    try {
      return new ArchiveStamp(
          stamp.algorithm(), tree, stamp, Octets.of(written.getEncoded(ASN1Encoding.DER)));
    } catch (IOException failed) {
      throw new IllegalStateException("writing to memory does not fail", failed);
    }
  }

  /// Reads one.
  ///
  /// @throws RuntimeException of many kinds, from the library, when it is damaged
  static Parsed<ArchiveStamp> read(ArchiveTimeStamp read) throws IOException {
    Parsed<TimeStamp> stamp = TimeStamp.parse(read.getTimeStamp().getEncoded());
    if (stamp.refusal().isPresent()) {
      return new Parsed.Refused<>(stamp.refusal().get());
    }
    AlgorithmIdentifier named = read.getDigestAlgorithm();
    Optional<HashAlgorithm> algorithm =
        named == null
            ? Optional.of(stamp.orThrow().algorithm())
            : HashAlgorithm.of(named.getAlgorithm());
    if (algorithm.filter(stamp.orThrow().algorithm()::equals).isEmpty()) {
      return Parsed.refused(
          "time-record",
          named == null ? "" : named.getAlgorithm().getId(),
          "A tree is hashed with the algorithm that its time stamp names.");
    }
    List<List<Octets>> lists = new ArrayList<>();
    PartialHashtree[] trees = read.getReducedHashTree();
    if (trees != null) {
      if (trees.length == 0 || trees.length > ReducedTree.LISTS_MAX) {
        return noTree();
      }
      for (PartialHashtree tree : trees) {
        if (tree.getValueCount() > ReducedTree.HASHES_MAX) {
          return noTree();
        }
        lists.add(Arrays.stream(tree.getValues()).map(Octets::of).toList());
      }
    }
    ReducedTree tree = new ReducedTree(lists);
    return tree.fits(algorithm.get())
        ? Parsed.ok(
            new ArchiveStamp(
                algorithm.get(),
                tree,
                stamp.orThrow(),
                Octets.of(read.getEncoded(ASN1Encoding.DER))))
        : noTree();
  }

  private static Parsed<ArchiveStamp> noTree() {
    return Parsed.refused(
        "time-record", "", "A tree has 1 to 64 lists of up to 10,000 hashes of one length.");
  }

  /// What the next stamp in the chain stands over (section 5.2): the time stamp, in DER.
  Octets forRenewal() {
    return algorithm.digest(stamp.der());
  }
}
