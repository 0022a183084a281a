package org.zhiheng.store.postgres.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The PostgreSQL server of one workspace, shared by all processes that have it open.
///
/// It runs apart from them (a process that is killed takes nothing along), listens on loopback
/// only, and asks for a password that lies in the workspace, readable by its owner. Starting and
/// stopping happen under a file lock: there is never a second server, and nobody connects to one
/// that is going down. The data folder is never deleted.
///
/// Layout of the workspace: `postgres/` the data, `postgres.secret` the password, `postgres.lock`
/// the lock, `postgres.log` what the server says.
public final class Engine {

  /// The user and owner of everything.
  private static final String USER = "zhiheng";

  /// Longest wait for another process that starts or stops the server.
  private static final Duration LOCK_WAIT_MAX = Duration.ofMinutes(2);

  /// Longest wait for a start: recovery after a kill replays at most `max_wal_size`.
  private static final Duration START_WAIT_MAX = Duration.ofSeconds(110);

  /// Longest wait for others' sessions to end before the server is stopped without them.
  private static final Duration SMART_STOP_MAX = Duration.ofSeconds(10);

  /// Longest wait for the last checkpoint.
  private static final Duration FAST_STOP_MAX = Duration.ofMinutes(1);

  /// A free port may be taken between our look and the server's: so often we look again.
  private static final int PORT_TRIES_MAX = 5;

  /// Between two tries: what a killed server's sessions take to notice.
  private static final Duration START_AGAIN_AFTER = Duration.ofMillis(500);

  /// What a message repeats of the server's log.
  private static final int LOG_TAIL_LENGTH = 1_000;

  private static final int SECRET_BYTES = 24;

  private final Path home;
  private final Path folder;

  private Engine(Path home) {
    this.home = home;
    this.folder = home.resolve("postgres");
  }

  /// The server of this workspace, not started yet.
  public static Engine of(Path home) {
    return new Engine(home.toAbsolutePath().normalize());
  }

  /// Sees to it that the server runs and connects to it before anybody may stop it.
  ///
  /// @param connect opens the connection that shows others that somebody is there
  /// @throws IOException when the server does not start; its log is named
  public <T> T up(Connect<T> connect) throws IOException {
    OwnerOnly.folder(home);
    try (StartLock _ = lock()) {
      return connect.to(running());
    }
  }

  /// Stops the server unless others use it.
  ///
  /// @param others whether anybody else is connected
  /// @throws IOException when it does not stop
  public void down(Others others) throws IOException {
    try (StartLock _ = lock()) {
      if (!others.connected()) {
        stop();
      }
    }
  }

  /// The server's process, if it runs.
  ///
  /// @throws IOException when that cannot be read
  public Optional<ProcessHandle> process() throws IOException {
    return Postmaster.of(folder).flatMap(server -> ProcessHandle.of(server.pid()));
  }

  private StartLock lock() throws IOException {
    return StartLock.take(home.resolve("postgres.lock"), LOCK_WAIT_MAX);
  }

  private Address running() throws IOException {
    Optional<Postmaster> server = Postmaster.of(folder);
    if (server.isPresent() && !server.get().stopping()) {
      Pause.until(START_WAIT_MAX, () -> Postmaster.of(folder).map(this::settled).orElse(true));
      server = Postmaster.of(folder);
      if (server.isPresent() && server.get().ready()) {
        return address(server.get().port());
      }
    }
    if (server.isPresent() && !gone(FAST_STOP_MAX)) {
      throw new IOException("the database has been shutting down for too long: " + log());
    }
    Postmaster.forgetForeign(folder);
    Path programs = Binaries.unpacked(home.resolve("cache"));
    make(programs);
    return start(programs);
  }

  private boolean settled(Postmaster server) {
    return server.ready() || server.stopping();
  }

