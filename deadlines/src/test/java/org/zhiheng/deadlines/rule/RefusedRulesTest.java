package org.zhiheng.deadlines.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiheng.deadlines.yaml.YamlReader;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Every lie of `src/test/resources/…/refused`, one to a file: what it is, and the problems that
/// must be named, each as code, place and a part of the reason, and no others.
final class RefusedRulesTest {

  private static final Pattern WANTED =
      Pattern.compile("# wantError: (?<code>[a-z-]+) \\| (?<path>[^|]*) \\| (?<reason>.+)");

  private static final String LAWS =
      YamlReader.resource(RuleBook.class, "/org/zhiheng/deadlines/laws/cn.yaml");

  private record Wanted(String code, String path, String reason) {

    static List<Wanted> of(String text) {
      return text.lines()
          .takeWhile(line -> line.startsWith("# "))
          .map(WANTED::matcher)
          .filter(Matcher::matches)
          .map(match -> new Wanted(match.group("code"), match.group("path"), match.group("reason")))
          .toList();
    }
  }

  private static Stream<Path> lies(String kind) throws IOException {
    try (Stream<Path> files =
        Files.list(
            Path.of("src/test/resources/org/zhiheng/deadlines/rule/refused").resolve(kind))) {
      return files.sorted().toList().stream();
    }
  }

  private static Stream<Path> rules() throws IOException {
    return lies("rules");
  }

  private static Stream<Path> laws() throws IOException {
    return lies("laws");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void refusesTheRule(Path lie) throws IOException {
    String text = Files.readString(lie);
    assertThat(text).startsWith("# description: ");
    refuses(text, () -> RuleBook.read(LAWS, Map.of("lie.yaml", text)));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void refusesTheLaw(Path lie) throws IOException {
    String text = Files.readString(lie);
    assertThat(text).startsWith("# description: ");
    refuses(text, () -> RuleBook.read(text, Map.of()));
  }

  private static void refuses(String text, Runnable reading) {
    List<Wanted> wanted = Wanted.of(text);
    assertThat(wanted).isNotEmpty();

    ProblemsException refused = catchThrowableOfType(ProblemsException.class, reading::run);

    assertThat(refused).isNotNull();
    assertThat(refused.problems()).as(refused.getMessage()).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      Problem problem = refused.problems().get(i);
      assertThat(problem.code()).as(problem.line()).isEqualTo(wanted.get(i).code());
      assertThat(problem.path()).as(problem.line()).isEqualTo(wanted.get(i).path());
      assertThat(problem.reason()).as(problem.line()).contains(wanted.get(i).reason());
    }
  }

  /// 500,001 characters, 21 levels, and nine lists each of which names the one before it nine
  /// times: 9⁹ entries in 500 characters.
  @Test
  void refusesWhatIsTooLargeTooDeepOrBlownUp() {
    assertThat(refusal("#".repeat(YamlReader.LENGTH_MAX + 1)))
        .contains("at most 500000 characters");
    assertThat(refusal("rules: " + "[".repeat(21) + "]".repeat(21))).contains("20 levels");
    assertThat(refusal("rules: " + "[".repeat(100_000))).contains("20 levels");

    StringBuilder laughs = new StringBuilder("texts:\n  - &l0 {from: 2020-01-01}\n");
    for (int i = 1; i <= 9; i++) {
      String named = "*l" + (i - 1);
      laughs.append("  - &l").append(i).append(" [");
      laughs.append(String.join(", ", List.of(named, named, named, named, named)));
      laughs.append("]\n");
    }
    laughs.append("rules: *l9\n");
    assertThat(refusal(laughs.toString())).contains("rule-key");

    String many = "rules:\n" + "  - {x: 1}\n".repeat(1_000);
    assertThat(catchThrowableOfType(ProblemsException.class, () -> read(many)).problems())
        .hasSizeLessThanOrEqualTo(100);
  }

  @Test
  void refusesAnEmptyFileAndOneThatNamesItself() {
    assertThat(refusal("")).contains("empty");
    assertThat(refusal("# only a remark\n")).contains("empty");
    assertThat(refusal("rules: &r [*r]\n")).contains("Here must stand");
  }

  /// The vectors are lies by one change each; unchanged, the text reads.
  @Test
  void readsTheRuleThatTheLiesWereMadeFrom() throws IOException {
    String lie =
        Files.readString(
            Path.of(
                "src/test/resources/org/zhiheng/deadlines/rule/refused/rules/dates-overlap.yaml"));
    String mended = lie.replace("until: 2024-01-20", "until: 2024-01-19");
    assertThatCode(() -> read(mended)).doesNotThrowAnyException();
  }

  private static String refusal(String text) {
    return String.valueOf(
        catchThrowableOfType(ProblemsException.class, () -> read(text)).getMessage());
  }

  private static RuleBook read(String text) {
    return RuleBook.read(LAWS, Map.of("lie.yaml", text));
  }
}
