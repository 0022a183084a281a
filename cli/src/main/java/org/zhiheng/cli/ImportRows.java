package org.zhiheng.cli;

import java.time.Instant;
import java.util.List;
import org.zhiheng.cli.output.Column;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.values.Problem;

/// Import runs and problems as rows.
final class ImportRows {

  static final List<Column> PROBLEM_COLUMNS =
      List.of(
          Column.text("code"),
          Column.text("path"),
          Column.text("given"),
          Column.text("reason"),
          Column.text("source"));

  static final Column[] RUN_COLUMNS = {
    Column.text("id"),
    Column.text("state"),
    Column.text("kind"),
    Column.text("fileName"),
    Column.number("read"),
    Column.number("taken"),
    Column.number("refused"),
    Column.number("unchanged"),
    Column.text("startedAt"),
    Column.text("endedAt"),
    Column.text("by")
  };

  private ImportRows() {}

  static List<List<String>> problems(List<Problem> problems) {
    return problems.stream()
        .map(problem ->
            List.of(
                problem.code(),
                problem.path(),
                problem.given(),
                problem.reason(),
                problem.source()))
        .toList();
  }

  static String[] run(ImportRun run) {
    return new String[] {
      run.id().toString(),
      run.state().code(),
      run.kind(),
      run.fileName(),
      Long.toString(run.counts().read()),
      Long.toString(run.counts().taken()),
      Long.toString(run.counts().refused()),
      Long.toString(run.counts().unchanged()),
      run.startedAt().toString(),
      run.endedAt().map(Instant::toString).orElse(""),
      run.by()
    };
  }
}
