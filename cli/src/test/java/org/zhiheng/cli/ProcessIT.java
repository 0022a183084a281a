package org.zhiheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A few calls as real processes: what only a process shows.
final class ProcessIT {

  private static final long WAIT_SECONDS_MAX = 60;

  @TempDir Path folder;

  private record Ended(int code, String out, String err) {}

  private Ended call(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("org.zhiheng.cli.Main");
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(WAIT_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    return new Ended(
        process.exitValue(),
        java.nio.file.Files.readString(out, StandardCharsets.UTF_8),
        java.nio.file.Files.readString(err, StandardCharsets.UTF_8));
  }

  @Test
  void answersInUtf8AndWithoutColour() throws IOException, InterruptedException {
    Ended ended = call("number", "check", "--as", "nice", "第28类");

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("第28类").doesNotContain("\u001b");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void leavesWithTheCodeOfARefusal() throws IOException, InterruptedException {
    assertThat(call("number", "check", "201830514079.1").code()).isEqualTo(1);
    assertThat(call("number").code()).isEqualTo(2);
    assertThat(call("import", "marks-csv", "absent.csv").code()).isEqualTo(3);
  }

  @Test
  void writesACompletionScriptThatNamesTheCommands() throws IOException, InterruptedException {
    Ended ended = call("completion", "bash");

    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .startsWith("#!/usr/bin/env bash")
        .contains("complete -F")
        .contains("right");
  }
}
