package org.zhiheng.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.RuleBook;
import org.zhiheng.deadlines.rule.Span;
import org.zhiheng.deadlines.rule.Staleness;
import org.zhiheng.deadlines.rule.Term;
import org.zhiheng.deadlines.yaml.YamlReader;
import org.zhiheng.values.Citation;

/// The pages on the rules say what the files of rules say; the coverage names every rule.
///
/// `-Dgolden=write` writes those parts of the pages anew. The stale rules are counted to the day
/// that stands in the page.
final class RuleReferenceGolden {

  private static final Path DOCS =
      Path.of(System.getProperty("zhiheng.root", ".."), "docs/guide/reference");
  private static final String END = "<!-- written from the rules: end -->\n";
  private static final Pattern BEGIN =
      Pattern.compile("<!-- written from the rules(?: as of ([0-9-]{10}))?: begin -->\n");
  private static final int STALE_DAYS = 180;

  private static final RuleBook BOOK = RuleBook.load();
  private static final Map<String, Object> COVERAGE = coverageFile();

  @Test
  void theRulesStandInTheReference() throws IOException {
    golden("rules.md", _ -> rules());
  }

  @Test
  void theCoverageAndTheStaleRulesStandInTheReference() throws IOException {
    golden("rule-coverage.md", day -> coverage() + stale(day.orElseThrow()));
  }

  @Test
  void everyRuleIsCoveredAndNoOther() {
    assertThat(covered().keySet())
        .containsExactlyInAnyOrderElementsOf(BOOK.rules().stream().map(Rule::id).toList());
    covered().values().forEach(rights -> assertThat(strings("rights")).containsAll(rights));
  }

  /// Rules are stale from the day after so many days.
  @Test
  void countsTheDaysSinceARuleWasChecked() {
    LocalDate checked = BOOK.rule("cn.patent.priority").orThrow().lastValidOn();
    assertThat(Staleness.of(BOOK, checked.plusDays(30), 30))
        .noneMatch(one -> one.rule().id().equals("cn.patent.priority"));
    assertThat(Staleness.of(BOOK, checked.plusDays(31), 30))
        .anyMatch(one -> one.rule().id().equals("cn.patent.priority") && one.days() == 31);
  }

  /// Writes what stands between the marks.
  private interface Writing {
    String written(Optional<LocalDate> day);
  }

