package org.zhiheng.cashflow.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.zhiheng.values.Parsed;

/// A deal to begin with, and assumptions for it. All figures are made up but for two of
/// [#SEED_CASE].
///
/// Source: the four models as published summaries of Chinese issues describe them.
public enum Template {
  /// Pledge loans to twelve firms, one year.
  PLEDGE_LOANS("Loans against pledged patents: twelve borrowers, one year, guarantor."),
  /// Fees for licences back, three years.
  SECOND_LICENCE("Second licence: fees for licences back by the quarter, three years."),
  /// Rents, the senior class floating behind a swap.
  LEASE_BACK("Sale and lease-back: fixed rents, a floating senior class, a swap between."),
  /// What one core debtor owes.
  RECEIVABLES("Receivables of suppliers against one core debtor, within a year."),
  /// After the notice of May 2025.
  SEED_CASE("Worked example: 21 million yuan at 2.15 % are facts, everything else is made up.");

  private final String about;

  Template(String about) {
    this.about = about;
  }

  /// `pledge-loans`
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// One sentence for a person.
  public String about() {
    return about;
  }

  /// The deal file, YAML with comments.
  public String deal() {
    return text(code() + ".yaml");
  }

  /// The assumptions, YAML with comments.
  public String assumptions() {
    return text(code() + "-assume.yaml");
  }

  /// Reads a code.
  public static Parsed<Template> parse(String text) {
    for (Template template : values()) {
      if (template.code().equals(text.strip().toLowerCase(Locale.ROOT))) {
        return Parsed.ok(template);
      }
    }
    return Parsed.refused(
        "deal-template",
        text,
        "The templates are "
            + Arrays.stream(values()).map(Template::code).collect(Collectors.joining(", "))
            + ".");
  }

  private static String text(String name) {
    String path = "/org/zhiheng/cashflow/templates/" + name;
    try (InputStream in = Template.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing from the jar: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(path, broken);
    }
  }
}
