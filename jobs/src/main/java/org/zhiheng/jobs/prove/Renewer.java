package org.zhiheng.jobs.prove;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.time.DataObject;
import org.zhiheng.ledger.time.EvidenceRecord;
import org.zhiheng.ledger.time.HashTree;
import org.zhiheng.ledger.time.TimeAuthority;
import org.zhiheng.ledger.time.TimeStamp;
import org.zhiheng.ledger.time.TimeVerdict;
import org.zhiheng.ledger.time.TrustAnchors;
import org.zhiheng.values.Bytes;

/// Renews time stamps before the certificates under them end, so that they prove for decades what
/// they prove today.
///
/// Each checkpoint gets an evidence record that begins with its own time stamp. Many are renewed
/// together: one new stamp over a hash tree of all that are due, and a record for each that says
/// nothing of the others (RFC 4998, sections 4.2 and 5.2). A record is kept only when it holds
/// under the workspace's own anchors and longer than what it renews.
///
/// Cost: each time stamp that was ever kept is checked in each round, some milliseconds each; one
/// question to an authority for up to [#TOGETHER_MAX] checkpoints that are due. Known weakness:
/// revocation is not looked at, and what was lapsed before anybody renewed it stays so.
public final class Renewer {

  /// How long before the end they are renewed where nobody says otherwise: time enough for an
  /// authority that is away for months.
  public static final Duration AHEAD = Duration.ofDays(180);

  /// Checkpoints under one new stamp.
  public static final int TOGETHER_MAX = 1_000;

  private static final int NONCE_BITS = 63;

  private final CheckpointProofs proofs;
  private final Stamper.Authorities authorities;
  private final SecureRandom random;
  private final InstantSource clock;

  /// Over these proofs.
  ///
  /// @param random what nonces are drawn from
  public Renewer(
      CheckpointProofs proofs,
      Stamper.Authorities authorities,
      SecureRandom random,
      InstantSource clock) {
    this.proofs = proofs;
    this.authorities = authorities;
    this.random = random;
    this.clock = clock;
  }

  /// What a round came to.
  ///
  /// @param stamped checkpoints that have a time stamp
  /// @param lapsed of these, those whose proof of time ended before anybody renewed it
  /// @param due of these, those whose proof ends soon
  /// @param renewed of those that were due
  /// @param refusals of the authorities, each once
  public record Round(int stamped, int lapsed, int due, int renewed, List<String> refusals) {
    /// Copies the list.
    public Round {
      refusals = List.copyOf(refusals);
    }
  }

  /// A checkpoint whose proof of time ends soon.
  private record Due(long size, String note, EvidenceRecord record, Instant until) {
    private DataObject data() {
      return data(note);
    }

