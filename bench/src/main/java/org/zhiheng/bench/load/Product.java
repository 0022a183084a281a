package org.zhiheng.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The server as a person starts it, in a process of its own.
public final class Product implements AutoCloseable {

  private static final Duration STOP = Duration.ofSeconds(60);

  private final Process process;
  private final Path home;
  private final String address;
  private final Optional<String> oneTime;

  private Product(Process process, Path home, String address, Optional<String> oneTime) {
    this.process = process;
    this.home = home;
    this.address = address;
    this.oneTime = oneTime;
  }

  /// Starts it and waits until it says where it is.
  ///
  /// @param root the checkout
  /// @param home the workspace
  /// @throws IOException when it ends before it is ready
  public static Product start(Path root, Path home) throws IOException {
    Path log = home.resolveSibling(home.getFileName() + ".log");
    Process process =
        new ProcessBuilder(
                root.resolve("zhiheng").toString(),
                "demo",
                "--port",
                "0",
                "--home",
                home.toString())
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String address = "";
    Optional<String> oneTime = Optional.empty();
    String line = said.readLine();
    while (line != null && !line.startsWith("Ctrl-C")) {
      if (line.startsWith("Zhiheng")) {
        address = line.substring(line.indexOf("http"));
      } else if (line.startsWith("with, this once")) {
        oneTime = Optional.of(line.substring(line.lastIndexOf(' ') + 1));
      }
      line = said.readLine();
    }
    if (line == null) {
      throw new IOException("the server ended before it was ready; see " + log);
    }
    return new Product(process, home, address, oneTime);
  }

  /// `http://127.0.0.1:40123`
  public String address() {
    return address;
  }

  /// The first administrator's password, where it was just made.
  public Optional<String> oneTime() {
    return oneTime;
  }

  /// What the kernel counts as resident, in megabytes; 0 where it does not say.
  ///
  /// @throws IOException when it cannot be read
  public long residentMegabytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /// Ends the server at once, as a loss of power would end the process.
  ///
  /// @throws InterruptedException when told to stop
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /// Ends the database at once, all its processes.
  ///
  /// @return whether one was there
  /// @throws IOException when its file cannot be read
  public boolean killDatabase() throws IOException {
    Optional<Path> file;
    try (Stream<Path> files = Files.walk(home, 4)) {
      file = files.filter(one -> one.endsWith("postmaster.pid")).findFirst();
    }
    if (file.isEmpty()) {
      return false;
    }
    long pid = Long.parseLong(Files.readAllLines(file.get()).getFirst().strip());
    Optional<ProcessHandle> postmaster = ProcessHandle.of(pid);
    List<ProcessHandle> children =
        postmaster.map(one -> one.descendants().toList()).orElse(List.of());
    boolean killed = postmaster.map(ProcessHandle::destroyForcibly).orElse(false);
    children.forEach(ProcessHandle::destroyForcibly);
    return killed;
  }

  /// Whether it ends by itself in that time.
  ///
  /// @throws InterruptedException when told to stop
  public boolean endsWithin(int seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  /// Stops it as a person does.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
