package org.zhiheng.contracts.prove;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.KeyChange;
import org.zhiheng.jobs.prove.KeyRing;
import org.zhiheng.jobs.prove.RetiredKey;
import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.Sm2Key;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.statement.KeyEvent;

/// Keys in memory, the same for everybody who makes them; each change draws the next. A write can
/// be made to fail.
public final class MemoryKeys implements KeyRing {

  private final String origin;

  /// Guarded by this, as the others are.
  private final Map<KeyEvent.Use, KeyChange> changes = new EnumMap<>(KeyEvent.Use.class);

  private final List<RetiredKey> retired = new ArrayList<>();

  /// How many keys of each use were drawn.
  private final Map<KeyEvent.Use, Integer> drawn = new EnumMap<>(KeyEvent.Use.class);

  private int failAt;

  /// Of a log of this name.
  public MemoryKeys(String origin) {
    this.origin = origin;
  }

  /// Lets the write behind so many fail; 0 fails none.
  public synchronized void failAt(int write) {
    failAt = write;
  }

  /// Puts back the first keys, as from a copy that is older than every change.
  public synchronized void forget() {
    changes.clear();
    retired.clear();
    drawn.clear();
  }

  private void write() throws IOException {
    failAt--;
    if (failAt == 0) {
      throw new IOException("torn");
    }
  }

  private static byte[] seed(int use, int drawn) {
    byte[] secret = new byte[32];
    secret[0] = (byte) use;
    secret[1] = (byte) drawn;
    return secret;
  }

  private int drawn(KeyEvent.Use use) {
    return drawn.getOrDefault(use, 0);
  }

  private Ed25519Key log(int number) {
    return Ed25519Key.ofLog(origin, seed(1, number));
  }

  private Sm2Key sibling(int number) {
    return new Sm2Key(origin + "/gm", BigInteger.valueOf(4_711L + number), new SecureRandom());
  }

  private Ed25519Key issuer(int number) {
    return Ed25519Key.ofLog(origin + "/issuer", seed(2, number));
  }

  @Override
  public synchronized LogIdentity log() {
    int now = drawn(KeyEvent.Use.LOG);
    return changes.containsKey(KeyEvent.Use.LOG)
        ? new LogIdentity(
            origin, List.of(log(now - 1), log(now)), List.of(sibling(now - 1), sibling(now)))
        : new LogIdentity(origin, List.of(log(now)), sibling(now));
  }

  @Override
  public synchronized Ed25519Key issuer() {
    return issuer(drawn(KeyEvent.Use.STATEMENT));
  }

  @Override
  public Optional<SecondKey> second() {
    return Optional.empty();
  }

  @Override
  public Ed25519Key witness() {
    return Ed25519Key.ofWitness(origin + "/witness", seed(3, 0));
  }

  @Override
  public synchronized Optional<KeyChange> change(KeyEvent.Use use) {
    return Optional.ofNullable(changes.get(use));
  }

  @Override
  public synchronized Ed25519Key stating(KeyEvent.Use use) {
    return switch (use) {
      case STATEMENT -> issuer(drawn(use) - 1);
      case LOG -> issuer();
    };
  }

  @Override
  public synchronized List<RetiredKey> retired() {
    return List.copyOf(retired);
  }

  private List<VerifierKey> keys(KeyEvent.Use use, int number) {
    return switch (use) {
      case STATEMENT -> List.of(issuer(number).key());
      case LOG -> List.of(log(number).key(), sibling(number).key());
    };
  }

  @Override
  public synchronized void begin(KeyEvent.Use use, KeyChange.Why why) throws IOException {
    if (changes.containsKey(use)) {
      throw new IllegalStateException("a change of these keys is under way: " + use);
    }
    write();
    int next = drawn(use) + 1;
    drawn.put(use, next);
    changes.put(
        use,
        new KeyChange(
            use,
            switch (use) {
              case STATEMENT -> KeyChange.Stage.CHANGED;
              case LOG -> KeyChange.Stage.BEGUN;
            },
            keys(use, next - 1),
            keys(use, next),
            why));
  }

  @Override
  public synchronized void finish(KeyChange.Why why) throws IOException {
    KeyChange there =
        change(KeyEvent.Use.LOG)
            .filter(one -> one.stage() == KeyChange.Stage.BOTH)
            .orElseThrow(() -> new IllegalStateException("not all keys of the log sign"));
    write();
    put(there, KeyChange.Stage.FINISHED, why);
  }

  private void put(KeyChange change, KeyChange.Stage stage, KeyChange.Why why) {
    changes.put(
        change.use(), new KeyChange(change.use(), stage, change.old(), change.fresh(), why));
  }

  @Override
  public synchronized void settle(KeyChange change, EvidenceStore.Kept event, long last)
      throws IOException {
    if (!change(change.use()).equals(Optional.of(change))) {
      return;
    }
    write();
    switch (change.stage()) {
      case CHANGED, FINISHED -> {
        changes.remove(change.use());
        change
            .old()
            .forEach(key ->
                retired.add(
                    new RetiredKey(change.use(), key, last, event.organisation(), event.id())));
      }
      case BEGUN -> put(change, KeyChange.Stage.BOTH, change.why());
      case BOTH -> {}
    }
  }
}
