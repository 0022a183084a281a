package org.zhiheng.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;
import org.zhiheng.jobs.examine.Examiner;

/// What examining marks needs beside the workspace: the dictionaries and the index, brought up to
/// date.
///
/// @param examiner looks for earlier marks
/// @param closing lets the index go
record MarkDesk(Examiner examiner, Closeable closing) implements Closeable {

  /// Opens the index of the workspace and follows the register.
  static MarkDesk open(Session session, Workspace workspace) throws IOException {
    return workspace.marks().open(session::say);
  }

  @Override
  public void close() throws IOException {
    closing.close();
  }

  /// Opens a desk.
  interface Opening {
    /// Opens it.
    ///
    /// @param talk told what takes long
    /// @throws IOException when the index cannot be opened
    MarkDesk open(Consumer<String> talk) throws IOException;
  }
}
