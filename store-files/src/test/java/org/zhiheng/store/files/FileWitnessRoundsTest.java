package org.zhiheng.store.files;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.contracts.prove.WitnessRoundsContract;
import org.zhiheng.jobs.prove.WitnessRounds;

final class FileWitnessRoundsTest extends WitnessRoundsContract {

  @TempDir Path folder;

  @Override
  protected WitnessRounds rounds() {
    return new ProveFolder(folder).rounds();
  }

  @Test
  void whatIsNoRoundIsRefusedByItsName() throws IOException {
    Path file = Files.createDirectories(folder.resolve("log")).resolve("answered");
    for (String bad :
        List.of(
            "",
            "{}",
            "{\"answered\":[{}],\"at\":\"2026-11-30T08:00:00Z\",\"size\":1}",
            "{\"answered\":[],\"at\":\"yesterday\",\"size\":1}",
            "{\"answered\":[{\"address\":\"a\",\"answer\":\"maybe\",\"reason\":\"\",\"size\":\"\"}],"
                + "\"at\":\"2026-11-30T08:00:00Z\",\"size\":1}")) {
      Files.writeString(file, bad);
      assertThatThrownBy(() -> rounds().latest())
          .as(bad)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(file.toString());
    }
  }
}
