package org.zhiheng.jobs.prove;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.KeyEvent;
import org.zhiheng.ledger.statement.SignedStatement;

/// States changes of keys, and brings each to its next stage when its statement is logged.
///
/// Whoever holds the log does this, so a change that was cut short at any step goes on when the log
/// is opened next. The statement is looked for before it is made: it is made once.
///
/// BUG: a process that signed with the old key in the very moment of the change, and enters its
/// statement after the key event was made, has it logged behind the event. It holds all the same.
final class KeyEvents {

  /// Key events that are looked through for the one that is due; there are a handful in all.
  private static final int LOOKED_THROUGH = 100;

  private final KeyRing keys;
  private final EvidenceStore store;
  private final Stating stating;
  private final InstantSource clock;

  KeyEvents(KeyRing keys, EvidenceStore store, Stating stating, InstantSource clock) {
    this.keys = keys;
    this.store = store;
    this.stating = stating;
    this.clock = clock;
  }

  /// What the log signs with.
  KeyRing keys() {
    return keys;
  }

  /// States what is due. All that was entered before is logged.
  ///
  /// @return whether something was entered
  boolean state() {
    boolean entered = false;
    for (KeyEvent.Use use : KeyEvent.Use.values()) {
      Optional<KeyChange> due = due(use);
      if (due.isPresent() && stated(due.get()).isEmpty()) {
        enter(due.get());
        entered = true;
      }
    }
    return entered;
  }

  /// Brings changes on whose statements are logged and published.
  ///
  /// @throws IOException when that cannot be written; it is done the next time
  void settle() throws IOException {
    for (KeyEvent.Use use : KeyEvent.Use.values()) {
      Optional<KeyChange> due = due(use);
      Optional<EvidenceStore.Kept> event = due.flatMap(this::stated);
      if (event.isPresent() && event.get().index().isPresent()) {
        keys.settle(due.get(), event.get(), event(event.get()).orElseThrow().last().orElse(-1L));
      }
    }
  }

  private Optional<KeyChange> due(KeyEvent.Use use) {
    return keys.change(use).filter(one -> one.stage() != KeyChange.Stage.BOTH);
  }

  /// The statement of a change, where it was made.
  private Optional<EvidenceStore.Kept> stated(KeyChange change) {
    return store
        .page(
            change.why().organisation(),
            new EvidenceStore.Selection(Optional.empty(), Set.of(LeafKind.KEY_EVENT)),
            Optional.empty(),
            LOOKED_THROUGH)
        .stream()
        .filter(kept -> event(kept).filter(one -> of(change, one)).isPresent())
        .findFirst();
  }

  /// The change that evidence states; nothing where it states none, or was erased.
  static Optional<KeyEvent> event(EvidenceStore.Kept kept) {
    return kept.opening()
        .flatMap(opening ->
            KeyEvent.of(SignedStatement.parse(opening.statement().array()).orThrow().manifest()));
  }

  private static boolean of(KeyChange change, KeyEvent event) {
    return event.use() == change.use()
        && event.step() == step(change.stage())
        && event.old().equals(change.old())
        && event.fresh().equals(change.fresh());
  }

  private static KeyEvent.Step step(KeyChange.Stage stage) {
    return switch (stage) {
      case CHANGED -> KeyEvent.Step.CHANGED;
      case BEGUN, BOTH -> KeyEvent.Step.BEGUN;
      case FINISHED -> KeyEvent.Step.FINISHED;
    };
  }

  private void enter(KeyChange change) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    store.enter(
        stating.signed(
            keys.stating(change.use()),
            new Stating.Matter(
                change.why().organisation(),
                at,
                change.why().by(),
                change.use().word() + " " + step(change.stage()).word(),
                Optional.empty()),
            new KeyEvent(
                    keys.log().origin(),
                    change.use(),
                    step(change.stage()),
                    change.old(),
                    change.fresh(),
                    store.lastIndex(),
                    change.why().reason())
                .manifest()));
  }
}
