package org.zhiheng.ledger.time;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhiheng.ledger.statement.Octets;

/// Checks one record over one group of data.
///
/// Source: RFC 4998, sections 4.3 (a stamp and its tree) and 5.3 (chains); the steps are named at
/// the lines. Stricter in one: no stamp may be older than the one it renews.
final class RecordCheck {

  private final EvidenceRecord record;
  private final List<DataObject> group;
  private final TrustAnchors anchors;

  RecordCheck(EvidenceRecord record, List<DataObject> group, TrustAnchors anchors) {
    this.record = record;
    this.group = group;
    this.anchors = anchors;
  }

  TimeVerdict verdict(Instant asOf) {
    List<ArchiveStamp> all = record.stamps();
    TimeVerdict.@Nullable Stamped first = null;
    TimeVerdict.@Nullable Stamped last = null;
    TimeVerdict.@Nullable Lapsed lapse = null;
    int number = 0;
    for (int chain = 0; chain < record.chains().size(); chain++) {
      List<ArchiveStamp> stamps = record.chains().get(chain);
      HashAlgorithm algorithm = stamps.getFirst().algorithm();
      for (int i = 0; i < stamps.size(); i++) {
        number++;
        ArchiveStamp one = stamps.get(i);
        // 5.3 step 2: one algorithm within a chain
        if (one.algorithm() != algorithm) {
          return refused(number, "it changes the hash within a chain");
        }
        // 5.3 step 1 for the very first, step 3 for the first of a later chain, else step 2
        List<Octets> leaves =
            i > 0 ? List.of(stamps.get(i - 1).forRenewal()) : leaves(chain, algorithm);
        // 4.3: a group is proven to be one by holding nothing else
        boolean alone = number == 1 && group.size() > 1;
        if (!one.tree().startsFrom(leaves, alone, one.stamp().imprint())) {
          return refused(number, unrelated(chain, i));
        }
        if (!one.tree().leadsTo(one.stamp().imprint(), algorithm)) {
          return refused(number, "its hashes do not lead to the one that was stamped");
        }
        // 5.3: each holds at the time of the next, the last on the date of checking
        boolean renewed = number < all.size();
        Instant when = renewed ? all.get(number).stamp().at() : asOf;
        switch (one.stamp().checkHash(one.stamp().imprint(), anchors, when)) {
          case TimeVerdict.Stamped stamped -> {
            first = first == null ? stamped : first;
            last = stamped;
          }
          case TimeVerdict.Lapsed lapsed -> {
            // the rest must hold all the same: a forged time in the next stamp is no lapse
            lapse = lapse == null ? lapsed(first, lapsed, number, renewed, when) : lapse;
          }
          case TimeVerdict.Refused refused -> {
            return refused(number, refused.reason());
          }
        }
      }
    }
    if (lapse != null) {
      return lapse;
    }
    if (first == null || last == null) {
      throw new IllegalStateException("a record has at least one time stamp");
    }
    return new TimeVerdict.Stamped(
        first.at(),
        first.accuracy(),
        first.authority(),
        first.anchor(),
        first.policy(),
        last.until(),
        all.size() - 1);
  }

  private List<Octets> leaves(int chain, HashAlgorithm algorithm) {
    return group.stream()
        .map(data ->
            chain == 0 ? data.digest(algorithm) : record.forRehashing(algorithm, data, chain))
        .toList();
  }

  private String unrelated(int chain, int at) {
    if (at > 0) {
      return "it does not stand over the time stamp before it";
    }
    return chain > 0
        ? "it does not stand over these data and the chains before it"
        : group.size() > 1
            ? "it does not stand over these data, or over others as well"
            : "it does not stand over these data";
  }

  /// The time that is lost is the first stamp's, whichever was not renewed.
  private static TimeVerdict.Lapsed lapsed(
      TimeVerdict.@Nullable Stamped first,
      TimeVerdict.Lapsed lapsed,
      int number,
      boolean renewed,
      Instant when) {
    Instant at = first == null ? lapsed.at() : first.at();
    String authority = first == null ? lapsed.authority() : first.authority();
    return new TimeVerdict.Lapsed(
        at,
        authority,
        lapsed.ended(),
        "The evidence record begins with a time stamp of "
            + at
            + " by "
            + authority
            + ", but the certificates of its time stamp "
            + number
            + " ended on "
            + lapsed.ended()
            + (renewed
                ? " before it was renewed on " + when + "."
                : " and nothing renewed it; on "
                    + when
                    + " the record no longer proves the time by itself."));
  }

  private static TimeVerdict refused(int number, String reason) {
    return new TimeVerdict.Refused(
        "Time stamp "
            + number
            + " of the evidence record does not hold: "
            + reason
            + (reason.endsWith(".") ? "" : "."));
  }
}
