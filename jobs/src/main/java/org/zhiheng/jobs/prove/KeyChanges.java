package org.zhiheng.jobs.prove;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.statement.KeyEvent;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Changes the keys of a workspace, and tells which signed when.
///
/// The new key signs from the moment on at which it is written; what says so is logged by whoever
/// holds the log, this process or another. Nothing has to be stopped for it.
public final class KeyChanges {

  /// Key events that are looked through; there are a handful in all.
  private static final int LOOKED_THROUGH = 100;

  private final KeyRing keys;
  private final EvidenceStore store;
  private final LogTurn turn;
  private final WitnessBook witnesses;
  private final AuditTrail audit;
  private final InstantSource clock;

  /// Over these keys, by this clock.
  ///
  /// @param turn sees the key events into the log
  /// @param witnesses who of them signed with both keys
  public KeyChanges(
      KeyRing keys,
      EvidenceStore store,
      LogTurn turn,
      WitnessBook witnesses,
      AuditTrail audit,
      InstantSource clock) {
    this.keys = keys;
    this.witnesses = witnesses;
    this.store = store;
    this.turn = turn;
    this.audit = audit;
    this.clock = clock;
  }

  /// A key of statements, and which entries it may have signed.
  ///
  /// @param key its public half
  /// @param first index of the first entry; it may have signed some before that waited
  /// @param last index of the last entry; nothing for the key that signs now
  public record Issuer(VerifierKey key, long first, Optional<Long> last) {}

  /// The keys of statements, oldest first; the last one signs now.
  public List<Issuer> issuers() {
    List<Issuer> issuers = new ArrayList<>();
    long first = 0;
    for (RetiredKey one : retired(KeyEvent.Use.STATEMENT)) {
      issuers.add(new Issuer(one.key(), first, Optional.of(one.last())));
      first = one.last() + 1;
    }
    issuers.add(new Issuer(keys.issuer().key(), first, Optional.empty()));
    return issuers;
  }

  /// What signed once, oldest first.
  public List<RetiredKey> retired(KeyEvent.Use use) {
    return keys.retired().stream().filter(one -> one.use() == use).toList();
  }

  /// The change of these keys that is under way.
  public Optional<KeyChange> underWay(KeyEvent.Use use) {
    return keys.change(use);
  }

  /// Key events that name new keys which are not here: the private keys were put back from an older
  /// copy than the record.
  public List<EvidenceId> ahead(Acting acting) {
    acting.must(Permission.READ);
    Set<VerifierKey> known = new HashSet<>(keys.log().keys());
    known.add(keys.issuer().key());
    keys.retired().forEach(one -> known.add(one.key()));
    return store
        .page(
            acting.organisation(),
            new EvidenceStore.Selection(Optional.empty(), Set.of(LeafKind.KEY_EVENT)),
            Optional.empty(),
            LOOKED_THROUGH)
        .stream()
        .filter(kept ->
            KeyEvents.event(kept)
                .filter(event -> !known.contains(event.fresh().getFirst()))
                .isPresent())
        .map(EvidenceStore.Kept::id)
        .toList();
  }

  /// Changes the key that statements are signed with, and waits until that is logged, at most so
  /// long. A change that was cut short is carried on instead, and none is begun.
  ///
  /// @param reason in words; stated, for everybody who is given the statement
  /// @param destroy whether the old private key is destroyed, else put aside
  /// @return the change while it is not logged: it goes on by itself; nothing when it is done
  /// @throws IOException when the new key cannot be written, or the log cannot be read
  /// @throws ProblemsException with `forbidden`; `required` without a reason, or with one longer
  ///   than 1,000 bytes
  public Optional<KeyChange> changeStatement(
      Acting acting, String reason, boolean destroy, Duration most) throws IOException {
    KeyChange.Why why = why(acting, reason, destroy);
    if (keys.change(KeyEvent.Use.STATEMENT).isEmpty()) {
      keys.begin(KeyEvent.Use.STATEMENT, why);
      kept(acting, "key-change", keys.issuer().key().toString(), why);
    }
    turn.until(() -> keys.change(KeyEvent.Use.STATEMENT).isEmpty(), most);
    return keys.change(KeyEvent.Use.STATEMENT);
  }

