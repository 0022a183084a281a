package org.zhiheng.links;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A Chromium that is installed, run without a window as a process of its own, in a folder of its
/// own that is removed afterwards. One that takes too long is ended with all its children.
///
/// @param program where it lies
public record Browser(Path program) {

  /// Where there is one, it is called one of these; the launcher looks for the same.
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  /// The end of a process that was told to end.
  private static final Duration END = Duration.ofSeconds(5);

  /// Looks for one.
  ///
  /// @param searchPath the folders of programs, as the variable `PATH` lists them
  public static Optional<Browser> on(String searchPath) {
    for (String name : NAMES) {
      for (String folder : searchPath.split(File.pathSeparator, -1)) {
        Optional<Path> program = program(folder, name);
        if (program.isPresent()) {
          return program.map(Browser::new);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> program(String folder, String name) {
    try {
      return folder.isEmpty()
          ? Optional.empty()
          : Optional.of(Path.of(folder).resolve(name))
              .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    } catch (InvalidPathException unreadable) {
      return Optional.empty(); // a folder of that name cannot be
    }
  }

  /// What is done in a folder.
  ///
  /// @param <T> what comes of it
  @FunctionalInterface
  public interface Work<T> {
    /// Does it.
    ///
    /// @throws IOException when it fails
    T in(Path folder) throws IOException;
  }

  /// Works in a fresh folder and removes that.
  ///
  /// @param prefix of the folder's name
  /// @throws IOException what the work threw, or when the folder cannot be made
  public <T> T inFolder(String prefix, Work<T> work) throws IOException {
    Path folder = Files.createTempDirectory(prefix);
    try {
      return work.in(folder);
    } finally {
      remove(folder);
    }
  }

  /// Runs it to its end.
  ///
  /// @param folder where its profile, home and temporary files lie
  /// @param words added to those that make it small and silent
  /// @param said where its standard output goes
  /// @param limit after which it is ended
  /// @param doing what it does, for messages: `printing`
  /// @return with what it ended
  /// @throws IOException when it does not start, takes too long, or the wait is interrupted
  public int run(Path folder, List<String> words, Path said, Duration limit, String doing)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(folder, words)).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "");
    environment.clear();
    environment.putAll(
        Map.of("PATH", path, "HOME", folder.toString(), "TMPDIR", folder.toString()));
    builder
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectOutput(said.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD);
    return ended(builder.start(), limit, doing);
  }

  private static int ended(Process process, Duration limit, String doing) throws IOException {
    boolean inTime = false;
    try {
      inTime = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(doing + " was interrupted", interrupted);
    } finally {
      end(process);
    }
    if (!inTime) {
      throw new IOException(doing + " took over " + limit.toSeconds() + " s and was ended");
    }
    return process.exitValue();
  }

  /// Ends it and whatever it started, by their handles.
  private static void end(Process process) {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle one : all) {
      one.onExit().completeOnTimeout(one, END.toMillis(), TimeUnit.MILLISECONDS).join();
    }
  }

  private List<String> command(Path folder, List<String> more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless",
                "--user-data-dir=" + folder.resolve("profile"),
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-gpu",
                "--disable-extensions",
                "--disable-sync",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-breakpad",
                "--disable-dev-shm-usage"));
    if (isRoot()) {
      words.add("--no-sandbox"); // the sandbox refuses to start for root
    }
    words.addAll(more);
    return words;
  }

  private static boolean isRoot() {
    return ProcessHandle.current()
        .info()
        .user()
        .map(user -> user.equals("root") || user.equals("0"))
        .orElse(false);
  }

  /// Removes a folder. A second turn takes what a dying process still wrote into it.
  private static void remove(Path folder) throws IOException {
    if (!emptied(folder)) {
      boolean _ = emptied(folder);
    }
  }

  /// Whether the folder is gone.
  private static boolean emptied(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path one : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
      return true;
    } catch (DirectoryNotEmptyException | UncheckedIOException filling) {
      return false;
    }
  }
}
