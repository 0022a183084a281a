package org.zhiheng.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// What a call of the command line came to, within the test's process.
///
/// @param exit the code it left with
/// @param out what went to stdout
/// @param err what went to stderr
record Ran(int exit, String out, String err) {

  /// Calls it as somebody named `tester` would in a folder, by this clock.
  static Ran in(Path folder, InstantSource clock, String... arguments) {
    return with(around(folder, clock), List.of(arguments));
  }

  /// Calls it in these surroundings.
  static Ran with(Surroundings around, List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            arguments,
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            around,
            new StoredWorkspaces());
    return new Ran(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// No variables, nothing to read, no terminal.
  static Surroundings around(Path folder, InstantSource clock) {
    return new Surroundings(
        Map.of(), folder, clock, "tester", InputStream.nullInputStream(), false, false, new Stop());
  }
}
