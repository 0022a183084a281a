package org.zhiheng.server.operate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A door of its own for whoever runs the server, on this machine only: no other machine reaches
/// it, and nothing behind it says who asked for what.
///
/// | path | what |
/// |---|---|
/// | `/health/live` | 200 while the process answers |
/// | `/health/ready` | 200 while it can do its work, else 503 with `Retry-After` and the reason |
/// | `/metrics` | the figures as Prometheus reads them |
public final class OperationsDoor implements AutoCloseable {

  private static final int OK = 200;
  private static final int ABSENT = 404;
  private static final int WRONG_METHOD = 405;
  private static final int UNAVAILABLE = 503;

  /// Somebody watches twice, not by hundreds.
  private static final int THREADS = 2;

  private static final int BACKLOG = 16;

  private final HttpServer server;
  private final ExecutorService threads;

  private OperationsDoor(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
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
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS, task -> Thread.ofPlatform().daemon().name("operations").unstarted(task));
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, meters, readiness));
    server.start();
    return new OperationsDoor(server, threads);
  }

  private static void answer(HttpExchange exchange, Meters meters, Readiness readiness)
      throws IOException {
    if (!exchange.getRequestMethod().equals("GET")) {
      send(exchange, WRONG_METHOD, "text/plain;charset=UTF-8", "Only GET is answered here.\n");
      return;
    }
    switch (exchange.getRequestURI().getPath()) {
      case "/health/live" -> send(exchange, OK, "application/json", "{\"status\":\"live\"}\n");
      case "/health/ready" -> ready(exchange, readiness.hindrance());
      case "/metrics" ->
          send(exchange, OK, "text/plain;version=0.0.4;charset=utf-8", meters.text());
      default ->
          send(
              exchange,
              ABSENT,
              "text/plain;charset=UTF-8",
              "Here are /health/live, /health/ready and /metrics.\n");
    }
  }

  private static void ready(HttpExchange exchange, Optional<String> hindrance) throws IOException {
    if (hindrance.isEmpty()) {
      send(exchange, OK, "application/json", "{\"status\":\"ready\"}\n");
    } else {
      exchange.getResponseHeaders().set("Retry-After", "5");
      send(
          exchange,
          UNAVAILABLE,
          "application/json",
          "{\"status\":\"not-ready\",\"reason\":\"" + hindrance.get() + "\"}\n");
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }

  /// The port it listens on.
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
