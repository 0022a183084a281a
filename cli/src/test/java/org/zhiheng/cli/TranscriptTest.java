package org.zhiheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiheng.store.postgres.Database;

/// Plays every transcript of `src/test/resources/transcripts`, each in a workspace of its own.
final class TranscriptTest {

  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

  @TempDir Path folder;

  private static Path transcripts() {
    return Path.of(
        System.getProperty("zhiheng.root", ".."), "cli", "src", "test", "resources", "transcripts");
  }

  private static Stream<Path> pure() throws IOException {
    return named("pure");
  }

  private static Stream<Path> stored() throws IOException {
    return named("stored");
  }

  private static Stream<Path> named(String below) throws IOException {
    try (Stream<Path> files = Files.list(transcripts().resolve(below))) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pure")
  void answersAsWrittenWithoutAWorkspace(Path transcript) throws IOException {
    play(transcript);
    assertThat(folder.resolve(Session.HOME)).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("stored")
  void answersAsWritten(Path transcript) throws IOException {
    // held open, as a running server would: the calls join its database instead of starting one
    try (Database _ = Database.open(folder.resolve(Session.HOME), Optional.empty())) {
      play(transcript);
    }
  }

  @Test
  void everyCommandHasATranscript() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path transcript : Stream.concat(pure(), stored()).toList()) {
      all.append(Files.readString(transcript));
    }
    Session session =
        new Session(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            around(folder),
            new StoredWorkspaces());

    assertThat(CommandNames.of(Commands.line(session)))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(all.toString()).contains("$ " + name));
  }

  private void play(Path transcript) throws IOException {
    copyFiles();
    boolean write = "write".equals(System.getProperty("golden"));
    List<Transcript.Answer> answers = new ArrayList<>();
    for (Transcript.Step step : Transcript.parse(Files.readString(transcript)).steps()) {
      Ran ran = Ran.with(around(folder), step.arguments());

      String where = transcript.getFileName() + ":" + step.line() + " " + step.arguments();
      List<String> outLines = lines(ran.out());
      List<String> errLines = lines(ran.err());
      answers.add(new Transcript.Answer(outLines, errLines, ran.exit()));
      if (write) {
        continue;
      }
      assertThat(joined(errLines))
          .as(where + " stderr")
          .isEqualTo(Transcript.filled(step.err(), errLines));
      assertThat(joined(outLines))
          .as(where + " stdout")
          .isEqualTo(Transcript.filled(step.out(), outLines));
      assertThat(ran.exit()).as(where + " exit").isEqualTo(step.exit());
    }
    if (write) {
      // to be read before it is committed: what is written is what the program says, right or wrong
      Files.writeString(transcript, Transcript.rewritten(Files.readString(transcript), answers));
    }
  }

  private void copyFiles() throws IOException {
    Path from = transcripts().resolve("files");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(from.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        Files.copy(file, to);
      }
    }
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::stripTrailing).toList();
  }

  private static String joined(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private static Surroundings around(Path folder) {
    return Ran.around(folder, () -> NOW);
  }
}
