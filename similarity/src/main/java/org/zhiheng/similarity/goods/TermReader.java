package org.zhiheng.similarity.goods;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhiheng.values.Problem;

/// Reads an alphabetical list of terms from CSV with the columns `class_number`, `basic_number` and
/// `term`, in any order; a column `language` other than `en` passes a row over.
public final class TermReader {

  private static final String FILE = GoodsTableReader.TERMS;

  private TermReader() {}

  /// What reading gave.
  public sealed interface Outcome {

    /// The terms, in the order of the file.
    record Read(List<TermRow> terms) implements Outcome {
      /// Copies the list.
      public Read {
        terms = List.copyOf(terms);
      }
    }

    /// The list is refused, for these reasons; at least one.
    record Refused(List<Problem> problems) implements Outcome {
      /// Copies the list.
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads a list; the limits are those of [GoodsTableReader].
  public static Outcome read(byte[] csv) {
    List<Problem> problems = new ArrayList<>();
    CsvText text =
        CsvText.read(FILE, csv, List.of("class_number", "basic_number", "term"), problems::add);
    List<TermRow> terms = new ArrayList<>();
    for (CsvText.Row row : text.rows()) {
      String language = text.cell(row, "language");
      if (!language.isEmpty() && !language.toLowerCase(Locale.ROOT).startsWith("en")) {
        continue;
      }
      String given = text.cell(row, "class_number");
      String niceClass = given.length() == 1 ? "0" + given : given;
      String number = text.cell(row, "basic_number");
      String term = text.cell(row, "term");
      String place = "line " + row.line() + ", column ";
      if (!Codes.isClass(niceClass)) {
        problems.add(
            new Problem("goods-class", place + "class_number", given, "A class is 1 to 45.", FILE));
      } else if (!number.matches("([0-9]{6})?")) {
        problems.add(
            new Problem(
                "goods-item",
                place + "basic_number",
                number,
                "A basic number has six digits or is left empty.",
                FILE));
      } else if (term.isEmpty()) {
        problems.add(new Problem("goods-item", place + "term", "", "A term is missing.", FILE));
      } else {
        terms.add(new TermRow(niceClass, number, term));
      }
    }
    return problems.isEmpty()
        ? new Outcome.Read(terms)
        : new Outcome.Refused(
            problems.subList(0, Math.min(problems.size(), GoodsTableReader.PROBLEMS_MAX)));
  }
}
