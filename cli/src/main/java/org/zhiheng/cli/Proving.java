package org.zhiheng.cli;

import java.io.IOException;
import org.zhiheng.jobs.prove.ProveDesk;

/// Opens what proving needs; the workspace's keys are read for no other command.
@FunctionalInterface
interface Proving {

  /// The desk.
  ///
  /// @throws IOException when the workspace's keys cannot be read
  ProveDesk open() throws IOException;
}
