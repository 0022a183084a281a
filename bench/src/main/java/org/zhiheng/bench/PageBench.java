package org.zhiheng.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Question: how long does one right's page take at 200 requests a second, and how much memory does
/// the server hold, idle and after?
///
/// Fixture: the product as a person starts it (`./zhiheng demo`), signed in to over HTTP; every
/// request asks for another right of the sample. Times run from when a request was due, not from
/// when it was sent, so that a server that stalls is not flattered. The correctness sum is the
/// number of pages that name the right asked for.
///
/// Run: `./zhiheng bench page SECONDS HOME`; HOME must be empty: the first administrator's password
/// is shown once.
final class PageBench {

  private static final int REQUESTS_PER_SECOND = 200;
  private static final int WARM_UP_SECONDS = 10;
  private static final int RIGHTS = 3_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern TOKEN =
      Pattern.compile("<input type=\"hidden\" name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String PASSWORD = "a bench needs no secret but a long one";

  private PageBench() {}

  /// Runs it.
  ///
  /// @param args seconds, the workspace
  /// @throws IOException when the server cannot be started or reached
  /// @throws InterruptedException when told to stop
  public static void main(String[] args) throws IOException, InterruptedException {
    int seconds = Integer.parseInt(args[0]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String root = System.getProperty("zhiheng.root", ".");
    Process server =
        new ProcessBuilder(
                Path.of(root, "zhiheng").toString(), "demo", "--port", "0", "--home", args[1])
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      String address = "";
      String oneTime = "";
      String line = said.readLine();
      while (line != null && !line.startsWith("Ctrl-C")) {
        if (line.startsWith("Zhiheng")) {
          address = line.substring(line.indexOf("http"));
        } else if (line.startsWith("with, this once")) {
          oneTime = line.substring(line.lastIndexOf(' ') + 1);
        }
        line = said.readLine();
      }
      try (HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
        signIn(client, address, oneTime);
        out.println("idle after start and one sign-in: " + residentMegabytes(server.pid()) + " MB");
        run(client, address, WARM_UP_SECONDS, out, "warm-up");
        run(client, address, seconds, out, "measured");
        out.println("after it: " + residentMegabytes(server.pid()) + " MB");
      }
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static void run(
      HttpClient client, String address, int seconds, PrintStream out, String name)
      throws InterruptedException {
    int count = seconds * REQUESTS_PER_SECOND;
    long[] nanos = new long[count];
    AtomicLong right = new AtomicLong();
    SplittableRandom random = new SplittableRandom(7);
    long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int index = 0; index < count; index++) {
        long due = start + index * (TimeUnit.SECONDS.toNanos(1) / REQUESTS_PER_SECOND);
        long wait = due - System.nanoTime();
        if (wait > 0) {
          LockSupport.parkNanos(wait);
        }
        int slot = index;
        String id = "R" + (1 + random.nextInt(RIGHTS));
        threads.execute(() -> {
          if (shows(client, address, id)) {
            right.incrementAndGet();
          }
          nanos[slot] = System.nanoTime() - due;
        });
      }
    }
    Arrays.sort(nanos);
    out.printf(
        java.util.Locale.ROOT,
        "%s: %d requests at %d/s, %d right pages; p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        name,
        count,
        REQUESTS_PER_SECOND,
        right.get(),
        nanos[count / 2] / 1e6,
        nanos[(int) (count * .99)] / 1e6,
        nanos[count - 1] / 1e6);
  }

  private static boolean shows(HttpClient client, String address, String id) {
    try {
      HttpResponse<String> page = get(client, address + "/rights/" + id);
      return page.statusCode() == 200 && page.body().contains("/rights/" + id);
    } catch (IOException failed) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void signIn(HttpClient client, String address, String oneTime)
      throws IOException, InterruptedException {
    post(
        client,
        address + "/sign-in",
        Map.of(
            "_csrf",
            token(client, address + "/sign-in"),
            "to",
            "/",
            "name",
            "admin",
            "password",
            oneTime));
    HttpResponse<String> changed =
        post(
            client,
            address + "/password",
            Map.of(
                "_csrf", token(client, address + "/password"),
                "username", "admin",
                "old", oneTime,
                "password", PASSWORD,
                "again", PASSWORD));
    if (changed.statusCode() >= 400 || get(client, address + "/rights").statusCode() != 200) {
      throw new IOException("could not sign in: " + changed.statusCode());
    }
  }

  private static String token(HttpClient client, String page)
      throws IOException, InterruptedException {
    Matcher found = TOKEN.matcher(get(client, page).body());
    if (!found.find()) {
      throw new IOException("no form on " + page);
    }
    return found.group(1);
  }

  private static HttpResponse<String> get(HttpClient client, String url)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(
      HttpClient client, String url, Map<String, String> fields)
      throws IOException, InterruptedException {
    String body =
        fields.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return client.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /// What the kernel counts as resident, where there is such a file.
  private static String residentMegabytes(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return "?";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .map(String::valueOf)
        .findFirst()
        .orElse("?");
  }
}
