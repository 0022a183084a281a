package org.zhiheng.contracts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;

/// A program around the reference code of Go's checksum database that reads a log as a stranger
/// would.
///
/// Built where `./zhiheng test --interop` runs, which installs Go and its x/mod (Debian: golang-go,
/// golang-golang-x-mod-dev) where it may; else the test that asks for it is not run, and says so.
public final class GoReader {

  private static final Path LIBRARY = Path.of("/usr/share/gocode");
  private static final long SECONDS_MAX = 120;

  private final Path program;

  private GoReader(Path program) {
    this.program = program;
  }

  /// Builds it in a folder, unless it is there.
  ///
  /// @param what the test, as it is listed where it is not run
  /// @param notRun told so, where it is not
  /// @throws IOException when the folder cannot be written
  /// @throws InterruptedException when the thread is to end
  public static GoReader in(Path folder, String what, Consumer<String> notRun)
      throws IOException, InterruptedException {
    if (!Boolean.getBoolean("interop")) {
      notRun.accept("NOT RUN: " + what + "; run it with: ./zhiheng test --interop");
    }
    Assumptions.assumeTrue(Boolean.getBoolean("interop"), "NOT RUN: " + what);
    assertThat(LIBRARY.resolve("src/golang.org/x/mod/sumdb/tlog")).isDirectory();
    Path program = folder.resolve("readlog");
    if (!Files.exists(program)) {
      try (InputStream source = GoReader.class.getResourceAsStream("readlog.go")) {
        Files.copy(Objects.requireNonNull(source), folder.resolve("readlog.go"));
      }
      ProcessBuilder go =
          new ProcessBuilder("go", "build", "-o", "readlog", "readlog.go")
              .directory(folder.toFile());
      go.environment().put("GO111MODULE", "off");
      go.environment().put("GOPATH", LIBRARY.toString());
      go.environment().put("GOCACHE", folder.resolve("cache").toString());
      go.environment().put("GOFLAGS", "");
      assertThat(run(go)).isEqualTo("0 ");
    }
    return new GoReader(program);
  }

  /// Reads a log: each of these checkpoints, every entry, and that one grew out of the other.
  ///
  /// @param key of the log
  /// @param where a folder, or an address that begins with `http`
  /// @param checkpoints names below it, or paths of files
  /// @return exit code, a space, and what it printed
  /// @throws IOException when it does not start
  /// @throws InterruptedException when the thread is to end
  public String read(String key, String where, List<String> checkpoints)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.add(key);
    command.add(where);
    command.addAll(checkpoints);
    return run(new ProcessBuilder(command));
  }

  private static String run(ProcessBuilder program) throws IOException, InterruptedException {
    Process process = program.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() + " " + said;
  }
}
