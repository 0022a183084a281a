package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.deadlines.Answer;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.deadlines.KnownLaw;
import org.zhiheng.deadlines.Step;
import org.zhiheng.deadlines.WhatIf;
import org.zhiheng.deadlines.yaml.YamlReader;
import org.zhiheng.jobs.administer.DocketJson;
import org.zhiheng.jobs.administer.LawReplay;
import org.zhiheng.jobs.report.RecordJson;
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
      "A rule of the file replaces the one with its id, or is new; nothing is kept.",
      "Without --questions the whole portfolio of the workspace is replayed, with what follows from",
      "a date that moves: deadlines that open, or go."
    })
final class RuleWhatIf implements Verb {

  private final Session session;

  @Parameters(index = "0", paramLabel = "FILE", description = "A YAML file of rules.")
  private Path file = Path.of("");

  @Option(
      names = "--questions",
      paramLabel = "FILE",
      description =
          "Instead of the portfolio: JSON lines with rule, event and, where known, id, service, entered, case, extension.")
  private Optional<Path> questions = Optional.empty();

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
    if (questions.isPresent()) {
      asked(before, after, on, questions.get());
    } else {
      replay(before, after, on);
    }
    return ExitCode.DONE;
  }

  private void asked(Deadlines before, Deadlines after, LocalDate on, Path asking)
      throws IOException {
    KnownLaw law = before.knownOn(on);
    List<WhatIf.Kept> portfolio =
        DeadlineQuestions.read(session.around().folder().resolve(asking)).stream()
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
  }

  private void replay(Deadlines before, Deadlines after, LocalDate on) throws IOException {
    WhatIf differing = WhatIf.of(before, after, on, List.of());
    long[] counted = new long[3];
    try (Workspace workspace = session.workspace();
        Listing listing =
            session
                .output()
                .listing(
                    Column.text("right"),
                    Column.text("number"),
                    Column.text("key"),
                    Column.day("event"),
                    Column.day("dueBefore"),
                    Column.day("dueAfter"),
                    Column.day("warnByBefore"),
                    Column.day("warnByAfter"),
                    Column.day("latestBefore"),
                    Column.day("latestAfter"),
                    Column.text("statusBefore"),
                    Column.text("statusAfter"),
                    Column.text("stateBefore"),
                    Column.text("stateAfter"),
                    Column.text("whyZh"),
                    Column.text("whyEn"))) {
      new LawReplay(workspace.administering().open().board(), before, after, on)
          .each(
              workspace.owner().organisation(),
              moves -> {
                counted[0]++;
                counted[1] += moves.isEmpty() ? 0 : 1;
                counted[2] += moves.size();
                moves.forEach(move -> row(listing, move));
              });
    }
    session.say(
        String.format(
            Locale.ROOT,
            "%d rights replayed under what changes (%s); %d deadlines of %d rights move.",
            counted[0],
            differing.rules().isEmpty() ? "nothing" : String.join(", ", differing.rules()),
            counted[2],
            counted[1]));
  }

  private static void row(Listing listing, LawReplay.Move move) {
    listing.row(
        () -> RecordJson.text(out -> DocketJson.write(move, out)),
        move.right().right().toString(),
        move.right().number(),
        move.key(),
        move.any().question().event().toString(),
        move.before().flatMap(one -> one.answer().due()).map(LocalDate::toString).orElse(""),
        move.after().flatMap(one -> one.answer().due()).map(LocalDate::toString).orElse(""),
        move.before().map(one -> one.answer().warnBy().toString()).orElse(""),
        move.after().map(one -> one.answer().warnBy().toString()).orElse(""),
        move.before().map(one -> one.answer().latestArguable().toString()).orElse(""),
        move.after().map(one -> one.answer().latestArguable().toString()).orElse(""),
        move.before().map(one -> one.answer().status().toString()).orElse(""),
        move.after().map(one -> one.answer().status().toString()).orElse(""),
        move.before().map(one -> one.state().code()).orElse(""),
        move.after().map(one -> one.state().code()).orElse(""),
        DocketJson.words(move.why(), Step::zh),
        DocketJson.words(move.why(), Step::en));
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
      case Parsed.Ok<Answer> _ -> DocketJson.words(move.why(), worded);
    };
  }
}
