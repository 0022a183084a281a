package org.zhiheng.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;

/// A browser that looks at one server and writes down what it complains about. Nothing it does
/// leaves this machine.
final class Browsing implements AutoCloseable {

  private static final Path CHROMIUM =
      Path.of(System.getenv().getOrDefault("ZHIHENG_CHROMIUM", "/usr/bin/chromium"));

  /// In how many looks a page is seen: the first of these and the one that differs from it in most,
  /// or with `-Dzhiheng.looks=all` all of them.
  static List<Look> looks(List<Look> all) {
    Look first = all.getFirst();
    return "all".equals(System.getProperty("zhiheng.looks"))
        ? all
        : List.of(
            first,
            all.stream().max(Comparator.comparingInt(one -> differs(one, first))).orElseThrow());
  }

  private static int differs(Look one, Look other) {
    return (one.language().equals(other.language()) ? 0 : 1)
        + (one.widthPixels() == other.widthPixels() ? 0 : 1)
        + (one.theme().equals(other.theme()) ? 0 : 1);
  }

  /// Lists the words whose ink is too near to their ground. Ratio and luminance as WCAG 2.2 has
  /// them.
  private static final String FAINT =
      """
      () => {
        const parts = c => (c.match(/[\\d.]+/g) || []).map(Number);
        const ground = e => {
          for (let n = e; n; n = n.parentElement) {
            const b = parts(getComputedStyle(n).backgroundColor);
            if (b.length < 4 || b[3] > 0.99) { return b; }
          }
          return [255, 255, 255];
        };
        const light = c => c.slice(0, 3).map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        const faint = [];
        for (const e of document.querySelectorAll("body *:not(svg *, script, style, option, optgroup)")) {
          const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
          if (!own || !e.checkVisibility() || e.closest(".unseen")) { continue; }
          const [a, b] = [parts(getComputedStyle(e).color), ground(e)].map(light);
          if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5) {
            faint.push(e.textContent.trim().slice(0, 40));
          }
        }
        return faint;
      }
      """;

  /// What the browser brings with it, such as its viewer of PDF.
  private static final Pattern OWN = Pattern.compile("chrome(-extension|-untrusted)?://");

  private final Playwright playwright;
  private final Browser browser;
  private final String root;
  private final Path pictures;

  /// Cookies of whoever is signed in.
  private List<Cookie> session = List.of();

  private Browsing(Playwright playwright, Browser browser, String root, Path pictures) {
    this.playwright = playwright;
    this.browser = browser;
    this.root = root;
    this.pictures = pictures;
  }

  /// Whether there is a browser; where there is none that is said when it is started.
  static boolean isThere() {
    return Files.isExecutable(CHROMIUM);
  }

  /// Starts the browser; empty where there is none, which is said aloud, and is a failure with
  /// `CI=true`.
  static Optional<Browsing> start(String root) {
    if (!isThere()) {
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError("no browser at " + CHROMIUM);
      }
      System.out.println("NOT RUN: browser tests: there is no chromium at " + CHROMIUM);
      return Optional.empty();
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--font-render-hinting=none")));
    return Optional.of(new Browsing(playwright, browser, root, Path.of("target/screenshots")));
  }