  private Address address(int port) throws IOException {
    String secret = Files.readString(secretFile(), StandardCharsets.US_ASCII).strip();
    return new Address("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, secret);
  }

  // aside and renamed: a data folder that is there is whole
  private void make(Path programs) throws IOException {
    if (Files.exists(folder.resolve("PG_VERSION"))) {
      if (!Files.exists(secretFile())) {
        throw new IOException("the database's password is missing: " + secretFile());
      }
      return;
    }
    if (Files.exists(folder)) {
      throw new IOException("there is something that is not a database: " + folder);
    }
    Path fresh = home.resolve("postgres.new");
    removeUnfinished(fresh);
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    writeSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    run(
        List.of(
            programs.resolve("bin/initdb").toString(),
            "--pgdata=" + fresh,
            "--username=" + USER,
            "--pwfile=" + secretFile(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums"),
        START_WAIT_MAX);
    Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private void writeSecret(String secret) throws IOException {
    Path file = secretFile();
    Files.deleteIfExists(file);
    Files.createFile(
        file,
        java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
            java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, secret + "\n", StandardOpenOption.WRITE);
  }

  private Address start(Path programs) throws IOException {
    IOException last = new IOException("the database did not start: " + log());
    for (int tries = 0; tries < PORT_TRIES_MAX; tries++) {
      int port = freePort();
      try {
        run(
            List.of(
                programs.resolve("bin/pg_ctl").toString(),
                "start",
                "--silent",
                "--wait",
                "--timeout=" + START_WAIT_MAX.toSeconds(),
                "--pgdata=" + folder,
                "--log=" + log(),
                "--options=" + options(port)),
            START_WAIT_MAX.plusSeconds(5));
        return address(port);
      } catch (InterruptedIOException interrupted) {
        throw interrupted;
      } catch (IOException refused) {
        last.addSuppressed(refused);
        // sessions of a server that was killed hold its memory for a moment
        Pause.until(START_AGAIN_AFTER, () -> false);
      }
    }
    throw last;
  }

  private static String options(int port) {
    StringBuilder options = new StringBuilder();
    Map<String, String> settings = new java.util.TreeMap<>(Settings.ONE_SMALL_MACHINE);
    settings.put("port", Integer.toString(port));
    settings.forEach((name, value) ->
        options.append("-c ").append(name).append("='").append(value).append("' "));
    return options.toString();
  }

  private void stop() throws IOException {
    Optional<ProcessHandle> process = process();
    if (process.isEmpty()) {
      return;
    }
    process.get().destroy(); // SIGTERM: a smart shutdown, sessions may end first
    if (!gone(SMART_STOP_MAX)) {
      Path programs = Binaries.unpacked(home.resolve("cache"));
      run(
          List.of(
              programs.resolve("bin/pg_ctl").toString(),
              "stop",
              "--silent",
              "--mode=fast",
              "--timeout=" + FAST_STOP_MAX.toSeconds(),
              "--pgdata=" + folder),
          FAST_STOP_MAX.plusSeconds(5));
    }
  }

  private boolean gone(Duration atMost) throws IOException {
    return Pause.until(atMost, () -> Postmaster.of(folder).isEmpty());
  }

  /// Runs one of the server's programs; as root in a user namespace of its own, for they refuse to
  /// run as root.
  private void run(List<String> command, Duration atMost) throws IOException {
    List<String> whole = new ArrayList<>();
    if (new com.sun.security.auth.module.UnixSystem().getUid() == 0) {
      whole.addAll(List.of("unshare", "--user"));
    }
    whole.addAll(command);
    Path said = home.resolve("postgres.start.log");
    Process process =
        new ProcessBuilder(whole)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
            .redirectOutput(said.toFile())
            .start();
    try {
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroy();
        throw new IOException(command.getFirst() + " took over " + atMost.toSeconds() + " s");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      InterruptedIOException told = new InterruptedIOException("interrupted: " + command);
      told.initCause(interrupted);
      throw told;
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          command.getFirst() + " failed: " + Files.readString(said).strip() + "; " + lastSaid());
    }
  }

  private String lastSaid() throws IOException {
    if (!Files.exists(log())) {
      return log() + " is empty";
    }
    String said = Files.readString(log(), StandardCharsets.UTF_8);
    return log() + " ends: " + said.substring(Math.max(0, said.length() - LOG_TAIL_LENGTH));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void removeUnfinished(Path fresh) throws IOException {
    if (!Files.exists(fresh)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(fresh)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  private Path secretFile() {
    return home.resolve("postgres.secret");
  }

  private Path log() {
    return home.resolve("postgres.log");
  }

  /// Opens a first connection.
  ///
  /// @param <T> what holds it
  public interface Connect<T> {
    /// Connects.
    T to(Address address) throws IOException;
  }

  /// Looks for other users of the server.
  public interface Others {
    /// Whether there are any.
    boolean connected() throws IOException;
  }
}
