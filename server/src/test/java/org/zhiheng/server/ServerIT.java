package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/// The server starts and serves the frame in both languages.
final class ServerIT {

  @Test
  void servesTheFirstPageInBothLanguages() throws Exception {
    long started = System.nanoTime();
    try (Server server = Server.start(ServerSettings.local(0), Sample.floors(0));
        HttpClient client = HttpClient.newHttpClient()) {
      System.out.println("started in ms: " + (System.nanoTime() - started) / 1_000_000);
      assertThat(get(client, server, "zh-CN")).contains("登记簿里还没有权利");
      assertThat(get(client, server, "en")).contains("Nothing is in the register yet");
    }
  }

  private static String get(HttpClient client, Server server, String language) throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
                .header("Accept-Language", language)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }
}
