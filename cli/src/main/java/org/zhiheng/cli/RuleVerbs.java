package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.deadlines.RuleCheck;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.RuleBook;
import org.zhiheng.deadlines.rule.Span;
import org.zhiheng.deadlines.rule.SpecialCase;
import org.zhiheng.deadlines.rule.Staleness;
import org.zhiheng.deadlines.rule.Term;
import org.zhiheng.deadlines.yaml.YamlReader;
import org.zhiheng.values.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng rule list|show|check|changes`: the rules of time, without a workspace.
final class RuleVerbs {

  private RuleVerbs() {}

  /// Lists all rules.
  @Command(name = "list", description = "Lists the rules of time.")
  static final class ListRules implements Verb {

    private final Session session;

    ListRules(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() {
      try (Listing listing =
          session
              .output()
              .listing(
                  Column.text("rule"),
                  Column.text("kind"),
                  Column.text("zh"),
                  Column.text("en"),
                  Column.text("lastValidOn"))) {
        for (Rule rule : RuleBook.load().rules()) {
          listing.row(
              rule.id(),
              rule.kind().toString(),
              rule.title().zh(),
              rule.title().en(),
              rule.lastValidOn().toString());
        }
      }
      return ExitCode.DONE;
    }
  }

  /// Shows one rule.
  @Command(name = "show", description = "Shows a rule: its values, their dates and sources.")
  static final class Show implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "ID", description = "Such as cn.mark.opposition.")
    private String id = "";

    Show(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() {
      Rule rule = RuleBook.load().rule(id).orThrow();
      List<List<String>> values = new ArrayList<>();
      rule.spans().forEach(span -> values.add(row("", span)));
      for (SpecialCase special : rule.cases()) {
        special.spans().forEach(span -> values.add(row(special.when(), span)));
      }
      session
          .output()
          .sheet(
              new Sheet()
                  .text("rule", rule.id())
                  .text("kind", rule.kind().toString())
                  .text("zh", rule.title().zh())
                  .text("en", rule.title().en())
                  .text("eventZh", rule.event().zh())
                  .text("eventEn", rule.event().en())
                  .text("who", rule.who().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                  .text("served", Boolean.toString(rule.served()))
                  .text(
                      "counting", rule.counting().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                  .text(
                      "extension",
                      rule.extension().map(extension -> extension.most().toString()).orElse(""))
                  .text("noteZh", rule.note().map(note -> note.zh()).orElse(""))
                  .text("noteEn", rule.note().map(note -> note.en()).orElse(""))
                  .text("lastValidOn", rule.lastValidOn().toString())
                  .table(
                      "values",
                      List.of(
                          Column.text("case"),
                          Column.text("from"),
                          Column.text("until"),
                          Column.text("term"),
                          Column.text("source"),
                          Column.text("confidence")),
                      values)
                  .table(
                      "remedies",
                      List.of(Column.text("rule"), Column.text("from")),
                      rule.remedies().stream()
                          .map(remedy ->
                              List.of(remedy.rule(), remedy.from().name().toLowerCase(Locale.ROOT)))
                          .toList()));
      return ExitCode.DONE;
    }

    private static List<String> row(String when, Span span) {
      return List.of(
          when,
          span.from().toString(),
          span.until().map(LocalDate::toString).orElse(""),
          term(span),
          DeadlineVerbs.place(span.citation()),
          span.citation().confidence().name().toLowerCase(Locale.ROOT));
    }
  }

  /// Checks files of rules.
  @Command(
      name = "check",
      description = {
        "Checks rules: without a file those that the product holds, with their examples;",
        "with files, whether they read."
      })
  static final class Check implements Verb {

    private final Session session;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "YAML files of rules.")
    private List<Path> files = List.of();

    Check(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      List<Problem> problems = new ArrayList<>();
      int rules = 0;
      if (files.isEmpty()) {
        Deadlines deadlines = Deadlines.load();
        rules = deadlines.book().rules().size();
        problems.addAll(RuleCheck.failures(deadlines));
      }
      for (Path file : files) {
        Path path = session.around().folder().resolve(file);
        // four bytes a character at most
        if (Files.size(path) > 4L * YamlReader.LENGTH_MAX) {
          problems.add(
              Problem.of(
                  "rule-yaml",
                  file.toString(),
                  Files.size(path) + " bytes",
                  "A file has at most " + YamlReader.LENGTH_MAX + " characters."));
          continue;
        }
        String text = Files.readString(path);
        rules += RuleBook.check(String.valueOf(file.getFileName()), text, problems);
      }
      problems.forEach(problem -> session.say(problem.line()));
      session
          .output()
          .sheet(new Sheet().number("rules", rules).number("problems", problems.size()));
      return problems.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }
  }

  /// Lists the rules that nobody looked at for long.
  @Command(
      name = "stale",
      description = {
        "Lists the rules that nobody checked against their texts for so many days, the longest first.",
        "Ends with 1 when there are any."
      })
  static final class Stale implements Verb {

    private final Session session;

    @Option(
        names = "--days",
        paramLabel = "N",
        description = "More than this many (default: 180).",
        defaultValue = "180")
    private int days;

    @Option(
        names = "--on",
        paramLabel = "DATE",
        description = "The day that is counted to (default: today).",
        converter = Options.OfDate.class)
    private Optional<LocalDate> on = Optional.empty();

    Stale(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() {
      Limits.checkDays("--days", days);
      Deadlines deadlines = Deadlines.load();
      LocalDate day =
          on.orElseGet(() ->
              LocalDate.ofInstant(session.around().clock().instant(), deadlines.calendar().zone()));
      List<Staleness> stale = Staleness.of(deadlines.book(), day, days);
      try (Listing listing =
          session
              .output()
              .listing(
                  Column.text("rule"),
                  Column.day("checkedOn"),
                  Column.number("days"),
                  Column.text("zh"),
                  Column.text("en"))) {
        for (Staleness one : stale) {
          listing.row(
              one.rule().id(),
              one.rule().lastValidOn().toString(),
              Long.toString(one.days()),
              one.rule().title().zh(),
              one.rule().title().en());
        }
      }
      return stale.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }
  }

  /// Lists the values that begin after a day.
  @Command(name = "changes", description = "Lists what changes in the rules after a day.")
  static final class Changes implements Verb {

    private final Session session;

    @Option(
        names = "--since",
        required = true,
        paramLabel = "DATE",
        description = "Values that begin after this day.",
        converter = Options.OfDate.class)
    private LocalDate since = LocalDate.MIN;

    Changes(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() {
      try (Listing listing =
          session
              .output()
              .listing(
                  Column.text("from"),
                  Column.text("rule"),
                  Column.text("case"),
                  Column.text("term"),
                  Column.text("before"),
                  Column.text("confidence"))) {
        for (RuleBook.Begun begun : RuleBook.load().begunSince(since)) {
          listing.row(
              begun.span().from().toString(),
              begun.rule().id(),
              begun.when(),
              term(begun.span()),
              begun.before().map(RuleVerbs::term).orElse(""),
              begun.span().citation().confidence().name().toLowerCase(Locale.ROOT));
        }
      }
      return ExitCode.DONE;
    }
  }

  private static String term(Span span) {
    Optional<Term> term = span.term();
    return term.map(Term::toString).orElse("unknown") + (span.assumed() ? " (assumed)" : "");
  }
}
