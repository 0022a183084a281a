package org.zhiheng.contracts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.log.Head;

/// What every [Head] passes.
public abstract class HeadContract {

  /// That of a log of this test, through a connection of its own.
  ///
  /// @throws IOException when it cannot be opened
  protected abstract Head head() throws IOException;

  @Test
  void isEmptyAtFirst() throws IOException {
    assertThat(head().latest()).isEmpty();
  }

  @Test
  void swapsOnlyWhatIsThere() throws IOException {
    Head head = head();
    assertThat(head.swap(Optional.of("other"), "one")).isFalse();
    assertThat(head.swap(Optional.empty(), "one")).isTrue();
    assertThat(head().latest()).hasValue("one");
    assertThat(head.swap(Optional.empty(), "two")).isFalse();
    assertThat(head.swap(Optional.of("other"), "two")).isFalse();
    assertThat(head().latest()).hasValue("one");
    assertThat(head.swap(Optional.of("one"), "two\n— 第二\n")).isTrue();
    assertThat(head().latest()).hasValue("two\n— 第二\n");
  }

  @Test
  void letsOneOfManyThrough() throws InterruptedException, ExecutionException, IOException {
    assertThat(head().swap(Optional.empty(), "start")).isTrue();
    List<Callable<Boolean>> all = new ArrayList<>();
    for (int number = 0; number < 8; number++) {
      String mine = "by " + number;
      all.add(() -> head().swap(Optional.of("start"), mine));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int through = 0;
      for (Future<Boolean> one : threads.invokeAll(all)) {
        through += one.get() ? 1 : 0;
      }
      assertThat(through).isEqualTo(1);
    }
  }
}
