package org.zhiheng.contracts.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.log.Wal;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// What every [Wal] passes.
public abstract class WalContract {

  /// Opens the one of this test, anew when it was opened before.
  ///
  /// @throws IOException when it cannot be opened
  protected abstract Wal open() throws IOException;

  private static List<byte[]> batch(Seed seed, int count) {
    List<byte[]> entries = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      byte[] entry = new byte[seed.chance(0.1) ? 0 : seed.between(1, 300)];
      seed.random().nextBytes(entry);
      entries.add(entry);
    }
    return entries;
  }

  private static List<byte[]> all(Wal wal, long from) throws IOException {
    List<byte[]> entries = new ArrayList<>();
    wal.replay(
        from,
        (index, entry) -> {
          assertThat(index).isEqualTo(from + entries.size());
          entries.add(entry);
        });
    return entries;
  }

  @Seeds(10)
  void givesBackWhatItTookWhenItIsOpenedAnew(Seed seed) throws IOException {
    Wal wal = open();
    List<byte[]> expected = new ArrayList<>();
    for (int turn = 0; turn < 12; turn++) {
      List<byte[]> batch = batch(seed, seed.between(1, 60));
      wal.append(expected.size(), batch);
      expected.addAll(batch);
    }
    assertThat(all(wal, 0)).containsExactlyElementsOf(expected);
    Wal again = open();
    assertThat(all(again, 0)).containsExactlyElementsOf(expected);
    int from = seed.between(0, expected.size());
    assertThat(all(again, from)).containsExactlyElementsOf(expected.subList(from, expected.size()));
    again.append(expected.size(), List.of(new byte[] {1}));
    assertThat(all(open(), expected.size())).containsExactly(new byte[] {1});
  }

  @Test
  void refusesABatchThatDoesNotFollow() throws IOException {
    Wal wal = open();
    wal.append(0, List.of(new byte[] {1}, new byte[] {2}));
    assertThatThrownBy(() -> wal.append(1, List.of(new byte[] {3})))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> wal.append(3, List.of(new byte[] {3})))
        .isInstanceOf(IOException.class);
  }

  @Test
  void keepsWhatIsNotReleased() throws IOException {
    Wal wal = open();
    List<byte[]> entry = List.of(new byte[1000]);
    for (int index = 0; index < 200; index++) {
      wal.append(index, entry);
      wal.release(index / 2);
    }
    assertThat(all(wal, 100)).hasSize(100);
    assertThat(all(open(), 100)).hasSize(100);
  }
}