  /// Begins to change the keys that checkpoints of both trees are signed with, and waits until that
  /// is logged and published, at most so long: from then on the new keys sign beside the old ones,
  /// until [#finishLog]. A change that was begun is carried on instead.
  ///
  /// @param reason in words; stated
  /// @return the change
  /// @throws IOException as [#changeStatement]
  /// @throws ProblemsException as [#changeStatement]
  public KeyChange changeLog(Acting acting, String reason, Duration most) throws IOException {
    KeyChange.Why why = why(acting, reason, false);
    if (keys.change(KeyEvent.Use.LOG).isEmpty()) {
      keys.begin(KeyEvent.Use.LOG, why);
      kept(acting, "key-change", keys.log().origin(), why);
    }
    turn.until(() -> !stage(KeyChange.Stage.BEGUN), most);
    return underWayLog();
  }

  private boolean stage(KeyChange.Stage stage) {
    return keys.change(KeyEvent.Use.LOG).filter(one -> one.stage() == stage).isPresent();
  }

  private KeyChange underWayLog() {
    return keys.change(KeyEvent.Use.LOG)
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of(
                    "key-change",
                    "",
                    "",
                    "No change of the log's keys is under way: begin one first.")));
  }

  /// Ends the change of the log's keys, and waits until that is logged, at most so long: the old
  /// keys sign no more from then on.
  ///
  /// @param reason in words; stated
  /// @param destroy whether the old private keys are destroyed, else put aside
  /// @param unwitnessed what to do when a witness of the policy has not signed a checkpoint that
  ///   carries a line of the new key
  /// @return the change while the end is not logged: it goes on by itself; nothing when it is done
  /// @throws IOException as [#changeStatement]
  /// @throws ProblemsException as [#changeStatement], and with `key-change` when no change is under
  ///   way, or it is not published yet; `key-witnesses` when witnesses are missing
  public Optional<KeyChange> finishLog(
      Acting acting, String reason, boolean destroy, Unwitnessed unwitnessed, Duration most)
      throws IOException {
    KeyChange.Why why = why(acting, reason, destroy);
    turn.until(() -> !stage(KeyChange.Stage.BEGUN), most);
    KeyChange change = underWayLog();
    if (change.stage() != KeyChange.Stage.FINISHED) {
      List<String> missing =
          witnesses
              .unsigned(change.fresh().getFirst())
              .filter(_ -> change.stage() == KeyChange.Stage.BOTH)
              .orElseThrow(() ->
                  new ProblemsException(
                      Problem.of(
                          "key-change",
                          "",
                          change.fresh().getFirst().toString(),
                          "No checkpoint with the new key is published yet: ask again in a"
                              + " moment.")));
      if (!missing.isEmpty() && unwitnessed == Unwitnessed.REFUSE) {
        throw new ProblemsException(
            Problem.of(
                "key-witnesses",
                "",
                String.join(", ", missing),
                "These witnesses have not signed a checkpoint with the new key: their keepers add"
                    + " its line first."));
      }
      keys.finish(why);
      kept(acting, "key-finish", String.join(", ", missing), why);
    }
    turn.until(() -> keys.change(KeyEvent.Use.LOG).isEmpty(), most);
    return keys.change(KeyEvent.Use.LOG);
  }

  /// What to do about witnesses that have not signed.
  public enum Unwitnessed {
    /// The old keys go on signing.
    REFUSE,
    /// They end all the same; the reason says why.
    ACCEPT
  }

  private KeyChange.Why why(Acting acting, String reason, boolean destroy) {
    acting.must(Permission.ADMINISTER);
    String stripped = reason.strip();
    if (!KeyEvent.fits(stripped)) {
      throw new ProblemsException(
          Problem.of(
              "required",
              "reason",
              stripped,
              "A change of keys says why, in at most 1,000 bytes of UTF-8."));
    }
    return new KeyChange.Why(acting.organisation(), acting.name(), stripped, destroy);
  }

  private void kept(Acting acting, String action, String about, KeyChange.Why why) {
    audit.keep(
        new AuditTrail.Entry(
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            acting.organisation(),
            acting.name(),
            action,
            about,
            why.reason()));
  }
}
