package org.zhiheng.verifier;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhiheng.values.Parsed;

/// What the command line says.
///
/// @param bundle to verify
/// @param policy file, if given
/// @param trust folder, if given
/// @param format of what is printed
record Options(Path bundle, Optional<Path> policy, Optional<Path> trust, Format format) {

  /// How verdicts are printed.
  enum Format {
    TEXT,
    JSON
  }

  /// Reads arguments: one path, and options before or behind it, each once.
  static Parsed<Options> parse(List<String> arguments) {
    String bundle = "";
    String policy = "";
    String trust = "";
    String format = "";
    for (int at = 0; at < arguments.size(); at++) {
      String argument = arguments.get(at);
      if (!argument.startsWith("--")) {
        if (!bundle.isEmpty() || argument.isEmpty()) {
          return refused(argument, "One bundle is verified at a time.");
        }
        bundle = argument;
        continue;
      }
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (equals < 0) {
        at++;
      }
      if (at >= arguments.size()) {
        return refused(argument, "Behind an option stands its value.");
      }
      String value = equals < 0 ? arguments.get(at) : argument.substring(equals + 1);
      boolean known = true;
      boolean twice = false;
      switch (name) {
        case "--policy" -> {
          twice = !policy.isEmpty();
          policy = value;
        }
        case "--trust" -> {
          twice = !trust.isEmpty();
          trust = value;
        }
        case "--format" -> {
          twice = !format.isEmpty();
          format = value;
        }
        default -> known = false;
      }
      if (!known || twice || value.isEmpty()) {
        return refused(argument, "The options are --policy, --trust and --format, each once.");
      }
    }
    return of(bundle, policy, trust, format);
  }

  private static Parsed<Options> of(String bundle, String policy, String trust, String format) {
    if (bundle.isEmpty()) {
      return refused("", "Name the bundle to verify.");
    }
    if (!format.isEmpty() && !format.equals("text") && !format.equals("json")) {
      return refused(format, "The format is text or json.");
    }
    try {
      return Parsed.ok(
          new Options(
              Path.of(bundle),
              policy.isEmpty() ? Optional.empty() : Optional.of(Path.of(policy)),
              trust.isEmpty() ? Optional.empty() : Optional.of(Path.of(trust)),
              format.equals("json") ? Format.JSON : Format.TEXT));
    } catch (InvalidPathException not) {
      return refused(not.getInput(), "This is no path.");
    }
  }

  private static Parsed<Options> refused(String given, String reason) {
    return Parsed.refused("usage", given, reason);
  }
}
