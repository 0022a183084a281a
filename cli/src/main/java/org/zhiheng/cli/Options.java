package org.zhiheng.cli;

import org.zhiheng.register.number.Office;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Readers of option values; what they refuse is wrong usage.
final class Options {

  private Options() {}

  private static <T> T orUsage(Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Ok<T>(T value) -> value;
      case Parsed.Refused<T>(Problem problem) -> throw new TypeConversionException(problem.line());
    };
  }

  /// `CN`
  static final class OfOffice implements ITypeConverter<Office> {
    @Override
    public Office convert(String text) {
      return orUsage(Office.parse(text));
    }
  }
}
