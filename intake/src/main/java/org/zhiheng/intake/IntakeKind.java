package org.zhiheng.intake;

import java.util.Locale;
import org.zhiheng.values.Parsed;

/// The formats that are read; `docs/formats/` describes each.
public enum IntakeKind {
  /// Rows of the CNIPA gazette as CSV.
  CNIPA_GAZETTE_CSV,
  /// SIPO/CNIPA full text, XML 2.2.1.
  CNIPA_XML,
  /// USPTO grants and applications, XML 4.x.
  USPTO_XML,
  /// Replies of the EPO's Open Patent Services: biblio, abstract, full text, family, legal.
  EPO_OPS_XML,
  /// Marks, in a CSV of our own.
  MARKS_CSV;

  /// `cnipa-gazette-csv`: the name in CLI, REST and data files.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads a code.
  public static Parsed<IntakeKind> parse(String text) {
    String code = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    StringBuilder codes = new StringBuilder();
    for (IntakeKind kind : values()) {
      if (kind.code().equals(code)) {
        return Parsed.ok(kind);
      }
      codes.append(codes.isEmpty() ? "" : ", ").append(kind.code());
    }
    return Parsed.refused("intake-kind", text, "A format is one of " + codes + ".");
  }
}
