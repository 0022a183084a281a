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
import org.zhiheng.jobs.tour.Tour;
import org.zhiheng.register.record.RightQuery;
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
      "accepts. With --stories it tells all of them in the empty workspace of --home, where the",
      "pages lead through them. Without either the launcher opens the pages instead."
    })
final class DemoCommand implements Verb {

  private static final int RIGHTS_MAX = 1_000;

  private final Session session;

  @Option(names = "--script", paramLabel = "STORY", description = "institute, toy-maker or region.")
  private String script = "";

  @Option(names = "--stories", description = "All of them, in one workspace that stays.")
  private boolean stories;

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
    if (stories) {
      return all(session.home());
    }
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
      return told(empty("--keep", session.around().folder().resolve(keep.get())), bundle);
    }
    Path folder = Files.createTempDirectory("zhiheng-demo");
    try {
      return told(folder, bundle);
    } finally {
      removed(folder);
    }
  }

  private static Path empty(String option, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new ProblemsException(
            Problem.of("demo-folder", option, folder.toString(), "The folder is not empty."));
      }
    }
    return folder;
  }

  private ExitCode told(Path folder, Path bundle) throws IOException {
    Story story = Story.of(script);
    // held open: the commands join its database instead of starting one each
    try (Workspace held =
        session.opened(folder.resolve(Session.HOME), around(folder, story.clock()))) {
      Told told = told(story, held, List.of(), folder, bundle, 0);
      switch (session.format()) {
        case JSON -> session.out().println(told.json());
        case TEXT, CSV -> session.out().println(story.title() + ": " + bundle);
      }
      return ExitCode.DONE;
    }
  }

  /// Tells all in one workspace, one after the other: the rights of the next are numbered behind
  /// those of the one before.
  private ExitCode all(Path home) throws IOException {
    empty("--home", home);
    List<Tour.Story> told = new ArrayList<>();
    int rights = 0;
    Path folder = Files.createTempDirectory("zhiheng-stories");
    try {
      for (String name : Story.NAMES) {
        Story story = Story.of(name);
        Path bundle = folder.resolve(name + ".ipev");
        session.say(story.title());
        try (Workspace held = session.opened(home, around(folder, story.clock()))) {
          List<String> there = List.of("--home", home.toAbsolutePath().toString());
          told.add(tour(story, told(story, held, there, folder, bundle, rights)));
          rights =
              Math.toIntExact(
                  held.records()
                      .count(
                          held.owner(),
                          RightQuery.all(held.owner().organisation(), 1),
                          RIGHTS_MAX));
        }
      }
    } finally {
      removed(folder);
    }
    new Tour(rights, told).write(home);
    return ExitCode.DONE;
  }

  private static Tour.Story tour(Story story, Told told) {
    return new Tour.Story(
        story.name(),
        half(story.title(), 0),
        half(story.title(), 1),
        told.steps().stream()
            .map(step ->
                new Tour.Step(
                    step.name(),
                    half(step.says(), 0),
                    half(step.says(), 1),
                    step.page(),
                    step.record(),
                    step.proof()))
            .toList());
  }

  /// `中文 / English`
  private static String half(String both, int which) {
    return both.split(" / ", 2)[which].strip();
  }

  private Told told(
      Story story, Workspace held, List<String> there, Path folder, Path bundle, int rights)
      throws IOException {
    try {
      return new Telling(
              story,
              (arguments, clock) -> answer(around(folder, clock), there, arguments),
              () -> newest(held.proving().open(), held),
              folder,
              rights)
          .told(this::tell, bundle);
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

  private Telling.Answer answer(Surroundings there, List<String> where, List<String> arguments) {
    List<String> whole = new ArrayList<>(where);
    whole.addAll(arguments);
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
