package org.zhiheng.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.leaf.SiblingRoot;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.Keys;
import org.zhiheng.ledger.note.SignatureLine;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.Shown;
import org.zhiheng.ledger.tree.TileProofs;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

final class LogWriterTest {

  private static final LogIdentity IDENTITY =
      new LogIdentity(
          "example.com/log",
          List.of(Keys.log("example.com/log", 7)),
          Keys.sm2("example.com/log/gm", 77));

  private final FaultyWorld world = new FaultyWorld();

  private LogWriter open() throws IOException {
    return LogWriter.open(IDENTITY, world.wal(), world.tiles(), world.head(), Witnesses.NONE);
  }

  private static byte[] entry(long number) {
    return ("entry " + number).getBytes(StandardCharsets.UTF_8);
  }

  private static CompletableFuture<Long> add(LogWriter log, long number) {
    return switch (log.add(entry(number))) {
      case Added.Pooled pooled -> pooled.index();
      case Added.Busy busy -> throw new AssertionError("busy: " + busy);
    };
  }

  private static void put(LogWriter log, long number) {
    assertThat(add(log, number)).isNotDone();
  }

  private TreeHead published(String path, String origin) {
    SignedNote note = SignedNote.parse(world.file(path)).orThrow();
    Checkpoint checkpoint = Checkpoint.parse(note.text()).orThrow();
    assertThat(checkpoint.origin()).isEqualTo(origin);
    return checkpoint.head();
  }

  @Test
  void tellsTheIndexOnlyWhenTheEntryIsDurable() throws IOException {
    LogWriter log = open();
    CompletableFuture<Long> first = add(log, 0);
    CompletableFuture<Long> second = add(log, 1);
    assertThat(first).isNotDone();
    assertThat(world.wal).isEmpty();
    assertThat(log.flush()).isEqualTo(2);
    assertThat(world.wal).hasSize(2);
    assertThat(first.join()).isEqualTo(0);
    assertThat(second.join()).isEqualTo(1);
    assertThat(world.files).isEmpty();
  }

