package org.zhiheng.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.jobs.prove.LogDoor;
import org.zhiheng.ledger.note.NoteAlgorithm;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.links.log.LogSite;
import org.zhiheng.links.serve.Listener;
import org.zhiheng.links.serve.Site;
import org.zhiheng.links.witness.WitnessSite;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `zhiheng log serve|witness`
final class LogServing {

  private LogServing() {}

  /// Where a command listens.
  static final class Place {

    @Option(
        names = "--port",
        paramLabel = "N",
        defaultValue = "0",
        converter = Options.OfPort.class,
        description = "The port (default: any that is free).")
    private int port;

    @Option(
        names = "--address",
        paramLabel = "IP",
        defaultValue = "127.0.0.1",
        description = "The address to listen at (default: 127.0.0.1, this machine only).")
    private InetAddress address = InetAddress.getLoopbackAddress();

    /// Serves until the person wants an end.
    ///
    /// @param lines of a policy that name what is served; its address comes behind each
    void serve(Session session, List<String> lines, int bodyBytesMax, Site site)
        throws IOException {
      try (Listener listener =
          Listener.open(
              address,
              port,
              bodyBytesMax,
              site,
              failure -> session.say("zhiheng: " + Lines.single(failure)))) {
        lines.forEach(line -> session.out().println(line + " " + listener.address()));
        session.out().flush();
        session.say("Listening at " + listener.address() + "; Ctrl-C ends it.");
        session.around().stop().await();
      }
    }
  }

  /// Shows the log's files over HTTP.
  @Command(
      name = "serve",
      description = {
        "Shows the log's files over HTTP, as C2SP tlog-tiles asks: its checkpoint, tiles and",
        "entries, and the SM3 tree below /gm. Prints the line of a policy that names the log; while",
        "its keys are changed, two."
      })
  static final class Serve implements Verb {

    private final Session session;

    @Mixin private Place place = new Place();

    Serve(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        LogDoor log = workspace.proving().open().door();
        place.serve(
            session,
            log.keys().stream()
                .filter(key -> key.algorithm() == NoteAlgorithm.ED25519)
                .map(key -> "log " + key)
                .toList(),
            LogSite.BODY_BYTES_MAX,
            new LogSite(log.tiles()));
        return ExitCode.DONE;
      }
    }
  }

  /// Signs the checkpoints of others.
  @Command(
      name = "witness",
      description = {
        "Signs over HTTP, as C2SP tlog-witness asks, that the logs of others only grew. Prints",
        "the line of a policy that names this witness."
      })
  static final class ServeWitness implements Verb {

    private final Session session;

    @Mixin private Place place = new Place();

    @Option(
        names = "--log",
        paramLabel = "KEY",
        converter = Options.OfVerifierKey.class,
        description = "A log to watch, by its key: name+id+base64. May be given several times.")
    private List<VerifierKey> logs = new ArrayList<>();

    @Option(
        names = "--policy",
        paramLabel = "FILE",
        description = "A policy (C2SP tlog-policy) whose logs are watched.")
    private Optional<Path> policy = Optional.empty();

    ServeWitness(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      List<VerifierKey> watched = new ArrayList<>(logs);
      if (policy.isPresent()) {
        byte[] bytes = Files.readAllBytes(session.around().folder().resolve(policy.get()));
        watched.addAll(TrustPolicy.parse(bytes).orThrow().logs());
      }
      if (watched.isEmpty()) {
        throw new ProblemsException(
            Problem.of(
                "log-witness-none",
                "",
                "",
                "A witness watches at least one log: name it with --log or --policy."));
      }
      Map<String, List<VerifierKey>> byOrigin = new LinkedHashMap<>();
      watched.stream()
          .distinct()
          .forEach(key -> byOrigin.computeIfAbsent(key.name(), _ -> new ArrayList<>()).add(key));
      try (Workspace workspace = session.workspace()) {
        Proving.OwnWitness own = workspace.proving().witness(byOrigin);
        place.serve(
            session,
            List.of("witness " + own.key().name() + " " + own.key()),
            WitnessSite.BODY_BYTES_MAX,
            new WitnessSite(own.witness()));
        return ExitCode.DONE;
      }
    }
  }
}
