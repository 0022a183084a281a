package org.zhiheng.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tells a story: runs its commands one after the other, and stops at the first answer that is not
/// what the story says. For one thread.
public final class Telling {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int SAID_MAX = 3;
  private static final Pattern RIGHT = Pattern.compile("\\bR([0-9]{1,6})\\b");

  private final Story story;
  private final Line line;
  private final Logged logged;
  private final Path folder;
  private final int before;
  private final Map<String, String> kept = new HashMap<>();

  /// @param line runs a command
  /// @param logged what the log has
  /// @param folder where the commands find their files
  /// @param before rights that the workspace has already: the story's R1 is the next one
  public Telling(Story story, Line line, Logged logged, Path folder, int before) {
    this.story = story;
    this.line = line;
    this.logged = logged;
    this.folder = folder;
    this.before = before;
  }

  /// Runs a command as a person would, with answers in JSON.
  @FunctionalInterface
  public interface Line {
    /// Its answer at that time.
    Answer run(List<String> arguments, Instant clock);
  }

  /// What a command answered.
  public record Answer(int exit, String out, String err) {}

  /// What the log has.
  @FunctionalInterface
  public interface Logged {
    /// The newest evidence and where its leaf stands, once all that is due is in the log; empty
    /// while there is none.
    ///
    /// @throws IOException when the log cannot be read
    String newest() throws IOException;
  }

  /// An answer that is not what the story says.
  public static final class WentOtherwise extends RuntimeException {
    private static final long serialVersionUID = 1;

    WentOtherwise(String message) {
      super(message);
    }
  }

  /// Tells it.
  ///
  /// @param told each step as it was taken
  /// @param bundle the file that the last step writes
  /// @throws IOException when a file cannot be written or the log cannot be read
  /// @throws WentOtherwise at the first answer that is not what the story says
  public Told told(Consumer<Told.Step> told, Path bundle) throws IOException {
    for (Story.FileText file : story.files()) {
      Path path = folder.resolve(file.name());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.text());
    }
    kept.put("BUNDLE", bundle.toString());
    List<Told.Step> steps = new ArrayList<>();
    String newest = logged.newest();
    for (Story.Step step : story.steps()) {
      String last = "";
      for (Story.Command command : step.commands()) {
        last = run(step, command);
      }
      JsonNode answer = tree(last);
      for (Story.Holds holds : step.holds()) {
        String found = at(answer, filled(holds.pointer()));
        if (!found.equals(filled(holds.text()))) {
          throw new WentOtherwise(
              step.name() + ": " + holds.pointer() + " is " + found + ", not " + holds.text());
        }
      }
      for (Story.Keeps keeps : step.keeps()) {
        kept.put(keeps.name(), at(answer, keeps.pointer()));
      }
      String now = logged.newest();
      String proof =
          step.proof()
              .map(pointer -> pointer.startsWith("/") ? at(answer, pointer) : filled(pointer))
              .orElse(now.equals(newest) ? "" : now);
      newest = now;
      String record =
          step.record().startsWith("/") ? at(answer, step.record()) : filled(step.record());
      if (record.isEmpty() || proof.isEmpty()) {
        throw new WentOtherwise(step.name() + ": it left no record or no proof");
      }
      Told.Step taken = new Told.Step(step.name(), step.says(), record, proof, filled(step.page()));
      told.accept(taken);
      steps.add(taken);
    }
    return new Told(story.name(), steps, bundle.toString());
  }

  private String run(Story.Step step, Story.Command command) {
    List<String> arguments = command.arguments().stream().map(this::filled).toList();
    Answer answer = line.run(arguments, step.clock());
    if (answer.exit() != command.exit()) {
      throw new WentOtherwise(
          step.name()
              + ": zhiheng "
              + String.join(" ", arguments)
              + " left with "
              + answer.exit()
              + ", not "
              + command.exit()
              + "\n"
              + (answer.err() + answer.out()).lines().limit(SAID_MAX).toList());
    }
    return answer.out();
  }

  private static JsonNode tree(String text) {
    return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
  }

  private static String at(JsonNode answer, String pointer) {
    JsonNode node = answer.at(pointer);
    return node.isMissingNode() || node.isNull() ? "" : node.asString("");
  }

  private String filled(String text) {
    String filled =
        RIGHT.matcher(text).replaceAll(found -> "R" + (before + Integer.parseInt(found.group(1))));
    for (Map.Entry<String, String> one : kept.entrySet()) {
      filled = filled.replace("$" + one.getKey(), one.getValue());
    }
    return filled;
  }
}
