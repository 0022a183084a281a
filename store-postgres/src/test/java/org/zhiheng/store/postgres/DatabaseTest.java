package org.zhiheng.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.store.postgres.engine.Engine;
import org.zhiheng.values.ProblemsException;

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

  @Test
  void refusesTheRecordOfANewerRelease(@TempDir Path home) throws IOException {
    try (Database database = Database.open(home, Optional.empty())) {
      database
          .client()
          .sql(
              "insert into flyway_schema_history select max(installed_rank) + 1, '9999', 'later',"
                  + " 'SQL', 'V9999__later.sql', 1, 'zhiheng', now(), 1, true from"
                  + " flyway_schema_history")
          .update();
    }
    assertThatThrownBy(() -> Database.open(home, Optional.empty()))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("record-newer");
    // the server that was started for the look is stopped again
    assertThat(Engine.of(home).process()).isEmpty();
    try (Database database = Database.openAsItIs(home, Optional.empty())) {
      assertThat(RecordForm.of(database).there()).isEqualTo(9999);
    }
  }
}
