package org.zhiheng.jobs.prove.data;

import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.jobs.prove.use.Said;
import org.zhiheng.values.Citation;

/// A place that registers data, and what was found of its rules.
///
/// @param code `zhejiang`
/// @param name of the place
/// @param pilotSince month since which it is a national pilot, `2022-11`; empty where it was not
///   among the first
/// @param said what it registers and how
/// @param source of that
/// @param fields that it asks for, as far as they were found
/// @param publicity how long filings are laid open
/// @param validity how long a certificate lasts
public record Region(
    String code,
    Said name,
    String pilotSince,
    Said said,
    Citation source,
    List<Field> fields,
    Term publicity,
    Term validity) {

  /// Copies the list.
  public Region {
    fields = List.copyOf(fields);
  }

  /// Whether a field must be filled in.
  public enum Need {
    /// Without it the filing is refused.
    REQUIRED,
    /// It may be left out.
    OPTIONAL,
    /// It is asked for; whether it may be left out was not found.
    UNKNOWN;

    /// `required`
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A field.
  ///
  /// @param name `data-format`
  /// @param need whether it must be filled in
  /// @param said what it asks for
  public record Field(String name, Need need, Said said) {}

  /// A span of time in the rules.
  ///
  /// @param length how long; nothing where it is not known
  /// @param exists whether there is one, even where its length is not known
  /// @param starts what starts it: `registration-notice`, `unknown`, or empty
  /// @param said that in words
  /// @param source where it stands, and how far that was checked
  public record Term(
      Optional<Period> length, boolean exists, String starts, Said said, Citation source) {

    /// `P3Y`, `some` or `unknown`.
    public String code() {
      return length.map(Period::toString).orElse(exists ? "some" : "unknown");
    }
  }
}
