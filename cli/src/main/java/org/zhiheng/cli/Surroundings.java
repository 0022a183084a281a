package org.zhiheng.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/// What a run of the command line finds around it.
///
/// @param variables the environment
/// @param folder what relative paths start from
/// @param clock the time
/// @param user the operating system's name of the user
/// @param in standard input
/// @param answersPerson whether stdout is a terminal: then help is coloured unless `NO_COLOR` is
///   set
/// @param talksToPerson whether stderr is a terminal: then progress is shown
/// @param stop whether the person wants the run to end
record Surroundings(
    Map<String, String> variables,
    Path folder,
    InstantSource clock,
    String user,
    InputStream in,
    boolean answersPerson,
    boolean talksToPerson,
    Stop stop) {

  /// Copies the variables.
  Surroundings {
    variables = Map.copyOf(variables);
  }

  /// A variable's value, empty when it is not set.
  String variable(String name) {
    return variables.getOrDefault(name, "");
  }
}