  @Test
  void signsWithTheKeysThatItIsGivenAndOpensUnderAnyThatSigned() throws IOException {
    LogIdentity fresh =
        new LogIdentity(
            "example.com/log",
            List.of(Keys.log("example.com/log", 8)),
            Keys.sm2("example.com/log/gm", 78));
    LogIdentity both =
        new LogIdentity(
            "example.com/log",
            List.of(IDENTITY.signers().getFirst(), fresh.signers().getFirst()),
            List.of(IDENTITY.siblings().getFirst(), fresh.siblings().getFirst()));
    LogWriter log = open();
    put(log, 0);
    log.flush();
    log.publish();
    log.signAs(both);
    put(log, 1);
    log.flush();
    log.publish();
    for (String path : List.of("checkpoint", "gm/checkpoint")) {
      assertThat(SignedNote.parse(world.file(path)).orThrow().signatures()).as(path).hasSize(2);
    }
    for (LogIdentity one : List.of(IDENTITY, fresh, both)) {
      assertThat(LogCheck.of(world.tiles(), one.keys(), one.siblingKeys()).faults()).isEmpty();
      assertThat(
              LogWriter.open(one, world.wal(), world.tiles(), world.head(), Witnesses.NONE)
                  .stopped())
          .isEmpty();
    }
    log.signAs(fresh);
    put(log, 2);
    log.flush();
    log.publish();
    assertThatThrownBy(this::open)
        .isInstanceOf(LogStopped.class)
        .hasMessageContaining("not signed by this log");
    assertThatThrownBy(() ->
            log.signAs(
                new LogIdentity(
                    "other.example/log",
                    List.of(Keys.log("other.example/log", 7)),
                    Keys.sm2("other.example/log/gm", 77))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other.example/log");
  }

  @Test
  void publishesWhatAnybodyCanCheck() throws IOException {
    LogWriter log = open();
    for (int number = 0; number < 600; number++) {
      put(log, number);
    }
    log.flush();
    TreeHead head = log.publish();
    assertThat(head.size()).isEqualTo(600);
    assertThat(published("checkpoint", "example.com/log")).isEqualTo(head);
    SignedNote note = SignedNote.parse(world.file("checkpoint")).orThrow();
    assertThat(note.check(IDENTITY.keys()).signers()).hasSize(1);
    Hasher hasher = TreeAlgorithm.SHA_256.hasher();
    TileProofs proofs = new TileProofs(hasher, Integration.reader(world.tiles(), ""));
    for (int index = 0; index < 600; index += 37) {
      assertThat(proofs.inclusion(index, 600).check(hasher, hasher.leaf(entry(index)), head.root()))
          .isEqualTo(new Shown.Proven());
    }
  }

  @Test
  void logsTheRootOfTheSm3TreeOnceForEachPublicationWithNews() throws IOException {
    LogWriter log = open();
    put(log, 0);
    log.flush();
    log.publish();
    TreeHead sibling = published("gm/checkpoint", "example.com/log/gm");
    assertThat(sibling.size()).isEqualTo(1);
    assertThat(log.flush()).isEqualTo(1);
    assertThat(world.wal.getLast())
        .isEqualTo(SiblingRoot.leaf("example.com/log/gm", sibling).bytes());
    assertThat(log.publish().size()).isEqualTo(2);
    // nothing new but the root itself: nothing more is logged
    assertThat(log.flush()).isZero();
    String before = world.head.orElseThrow();
    log.publish();
    assertThat(world.head).hasValue(before);
  }

  @Test
  void saysBusyWhenThePoolIsFullAndLosesNothing() throws IOException {
    LogWriter log = open();
    for (int number = 0; number < LogWriter.POOL_MAX; number++) {
      put(log, number);
    }
    assertThat(log.add(entry(9))).isInstanceOf(Added.Busy.class);
    assertThat(log.flush()).isEqualTo(LogWriter.POOL_MAX);
    assertThat(add(log, 9)).isNotDone();
  }

  private LogWriter openWithBacklog(long bytesMax) throws IOException {
    return LogWriter.open(
        IDENTITY, world.wal(), world.tiles(), world.head(), Witnesses.NONE, new Backlog(bytesMax));
  }

  @Test
  void worksEntriesIntoTilesWhileItFlushesWhereTooManyWait() throws IOException {
    LogWriter log = openWithBacklog(600 * 30);
    for (int number = 0; number < 500; number++) {
      put(log, number);
    }
    log.flush();
    assertThat(world.files).isEmpty();
    for (int number = 500; number < 600; number++) {
      put(log, number);
    }
    log.flush();
    // 600 entries: two full tiles in both trees and two bundles, nothing at the edge, nothing
    // signed
    assertThat(world.files.keySet())
        .containsExactlyInAnyOrder(
            "tile/0/000",
            "tile/0/001",
            "gm/tile/0/000",
            "gm/tile/0/001",
            "tile/entries/000",
            "tile/entries/001");
    assertThat(world.head).isEmpty();
    // the root of the SM3 tree is logged for them too, and another process makes the same of them
    TreeHead head = log.publish();
    assertThat(head.size()).isEqualTo(600);
    assertThat(log.flush()).isEqualTo(1);
    published(world);
    assertThat(openWithBacklog(1).publish().size()).isEqualTo(601);
    published(world);
  }

  @Test
  void twoWritersNeverSignTwoHistories() throws IOException {
    LogWriter one = open();
    LogWriter other = open();
    put(one, 1);
    one.flush();
    one.publish();
    assertThatThrownBy(other::publish)
        .isInstanceOf(LogStopped.class)
        .hasMessageContaining("Another process");
    assertThatThrownBy(() -> other.add(entry(3))).isInstanceOf(LogStopped.class);
  }

  @Test
  void doesNotOpenOnTilesThatWerePutBack() throws IOException {
    LogWriter log = open();
    put(log, 0);
    log.flush();
    log.publish();
    Map<String, byte[]> backup = new HashMap<>(world.files);
    put(log, 1);
    log.flush();
    log.publish();
    world.files.clear();
    world.files.putAll(backup);
    assertThatThrownBy(this::open)
        .isInstanceOf(LogStopped.class)
        .hasMessageContaining("tiles are not whole");
  }

  @Test
  void doesNotOpenWhenAWitnessHasSeenMore() throws IOException {
    LogWriter log = open();
    put(log, 0);
    log.flush();
    log.publish();
    Witnesses ahead =
        new Witnesses() {
          @Override
          public List<SignatureLine> cosign(SignedNote checkpoint, Growth growth) {
            return List.of();
          }

          @Override
          public long largestSeen(String origin) {
            return 5;
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(
            () -> LogWriter.open(IDENTITY, world.wal(), world.tiles(), world.head(), ahead))
        .isInstanceOf(LogStopped.class)
        .hasMessageContaining("size 5");
  }

  @Test
  void doesNotOpenOnADamagedTile() throws IOException {
    LogWriter log = open();
    for (int number = 0; number < 5; number++) {
      put(log, number);
    }
    log.flush();
    log.publish();
    byte[] tile = world.file("tile/0/000.p/5").clone();
    tile[40] ^= 1;
    world.files.put("tile/0/000.p/5", tile);
    assertThatThrownBy(this::open)
        .isInstanceOf(LogStopped.class)
        .hasMessageContaining("another root");
  }

  @Test
  void refusesEntriesThatNoBundleHolds() throws IOException {
    LogWriter log = open();
    assertThatThrownBy(() -> log.add(new byte[65_536])).hasMessageContaining("65536");
    assertThat(log.add(new byte[65_535])).isInstanceOf(Added.Pooled.class);
  }

  /// The world fails at each step, before and after the step took effect; whoever was told an index
  /// finds the entry there afterwards, and no size was ever signed with two roots.
  @Seeds(10)
  void losesNothingThatItAcknowledgedWhereverTheWorldFails(Seed seed) throws IOException {
    List<Integer> batches = new ArrayList<>();
    for (int turn = 0; turn < 4; turn++) {
      batches.add(seed.between(1, 300));
    }
    // with a small one, flushing and opening write tiles too
    int backlogMax = seed.oneOf(List.of(1, 5_000, Integer.MAX_VALUE));
    FaultyWorld whole = new FaultyWorld();
    Map<Long, byte[]> none = new HashMap<>();
    run(whole, backlogMax, batches, none, new HashMap<>());
    for (int fail = 0; fail < whole.steps; fail += 1 + seed.between(0, 3)) {
      for (boolean tookEffect : new boolean[] {false, true}) {
        int at = fail;
        FaultyWorld faulty = new FaultyWorld();
        faulty.stepsLeft = fail;
        faulty.tookEffect = tookEffect;
        Map<Long, byte[]> acknowledged = new HashMap<>();
        Map<Long, TreeHead> signed = new HashMap<>();
        try {
          run(faulty, backlogMax, batches, acknowledged, signed);
        } catch (LogStopped expected) {
          assertThat(expected).isNotNull();
        }
        faulty.stepsLeft = -1;
        run(faulty, backlogMax, List.of(3), acknowledged, signed);
        acknowledged.forEach((index, entry) ->
            assertThat(faulty.wal.get(index.intValue()))
                .as("fail at " + at + ", index " + index)
                .isEqualTo(entry));
        published(faulty);
      }
    }
  }

  private static void run(
      FaultyWorld world,
      long backlogMax,
      List<Integer> batches,
      Map<Long, byte[]> acknowledged,
      Map<Long, TreeHead> signed)
      throws IOException {
    LogWriter log =
        LogWriter.open(
            IDENTITY,
            world.wal(),
            world.tiles(),
            world.head(),
            Witnesses.NONE,
            new Backlog(backlogMax));
    long number = acknowledged.size();
    for (int batch : batches) {
      Map<Long, CompletableFuture<Long>> sent = new HashMap<>();
      for (int turn = 0; turn < batch; turn++) {
        sent.put(number, add(log, number));
        number++;
      }
      try {
        log.flush();
      } finally {
        sent.forEach((one, index) -> {
          try {
            acknowledged.put(index.getNow(-1L), entry(one));
          } catch (CompletionException stopped) {
            assertThat(stopped).hasCauseInstanceOf(LogStopped.class);
          }
        });
        acknowledged.remove(-1L);
      }
      TreeHead head = log.publish();
      TreeHead before = signed.putIfAbsent(head.size(), head);
      assertThat(before == null || before.equals(head)).isTrue();
    }
  }

  private static void published(FaultyWorld world) throws IOException {
    SignedNote note = SignedNote.parse(world.file("checkpoint")).orThrow();
    TreeHead head = Checkpoint.parse(note.text()).orThrow().head();
    Hasher hasher = TreeAlgorithm.SHA_256.hasher();
    Integration fresh = new Integration();
    for (int index = 0; index < head.size(); index++) {
      fresh.append(world.wal.get(index));
    }
    assertThat(fresh.head()).isEqualTo(head);
    assertThat(new TileProofs(hasher, Integration.reader(world.tiles(), "")).head(head.size()))
        .isEqualTo(head);
    assertThat(Optional.of(note.check(IDENTITY.keys()).signers().size())).hasValue(1);
  }
}