  private static void golden(String name, Writing writing) throws IOException {
    Path file = DOCS.resolve(name);
    String page = Files.readString(file);
    Matcher begin = BEGIN.matcher(page);
    assertThat(begin.find()).as(name).isTrue();
    int end = page.indexOf(END);
    assertThat(end).isGreaterThan(begin.end() - 1);
    String written = writing.written(Optional.ofNullable(begin.group(1)).map(LocalDate::parse));
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(file, page.substring(0, begin.end()) + written + page.substring(end));
    } else {
      assertThat(page.substring(begin.end(), end)).isEqualTo(written);
    }
  }

  private static String rules() {
    StringBuilder out = new StringBuilder();
    for (Rule rule : BOOK.rules()) {
      out.append("\n### `").append(rule.id()).append("`\n\n");
      out.append(rule.title().zh()).append(" · ").append(rule.title().en()).append("\n\n");
      out.append("| | |\n|---|---|\n");
      row(out, "kind", rule.kind().zh() + " · " + rule.kind().en());
      row(out, "starts with", rule.event().zh() + " · " + rule.event().en());
      row(out, "who acts", named(rule.who()));
      row(out, "counting", named(rule.counting()) + (rule.served() ? ", from service" : ""));
      rule.opens().ifPresent(term -> row(out, "opens", term + " before the end"));
      rule.extension()
          .ifPresent(one -> row(out, "extendable", "by " + one.most() + "; " + at(one.citation())));
      list(out, "cleared by", rule.clears().stream().sorted().toList());
      list(out, "ended by", rule.aborts().stream().sorted().toList());
      list(
          out,
          "missed, opens",
          rule.remedies().stream()
              .map(remedy -> "`" + remedy.rule() + "` from the " + named(remedy.from()))
              .toList());
      rule.note().ifPresent(note -> row(out, "note", note.zh() + " · " + note.en()));
      row(out, "last checked", rule.lastValidOn().toString());
      out.append("\n| case | from | until | term | source |\n|---|---|---|---|---|\n");
      rule.spans().forEach(span -> value(out, "", span));
      rule.cases().forEach(one -> one.spans().forEach(span -> value(out, one.when(), span)));
    }
    return out.append('\n').toString();
  }

  private static void value(StringBuilder out, String when, Span span) {
    String term =
        span.term()
            .map(one -> one + (span.assumed() ? " (carried over)" : ""))
            .orElseGet(() ->
                "unknown: "
                    + span.strictest().map(Term::toString).orElse("")
                    + " to "
                    + span.latest().map(Term::toString).orElse(""));
    out.append("| ")
        .append(when)
        .append(" | ")
        .append(span.from())
        .append(" | ")
        .append(span.until().map(LocalDate::toString).orElse(""))
        .append(" | ")
        .append(term)
        .append(" | ")
        .append(at(span.citation()))
        .append(" |\n");
  }

  private static String at(Citation citation) {
    return (citation.instrument() + " " + citation.article()).strip()
        + ", "
        + citation.confidence().name().toLowerCase(Locale.ROOT)
        + citation.readOn().map(day -> " " + day).orElse("");
  }

  private static void row(StringBuilder out, String name, String value) {
    out.append("| ").append(name).append(" | ").append(value.replace("|", "\\|")).append(" |\n");
  }

  private static void list(StringBuilder out, String name, List<String> values) {
    if (!values.isEmpty()) {
      row(out, name, String.join(", ", values));
    }
  }

  private static String named(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String coverage() {
    StringBuilder out = new StringBuilder("\n| office | event | ");
    List<String> rights = strings("rights");
    out.append(String.join(" | ", rights)).append(" |\n|---|---|");
    out.append("---|".repeat(rights.size())).append('\n');
    for (Map.Entry<String, List<String>> one : covered().entrySet()) {
      Rule rule = BOOK.rule(one.getKey()).orThrow();
      String event = rule.event().zh() + " · " + rule.event().en();
      line(out, "CN", event, "`" + rule.id() + "`", one.getValue());
    }
    for (Map<String, Object> none : maps("none")) {
      List<String> meant = words(none.getOrDefault("rights", List.of()));
      String event = none.get("zh") + " · " + none.get("en");
      line(out, "CN", event, "none", meant);
    }
    for (String office : strings("offices_without_rules")) {
      line(out, office, "every event", "none", rights);
    }
    return out.append('\n').toString();
  }

  private static void line(
      StringBuilder out, String office, String event, String cell, List<String> rights) {
    out.append("| ").append(office).append(" | ").append(event).append(" |");
    for (String right : strings("rights")) {
      out.append(' ').append(rights.contains(right) ? cell : "").append(" |");
    }
    out.append('\n');
  }

  private static String stale(LocalDate day) {
    StringBuilder out = new StringBuilder("## Rules not checked for " + STALE_DAYS + " days\n\n");
    out.append("As of ").append(day).append(": ");
    List<Staleness> stale = Staleness.of(BOOK, day, STALE_DAYS);
    if (stale.isEmpty()) {
      return out.append("none of ").append(BOOK.rules().size()).append(".\n\n").toString();
    }
    out.append(stale.size()).append(" of ").append(BOOK.rules().size()).append(".\n\n");
    out.append("| rule | last checked | days |\n|---|---|---|\n");
    for (Staleness one : stale) {
      out.append("| `").append(one.rule().id()).append("` | ");
      out.append(one.rule().lastValidOn()).append(" | ").append(one.days()).append(" |\n");
    }
    return out.append('\n').toString();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, List<String>> covered() {
    return (Map<String, List<String>>) Objects.requireNonNull(COVERAGE.get("rules"));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(String key) {
    return (List<Map<String, Object>>) Objects.requireNonNull(COVERAGE.get(key));
  }

  private static List<String> strings(String key) {
    return words(COVERAGE.getOrDefault(key, List.of()));
  }

  private static List<String> words(Object list) {
    List<String> words = new ArrayList<>();
    ((List<?>) list).forEach(word -> words.add(String.valueOf(word)));
    return words;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> coverageFile() {
    String text = YamlReader.resource(RuleReferenceGolden.class, "coverage.yaml");
    return (Map<String, Object>)
        Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromString(text));
  }
}
