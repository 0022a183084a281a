package org.zhiheng.server.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.server.page.Field;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Problem;

/// Reads the first rows of a table into what its preview shows.
final class TableReading {

  /// Columns of a preview; more do not fit a screen, and are read all the same.
  private static final int COLUMNS_MAX = 40;

  /// Letters of a cell in a preview.
  private static final int CELL_LENGTH_MAX = 120;

  private static final String PARAMETER = "c-";

  private final Words words;
  private final TableUpload upload;
  private final TableReader.Preview preview;

  TableReading(Words words, TableUpload upload, TableReader.Preview preview) {
    this.words = words;
    this.upload = upload;
    this.preview = preview;
  }

  /// The mapping that was chosen, or the one the header suggests when none was.
  ///
  /// @param chosen the column's index by the parameter's name; empty when nothing was chosen
  static <F extends TableField> Mapping<F> mapping(
      List<F> fields, List<String> header, Map<String, String> chosen) {
    if (fields.stream().noneMatch(field -> chosen.containsKey(PARAMETER + field.code()))) {
      return Mapping.guess(fields, header);
    }
    Map<F, Integer> columns = new HashMap<>();
    for (F field : fields) {
      String index = chosen.getOrDefault(PARAMETER + field.code(), "");
      if (index.matches("[0-9]{1,6}") && Integer.parseInt(index) < header.size()) {
        columns.put(field, Integer.parseInt(index));
      }
    }
    return new Mapping<>(columns);
  }

  /// What a portfolio's preview shows.
  TableView portfolio(String ticket, Mapping<PortfolioField> mapping) {
    PortfolioRows rows = new PortfolioRows(upload.name(), upload.digest().hex(), mapping);
    List<TableView.Row> read = new ArrayList<>();
    for (TableRow row : preview.rows()) {
      List<Problem> problems =
          switch (rows.read(row)) {
            case PortfolioRow.Refused refused -> refused.problems();
            case PortfolioRow.Taken _ -> List.of();
          };
      read.add(row(row, problems, List.of(PortfolioField.values()), mapping));
    }
    return view(ticket, List.of(PortfolioField.values()), mapping, read);
  }

  /// What a preview of events shows: each row weighed against its right as it is recorded today.
  TableView events(String ticket, Mapping<EventField> mapping, Records records, Acting acting) {
    EventRows rows = new EventRows(upload.name(), preview.header(), mapping);
    List<TableView.Row> read = new ArrayList<>();
    for (TableRow row : preview.rows()) {
      List<Problem> problems =
          switch (rows.read(row)) {
            case EventRow.Refused refused -> refused.problems();
            case EventRow.Taken taken ->
                switch (records.weigh(
                    acting, taken.right(), taken.event(), taken.on(), taken.values(), _ -> {})) {
                  case Records.Weighed.Refused refused -> refused.problems();
                  case Records.Weighed.Fits _ -> List.of();
                };
          };
      read.add(row(row, problems, List.of(EventField.values()), mapping));
    }
    return view(ticket, List.of(EventField.values()), mapping, read);
  }

  private <F extends TableField> TableView view(
      String ticket, List<F> fields, Mapping<F> mapping, List<TableView.Row> rows) {
    List<String> header = preview.header();
    List<Field.Choice> columns = new ArrayList<>();
    columns.add(new Field.Choice("", words.say("table.no-column")));
    for (int index = 0; index < header.size(); index++) {
      columns.add(new Field.Choice(Integer.toString(index), columnName(index)));
    }
    List<Field> choices = new ArrayList<>();
    List<TableView.Heading> headings = new ArrayList<>();
    for (F field : fields) {
      Integer index = mapping.columns().get(field);
      choices.add(
          new Field(
              PARAMETER + field.code(),
              fieldName(field),
              "",
              Field.Input.CHOICE,
              index == null ? "" : index.toString(),
              false,
              "",
              columns));
    }
    for (int index = 0; index < Math.min(header.size(), COLUMNS_MAX); index++) {
      headings.add(new TableView.Heading(columnName(index), mapped(index, fields, mapping)));
    }
    long sound = rows.stream().filter(TableView.Row::sound).count();
    return new TableView(
        upload,
        words.code("intake", upload.kind().code()),
        words.bytes(upload.bytes()),
        ticket,
        choices,
        rows.isEmpty()
            ? words.say("table.said.none")
            : words.say("table.said", rows.size(), sound, rows.size() - sound),
        headings,
        rows,
        Math.max(0, header.size() - COLUMNS_MAX));
  }

  private <F extends TableField> String mapped(int index, List<F> fields, Mapping<F> mapping) {
    List<String> names = new ArrayList<>();
    for (F field : fields) {
      Integer column = mapping.columns().get(field);
      if (column != null && column == index) {
        names.add(fieldName(field));
      }
    }
    return String.join(words.say("list.and"), names);
  }

  private String fieldName(TableField field) {
    return words.code("table.field", field.code());
  }

  private String columnName(int index) {
    String name = preview.header().get(index).strip();
    return name.isEmpty() ? words.say("table.column", index + 1) : cut(name);
  }

  private <F extends TableField> TableView.Row row(
      TableRow row, List<Problem> problems, List<F> fields, Mapping<F> mapping) {
    Map<Integer, String> wrong = new HashMap<>();
    List<String> whole = new ArrayList<>();
    for (Problem problem : problems) {
      String place = problem.path().substring(problem.path().lastIndexOf(", ") + 1).strip();
      Optional<Integer> column = column(place, fields, mapping);
      if (column.isPresent() && column.get() < COLUMNS_MAX) {
        wrong.merge(column.get(), words.problem(problem), (one, other) -> one + " " + other);
      } else {
        String field = words.codeOrItself("table.field", place);
        whole.add(
            place.startsWith("line ") || place.isEmpty()
                ? words.problem(problem)
                : words.say("table.wrong", field, words.problem(problem)));
      }
    }
    List<TableView.Cell> cells = new ArrayList<>();
    List<String> texts =
        switch (row) {
          case TableRow.Cells sound -> sound.cells();
          case TableRow.Broken _ -> List.of();
        };
    for (int index = 0; index < Math.min(preview.header().size(), COLUMNS_MAX); index++) {
      cells.add(
          new TableView.Cell(
              index < texts.size() ? cut(texts.get(index)) : "", wrong.getOrDefault(index, "")));
    }
    return new TableView.Row(row.line(), cells, whole, problems.isEmpty());
  }

  /// The column a problem is about: that of the field, or the one that the file calls so.
  private <F extends TableField> Optional<Integer> column(
      String place, List<F> fields, Mapping<F> mapping) {
    String code = place.equals("on") ? EventField.DATE.code() : place;
    for (F field : fields) {
      if (field.code().equals(code)) {
        return Optional.ofNullable(mapping.columns().get(field));
      }
    }
    for (int index = 0; index < preview.header().size(); index++) {
      if (preview.header().get(index).strip().toLowerCase(Locale.ROOT).equals(place)) {
        return Optional.of(index);
      }
    }
    return Optional.empty();
  }

  private static String cut(String text) {
    return text.length() <= CELL_LENGTH_MAX
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, CELL_LENGTH_MAX)))
            + "…";
  }
}
