package org.zhiheng.links.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server that gives each method of JSON-RPC one answer, whatever is asked with it.
final class ScriptedNode implements AutoCloseable {

  static final Path GOLDEN =
      Path.of(System.getProperty("zhiheng.root", ".."), "links/src/test/resources/golden/chain");

  private static final Pattern METHOD = Pattern.compile("\"method\":\"([A-Za-z_]+)\"");

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  private ScriptedNode() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          String asked =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          Matcher method = METHOD.matcher(asked);
          String name = method.find() ? method.group(1) : "";
          byte[] answer =
              answers
                  .getOrDefault(name, "{\"id\":1,\"error\":{\"message\":\"no " + name + "\"}}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(answer);
          }
        });
    server.start();
  }

  /// Answers what Ganache did; see golden/chain/SOURCE.
  static ScriptedNode ofGanache() throws IOException {
    ScriptedNode node = new ScriptedNode();
    for (String line : Files.readAllLines(GOLDEN.resolve("answers.txt"))) {
      String[] words = line.split(" ", 2);
      node.answers(words[0], words[1]);
    }
    return node;
  }

  static String result(String json) {
    return "{\"id\":1,\"jsonrpc\":\"2.0\",\"result\":" + json + "}";
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  List<String> methods() {
    return List.copyOf(answers.keySet());
  }

  String answered(String method) {
    return Objects.requireNonNull(answers.get(method), method);
  }

  /// Answers this from now on.
  void answers(String method, String answer) {
    answers.put(method, answer);
  }

  /// Answers the same with something replaced.
  void lies(String method, String from, String to) {
    assertThat(answered(method)).contains(from);
    answers(method, answered(method).replace(from, to));
  }

  /// Ends; a second time does nothing.
  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
