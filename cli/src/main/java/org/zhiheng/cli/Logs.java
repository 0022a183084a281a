package org.zhiheng.cli;

import java.io.IOException;
import org.zhiheng.jobs.prove.PublicLog;

/// Opens the workspace's log; its keys are read for no other command.
@FunctionalInterface
interface Logs {

  /// The log, as anybody may ask it.
  ///
  /// @throws IOException when the workspace's keys cannot be read
  PublicLog open() throws IOException;
}
