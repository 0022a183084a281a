package org.zhiheng.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhiheng.intake.IntakeKind;
import org.zhiheng.jobs.imports.TableImports.TableKind;
import org.zhiheng.values.Parsed;

/// What a file holds that is imported: an office's format, a table of one's own records, or the
/// office's table of similar goods.
sealed interface ImportFormat {

  /// An office's format.
  record OfOffice(IntakeKind kind) implements ImportFormat {
    @Override
    public String code() {
      return kind.code();
    }
  }

  /// A table of one's own records.
  record OfTable(TableKind kind) implements ImportFormat {
    @Override
    public String code() {
      return kind.code();
    }
  }

  /// The table of similar goods and services, as a folder of CSV files.
  record OfGoods() implements ImportFormat {
    @Override
    public String code() {
      return "goods-table";
    }
  }

  /// `cnipa-gazette-csv`: as it is typed.
  String code();

  /// All there are.
  static List<ImportFormat> all() {
    List<ImportFormat> all = new ArrayList<>();
    for (IntakeKind kind : IntakeKind.values()) {
      all.add(new OfOffice(kind));
    }
    for (TableKind kind : TableKind.values()) {
      all.add(new OfTable(kind));
    }
    all.add(new OfGoods());
    return all;
  }

  /// Reads a code.
  static Parsed<ImportFormat> parse(String text) {
    String code = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    for (ImportFormat format : all()) {
      if (format.code().equals(code)) {
        return Parsed.ok(format);
      }
    }
    return Parsed.refused(
        "intake-kind",
        text,
        "A format is one of "
            + String.join(", ", all().stream().map(ImportFormat::code).toList())
            + ".");
  }
}
