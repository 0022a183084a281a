package org.zhiheng.links.time;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zhiheng.ledger.time.TimeAuthority;
import org.zhiheng.ledger.time.TimeStamp;
import org.zhiheng.ledger.time.TimeStampQuery;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Asks an authority over HTTP or HTTPS.
///
/// Source: RFC 3161, section 3.4. Redirections are not followed: an authority is the address that
/// was written down. Plain HTTP is usual and enough, for the answer is signed and the question is a
/// hash; who listens learns when something was stamped. Waits for the whole exchange at most as
/// long as it was told to. Safe for many threads.
public final class HttpTimeAuthority implements TimeAuthority {

  private static final String QUERY = "application/timestamp-query";
  private static final String REPLY = "application/timestamp-reply";

  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final int BROKEN = 500;

  private final String name;
  private final URI address;
  private final Duration limit;
  private final HttpClient client;

  /// @param name for messages and records
  /// @param address `http` or `https`, with a host
  /// @param limit of the whole exchange, above zero; 10 seconds are plenty
  /// @param client follows no redirections; may be shared, and is closed by who made it
  /// @throws IllegalArgumentException when the address is another, the limit is not above zero, or
  ///   the client follows redirections
  public HttpTimeAuthority(String name, URI address, Duration limit, HttpClient client) {
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
    this.name = name;
    this.address = address;
    this.limit = limit;
    this.client = client;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Answer ask(TimeStampQuery query) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(limit)
            .header("Content-Type", QUERY)
            .header("Accept", REPLY)
            .POST(BodyPublishers.ofByteArray(query.der()))
            .build();
    // the client's own limit ends with the first bytes of an answer; this one goes on to the last
    Future<HttpResponse<byte[]>> exchange =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), TimeStamp.LENGTH_BYTES_MAX));
    try {
      return read(exchange.get(limit.toNanos(), TimeUnit.NANOSECONDS), query);
    } catch (TimeoutException slow) {
      exchange.cancel(true);
      return new Answer.Silent(name + " did not answer within " + limit.toMillis() + " ms.");
    } catch (ExecutionException failed) {
      return new Answer.Silent(name + " could not be asked: " + cause(failed) + ".");
    } catch (InterruptedException stopped) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Silent(name + " was not waited for.");
    }
  }

  private Answer read(HttpResponse<byte[]> response, TimeStampQuery query) {
    int status = response.statusCode();
    if (status != OK) {
      String said = name + " answered with status " + status + ".";
      return status >= BROKEN || status == TOO_MANY
          ? new Answer.Silent(said)
          : new Answer.Refused(said);
    }
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (!type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals(REPLY)) {
      return new Answer.Refused(
          name + " answered with " + Problem.shown(type) + " and not with " + REPLY + ".");
    }
    return switch (TimeStamp.answer(response.body(), query)) {
      case Parsed.Ok<TimeStamp>(TimeStamp stamp) -> new Answer.Given(stamp);
      case Parsed.Refused<TimeStamp>(Problem problem) ->
          new Answer.Refused(name + ": " + problem.line());
    };
  }

  private static String cause(ExecutionException failed) {
    Throwable cause = failed.getCause();
    String said = cause == null || cause.getMessage() == null ? "" : cause.getMessage();
    return said.isEmpty()
        ? (cause == null ? "no reason given" : cause.getClass().getSimpleName())
        : Problem.shown(said);
  }
}
