package org.zhiheng.cli;

import java.io.IOException;
import java.util.function.Consumer;
import org.zhiheng.jobs.examine.desk.ExamineDesk;

/// Opens what examining marks needs beside the workspace: dictionaries and index.
interface Marks {

  /// Opens it, brought in step with the register.
  ///
  /// @param talk told what takes long
  /// @throws IOException when the index cannot be opened
  ExamineDesk open(Consumer<String> talk) throws IOException;
}
