package org.zhiheng.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.jobs.administer.expedite.Condition;
import org.zhiheng.jobs.administer.expedite.Eligibility;
import org.zhiheng.jobs.administer.expedite.EligibilityJson;
import org.zhiheng.jobs.administer.expedite.Route;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.right.Right;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `zhiheng expedited check`: whether a quicker way is open.
final class ExpeditedVerbs {

  private ExpeditedVerbs() {}

  /// Checks.
  @Command(
      name = "check",
      description = {
        "Says whether pre-examination, prioritised examination or the expedited examination of a",
        "mark is open, condition by condition, and what it promises. What the register tells",
        "counts before what is said; what nobody says is no pass. Ends with 1 when it is not open."
      })
  static final class Check implements Verb {

    private final Session session;

    @Option(
        names = "--route",
        required = true,
        paramLabel = "ROUTE",
        description = "pre-examination, prioritised or mark.")
    private String route = "";

    @Option(
        names = "--right",
        paramLabel = "RIGHT",
        description = "The right, where the register has it: its id or a number.")
    private Optional<String> right = Optional.empty();

    @Option(
        names = "--is",
        paramLabel = "CONDITION",
        description = "A condition that holds; may be given several times.")
    private List<String> holding = new ArrayList<>();

    @Option(
        names = "--not",
        paramLabel = "CONDITION",
        description = "A condition that does not hold; may be given several times.")
    private List<String> failing = new ArrayList<>();

    @Option(
        names = "--on",
        paramLabel = "DATE",
        description = "The day it is handed in, or granted (default: today).",
        converter = Options.OfDate.class)
    private Optional<LocalDate> on = Optional.empty();

    Check(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Route way = Route.parse(route).orThrow();
      Map<Condition, Boolean> said = new EnumMap<>(Condition.class);
      for (String one : holding) {
        said.put(Condition.parse(way, one).orThrow(), true);
      }
      for (String one : failing) {
        Condition condition = Condition.parse(way, one).orThrow();
        if (said.put(condition, false) != null) {
          throw new ProblemsException(
              Problem.of("usage", "--not", one, "A condition holds or does not, not both."));
        }
      }
      Deadlines deadlines = Deadlines.load();
      LocalDate today =
          LocalDate.ofInstant(session.around().clock().instant(), deadlines.calendar().zone());
      Eligibility found =
          Eligibility.of(way, known(), said, deadlines.knownOn(today), on.orElse(today));
      tell(found, deadlines);
      return found.verdict().equals("not-eligible") ? ExitCode.REFUSED : ExitCode.DONE;
    }

    private Optional<Eligibility.Known> known() throws IOException {
      if (right.isEmpty()) {
        return Optional.empty();
      }
      try (Workspace workspace = session.workspace()) {
        RightFile file =
            workspace
                .records()
                .show(workspace.owner(), Meant.one(workspace, right.get()))
                .orElseThrow();
        return Optional.of(
            new Eligibility.Known(
                file.right(),
                Right.corrected(file.record().events()).stream().map(Event::fact).toList()));
      }
    }

    private void tell(Eligibility found, Deadlines deadlines) {
      session
          .output()
          .sheet(
              new Sheet()
                  .text("route", found.route().code())
                  .text("verdict", found.verdict())
                  .table(
                      "conditions",
                      List.of(
                          Column.text("condition"),
                          Column.text("outcome"),
                          Column.text("said"),
                          Column.text("en"),
                          Column.text("zh")),
                      found.findings().stream()
                          .map(finding ->
                              List.of(
                                  finding.condition().code(),
                                  finding.outcome().code(),
                                  finding.said(),
                                  finding.condition().en(),
                                  finding.condition().zh()))
                          .toList())
                  .table(
                      "promises",
                      List.of(Column.text("rule"), Column.day("due"), Column.text("status")),
                      found.promises().stream()
                          .map(promise ->
                              List.of(
                                  promise.rule(),
                                  promise.due().map(LocalDate::toString).orElse(""),
                                  promise.status()))
                          .toList()),
              () -> RecordJson.text(out -> EligibilityJson.write(found, deadlines.book(), out)));
    }
  }
}
