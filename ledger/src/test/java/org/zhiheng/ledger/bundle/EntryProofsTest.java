package org.zhiheng.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.leaf.Commitment;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.log.Added;
import org.zhiheng.ledger.log.FaultyWorld;
import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.log.LogWriter;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.statement.Statements;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// Bundles out of a log that its own writer wrote.
final class EntryProofsTest {

  private static final LogIdentity IDENTITY =
      new LogIdentity(Bundles.ORIGIN, List.of(Bundles.LOG), Bundles.SIBLING);

  private final FaultyWorld world = new FaultyWorld();
  private final EntryProofs proofs =
      new EntryProofs(world.tiles(), List.of(Bundles.SIBLING), Optional.of(Bundles.LOG));

  private LogWriter open() throws IOException {
    return LogWriter.open(IDENTITY, world.wal(), world.tiles(), world.head(), Witnesses.NONE);
  }

  private static SignedStatement statement(int number) {
    return Statements.signed("file " + number, "content " + number);
  }

  private static Leaf leaf(int number) {
    SignedStatement statement = statement(number);
    return Leaf.first(
        statement.manifest().kind(), Commitment.to(Bundles.salt(7).bytes(), statement.encoded()));
  }

  private static void add(LogWriter log, int number) {
    assertThat(log.add(leaf(number).bytes())).isInstanceOf(Added.Pooled.class);
  }

  private SignedNote published() throws IOException {
    return SignedNote.parse(world.tiles().read("checkpoint").orElseThrow()).orThrow();
  }

  private static Verdicts check(BundleParts.Entry entry, int number) {
    BundleParts parts =
        new BundleParts(
            new BundleParts.Held(statement(number), Optional.empty(), Bundles.salt(7)),
            entry,
            BundleParts.Stamps.NONE,
            List.of(),
            Bundles.hints());
    return Bundles.check(
        Bundles.written(parts, List.of("content " + number)),
        Optional.empty(),
        Optional.of(Bundles.trust()));
  }

  @Test
  void thereIsNothingToProveBeforeARootOfTheSm3TreeIsLogged() throws IOException {
    LogWriter log = open();
    add(log, 0);
    log.flush();
    log.publish();
    assertThat(proofs.of(0, published())).isEmpty();
    log.flush();
    log.publish();
    assertThat(check(proofs.of(0, published()).orElseThrow(), 0).holds()).isTrue();
    assertThatThrownBy(() -> proofs.of(2, published()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// However leaves and publications follow each other, each leaf can be bundled in the end.
  @Seeds(12)
  void everyLeafCanBeBundled(Seed seed) throws IOException {
    LogWriter log = open();
    int count = seed.between(1, 40);
    for (int number = 0; number < count; number++) {
      add(log, number);
      if (seed.chance(0.3)) {
        log.flush();
      }
      if (seed.chance(0.2)) {
        log.publish();
      }
    }
    for (int again = 0; again < 3; again++) {
      log.flush();
      log.publish();
    }
    int bundled = 0;
    for (long index = 0; index < stated(); index++) {
      Leaf at = Leaf.parse(entry(index)).orThrow();
      for (int number = 0; number < count; number++) {
        if (at.equals(leaf(number))) {
          Verdicts verdicts = check(proofs.of(index, published()).orElseThrow(), number);
          assertThat(verdicts.holds()).as("index " + index + "\n" + verdicts.text()).isTrue();
          bundled++;
        }
      }
    }
    assertThat(bundled).isEqualTo(count);
  }

  private long stated() throws IOException {
    return org.zhiheng.ledger.note.Checkpoint.parse(published().text()).orThrow().head().size();
  }

  private byte[] entry(long index) throws IOException {
    return org.zhiheng.ledger.log.LogEntries.of(world.tiles(), stated()).entry(index);
  }
}
