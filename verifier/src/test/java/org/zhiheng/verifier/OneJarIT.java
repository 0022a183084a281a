package org.zhiheng.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The one file that a stranger is given, run by a bare JDK. The build runs it behind the
/// packaging, and names the file then.
final class OneJarIT {

  private static final Path JAR = Path.of(System.getProperty("zhiheng.verifier.jar", ""));

  private static final long SIZE_BYTES_MAX = 15_000_000;

  @BeforeAll
  static void isPackaged() {
    assumeTrue(!JAR.toString().isEmpty(), "the jar is not packaged yet");
  }

  private static Process run(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.contains("JAVA") || name.equals("CLASSPATH"));
    return builder.start();
  }

  @Test
  void verifiesWithoutAnythingElse() throws Exception {
    assertThat(Files.size(JAR)).isLessThan(SIZE_BYTES_MAX);
    Process process = run(Golden.path("held.ipev"), "--trust", Golden.path("trust"));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).contains("statement: passed", "inclusion: passed", "witness: passed");
  }

  @Test
  void endsWithFourForNoBundle() throws Exception {
    Process process = run(JAR.toString());
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isEqualTo(4);
    assertThat(said).contains("[bundle-zip]");
  }
}
