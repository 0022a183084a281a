package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhiheng.server.Browsing.Look;
import org.zhiheng.server.Browsing.Script;

/// The pages of the job *examine* in a browser, over marks in memory: in both languages, wide and
/// narrow, light and dark, with scripts and without.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MarkPagesIT {

  private static final Look LOOK = new Look("zh", 1280, "light", Script.ON);
  private static final Look PLAIN = new Look("en", 390, "dark", Script.OFF);

  /// Both languages, both widths, both themes, with scripts and without: pairs, not all of them.
  private static final List<Look> LOOKS =
      List.of(
          LOOK, new Look("en", 1280, "dark", Script.ON), new Look("zh", 390, "light", Script.OFF));

  private @Nullable MarkHouse house;
  private @Nullable Server server;
  private @Nullable Browsing browsing;

  @BeforeAll
  void open() throws IOException {
    if (!Browsing.isThere()) {
      Browsing.start(""); // says so, or fails
      return;
    }
    MarkHouse made = new MarkHouse();
    house = made;
    Server started = made.start();
    server = started;
    Browsing browser = Browsing.start("http://127.0.0.1:" + started.port()).orElseThrow();
    browsing = browser;
    browser.signIn(Sample.NAME, Sample.PASSWORD);
  }

  @AfterAll
  void close() {
    Optional.ofNullable(browsing).ifPresent(Browsing::close);
    Optional.ofNullable(server).ifPresent(Server::close);
  }

  /// Every state of the pages: empty, found, refused, long.
  private static Map<String, String> pages(MarkHouse house) {
    String arrow = house.arrow.toString();
    String filings = "/examine/filings?party=" + house.filer;
    Map<String, String> pages = new TreeMap<>();
    pages.put("marks-examine-empty", "/examine");
    pages.put("marks-examine", "/examine?name=BOLUBA&class=28&group=2802");
    pages.put("marks-examine-long", "/examine?name=" + "BOLUBA".repeat(12));
    pages.put("marks-examine-refused", "/examine?name=BOLUBA&class=99");
    pages.put(
        "marks-examine-goods",
        "/examine?name=BOLUBA&pick=plush+toys&goods=28:2802:%E7%8E%A9%E5%85%B7");
    pages.put("marks-examine-none", "/examine?name=%E9%94%A6%E7%BB%A3");
    pages.put("marks-whynot", "/examine/why-not?name=BOLUBA&class=28&group=2802&mark=BOLOBO");
    pages.put("marks-whynot-unknown", "/examine/why-not?name=BOLUBA&mark=NOWHERE");
    pages.put("marks-compare-empty", "/examine/compare");
    pages.put("marks-compare", "/examine/compare?left=BOLUBO&right=%E6%B3%A2%E9%B2%81%E6%B3%A2");
    pages.put(
        "marks-compare-figures",
        "/examine/compare?left=BOLUBO&right=BOLUBO&leftMark=" + arrow + "&rightMark=" + arrow);
    pages.put(
        "marks-compare-torn", "/examine/compare?left=BOLUBO&right=BOLOBO&rightMark=" + house.torn);
    pages.put("marks-compare-refused", "/examine/compare?left=BOLUBO&right=%E2%80%8B");
    pages.put("marks-watches", "/examine/watches");
    pages.put("marks-assignment-empty", "/examine/assignment");
    pages.put("marks-assignment", "/examine/assignment?marks=" + arrow);
    pages.put("marks-assignment-pledge", "/examine/assignment?for=pledge&marks=" + arrow);
    pages.put("marks-assignment-refused", "/examine/assignment?marks=R9999+nowhere");
    pages.put("marks-filings-empty", "/examine/filings");
    pages.put("marks-filings", filings + "&class=28");
    pages.put("marks-filings-own-refused", filings + "&own=yes");
    pages.put("marks-filings-refused", "/examine/filings?party=X1&class=99");
    pages.put("marks-right-torn", "/rights/" + house.torn);
    return pages;
  }

  @Test
  void everyPageStandsInEveryLook() {
    Browsing browser = browsing;
    if (browser == null || house == null) {
      return;
    }
    SoftAssertions softly = new SoftAssertions();
    for (Look look : Browsing.looks(LOOKS)) {
      pages(house)
          .forEach((name, path) -> {
            try (Browsing.Seen seen = browser.open(look, path)) {
              seen.stands(softly, name, c -> name.endsWith("refused") && c.contains("422"));
            }
          });
    }
    softly.assertAll();
  }

  @Test
  void aPictureIsLaidUponTheMarkItMeets() throws IOException {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    for (Look look : List.of(LOOK, PLAIN)) {
      try (Browsing.Seen seen = browser.open(look, "/examine?name=BOLUBA")) {
        Page page = seen.page();
        page.setInputFiles(
            "#x-picture", new FilePayload("turned.png", "image/png", MarkHouse.png(10)));
        page.locator(".picture .btn").click();
        page.waitForURL("**/examine?*figure=*");
        page.waitForLoadState();
        assertThat(page.locator(".asked-picture img").getAttribute("src")).endsWith(".png");
        Locator hit =
            page.locator(
                ".hits tbody tr", new Page.LocatorOptions().setHas(page.locator(".thumb-of")));
        assertThat(hit.first().locator(".sign").textContent()).isEqualTo("BOLUBO");
        hit.first().locator(".c-why a[href*=compare]").click();
        page.waitForURL("**/examine/compare?*");
        page.waitForLoadState();
        PlaywrightAssertions.assertThat(page.locator(".overlay img")).hasCount(2);
        assertThat(
                page.locator(".overlay img").first().evaluate("i => i.complete && i.naturalWidth"))
            .isEqualTo(320);
        assertThat(page.locator(".laid svg g").getAttribute("transform")).startsWith("matrix(");
        assertThat(page.locator(".laid .matched").getAttribute("d")).startsWith("M");
        // the mark's picture was turned by ten degrees to be asked about: it is turned back
        assertThat(page.locator(".laid figcaption").textContent())
            .containsPattern(
                look.language().equals("zh") ? "逆时针旋转 (9|10|11)°" : "(9|10|11)° anticlockwise");
        seen.picture("marks-overlay");
        assertThat(seen.complaints()).isEmpty();
      }
    }
  }

  @Test
  void goodsAreSuggestedAsOneTypesChosenAndRemoved() {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    try (Browsing.Seen seen = browser.open(LOOK, "/examine?name=BOLUBA")) {
      Page page = seen.page();
      page.locator(".picker summary").click();
      page.locator("#x-pick").pressSequentially("plush");
      page.locator("#picks button").first().click();
      page.waitForURL("**/examine?*goods=*");
      page.waitForLoadState();
      assertThat(page.locator(".chosen li").first().textContent()).contains("毛绒玩具", "2802");
      assertThat(page.inputValue("#x-name")).isEqualTo("BOLUBA");
      assertThat(page.locator("#found .lede").textContent()).contains("2802");
      seen.picture("marks-picked");
      page.locator(".chosen button").click();
      page.waitForURL(url -> url.contains("/examine?") && !url.contains("goods="));
      PlaywrightAssertions.assertThat(page.locator(".chosen li")).hasCount(0);
      assertThat(page.inputValue("#x-name")).isEqualTo("BOLUBA");
      assertThat(seen.complaints()).isEmpty();
    }
  }

  @Test
  void goodsAreChosenWithoutScripts() {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    try (Browsing.Seen seen = browser.open(PLAIN, "/examine?name=BOLUBA")) {
      Page page = seen.page();
      page.locator(".picker summary").click();
      page.fill("#x-pick", "娃娃");
      page.locator(".picker .beside .btn").click();
      page.waitForURL("**/examine?*pick=*");
      page.locator("#picks button").first().click();
      page.waitForURL("**/examine?*goods=*");
      assertThat(page.locator(".chosen li").first().textContent()).contains("玩具娃娃");
      assertThat(page.locator("#found .lede").textContent()).contains("2802");
      page.locator(".chosen button").click();
      page.waitForURL(url -> url.contains("/examine?") && !url.contains("goods="));
      assertThat(page.locator(".chosen").count()).isZero();
      assertThat(seen.complaints()).isEmpty();
    }
  }

  @Test
  void forgottenMarksAreListedWithWhatFollows() {
    Browsing browser = browsing;
    MarkHouse made = house;
    if (browser == null || made == null) {
      return;
    }
    try (Browsing.Seen seen = browser.open(PLAIN, "/examine/assignment")) {
      Page page = seen.page();
      page.fill("#a-marks", made.arrow.toString());
      page.locator("main form .btn").click();
      page.waitForURL("**/examine/assignment?*marks=*");
      assertThat(page.locator(".left-behind").first().textContent())
          .contains("波鲁波", "BOLUBO KIDS")
          .doesNotContain("BELUBO"); // another holder's
    }
  }

  @Test
  void filingsAreShownWithWhatSpeaksAgainstAndAnAnswerIsKept() {
    Browsing browser = browsing;
    MarkHouse made = house;
    if (browser == null || made == null) {
      return;
    }
    try (Browsing.Seen seen =
        browser.open(LOOK, "/examine/filings?party=" + made.filer + "&class=28")) {
      Page page = seen.page();
      assertThat(page.locator("h1").textContent()).contains(MarkHouse.FILER);
      assertThat(page.locator(".factor h3").count()).isPositive();
      page.fill("#f-text", "这些商标是同一系列产品。");
      page.locator("#answers form .btn").click();
      page.waitForURL("**/examine/filings?*#answers");
      assertThat(page.locator("#answers blockquote").textContent()).contains("同一系列产品");
      assertThat(seen.complaints()).isEmpty();
    }
  }

  @Test
  void whatComesNearAWatchedNameWaitsUntilItIsDecided() {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    try (Browsing.Seen seen = browser.open(PLAIN, "/examine/watches")) {
      Page page = seen.page();
      Locator tasks = page.locator("form[action*='/hits/']");
      int before = tasks.count();
      assertThat(before).isPositive();
      tasks.first().locator("button[value=dismissed]").click();
      page.waitForURL("**/examine/watches");
      assertThat(page.locator("form[action*='/hits/']").count()).isEqualTo(before - 1);
    }
  }
}
