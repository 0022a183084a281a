package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.deadlines.Answer;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.deadlines.KnownLaw;
import org.zhiheng.deadlines.Step;
import org.zhiheng.deadlines.WhatIf;
import org.zhiheng.deadlines.yaml.YamlReader;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng rule what-if`: every date that moves under a changed or new rule.
@Command(
    name = "what-if",
    description = {
      "Lists every date that moves when rules change, before anyone approves them.",
      "A rule of the file replaces the one with its id, or is new; nothing is kept."
    })
final class RuleWhatIf implements Verb {

  private final Session session;

  @Parameters(index = "0", paramLabel = "FILE", description = "A YAML file of rules.")
  private Path file = Path.of("");

  @Option(
      names = "--questions",
      required = true,
      paramLabel = "FILE",
      description =
          "JSON lines with rule, event and, where known, id, service, entered, case, extension.")
  private Path questions = Path.of("");

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "What was known and published that day (default: today).",
      converter = Options.OfDate.class)
  private Optional<LocalDate> asOf = Optional.empty();

  RuleWhatIf(Session session) {
    this.session = session;
  }

  @Override
  public ExitCode done() throws IOException {
    Deadlines before = Deadlines.load();
    Deadlines after = new Deadlines(before.book().with(file.toString(), text()), before.calendar());
    LocalDate on =
        asOf.orElseGet(() ->
            LocalDate.ofInstant(session.around().clock().instant(), before.calendar().zone()));
    KnownLaw law = before.knownOn(on);
    List<WhatIf.Kept> portfolio =
        DeadlineQuestions.read(session.around().folder().resolve(questions)).stream()
            .map(asked ->
                new WhatIf.Kept(asked.id(), asked.question(), law.compute(asked.question())))
            .toList();
    WhatIf effect = WhatIf.of(before, after, on, portfolio);
    list(effect);
    session.say(
        String.format(
            Locale.ROOT,
            "%d asked, %d lean on what changes (%s), %d move.",
            portfolio.size(),
            effect.recomputed(),
            effect.rules().isEmpty() ? "nothing" : String.join(", ", effect.rules()),
            effect.moves().size()));
    return ExitCode.DONE;
  }

  private String text() throws IOException {
    Path path = session.around().folder().resolve(file);
    // four bytes a character at most
    if (Files.size(path) > 4L * YamlReader.LENGTH_MAX) {
      throw new ProblemsException(
          Problem.of(
              "rule-yaml",
              file.toString(),
              Files.size(path) + " bytes",
              "A file has at most " + YamlReader.LENGTH_MAX + " characters."));
    }
    return Files.readString(path);
  }

  private void list(WhatIf effect) {
    try (Listing listing =
        session
            .output()
            .listing(
                Column.text("id"),
                Column.text("rule"),
                Column.day("event"),
                Column.day("dueBefore"),
                Column.day("dueAfter"),
                Column.day("warnByBefore"),
                Column.day("warnByAfter"),
                Column.day("latestBefore"),
                Column.day("latestAfter"),
                Column.text("statusBefore"),
                Column.text("statusAfter"),
                Column.text("whyZh"),
                Column.text("whyEn"))) {
      for (WhatIf.Move move : effect.moves()) {
        Parsed<Answer> before = move.kept().before();
        Parsed<Answer> after = move.after();
        listing.row(
            move.kept().key(),
            move.kept().question().rule(),
            move.kept().question().event().toString(),
            due(before),
            due(after),
            day(before, Answer::warnBy),
            day(after, Answer::warnBy),
            day(before, Answer::latestArguable),
            day(after, Answer::latestArguable),
            status(before),
            status(after),
            why(move, Step::zh),
            why(move, Step::en));
      }
    }
  }

  private static String due(Parsed<Answer> parsed) {
    return parsed.found().flatMap(Answer::due).map(LocalDate::toString).orElse("");
  }

  private static String day(Parsed<Answer> parsed, Function<Answer, LocalDate> of) {
    return parsed.found().map(of).map(LocalDate::toString).orElse("");
  }

  private static String status(Parsed<Answer> parsed) {
    return switch (parsed) {
      case Parsed.Ok<Answer>(Answer answer) -> answer.status().toString();
      case Parsed.Refused<Answer>(Problem problem) -> problem.code();
    };
  }

  /// The new steps, each with where it stands; of a refusal its reason.
  private static String why(WhatIf.Move move, Function<Step, String> worded) {
    return switch (move.after()) {
      case Parsed.Refused<Answer>(Problem problem) -> problem.reason();
      case Parsed.Ok<Answer> _ ->
          move.why().stream()
              .map(step ->
                  worded.apply(step)
                      + step.source()
                          .map(source -> " [" + DeadlineVerbs.place(source) + "]")
                          .orElse(""))
              .collect(Collectors.joining("; "));
    };
  }
}
