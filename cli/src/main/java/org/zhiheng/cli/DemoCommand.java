package org.zhiheng.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhiheng.cli.demo.Story;
import org.zhiheng.cli.demo.Telling;
import org.zhiheng.cli.demo.Told;
import org.zhiheng.cli.output.OutputFormat;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `zhiheng demo --script`
@Command(
    name = "demo",
    description = {
      "Tells a story as the commands that a person would type, in a workspace of its own: each",
      "step with the record it makes and its proof, at the end a bundle that evidence verify",
      "accepts. Without --script the launcher opens the pages instead."
    })
final class DemoCommand implements Verb {

  private final Session session;

  @Option(
      names = "--script",
      required = true,
      paramLabel = "STORY",
      description = "institute, toy-maker or region.")
  private String script = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the bundle is written (default: STORY.ipev); one that is there stays.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Leaves the workspace and the story's files in this empty folder.")
  private Optional<Path> keep = Optional.empty();

  DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public ExitCode done() throws IOException {
    if (!Story.NAMES.contains(script)) {
      throw new ProblemsException(
          Problem.of(
              "demo-story",
              "--script",
              script,
              "A story is one of " + String.join(", ", Story.NAMES) + "."));
    }
    Path bundle =
        session.around().folder().resolve(out.orElse(Path.of(script + ".ipev"))).normalize();
    if (Files.exists(bundle)) {
      throw new FileAlreadyExistsException(bundle.toString());
    }
    if (keep.isPresent()) {
      return told(empty(session.around().folder().resolve(keep.get())), bundle);
    }
    Path folder = Files.createTempDirectory("zhiheng-demo");
    try {
      return told(folder, bundle);
    } finally {
      removed(folder);
    }
  }

  private static Path empty(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new ProblemsException(
            Problem.of("demo-folder", "--keep", folder.toString(), "The folder is not empty."));
      }
    }
    return folder;
  }

  private ExitCode told(Path folder, Path bundle) throws IOException {
    Story story = Story.of(script);
    Surroundings there = around(folder, story.clock());
    // held open: the commands join its database instead of starting one each
    try (Workspace held = session.opened(folder.resolve(Session.HOME), there)) {
      Telling telling =
          new Telling(
              story,
              (arguments, clock) -> answer(around(folder, clock), arguments),
              () -> newest(held.proving().open(), held),
              folder);
      Told told = telling.told(this::tell, bundle);
      switch (session.format()) {
        case JSON -> session.out().println(told.json());
        case TEXT, CSV -> session.out().println(story.title() + ": " + bundle);
      }
      return ExitCode.DONE;
    } catch (Telling.WentOtherwise otherwise) {
      throw new IllegalStateException(otherwise.getMessage(), otherwise);
    }
  }

  private Surroundings around(Path folder, Instant clock) {
    Surroundings around = session.around();
    return new Surroundings(
        around.variables(),
        folder,
        () -> clock,
        around.user(),
        InputStream.nullInputStream(),
        false,
        false,
        around.stop());
  }

  private Telling.Answer answer(Surroundings there, List<String> arguments) {
    List<String> whole = new ArrayList<>(arguments);
    whole.add("--format");
    whole.add(OutputFormat.JSON.toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        session.again(
            whole,
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            there);
    return new Telling.Answer(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static String newest(ProveDesk desk, Workspace workspace) throws IOException {
    desk.turn().until(() -> false, Duration.ZERO);
    return desk.book().page(workspace.owner(), Optional.empty(), Optional.empty(), 1).stream()
        .findFirst()
        .map(DemoCommand::proof)
        .orElse("");
  }

  private static String proof(EvidenceStore.Kept kept) {
    return kept.id() + kept.index().map(index -> " at " + index).orElse("");
  }

  private void tell(Told.Step step) {
    if (session.format() != OutputFormat.JSON) {
      session.out().println(step.name());
      session.out().println("  " + step.says());
      session.out().println("  " + step.record() + " · " + step.proof());
      session.out().flush();
    } else {
      session.say(step.name());
    }
  }

  private static void removed(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
