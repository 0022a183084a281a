package org.zhiheng.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

/// What one command does. A closed set: no command comes from outside.
sealed interface Verb extends Callable<Integer> permits CompletionCommand, NumberCheck {

  /// Does it.
  ///
  /// @throws IOException when the world fails
  ExitCode done() throws IOException;

  @Override
  default Integer call() throws IOException {
    return done().number();
  }
}
