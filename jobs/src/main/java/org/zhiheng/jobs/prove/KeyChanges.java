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
  private final AuditTrail audit;
  private final InstantSource clock;

  /// Over these keys, by this clock.
  ///
  /// @param turn sees the key events into the log
  public KeyChanges(
      KeyRing keys, EvidenceStore store, LogTurn turn, AuditTrail audit, InstantSource clock) {
    this.keys = keys;
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
