package org.zhiheng.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the documents say of the sources is so.
final class GuideTest {

  private static final Path ARCHITECTURE = Path.of("docs", "ARCHITECTURE.md");
  private static final Path PROBLEMS = Path.of("docs", "guide", "reference", "problems.md");
  private static final Path RELIABILITY = Path.of("docs", "reliability.md");
  private static final Path README = Path.of("README.md");
  private static final Path GUIDE = Path.of("docs", "guide");
  private static final Path CHINESE = GUIDE.resolve("zh");

  private static final int ARCHITECTURE_LINES_MAX = 150;
  private static final int README_LINES_MAX = 200;
  private static final int STOPS = 6;

  /// A stop: a file, a line, and what stands there.
  private static final Pattern STOP = Pattern.compile("`([\\w./-]+\\.\\w+):([0-9]+)` `([^`]+)`");

  /// A link to a file of the tree.
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)#\\s]+)");

  @Test
  void theStopsOfTheArchitectureStandWhereItSays() {
    String text = House.text(ARCHITECTURE);

    assertThat(stops(text)).hasSize(STOPS);
    assertThat(wrongStops(text)).isEmpty();
  }

  @Test
  void refusesAStopThatMoved() {
    assertThat(wrongStops("`pom.xml:1` `<?xml` and `pom.xml:2` `<artifactId>` and `no.java:1` `x`"))
        .containsExactly("pom.xml:2 has no <artifactId>", "no.java is no file");
  }

  @Test
  void theShortOnesAreShort() {
    assertThat(House.text(ARCHITECTURE).lines().count())
        .isLessThanOrEqualTo(ARCHITECTURE_LINES_MAX);
    assertThat(House.text(README).lines().count()).isLessThanOrEqualTo(README_LINES_MAX);
  }

  @Test
  void everyProblemCodeIsExplained() {
    assertThat(ProblemCodes.differences(sources(), House.text(PROBLEMS))).isEmpty();
  }

  @Test
  void refusesAListThatDiffers() {
    List<SourceText> one =
        List.of(SourceText.java("a/A.java", "x = Problem.of(\"row-long\", p, g, r);\n"));

    assertThat(ProblemCodes.differences(one, "| `row-long` | A row is too long. |\n")).isEmpty();
    assertThat(ProblemCodes.differences(one, "| `row-short` | Too short. |\n"))
        .containsExactly(
            "| `row-long` | … | is not explained; see a/A.java:1",
            "row-short is explained and no source has it");
  }

  /// A fuzz says in its own words what may come out; the table is for those who ask what is tried.
  @Test
  void everyFuzzStandsInTheTable() {
    List<String> tests =
        House.files("test/java", "Fuzz.java").stream()
            .map(file -> "`" + String.valueOf(file.getFileName()).replace(".java", "") + "`")
            .toList();

    assertThat(tests).isNotEmpty();
    assertThat(House.text(RELIABILITY)).contains(tests);
  }

  @Test
  void everyLinkBetweenDocumentsLeadsSomewhere() throws java.io.IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      Matcher link = LINK.matcher(House.text(document));
      while (link.find()) {
        Path folder = House.root().resolve(document).getParent();
        if (folder == null || !Files.exists(folder.resolve(link.group(1)))) {
          broken.add(document + " -> " + link.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  /// Every page that tells how or why stands in Chinese too, with the same commands.
  @Test
  void theGuideIsTheSameInChinese() throws java.io.IOException {
    List<String> differing = new ArrayList<>();
    for (Path page : documents()) {
      if (page.startsWith(GUIDE)
          && !page.startsWith(CHINESE)
          && !page.startsWith(GUIDE.resolve("reference"))) {
        Path chinese = CHINESE.resolve(GUIDE.relativize(page));
        if (!Files.exists(House.root().resolve(chinese))) {
          differing.add(chinese + " is missing");
        } else if (!blocks(House.text(page)).equals(blocks(House.text(chinese)))) {
          differing.add(chinese + " has other commands than " + page);
        }
      }
    }
    assertThat(differing).isEmpty();
  }

  /// What stands in fences, without what a `#` says of it.
  private static List<String> blocks(String text) {
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String line : text.lines().toList()) {
      if (line.strip().startsWith("```")) {
        inside = !inside;
      } else if (inside) {
        lines.add(line.replaceFirst("(^|\\s)#.*", "").stripTrailing());
      }
    }
    return lines;
  }

  private static List<Path> documents() throws java.io.IOException {
    try (java.util.stream.Stream<Path> all = Files.walk(House.root().resolve("docs"))) {
      List<Path> found =
          new ArrayList<>(
              all.filter(file -> file.toString().endsWith(".md"))
                  .map(House.root()::relativize)
                  .sorted()
                  .toList());
      found.add(README);
      return found;
    }
  }

  private static List<SourceText> sources() {
    // the made-up refusals of the contract tests reach nobody
    return House.files("main", ".java").stream()
        .filter(file -> !file.startsWith("contracts"))
        .map(file -> SourceText.java(file.toString(), House.text(file)))
        .toList();
  }

  private static List<String> stops(String text) {
    return STOP.matcher(text).results().map(java.util.regex.MatchResult::group).toList();
  }

  private static List<String> wrongStops(String text) {
    List<String> wrong = new ArrayList<>();
    Matcher stop = STOP.matcher(text);
    while (stop.find()) {
      Path file = Path.of(stop.group(1));
      if (!Files.isRegularFile(House.root().resolve(file))) {
        wrong.add(file + " is no file");
        continue;
      }
      List<String> lines = House.text(file).lines().toList();
      int line = Integer.parseInt(stop.group(2));
      if (line < 1 || line > lines.size() || !lines.get(line - 1).contains(stop.group(3))) {
        wrong.add(file + ":" + line + " has no " + stop.group(3));
      }
    }
    return wrong;
  }
}
