package org.zhiheng.links.chain;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zhiheng.values.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a node, one question at a time. Safe for many threads.
///
/// Source: JSON-RPC 2.0 over HTTP. Redirections are not followed.
final class JsonRpc {

  /// A block with ten thousand small transactions stays below; more bytes are not read.
  static final int ANSWER_BYTES_MAX = 8_000_000;

  private static final int OK = 200;

  /// For one number of request suffices: each has a connection's answer to itself.
  private static final int ID = 1;

  private final URI address;
  private final Duration limit;
  private final HttpClient client;
  private final JsonMapper json = new JsonMapper();

  /// @param limit of a whole exchange, above zero
  /// @param client follows no redirections; is closed by who made it
  /// @throws IllegalArgumentException when the address is not `http` or `https` with a host, the
  ///   limit is not above zero or the client follows redirections
  JsonRpc(URI address, Duration limit, HttpClient client) {
    String scheme = address.getScheme() == null ? "" : address.getScheme();
    if (!scheme.toLowerCase(Locale.ROOT).matches("https?") || address.getHost() == null) {
      throw new IllegalArgumentException(
          "address must be http or https with a host: " + Problem.shown(address.toString()));
    }
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException("limit must be > 0: " + limit);
    }
    if (client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("client must follow no redirections");
    }
    this.address = address;
    this.limit = limit;
    this.client = client;
  }

  /// What came back.
  sealed interface Reply {

    /// A result, which may be JSON's null.
    record Result(JsonNode value) implements Reply {}

    /// The node says no, or something that is no answer.
    record Error(String reason) implements Reply {}

    /// Nobody answered.
    record Silent(String reason) implements Reply {}
  }

  /// Asks.
  ///
  /// @param parameters texts, truth values and maps
  Reply call(String method, Object... parameters) throws InterruptedException {
    byte[] question =
        json.writeValueAsBytes(
            Map.of("jsonrpc", "2.0", "id", ID, "method", method, "params", List.of(parameters)));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(limit)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(question))
            .build();
    // the client's own limit ends with the first bytes of an answer; this one goes on to the last
    Future<HttpResponse<byte[]>> exchange =
        client.sendAsync(
            request,
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
    try {
      return read(method, exchange.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException slow) {
      exchange.cancel(true);
      return new Reply.Silent("no answer to " + method + " within " + limit.toMillis() + " ms");
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      return new Reply.Silent(
          "no answer to "
              + method
              + ": "
              + Problem.shown(cause.getClass().getSimpleName() + " " + cause.getMessage()));
    }
  }

  private Reply read(String method, HttpResponse<byte[]> response) {
    if (response.statusCode() != OK) {
      return new Reply.Silent(method + " was answered with status " + response.statusCode());
    }
    JsonNode answer;
    try {
      answer = json.readTree(response.body());
    } catch (JacksonException notJson) {
      return new Reply.Error("the answer to " + method + " is not JSON");
    }
    JsonNode error = answer.get("error");
    if (error != null && !error.isNull()) {
      JsonNode message = error.get("message");
      return new Reply.Error(
          method
              + " was refused: "
              + Problem.shown(message != null && message.isString() ? message.stringValue() : ""));
    }
    JsonNode result = answer.get("result");
    JsonNode id = answer.get("id");
    return result == null || id == null || !id.isInt() || id.intValue() != ID
        ? new Reply.Error("the answer to " + method + " is none of JSON-RPC")
        : new Reply.Result(result);
  }
}
