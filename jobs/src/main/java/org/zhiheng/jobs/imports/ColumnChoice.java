package org.zhiheng.jobs.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.intake.table.EventField;
import org.zhiheng.intake.table.Mapping;
import org.zhiheng.intake.table.PortfolioField;
import org.zhiheng.intake.table.TableField;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Which column a person named for which field of a table; the fields they did not name are guessed
/// from the header.
///
/// A field is named by its code (`filing-date`), a column by its name in the header or by its
/// number from 1. A column serves one field: one that is named is taken from the field that it was
/// guessed for.
public final class ColumnChoice {

  private ColumnChoice() {}

  /// The columns of a portfolio.
  ///
  /// @param named column by field
  public static Parsed<Mapping<PortfolioField>> portfolio(
      List<String> header, Map<String, String> named) {
    return mapping(List.of(PortfolioField.values()), header, named);
  }

  /// The columns of a table of events.
  ///
  /// @param named column by field
  public static Parsed<Mapping<EventField>> events(List<String> header, Map<String, String> named) {
    return mapping(List.of(EventField.values()), header, named);
  }

  private static <F extends TableField> Parsed<Mapping<F>> mapping(
      List<F> fields, List<String> header, Map<String, String> named) {
    Map<F, Integer> columns = new LinkedHashMap<>(Mapping.guess(fields, header).columns());
    Map<F, Integer> chosen = new LinkedHashMap<>();
    for (Map.Entry<String, String> one : named.entrySet()) {
      Optional<F> field =
          fields.stream().filter(known -> known.code().equals(one.getKey().strip())).findFirst();
      if (field.isEmpty()) {
        return new Parsed.Refused<>(
            Problem.of(
                "unknown-field",
                Problem.shown(one.getKey()),
                one.getKey(),
                "This table has the fields "
                    + fields.stream().map(TableField::code).collect(Collectors.joining(", "))
                    + "."));
      }
      Optional<Integer> column = column(header, one.getValue().strip());
      if (column.isEmpty()) {
        return new Parsed.Refused<>(
            Problem.of(
                "unknown-column",
                one.getKey(),
                one.getValue(),
                "The table has the columns " + Problem.shown(String.join(", ", header)) + "."));
      }
      chosen.put(field.get(), column.get());
    }
    columns.values().removeAll(chosen.values());
    columns.putAll(chosen);
    return Parsed.ok(new Mapping<>(columns));
  }

  /// A name first: a column may be called `2`.
  private static Optional<Integer> column(List<String> header, String named) {
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).strip().equals(named)) {
        return Optional.of(i);
      }
    }
    if (named.matches("[1-9][0-9]{0,4}") && Integer.parseInt(named) <= header.size()) {
      return Optional.of(Integer.parseInt(named) - 1);
    }
    return Optional.empty();
  }
}
