package org.zhiheng.bench.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody who is signed in to a [Product], with a token for its REST interface.
public final class Visitor implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern FORM =
      Pattern.compile("<input type=\"hidden\" name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern SECRET = Pattern.compile("zht_[A-Za-z0-9_-]{20,}");
  private static final String PASSWORD = "a bench needs no secret but a long one";

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(PATIENCE).build();
  private String address;
  private String token = "";

  private Visitor(String address) {
    this.address = address;
  }

  /// Signs in as the first administrator and makes a token.
  ///
  /// @throws IOException when it is refused
  /// @throws InterruptedException when told to stop
  public static Visitor first(Product product) throws IOException, InterruptedException {
    String oneTime = product.oneTime().orElseThrow();
    Visitor visitor = new Visitor(product.address());
    visitor.form("/sign-in", Map.of("to", "/", "name", "admin", "password", oneTime));
    visitor.form(
        "/password",
        Map.of("username", "admin", "old", oneTime, "password", PASSWORD, "again", PASSWORD));
    visitor.makeToken();
    return visitor;
  }

  /// Signs in again after a new start; the token still holds.
  ///
  /// @throws IOException when it is refused
  /// @throws InterruptedException when told to stop
  public void again(Product product) throws IOException, InterruptedException {
    address = product.address();
    form("/sign-in", Map.of("to", "/", "name", "admin", "password", PASSWORD));
  }

  private void makeToken() throws IOException, InterruptedException {
    String page = page("/account").body();
    StringBuilder scopes = new StringBuilder();
    Matcher boxes = Pattern.compile("name=\"scope\" value=\"([^\"]+)\"").matcher(page);
    while (boxes.find()) {
      scopes.append("&scope=").append(boxes.group(1));
    }
    HttpResponse<String> made =
        send(
            "/account/tokens",
            "_csrf=" + csrf(page) + "&label=bench&days=7" + scopes,
            "application/x-www-form-urlencoded");
    Matcher secret = SECRET.matcher(made.body());
    if (!secret.find()) {
      throw new IOException("no token was made: " + made.statusCode());
    }
    token = secret.group();
  }

  private void form(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String body =
        "_csrf="
            + csrf(page(path).body())
            + fields.entrySet().stream()
                .map(one ->
                    "&"
                        + one.getKey()
                        + "="
                        + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    int status = send(path, body, "application/x-www-form-urlencoded").statusCode();
    if (status >= 400) {
      throw new IOException(path + " answered " + status);
    }
  }

  private static String csrf(String page) throws IOException {
    Matcher found = FORM.matcher(page);
    if (!found.find()) {
      throw new IOException("there is no form");
    }
    return found.group(1);
  }

  /// A page.
  ///
  /// @throws IOException when there is no answer
  /// @throws InterruptedException when told to stop
  public HttpResponse<String> page(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> send(String path, String body, String type)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", type)
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /// What the REST interface answers to a question.
  ///
  /// @throws IOException when there is no answer
  /// @throws InterruptedException when told to stop
  public HttpResponse<String> ask(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
            .header("Authorization", "Bearer " + token)
            .timeout(PATIENCE)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /// What it answers to a body.
  ///
  /// @param type of the body
  /// @throws IOException when there is no answer
  /// @throws InterruptedException when told to stop
  public HttpResponse<String> tell(String path, String body, String type)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    client.close();
  }
}
