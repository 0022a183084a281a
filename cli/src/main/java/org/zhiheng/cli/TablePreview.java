package org.zhiheng.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.intake.IntakeFile;
import org.zhiheng.intake.table.EventField;
import org.zhiheng.intake.table.EventRow;
import org.zhiheng.intake.table.EventRows;
import org.zhiheng.intake.table.Mapping;
import org.zhiheng.intake.table.PortfolioField;
import org.zhiheng.intake.table.PortfolioRow;
import org.zhiheng.intake.table.PortfolioRows;
import org.zhiheng.intake.table.TableField;
import org.zhiheng.intake.table.TableReader;
import org.zhiheng.intake.table.TableRow;
import org.zhiheng.jobs.imports.ColumnChoice;
import org.zhiheng.jobs.imports.TableImports.TableKind;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// How a table of one's own records would be read: each column's field, and its first rows. Nothing
/// is taken, and no workspace is opened.
final class TablePreview {

  /// Enough to see whether the columns are the right ones.
  private static final int ROWS = 10;

  private static final List<Column> COLUMNS =
      List.of(Column.number("column"), Column.text("name"), Column.text("field"));
  private static final List<Column> READ =
      List.of(
          Column.number("line"),
          Column.text("outcome"),
          Column.text("what"),
          Column.text("reason"));

  private TablePreview() {}

  /// @throws IOException when the file cannot be read
  /// @throws ProblemsException when the table as a whole is refused, or a column that is named is
  ///   not there
  static void tell(Session session, TableKind kind, IntakeFile file, Map<String, String> named)
      throws IOException {
    TableReader.Preview preview = TableReader.preview(file.opener(), ROWS);
    if (preview.problem().isPresent()) {
      throw new ProblemsException(preview.problem().get().from(file.name()));
    }
    session
        .output()
        .sheet(
            switch (kind) {
              case PORTFOLIO_TABLE -> {
                Mapping<PortfolioField> mapping =
                    ColumnChoice.portfolio(preview.header(), named).orThrow();
                PortfolioRows rows = new PortfolioRows(file.name(), file.digest().hex(), mapping);
                yield sheet(file, preview, mapping, row -> portfolio(row, rows.read(row)));
              }
              case EVENT_TABLE -> {
                Mapping<EventField> mapping =
                    ColumnChoice.events(preview.header(), named).orThrow();
                EventRows rows = new EventRows(file.name(), preview.header(), mapping);
                yield sheet(file, preview, mapping, row -> event(row, rows.read(row)));
              }
            });
  }

  private static <F extends TableField> Sheet sheet(
      IntakeFile file,
      TableReader.Preview preview,
      Mapping<F> mapping,
      Function<TableRow, List<String>> reading) {
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < preview.header().size(); i++) {
      int index = i;
      columns.add(
          List.of(
              Integer.toString(i + 1),
              preview.header().get(i),
              mapping.columns().entrySet().stream()
                  .filter(column -> column.getValue() == index)
                  .map(column -> column.getKey().code())
                  .findFirst()
                  .orElse("")));
    }
    return new Sheet()
        .text("file", file.name())
        .table("columns", COLUMNS, columns)
        .table("rows", READ, preview.rows().stream().map(reading).toList());
  }

  private static List<String> portfolio(TableRow row, PortfolioRow read) {
    return switch (read) {
      case PortfolioRow.Refused refused -> refused(row, refused.problems());
      case PortfolioRow.Taken taken ->
          List.of(
              Long.toString(row.line()),
              "read",
              taken.notice().kind().code()
                  + " "
                  + taken.notice().numbers().getFirst().text()
                  + ", events "
                  + taken.notice().facts().size(),
              "");
    };
  }

  private static List<String> event(TableRow row, EventRow read) {
    return switch (read) {
      case EventRow.Refused refused -> refused(row, refused.problems());
      case EventRow.Taken taken ->
          List.of(
              Long.toString(row.line()),
              "read",
              taken.right() + " " + taken.event() + " " + taken.on(),
              "");
    };
  }

  private static List<String> refused(TableRow row, List<Problem> problems) {
    return List.of(Long.toString(row.line()), "refused", "", problems.getFirst().line());
  }
}
