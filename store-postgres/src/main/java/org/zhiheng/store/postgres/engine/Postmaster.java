package org.zhiheng.store.postgres.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `postmaster.pid` says of the server of a data folder.
///
/// Source: PostgreSQL 18, src/include/utils/pidfile.h: line 1 the process, 4 the port, 8 the state.
///
/// @param pid its process
/// @param port where it listens
/// @param state `starting`, `ready`, `stopping` …
record Postmaster(long pid, int port, String state) {

  private static final int LINES = 8;

  /// The server that the file tells of, if its process is alive.
  ///
  /// @throws IOException when the file is there and cannot be read
  static Optional<Postmaster> of(Path folder) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(folder.resolve("postmaster.pid"));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
    if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,10}")) {
      return Optional.empty();
    }
    long pid = Long.parseLong(lines.getFirst().strip());
    if (!alive(pid)) {
      return Optional.empty();
    }
    if (lines.size() < LINES) {
      return Optional.of(new Postmaster(pid, 0, "starting"));
    }
    return Optional.of(
        new Postmaster(pid, Integer.parseInt(lines.get(3).strip()), lines.get(7).strip()));
  }

  /// Removes the file when its process number has gone to another program since, as after the
  /// machine was switched off: the server would take that program for itself. A file whose process
  /// is dead stays: the server reads there which memory it has to look for.
  ///
  /// @throws IOException when the file cannot be read or removed
  static void forgetForeign(Path folder) throws IOException {
    Path file = folder.resolve("postmaster.pid");
    if (!Files.exists(file) || of(folder).isPresent()) {
      return;
    }
    List<String> lines = Files.readAllLines(file);
    if (!lines.isEmpty()
        && lines.getFirst().strip().matches("[0-9]{1,10}")
        && ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
            .filter(ProcessHandle::isAlive)
            .isPresent()) {
      Files.delete(file);
    }
  }

  // a number that was given to another program since is not the server
  private static boolean alive(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().command().map(Postmaster::postgres).orElse(true))
        .isPresent();
  }

  private static boolean postgres(String command) {
    return command.endsWith("/postgres") || command.endsWith("/postgres (deleted)");
  }

  boolean ready() {
    return state.equals("ready");
  }

  boolean stopping() {
    return state.equals("stopping");
  }
}