  /// Signs in by the form, as a person does; every page is opened in that person's name from then
  /// on.
  void signIn(String name, String password) {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.navigate(root + "/sign-in");
      page.fill("#name", name);
      page.fill("#password", password);
      page.click("main button");
      page.waitForURL(root + "/");
      session = List.copyOf(context.cookies());
    }
  }

  /// Signs in for the first time, with the password that opens once, and chooses another.
  void signInFirst(String name, String once, String password) {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.navigate(root + "/sign-in");
      page.fill("#name", name);
      page.fill("#password", once);
      page.click("main button");
      page.waitForURL(root + "/password");
      page.fill("#old", once);
      page.fill("#password", password);
      page.fill("#again", password);
      page.click("main .btn");
      page.waitForURL(root + "/");
      session = List.copyOf(context.cookies());
    }
  }

  /// How a page is looked at.
  record Look(String language, int widthPixels, String theme, Script script) {
    /// `zh-1280-light`, with `-plain` where scripts do not run.
    String name() {
      return language + "-" + widthPixels + "-" + theme + (script == Script.ON ? "" : "-plain");
    }
  }

  /// Whether scripts run.
  enum Script {
    ON,
    OFF
  }

  /// Opens a page of the server.
  Seen open(Look look, String path) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(look.widthPixels(), look.widthPixels() < 600 ? 844 : 860)
                .setJavaScriptEnabled(look.script() == Script.ON)
                .setLocale(look.language().equals("zh") ? "zh-CN" : "en-GB"));
    context.setDefaultTimeout(30_000);
    context.addCookies(
        List.of(
            new Cookie("language", look.language()).setUrl(root),
            new Cookie("theme", look.theme()).setUrl(root)));
    context.addCookies(session);
    List<String> complaints = new ArrayList<>();
    context.route(
        url -> !url.startsWith(root) && !url.startsWith("data:") && !OWN.matcher(url).lookingAt(),
        route -> {
          complaints.add("left the house: " + route.request().url());
          route.abort();
        });
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.navigate(root + path);
    return new Seen(page, look, complaints);
  }

  /// A page as it is seen, until it is closed.
  final class Seen implements AutoCloseable {
    private final Page page;
    private final Look look;
    private final List<String> complaints;

    private Seen(Page page, Look look, List<String> complaints) {
      this.page = page;
      this.look = look;
      this.complaints = complaints;
    }

    Page page() {
      return page;
    }

    List<String> complaints() {
      return List.copyOf(complaints);
    }

    /// Controls that neither a label nor an attribute names.
    List<String> nameless() {
      return page
          .locator("input:not([type=hidden]), select, textarea, button, summary, a[href]")
          .all()
          .stream()
          .filter(control ->
              (Boolean)
                  control.evaluate(
                      "e => !(e.labels && e.labels.length) && !e.getAttribute('aria-label')"
                          + " && !e.textContent.trim()"))
          .map(control -> (String) control.evaluate("e => e.outerHTML.slice(0, 120)"))
          .toList();
    }

    /// Words that stand out from their ground by less than 4.5 : 1 (WCAG 2.2, 1.4.3).
    @SuppressWarnings("unchecked")
    List<String> faint() {
      return (List<String>) page.evaluate(FAINT);
    }

    /// Takes the picture, and asks what is asked of every page.
    void stands(SoftAssertions softly, String name) {
      stands(softly, name, _ -> false);
    }

    /// The same; complaints of the browser that are meant to be there are forgiven.
    void stands(SoftAssertions softly, String name, Predicate<String> forgiven) {
      String where = name + " " + look.name();
      picture(name);
      softly
          .assertThat(complaints().stream().filter(forgiven.negate()))
          .as("complaints of " + where)
          .isEmpty();
      softly.assertThat(nameless()).as("controls without a name: " + where).isEmpty();
      softly.assertThat(faint()).as("words hard to read: " + where).isEmpty();
      softly.assertThat(overflowPixels()).as("overflow of " + where).isLessThan(1);
      softly.assertThat(page.locator("h1").count()).as("h1 of " + where).isEqualTo(1);
    }

    /// By how many pixels the page is wider than its window.
    int overflowPixels() {
      return (Integer)
          page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    void picture(String name) {
      String full = name + "-" + look.name();
      Path file = pictures.resolve(full + ".png");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(file)
              .setFullPage(look.widthPixels() < 600)
              .setClip(0, 0, look.widthPixels(), height()));
    }

    /// Of the picture: what stands on the first screen, and on a phone the second one too.
    private double height() {
      int page = (Integer) this.page.evaluate("document.documentElement.scrollHeight");
      return look.widthPixels() < 600 ? Math.min(page, 1_688) : 860;
    }

    @Override
    public void close() {
      page.context().close();
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
