package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.uploads.DeclaredFile;
import org.zhiheng.seeds.Seed;
import org.zhiheng.server.Browsing.Look;
import org.zhiheng.server.Browsing.Script;
import org.zhiheng.values.Digest;

/// Large files from a browser that loses its connection, over stores in memory.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UploadPagesIT {

  private static final Look LOOK = new Look("zh", 1280, "light", Script.ON);
  private static final List<Look> LOOKS =
      List.of(
          LOOK, new Look("en", 390, "dark", Script.ON), new Look("zh", 390, "light", Script.OFF));

  /// Two whole parts and one of half the length and five bytes: 20 MiB and five.
  private static final int LENGTH = 2 * DeclaredFile.PART_BYTES + DeclaredFile.PART_BYTES / 2 + 5;

  private static final Pattern PARTS = Pattern.compile(".*/prove/uploads/UP[0-9a-f]+/parts/[0-9]+");
  private static final Pattern NUMBER = Pattern.compile(".*/parts/");

  @TempDir Path folder;
  private final MemoryDocuments documents = new MemoryDocuments();
  private @Nullable Server server;
  private @Nullable Browsing browsing;

  /// Hashing and joining 20 MiB takes a second or two, and many more on a machine that is busy.
  private static final double PATIENCE_MILLIS = 120_000;

  @BeforeAll
  void open() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    if (!Browsing.isThere()) {
      Browsing.start(""); // says so, or fails
      return;
    }
    RegisterStores stores = new MemoryRegister(Sample.CLOCK).stores();
    Records records =
        new Records(stores.rights(), stores.parties(), documents, stores.trail(), Sample.CLOCK);
    Server started =
        Sample.over(
                stores,
                documents,
                SampleDesk.over(
                    stores.rights(),
                    stores.parties(),
                    records,
                    documents,
                    stores.trail(),
                    Sample.CLOCK))
            .start();
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

  private Path file(String name, int seed) throws IOException {
    byte[] bytes = new byte[LENGTH];
    Seed.of(seed).random().nextBytes(bytes);
    return Files.write(folder.resolve(name), bytes);
  }

  private static Digest digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Digest.of(in);
    }
  }

  /// Numbers of the parts that a page sends, as it sends them.
  private static List<String> sent(Page page) {
    List<String> sent = new CopyOnWriteArrayList<>();
    page.onRequest(request -> {
      if (PARTS.matcher(request.url()).matches()) {
        sent.add(NUMBER.matcher(request.url()).replaceFirst(""));
      }
    });
    return sent;
  }

  private static Locator button(Page page) {
    return page.locator("form[data-deposit] .actions button");
  }

  private static void choose(Page page, Path file) throws IOException {
    page.setInputFiles("#d-files", file);
    PlaywrightAssertions.assertThat(page.locator("#d-list code").first())
        .hasText(digest(file).hex());
  }

  private void isDeposited(Page page, Path file) throws IOException {
    PlaywrightAssertions.assertThat(page.locator("#d-done")).containsText("一致");
    page.locator("#d-done a").click();
    page.waitForURL("**/prove/evidence/EV*");
    assertThat(page.locator("main").textContent()).contains(digest(file).hex());
    assertThat(documents.bytes(digest(file))).contains((long) LENGTH);
  }

  @Test
  void goesOnByItselfWhenTheConnectionComesBack() throws IOException {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    Path file = file("断线.mp4", 1);
    try (Browsing.Seen seen = browser.open(LOOK, "/prove/evidence/new")) {
      Page page = seen.page();
      List<String> sent = sent(page);
      List<String> lost = new ArrayList<>();
      page.route(
          Pattern.compile(".*/parts/2"),
          route -> {
            if (lost.size() < 2) {
              lost.add(route.request().url());
              route.abort("connectionreset");
            } else {
              route.resume();
            }
          });
      choose(page, file);
      button(page).click();
      isDeposited(page, file);
      assertThat(sent).containsExactly("1", "2", "2", "2", "3");
    }
  }

  @Test
  void goesOnAfterAReloadWithWhatIsMissing() throws IOException {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    Path file = file("重新载入.mp4", 2);
    try (Browsing.Seen seen = browser.open(LOOK, "/prove/evidence/new")) {
      Page page = seen.page();
      page.route(Pattern.compile(".*/parts/2"), route -> route.abort("connectionreset"));
      choose(page, file);
      button(page).click();
      PlaywrightAssertions.assertThat(page.locator("#d-progress")).containsText("正在重试");
      seen.picture("prove-upload-broken");
    }
    SoftAssertions softly = new SoftAssertions();
    for (Look look : Browsing.looks(LOOKS)) {
      try (Browsing.Seen seen = browser.open(look, "/prove/evidence/new")) {
        assertThat(seen.page().locator(".on-their-way li:has-text('重新载入')").textContent())
            .contains("8.4 MB", "21.0 MB");
        seen.stands(softly, "prove-upload-on-its-way");
      }
    }
    softly.assertAll();
    try (Browsing.Seen seen = browser.open(LOOK, "/prove/evidence/new")) {
      Page page = seen.page();
      List<String> sent = sent(page);
      choose(page, file);
      button(page).click();
      isDeposited(page, file);
      assertThat(sent).containsExactly("2", "3");
      page.navigate(page.url().replaceAll("EV.*", "new"));
      assertThat(page.locator(".on-their-way li:has-text('重新载入')").count()).isZero();
      assertThat(seen.complaints()).isEmpty();
    }
  }

  @Test
  void saysWhenTheConnectionStaysAway() throws IOException {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    Path file = file("放弃.mp4", 3);
    try (Browsing.Seen seen = browser.open(LOOK, "/prove/evidence/new")) {
      Page page = seen.page();
      choose(page, file);
      page.clock().install();
      page.route(Pattern.compile(".*/parts/3"), Route::abort);
      button(page).click();
      Locator refused = page.locator("#d-refused:visible");
      for (int minutes = 0; refused.count() == 0 && minutes < 200; minutes++) {
        page.clock().runFor(60_000);
      }
      PlaywrightAssertions.assertThat(refused).containsText("再次存入即从该处继续");
      seen.picture("prove-upload-stopped");
      page.unroute(Pattern.compile(".*/parts/3"));
      List<String> sent = sent(page);
      page.unrouteAll();
      button(page).click();
      isDeposited(page, file);
      assertThat(sent).containsExactly("3");
    }
  }

  @Test
  void discardsOneWithoutScripts() throws IOException {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    Path file = file("不要了.mp4", 4);
    try (Browsing.Seen seen = browser.open(LOOK, "/prove/evidence/new")) {
      Page page = seen.page();
      page.route(Pattern.compile(".*/parts/1"), Route::abort);
      choose(page, file);
      button(page).click();
      PlaywrightAssertions.assertThat(page.locator("#d-progress")).containsText("正在重试");
    }
    Look plain = new Look("en", 1280, "light", Script.OFF);
    try (Browsing.Seen seen = browser.open(plain, "/prove/evidence/new")) {
      Page page = seen.page();
      page.locator(".on-their-way li:has-text('不要了') button").click();
      page.waitForURL("**/prove/evidence/new");
      assertThat(page.locator("main").textContent()).doesNotContain("不要了");
    }
  }

  @Test
  void depositsLargeAndSmallFilesTogether() throws IOException {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    Path large = file("大.mp4", 5);
    Path small = Files.writeString(folder.resolve("小.txt"), "small");
    try (Browsing.Seen seen = browser.open(LOOK, "/prove/evidence/new")) {
      Page page = seen.page();
      page.setInputFiles("#d-files", new Path[] {large, small});
      PlaywrightAssertions.assertThat(page.locator("#d-list code").nth(1))
          .hasText(digest(small).hex());
      button(page).click();
      isDeposited(page, large);
      assertThat(page.locator("main").textContent()).contains(digest(small).hex());
      assertThat(seen.complaints()).isEmpty();
    }
  }
}
