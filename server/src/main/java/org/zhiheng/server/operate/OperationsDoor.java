package org.zhiheng.server.operate;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhiheng.links.serve.Answer;
import org.zhiheng.links.serve.Asked;
import org.zhiheng.links.serve.Listener;

/// A door of its own for whoever runs the server, on this machine only: no other machine reaches
/// it, and nothing behind it says who asked for what.
///
/// | path | what |
/// |---|---|
/// | `/health/live` | 200 while the process answers |
/// | `/health/ready` | 200 while it can do its work, else 503 with `Retry-After` and the reason |
/// | `/metrics` | the figures as Prometheus reads them |
public final class OperationsDoor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OperationsDoor.class);

  private static final int OK = 200;
  private static final int ABSENT = 404;
  private static final int UNAVAILABLE = 503;

  private static final String JSON = "application/json";
  private static final String FIGURES = "text/plain;version=0.0.4;charset=utf-8";

  /// Nobody has anything to say here.
  private static final int BODY_BYTES_MAX = 1_024;

  private final Listener listener;

  private OperationsDoor(Listener listener) {
    this.listener = listener;
  }

  /// Whether the work can be done.
  @FunctionalInterface
  public interface Readiness {
    /// Why not; empty when it can.
    Optional<String> hindrance();
  }

  /// Opens it.
  ///
  /// @param port 0 for any free one
  /// @throws IOException when the port is taken
  public static OperationsDoor open(int port, Meters meters, Readiness readiness)
      throws IOException {
    return new OperationsDoor(
        Listener.open(
            InetAddress.getLoopbackAddress(),
            port,
            BODY_BYTES_MAX,
            asked -> answer(asked, meters, readiness),
            failure -> LOG.warn("the door of operations: {}", failure)));
  }

  private static Answer answer(Asked asked, Meters meters, Readiness readiness) {
    if (!asked.reads()) {
      return Answer.methodNot("GET");
    }
    return switch (asked.path()) {
      case "/health/live" -> Answer.of(OK, JSON, "{\"status\":\"live\"}\n");
      case "/health/ready" -> ready(readiness.hindrance());
      case "/metrics" -> Answer.of(OK, FIGURES, meters.text());
      default -> Answer.said(ABSENT, "Here are /health/live, /health/ready and /metrics.");
    };
  }

  private static Answer ready(Optional<String> hindrance) {
    return hindrance.isEmpty()
        ? Answer.of(OK, JSON, "{\"status\":\"ready\"}\n")
        : Answer.of(
                UNAVAILABLE,
                JSON,
                "{\"status\":\"not-ready\",\"reason\":\"" + hindrance.get() + "\"}\n")
            .with("Retry-After", "5");
  }

  /// The port it listens on.
  public int port() {
    return listener.port();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
