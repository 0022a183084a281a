package org.zhiheng.links.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Listens on a port and hands requests to a [Site], within limits: bytes of a body, requests at
/// once, and the time in which a request comes in and an answer is taken.
///
/// Nothing is decrypted, decoded or followed here; what a path means is the site's business.
public final class Listener implements Closeable {

  /// Requests that are answered at once; more are told to come again. Each may hold a body.
  public static final int AT_ONCE_MAX = 64;

  /// Connections that wait to be taken.
  private static final int BACKLOG = 128;

  private static final long RETRY_AFTER_SECONDS = 1;

  /// The JDK's server takes these from the process only, once, before the first is made; a process
  /// that set its own keeps them. Within the times a body of 1 MB comes in over a poor line, and
  /// nobody holds a connection for hours with a byte now and then. Without nodelay each answer
  /// waits 40 ms for an acknowledgement.
  private static final Map<String, String> OF_THE_PROCESS =
      Map.of(
          "sun.net.httpserver.maxReqTime", "30",
          "sun.net.httpserver.maxRspTime", "60",
          "sun.net.httpserver.nodelay", "true");

  private final HttpServer server;
  private final ExecutorService threads;
  private final Semaphore free = new Semaphore(AT_ONCE_MAX);
  private final Site site;
  private final int bodyBytesMax;
  private final Consumer<String> failures;

  private Listener(HttpServer server, int bodyBytesMax, Site site, Consumer<String> failures) {
    this.server = server;
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    this.site = site;
    this.bodyBytesMax = bodyBytesMax;
    this.failures = failures;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  /// Listens.
  ///
  /// @param port 0 for any that is free
  /// @param bodyBytesMax longer bodies are refused, unread
  /// @param failures told, by any thread, why a request could not be answered
  /// @throws IOException when the port is taken or may not be
  public static Listener open(
      InetAddress address, int port, int bodyBytesMax, Site site, Consumer<String> failures)
      throws IOException {
    OF_THE_PROCESS.forEach((name, value) -> {
      if (System.getProperty(name) == null) {
        System.setProperty(name, value);
      }
    });
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(address, port), BACKLOG);
    } catch (BindException taken) {
      throw new IOException(
          "cannot listen on "
              + address.getHostAddress()
              + " port "
              + port
              + ": "
              + taken.getMessage(),
          taken);
    }
    Listener listener = new Listener(server, bodyBytesMax, site, failures);
    server.start();
    return listener;
  }

  /// Where it listens.
  public int port() {
    return server.getAddress().getPort();
  }

  /// Where it listens, `http://127.0.0.1:8461`.
  public String address() {
    String host = server.getAddress().getAddress().getHostAddress();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!free.tryAcquire()) {
        send(
            exchange,
            Answer.said(503, "Too much is asked at once.")
                .with("Retry-After", Long.toString(RETRY_AFTER_SECONDS)));
        return;
      }
      try {
        send(exchange, answer(exchange));
      } finally {
        free.release();
      }
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    Optional<byte[]> body = body(exchange);
    if (body.isEmpty()) {
      return Answer.said(413, "A body has at most " + bodyBytesMax + " bytes.");
    }
    Asked asked =
        new Asked(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), body.get());
    try {
      return site.answer(asked);
    } catch (IOException failed) {
      failures.accept(asked.method() + " " + asked.path() + ": " + failed.getMessage());
      return Answer.said(500, "This could not be answered.");
    }
  }

  /// Nothing when it is too long.
  private Optional<byte[]> body(HttpExchange exchange) throws IOException {
    byte[] read = exchange.getRequestBody().readNBytes(bodyBytesMax + 1);
    return read.length > bodyBytesMax ? Optional.empty() : Optional.of(read);
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    byte[] body = answer.body();
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
