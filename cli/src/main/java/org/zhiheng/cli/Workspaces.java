package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Path;

/// Opens workspaces, copies them, makes them of copies.
interface Workspaces {

  /// Opens the one in this folder, made where it is missing.
  ///
  /// @throws IOException when its database does not start or cannot be joined
  Workspace open(Path home, Surroundings around) throws IOException;

  /// Copies them and makes them of copies.
  Backups backups();
}