    private static DataObject data(String note) {
      return DataObject.of(note.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Renews all that end within this time.
  ///
  /// @throws IOException when an authority cannot be asked at all
  public Round renew(Duration ahead) throws IOException {
    TrustAnchors anchors = TrustAnchors.of(authorities.anchors()).orThrow();
    Instant now = clock.instant();
    int stamped = 0;
    int lapsed = 0;
    int due = 0;
    int renewed = 0;
    List<String> refusals = new ArrayList<>();
    long after = 0;
    while (true) {
      Map<String, List<CheckpointProofs.Proof>> page = new LinkedHashMap<>();
      for (CheckpointProofs.Proof one : proofs.timesAfter(after, TOGETHER_MAX)) {
        page.computeIfAbsent(one.note(), _ -> new ArrayList<>()).add(one);
        after = one.size();
      }
      if (page.isEmpty()) {
        return new Round(stamped, lapsed, due, renewed, refusals.stream().distinct().toList());
      }
      List<Due> ending = new ArrayList<>();
      for (List<CheckpointProofs.Proof> checkpoint : page.values()) {
        stamped++;
        Optional<Due> best = best(checkpoint, anchors, now);
        lapsed += best.isEmpty() ? 1 : 0;
        best.filter(one -> one.until().isBefore(now.plus(ahead))).ifPresent(ending::add);
      }
      due += ending.size();
      if (!ending.isEmpty()) {
        renewed += renewed(ending, anchors, now, refusals);
      }
    }
  }

  /// What proves a checkpoint's time for longest today; empty when nothing does.
  private static Optional<Due> best(
      List<CheckpointProofs.Proof> checkpoint, TrustAnchors anchors, Instant now) {
    Optional<Due> best = Optional.empty();
    for (CheckpointProofs.Proof one : checkpoint) {
      Optional<EvidenceRecord> record = record(one);
      if (record.isPresent()
          && record.get().check(List.of(Due.data(one.note())), anchors, now)
              instanceof TimeVerdict.Stamped holds
          && best.filter(other -> !other.until().isBefore(holds.until())).isEmpty()) {
        best = Optional.of(new Due(one.size(), one.note(), record.get(), holds.until()));
      }
    }
    return best;
  }

  private static Optional<EvidenceRecord> record(CheckpointProofs.Proof proof) {
    return switch (proof.what()) {
      case TIME -> TimeStamp.parse(proof.bytes().array()).found().map(EvidenceRecord::of);
      case RECORD -> EvidenceRecord.parse(proof.bytes().array()).found();
      case CHAIN -> Optional.empty();
    };
  }

  /// How many: all of them, by the first authority whose stamp holds, or none.
  private int renewed(List<Due> ending, TrustAnchors anchors, Instant now, List<String> refusals) {
    List<HashTree.Kept> kept =
        ending.stream().map(one -> new HashTree.Kept(List.of(one.data()), one.record())).toList();
    for (Stamper.Asked asked : authorities.asked()) {
      HashTree tree = HashTree.rehashing(asked.algorithm(), kept);
      TimeAuthority.Answer answer =
          asked.authority().ask(tree.query(new BigInteger(NONCE_BITS, random)));
      String refusal =
          switch (answer) {
            case TimeAuthority.Answer.Given(TimeStamp stamp) ->
                grown(ending, tree, stamp, anchors, now, asked);
            case TimeAuthority.Answer.Refused(String reason) -> reason;
            case TimeAuthority.Answer.Silent(String reason) -> reason;
          };
      if (refusal.isEmpty()) {
        return ending.size();
      }
      refusals.add(asked.authority().name() + ": " + refusal);
    }
    return 0;
  }

  /// Keeps the records; or why none was kept.
  private String grown(
      List<Due> ending,
      HashTree tree,
      TimeStamp stamp,
      TrustAnchors anchors,
      Instant now,
      Stamper.Asked asked) {
    List<EvidenceRecord> records = tree.records(stamp).found().orElse(List.of());
    if (records.size() != ending.size()) {
      return "The stamp does not renew what it was asked for.";
    }
    for (int at = 0; at < records.size(); at++) {
      Due before = ending.get(at);
      TimeVerdict verdict = records.get(at).check(List.of(before.data()), anchors, now);
      if (!(verdict instanceof TimeVerdict.Stamped holds)) {
        return verdict.reason();
      }
      if (!holds.until().isAfter(before.until())) {
        return "Its certificate ends on " + holds.until() + ", no later than what it is to renew.";
      }
    }
    for (int at = 0; at < records.size(); at++) {
      proofs.keep(
          new CheckpointProofs.Proof(
              ending.get(at).size(),
              ending.get(at).note(),
              CheckpointProofs.What.RECORD,
              asked.authority().name() + "#" + Stamper.word(asked.algorithm()),
              now.truncatedTo(ChronoUnit.MICROS),
              Bytes.of(records.get(at).der())));
    }
    return "";
  }

  /// The newest record over this checkpoint, as a bundle holds it.
  static Optional<Octets> newest(List<CheckpointProofs.Proof> records, String note) {
    return records.stream()
        .filter(one -> one.note().equals(note))
        .reduce((_, later) -> later)
        .map(one -> Octets.of(one.bytes().array()));
  }
}
