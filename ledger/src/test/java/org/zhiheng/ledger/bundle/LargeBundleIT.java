package org.zhiheng.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Writes and checks a bundle that is several times larger than the memory of whoever does it.
/// `-Dlarge.mebibytes=2048` makes it the largest file there may be.
final class LargeBundleIT {

  private static final String HEAP = "-Xmx32m";

  private static final long SIZE_BYTES = Long.getLong("large.mebibytes", 160) << 20;

  @TempDir Path folder;

  private static String run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                LargeBundle.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void isWrittenAndCheckedWithLittleMemory() throws IOException, InterruptedException {
    Path bundle = folder.resolve("large.ipev");
    assertThat(run("write", bundle.toString(), Long.toString(SIZE_BYTES)))
        .contains("bytes " + Files.size(bundle));
    assertThat(Files.size(bundle)).isBetween(SIZE_BYTES, SIZE_BYTES + 100_000);
    assertThat(run("check", bundle.toString()))
        .contains("statement: passed", "inclusion: passed", "witness: passed");

    // a bit within the file, where it is farthest from both ends
    try (RandomAccessFile file = new RandomAccessFile(bundle.toFile(), "rw")) {
      file.seek(SIZE_BYTES / 2);
      int there = file.read();
      file.seek(SIZE_BYTES / 2);
      file.write(there ^ 1);
    }
    assertThat(run("check", bundle.toString()))
        .contains("bundle-zip", "statement: failed")
        .doesNotContain("passed");
  }
}
