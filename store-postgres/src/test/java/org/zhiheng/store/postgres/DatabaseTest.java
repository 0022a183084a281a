package org.zhiheng.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.store.postgres.engine.Engine;

final class DatabaseTest {

  @Test
  void startsStopsAndStartsAgain(@TempDir Path home) throws IOException {
    for (int round = 0; round < 3; round++) {
      long from = System.nanoTime();
      try (Database database = Database.open(home, Optional.empty())) {
        assertThat(database.client().sql("select count(*) from event").query(Long.class).single())
            .isZero();
        System.out.println("open ms " + (System.nanoTime() - from) / 1_000_000);
        from = System.nanoTime();
      }
      System.out.println("close ms " + (System.nanoTime() - from) / 1_000_000);
      assertThat(Engine.of(home).process()).isEmpty();
    }
  }
}
