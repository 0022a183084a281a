package org.zhiheng.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.jobs.tour.Tour;

/// The three stories as a stranger walks them: told by the command line into a new workspace, then
/// led through in a browser, in English on a desk and in Chinese on a phone at night. Each step
/// opens its page, which shows what the step's record names.
final class StoriesInABrowserIT {

  private static final Path CHROMIUM =
      Path.of(System.getenv().getOrDefault("ZHIHENG_CHROMIUM", "/usr/bin/chromium"));
  private static final long TELLING_SECONDS_MAX = 300;
  private static final String PASSWORD = "wide river crossing 94 lamps";

  /// Ids of rights, evidence and requests, and names of deals.
  private static final Pattern NAMED =
      Pattern.compile("\\b(?:R|EV|C)[0-9]+\\b|\\b[a-z]+-20[0-9]{2}-[0-9]+\\b");

  @TempDir Path folder;

  private record Look(String language, int widthPixels, ColorScheme scheme) {}

  private static final List<Look> LOOKS =
      List.of(new Look("en", 1280, ColorScheme.LIGHT), new Look("zh", 390, ColorScheme.DARK));

  @Test
  void everyStepOpensAPageThatShowsItsRecord() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM) || "true".equals(System.getenv("CI")),
        "NOT RUN: browser tests: there is no chromium at " + CHROMIUM);
    Path home = folder.resolve("home");
    Process telling = java("org.zhiheng.cli.Main", "demo", "--stories", "--home", home.toString());
    assertThat(telling.waitFor(TELLING_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    assertThat(telling.exitValue()).isZero();
    Tour tour = Tour.of(home);
    assertThat(tour.stories()).hasSize(3);
    Process server =
        java("org.zhiheng.server.Main", "serve", "--home", home.toString(), "--port", "0");
    try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
      String root = said(out, Pattern.compile("(http://127\\.0\\.0\\.1:[0-9]+)"));
      String once = said(out, Pattern.compile("with, this once (\\S+)"));
      assertThat(walked(root, once, tour)).isEmpty();
    } finally {
      server.destroy();
      assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  /// What is wrong, a line each.
  private static List<String> walked(String root, String once, Tour tour) {
    List<String> wrong = new ArrayList<>();
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")))) {
      List<Cookie> session = signedIn(browser, root, once);
      for (Look look : LOOKS) {
        try (BrowserContext context =
            browser.newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(look.widthPixels(), 844)
                    .setColorScheme(look.scheme()))) {
          context.addCookies(session);
          context.addCookies(List.of(new Cookie("language", look.language()).setUrl(root)));
          Page page = context.newPage();
          page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
              wrong.add(look + " " + page.url() + ": " + message.text());
            }
          });
          for (Tour.Story story : tour.stories()) {
            for (int at = 1; at <= story.steps().size(); at++) {
              step(root, look, page, story, at, wrong);
            }
          }
        }
      }
    }
    return wrong;
  }

  private static void step(
      String root, Look look, Page page, Tour.Story story, int at, List<String> wrong) {
    Tour.Step step = story.steps().get(at - 1);
    String where = look + " " + story.name() + " " + step.name() + ": ";
    Response answer = page.navigate(root + "/tour/step?story=" + story.name() + "&at=" + at);
    if (answer == null || answer.status() != 200) {
      wrong.add(where + "no page");
      return;
    }
    String bar = page.locator(".tour strong").textContent();
    if (!bar.equals(look.language().equals("zh") ? step.zh() : step.en())) {
      wrong.add(where + "led by other words: " + bar);
    }
    int over =
        (Integer)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (over > 0) {
      wrong.add(where + "wider than its window by " + over);
    }
    List<String> named = NAMED.matcher(step.record()).results().map(one -> one.group()).toList();
    String shown = page.locator("main").innerHTML();
    // the page that checks a bundle has none before somebody drops it there
    if (!named.isEmpty()
        && !step.page().equals("/verify")
        && named.stream().noneMatch(shown::contains)) {
      wrong.add(where + step.page() + " shows none of " + named);
    }
  }

  private static List<Cookie> signedIn(Browser browser, String root, String once) {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.navigate(root + "/sign-in");
      page.fill("#name", "admin");
      page.fill("#password", once);
      page.click("main button");
      page.waitForURL(root + "/password");
      page.fill("#old", once);
      page.fill("#password", PASSWORD);
      page.fill("#again", PASSWORD);
      page.click("main .btn");
      page.waitForURL(root + "/");
      return List.copyOf(context.cookies());
    }
  }

  /// Reads on until a line says it.
  private static String said(BufferedReader out, Pattern what) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
      Matcher matcher = what.matcher(line);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    throw new AssertionError("the server ended without saying " + what + ": " + lines);
  }

  /// A program of the product, as the launcher starts it. The class path goes by the environment:
  /// as a word it is longer than a runtime of the text model takes.
  private Process java(String main, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED", main));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    if (main.contains(".cli.")) {
      builder.redirectOutput(folder.resolve("told").toFile());
    }
    return builder.start();
  }
}
