package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhiheng.server.page.PolicyFilter;

/// What the server says before anybody has signed in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServerIT {

  private final Server server = Sample.ground(0).start();
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  void listens() {
    assertThat(server.port()).isPositive();
  }

  @AfterAll
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void asksStrangersToSignIn() throws Exception {
    HttpResponse<String> response = get("/rights", "en");
    assertThat(response.statusCode()).isBetween(302, 303);
    assertThat(response.headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).contains("/sign-in"));
  }

  @Test
  void speaksTheLanguageThatTheBrowserAsksFor() throws Exception {
    assertThat(get("/sign-in", "zh-CN,zh;q=0.9").body()).contains("<html lang=\"zh-CN\"");
    assertThat(get("/sign-in", "fr, en;q=0.5").body()).contains("<html lang=\"en\"");
  }

  @Test
  void sendsTheStrictPolicyAndNoInlineScriptOrStyle() throws Exception {
    HttpResponse<String> response = get("/sign-in", "en");
    assertThat(response.headers().firstValue(PolicyFilter.HEADER)).contains(PolicyFilter.PAGE);
    assertThat(response.body())
        .doesNotContain("<style")
        .doesNotContain(" style=")
        .doesNotContain("onclick");
  }

  @Test
  void letsAssetsBeKeptForEver() throws Exception {
    String page = get("/sign-in", "en").body();
    String css = page.replaceAll("(?s).*href=\"(/static/zhiheng\\.[0-9a-f]{12}\\.css)\".*", "$1");
    HttpResponse<String> response = get(css, "en");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Cache-Control"))
        .hasValue("max-age=31536000, public, immutable");
  }

  private HttpResponse<String> get(String path, String languages)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Accept-Language", languages)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
