package org.zhiheng.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.candidate.MarkEntry;
import org.zhiheng.similarity.word.Words;

/// The disk fails at its n-th step, for every n that a life of the index has.
final class KillTest {

  private static final String SPACE = "org-a";

  private final Words words = Words.load();

  private interface Act {
    void on(Candidates index) throws IOException;
  }

  private static MarkEntry entry(String key, String name) {
    return new MarkEntry(key, SPACE, name, Set.of(), Set.of());
  }

  private static List<Act> life() {
    return List.of(
        index -> index.put(List.of(entry("1", "LABUBU"), entry("2", "HUAWEI"))),
        index -> index.put(List.of(entry("2", "XIAOMI"), entry("3", "LABUBA"))),
        index -> index.remove(SPACE, List.of("1")),
        index -> {
          try (Candidates.Rebuild rebuild = index.rebuild()) {
            rebuild.add(List.of(entry("4", "TENCENT"), entry("5", "泡泡玛特")));
            rebuild.commit();
          }
        },
        index -> index.put(List.of(entry("6", "LAFUFU"))));
  }

  /// The versions after none, one, two … acts on a disk that works.
  private List<String> versions() throws IOException {
    List<String> versions = new ArrayList<>();
    try (Candidates index = LuceneCandidates.inMemory(words)) {
      versions.add(index.version(SPACE));
      for (Act act : life()) {
        act.on(index);
        versions.add(index.version(SPACE));
      }
    }
    return versions;
  }

  @Test
  void holdsWhatReturnedAndTheLastCallWholeOrNotAtAll() throws IOException {
    List<String> versions = versions();
    assertThat(versions).doesNotHaveDuplicates();
    int failures = 0;
    boolean failed = true;
    for (long steps = 0; failed; steps++) {
      FaultyGenerations disk = new FaultyGenerations();
      disk.allow(steps);
      int done = 0;
      failed = false;
      try {
        LuceneCandidates index = LuceneCandidates.open(disk, words);
        for (Act act : life()) {
          act.on(index);
          done++;
        }
      } catch (IOException _) {
        failed = true;
        failures++;
      }
      try (Candidates index = LuceneCandidates.open(disk.afterKill(), words)) {
        assertThat(index.version(SPACE))
            .as("after %d steps, %d acts", steps, done)
            .isIn(versions.subList(done, Math.min(versions.size(), done + 2)));
        index.put(List.of(entry("7", "LABUBU")));
        assertThat(index.count(SPACE)).isPositive();
      }
    }
    // five acts, each of which writes some files
    assertThat(failures).isGreaterThan(50);
  }

  @Test
  void goesOnWhenTheDiskIsMended() throws IOException {
    List<String> versions = versions();
    boolean failed = true;
    for (long steps = 0; failed; steps++) {
      FaultyGenerations disk = new FaultyGenerations();
      failed = false;
      try (LuceneCandidates index = LuceneCandidates.open(disk, words)) {
        disk.allow(steps);
        for (Act act : life().subList(0, 3)) {
          try {
            act.on(index);
          } catch (IOException _) {
            failed = true;
            disk.allow(Long.MAX_VALUE);
            act.on(index);
          }
        }
        // Lucene clears away behind itself in its own time, which no act waits for
        disk.allow(Long.MAX_VALUE);
        assertThat(index.version(SPACE)).as("after %d steps", steps).isEqualTo(versions.get(3));
      }
    }
  }

  @Test
  void loosesNothingWhenARebuildCannotBePutInPlace() throws IOException {
    boolean failed = true;
    for (long steps = 0; failed; steps++) {
      FaultyGenerations disk = new FaultyGenerations();
      failed = false;
      LuceneCandidates index = LuceneCandidates.open(disk, words);
      index.put(List.of(entry("1", "LABUBU")));
      disk.allow(steps);
      try (Candidates.Rebuild rebuild = index.rebuild()) {
        rebuild.add(List.of(entry("1", "LABUBU"), entry("2", "HUAWEI")));
        rebuild.commit();
      } catch (IOException _) {
        failed = true;
      }
      disk.allow(Long.MAX_VALUE);
      boolean written = false;
      try {
        index.put(List.of(entry("3", "XIAOMI")));
        written = true;
      } catch (IOException uncertain) {
        assertThat(uncertain).hasMessageContaining("open the index again");
      }
      try (Candidates again = LuceneCandidates.open(disk.afterKill(), words)) {
        assertThat(again.count(SPACE))
            .as("after %d steps", steps)
            .isIn(written ? List.of(2L, 3L) : List.of(1L, 2L));
      }
    }
  }
}
