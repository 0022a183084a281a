package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Path;

/// Opens workspaces on PostgreSQL and files.
record StoredWorkspaces() implements Workspaces {

  @Override
  public Workspace open(Path home, Surroundings around) throws IOException {
    throw new IOException("this build has no store yet: " + home);
  }
}
