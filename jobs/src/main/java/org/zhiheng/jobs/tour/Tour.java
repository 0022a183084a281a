package org.zhiheng.jobs.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.report.RecordJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The stories of a workspace, each step with the page it is seen on, its record and its proof.
///
/// @param rights that the workspace had when the last one was told
/// @param stories in their order
public record Tour(int rights, List<Story> stories) {

  /// No story was told.
  public static final Tour NONE = new Tour(0, List.of());

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FILE = "tour.json";
  private static final String PAGE = "/[^/\\\\].*";

  /// Copies the list.
  public Tour {
    stories = List.copyOf(stories);
  }

  /// A story.
  ///
  /// @param name such as `institute`
  /// @param zh its title
  /// @param en its title
  /// @param steps in their order
  public record Story(String name, String zh, String en, List<Step> steps) {
    /// Copies the list.
    public Story {
      steps = List.copyOf(steps);
    }
  }

  /// A step.
  ///
  /// @param name such as `gate-blocks`
  /// @param zh what happens
  /// @param en what happens
  /// @param page path and query of the page it is seen on, within this site
  /// @param record what was made or asked
  /// @param proof where the log has it, or the rule it follows
  public record Step(String name, String zh, String en, String page, String record, String proof) {}

  /// A step within its story.
  ///
  /// @param at the number of the step, from 1
  public record Stop(Story story, int at) {

    /// The step.
    public Step step() {
      return story.steps().get(at - 1);
    }

    /// Whether another follows.
    public boolean more() {
      return at < story.steps().size();
    }
  }

  /// A step.
  ///
  /// @param at from 1
  public Optional<Stop> stop(String story, int at) {
    return stories.stream()
        .filter(one -> one.name().equals(story) && at >= 1 && at <= one.steps().size())
        .map(one -> new Stop(one, at))
        .findFirst();
  }

  /// Reads what was told in a workspace; none where none was, or the file does not read: a tour is
  /// no reason not to open.
  public static Tour of(Path home) {
    try {
      Path file = home.resolve(FILE);
      return Files.isRegularFile(file) ? read(JSON.readTree(Files.readString(file))) : NONE;
    } catch (IOException | IllegalArgumentException | tools.jackson.core.JacksonException no) {
      return NONE;
    }
  }

  private static Tour read(JsonNode node) {
    List<Story> stories = new ArrayList<>();
    for (JsonNode story : node.path("stories")) {
      List<Step> steps = new ArrayList<>();
      for (JsonNode step : story.path("steps")) {
        String page = step.path("page").asString("");
        steps.add(
            new Step(
                step.path("name").asString(""),
                step.path("zh").asString(""),
                step.path("en").asString(""),
                page.matches(PAGE) ? page : "/",
                step.path("record").asString(""),
                step.path("proof").asString("")));
      }
      stories.add(
          new Story(
              story.path("name").asString(""),
              story.path("zh").asString(""),
              story.path("en").asString(""),
              steps));
    }
    return new Tour(node.path("rights").asInt(0), stories);
  }

  /// Writes it beside what was told.
  ///
  /// @throws IOException when it cannot be written
  public void write(Path home) throws IOException {
    Files.writeString(
        home.resolve(FILE),
        RecordJson.text(out -> {
          out.writeStartObject();
          out.writeNumberProperty("rights", rights);
          out.writeArrayPropertyStart("stories");
          for (Story story : stories) {
            out.writeStartObject();
            out.writeStringProperty("name", story.name());
            out.writeStringProperty("zh", story.zh());
            out.writeStringProperty("en", story.en());
            out.writeArrayPropertyStart("steps");
            for (Step step : story.steps()) {
              out.writeStartObject();
              out.writeStringProperty("name", step.name());
              out.writeStringProperty("zh", step.zh());
              out.writeStringProperty("en", step.en());
              out.writeStringProperty("page", step.page());
              out.writeStringProperty("record", step.record());
              out.writeStringProperty("proof", step.proof());
              out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeEndObject();
        }));
  }
}
