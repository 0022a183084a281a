package org.zhiheng.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.web.server.PortInUseException;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.tour.Tour;
import org.zhiheng.links.ChromiumPrinter;
import org.zhiheng.links.capture.SocketPages;
import org.zhiheng.links.mail.SmtpPostman;
import org.zhiheng.server.operate.Meters;
import org.zhiheng.server.operate.OperationsDoor;
import org.zhiheng.server.operate.Watch;
import org.zhiheng.values.ProblemsException;

/// Starts the server: `zhiheng serve` and `zhiheng demo`.
///
/// Data goes to standard output, talk to standard error. Ends with 0 when told to stop, 2 when the
/// words are wrong, 3 when the world failed.
public final class Main {

  private static final int DONE = 0;
  private static final int WRONG_USAGE = 2;
  private static final int WORLD_FAILED = 3;

  private final PrintStream out;
  private final PrintStream err;

  /// Told when the process is asked to stop.
  private final CountDownLatch stop = new CountDownLatch(1);

  /// Whether the database ended first.
  private final AtomicBoolean databaseGone = new AtomicBoolean();

  /// Told when everything is closed.
  private final CountDownLatch closed = new CountDownLatch(1);

  private Main(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /// Runs until told to stop.
  public static void main(String[] words) {
    Main main =
        new Main(
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8));
    int code = main.run(List.of(words), System.getenv());
    main.closed.countDown();
    System.exit(code);
  }

  private int run(List<String> words, Map<String, String> environment) {
    if (words.contains("--help") || words.contains("-h")) {
      out.print(MainOptions.USAGE);
      return DONE;
    }
    try {
      MainOptions options = MainOptions.parse(words, environment);
      if (MainOptions.logsJson(environment)) {
        // before anything logs: logback.xml reads these
        System.setProperty("zhiheng.log", "json");
        System.setProperty("zhiheng.log.requests", "info");
      }
      return serve(options);
    } catch (ProblemsException refused) {
      refused.problems().forEach(problem -> err.println("zhiheng: " + problem.line()));
      return WRONG_USAGE;
    } catch (PortInUseException taken) {
      err.println(
          "zhiheng: port "
              + taken.getPort()
              + " is taken: stop what listens there, or choose another with --port N.");
      return WORLD_FAILED;
    } catch (IOException failed) {
      err.println("zhiheng: " + failed.getMessage());
      return WORLD_FAILED;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return WORLD_FAILED;
    }
  }

  private int serve(MainOptions options) throws IOException, InterruptedException {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stopAndWait));
    say("opening the workspace " + options.home() + " …");
    try (Premises premises =
        Premises.open(
            options.home(),
            options.databaseUrl(),
            options.guard(),
            new Links(
                ChromiumPrinter.on(options.searchPath()),
                SocketPages.on(options.searchPath(), Clock.systemUTC()),
                options.smtp().map(server -> new SmtpPostman(server, Clock.systemUTC()))),
            Clock.systemUTC())) {
      switch (options.command()) {
        case SERVE -> {}
        case DEMO -> {
          say("looking for records; an empty workspace gets the sample …");
          long taken = premises.loadSample(Tour.of(options.home()));
          if (taken > 0) {
            say("loaded the sample: " + taken + " rights, each marked as sample");
          }
        }
      }
      say("opening the door …");
      ServerSettings settings =
          ServerSettings.local(options.port()).leading(Tour.of(options.home()));
      try (Meters meters = premises.meters();
          Server server =
              Server.start(settings, premises.floors(), premises.door(), new Watch(meters));
          Operations operations = operations(options, meters, premises)) {
        premises.followRegister();
        int resumed = premises.resumeImports();
        if (resumed > 0) {
          say("going on with " + resumed + " interrupted imports");
        }
        greet(options, premises, server.port());
        operations
            .door()
            .ifPresent(
                open -> say("health and figures: http://127.0.0.1:" + open.port() + "/metrics"));
        premises.whenDatabaseEnds(() -> {
          databaseGone.set(stop.getCount() > 0);
          stop.countDown();
        });
        stop.await();
        say(databaseGone.get() ? "the database ended; closing …" : "closing …");
      }
    }
    // whoever starts services starts this one anew, and with it the database
    return databaseGone.get() ? WORLD_FAILED : DONE;
  }

  /// The door of who runs the server, where one is wanted.
  private record Operations(Optional<OperationsDoor> door) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      if (door.isPresent()) {
        door.get().close();
      }
    }
  }

  private static Operations operations(MainOptions options, Meters meters, Premises premises)
      throws IOException {
    return options.operationsPort().isPresent()
        ? new Operations(
            Optional.of(
                OperationsDoor.open(options.operationsPort().get(), meters, premises::hindrance)))
        : new Operations(Optional.empty());
  }

  private void greet(MainOptions options, Premises premises, int port) {
    String address =
        options.publicAddress().map(Object::toString).orElse("http://127.0.0.1:" + port);
    out.println();
    out.println("Zhiheng 知衡  " + address);
    premises
        .firstAdministrator()
        .ifPresentOrElse(this::welcome, () -> out.println("Sign in with your name and password."));
    out.println("Ctrl-C stops the server; the workspace stays in " + options.home() + ".");
    out.flush();
  }

  private void welcome(AccountBook.Welcomed welcomed) {
    out.println("Sign in as      " + welcomed.user().name());
    out.println("with, this once " + welcomed.oneTimePassword());
    out.println("You choose your own password after that.");
  }

  private void say(String text) {
    err.println("zhiheng: " + text);
  }

  private void stopAndWait() {
    stop.countDown();
    try {
      closed.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
