package org.zhiheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiheng.cli.demo.Story;
import org.zhiheng.jobs.tour.Tour;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The stories of the demo, told to their ends.
final class DemoStoriesIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  private static Stream<String> stories() {
    return Story.NAMES.stream();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void isToldWithARecordAndAProofForEachStep(String story) throws IOException {
    Ran told = run(List.of("demo", "--script", story, "--format", "json", "--out", "it.ipev"));
    assertThat(told.exit()).as(told.err()).isZero();
    JsonNode answer = JSON.readTree(told.out());
    assertThat(answer.at("/story").asString()).isEqualTo(story);
    assertThat(answer.at("/steps").size()).isEqualTo(Story.of(story).steps().size());
    for (JsonNode step : answer.at("/steps")) {
      assertThat(step.at("/name").asString()).isNotBlank();
      assertThat(step.at("/record").asString()).isNotBlank();
      assertThat(step.at("/proof").asString()).isNotBlank();
    }
    Path bundle = Path.of(answer.at("/bundle").asString());
    assertThat(run(List.of("evidence", "verify", bundle.toString())).exit()).isZero();
    // one byte more, and it is no bundle any more
    byte[] bytes = Files.readAllBytes(bundle);
    bytes[bytes.length / 2] ^= 1;
    Files.write(bundle, bytes);
    assertThat(run(List.of("evidence", "verify", bundle.toString())).exit()).isEqualTo(4);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(bundle);
    }
  }

  /// All in one workspace, which stays: what each step names is there, and the pages are told the
  /// way.
  @Test
  void allAreToldInOneWorkspace() throws IOException {
    Path home = folder.resolve("home");
    Ran told = run(List.of("demo", "--stories", "--home", home.toString()));
    assertThat(told.exit()).as(told.err()).isZero();
    Tour tour = Tour.of(home);
    assertThat(tour.stories().stream().map(Tour.Story::name)).isEqualTo(Story.NAMES);
    for (Tour.Story story : tour.stories()) {
      assertThat(story.steps()).hasSameSizeAs(Story.of(story.name()).steps());
      for (Tour.Step step : story.steps()) {
        assertThat(step.zh()).as(step.name()).isNotBlank();
        assertThat(step.en()).as(step.name()).isNotBlank();
        assertThat(step.page()).as(step.name()).startsWith("/").doesNotContain("$");
      }
    }
    // the rights of the second story are numbered behind those of the first
    assertThat(tour.stories().get(1).steps().getFirst().page()).isEqualTo("/rights/R4");
    Ran right = run(List.of("right", "show", "R4", "--home", home.toString()));
    assertThat(right.out()).contains("LABUBU");
    Ran again = run(List.of("demo", "--stories", "--home", home.toString()));
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).contains("[demo-folder]");
  }

  @Test
  void anUnknownStoryIsRefused() {
    Ran told = run(List.of("demo", "--script", "opera"));
    assertThat(told.exit()).isEqualTo(1);
    assertThat(told.err()).contains("institute, toy-maker, region").contains("[demo-story]");
  }

  private Ran run(List<String> arguments) {
    return Ran.with(Ran.around(folder, () -> Instant.parse("2026-11-22T04:00:00Z")), arguments);
  }
}
