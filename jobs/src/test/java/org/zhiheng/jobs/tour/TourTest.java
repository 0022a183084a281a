package org.zhiheng.jobs.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TourTest {

  @TempDir Path home;

  private static Tour tour(String page) {
    return new Tour(
        7,
        List.of(
            new Tour.Story(
                "region",
                "区域",
                "The region",
                List.of(
                    new Tour.Step("one", "一", "One", page, "R1", "EV1 at 0"),
                    new Tour.Step("two", "二", "Two", "/prove", "R2", "EV2 at 1")))));
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    Tour tour = tour("/rights/R1?q=样例");
    tour.write(home);

    assertThat(Tour.of(home)).isEqualTo(tour);
    Tour.Stop stop = tour.stop("region", 1).orElseThrow();
    assertThat(stop.step().name()).isEqualTo("one");
    assertThat(stop.more()).isTrue();
    assertThat(tour.stop("region", 2).orElseThrow().more()).isFalse();
    assertThat(tour.stop("region", 0)).isEmpty();
    assertThat(tour.stop("region", 3)).isEmpty();
    assertThat(tour.stop("opera", 1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"//other.example/", "https://other.example/", "rights", "/\\other", ""})
  void leadsToNoOtherSite(String page) throws IOException {
    tour(page).write(home);

    assertThat(Tour.of(home).stop("region", 1).orElseThrow().step().page()).isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"stories\":", "{\"stories\":7}", "null"})
  void isNoneWhereTheFileDoesNotRead(String text) throws IOException {
    assertThat(Tour.of(home)).isEqualTo(Tour.NONE);
    Files.writeString(home.resolve("tour.json"), text);

    assertThat(Tour.of(home)).isEqualTo(Tour.NONE);
  }
}
