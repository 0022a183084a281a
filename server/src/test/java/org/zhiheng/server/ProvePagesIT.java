package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
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
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.data.DataDesk;
import org.zhiheng.jobs.prove.data.DataItem;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.server.Browsing.Look;
import org.zhiheng.server.Browsing.Script;
import org.zhiheng.values.Digest;

/// The pages of the job *prove* in a browser, over a log in memory: in both languages, wide and
/// narrow, light and dark, with scripts and without.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProvePagesIT {

  private static final Acting ACTING =
      Acting.as(SampleRights.OURS, Sample.NAME, Role.ADMINISTRATOR);

  private static final Look LOOK = new Look("zh", 1280, "light", Script.ON);
  private static final Look PLAIN = new Look("en", 390, "dark", Script.OFF);
  private static final List<Look> LOOKS =
      List.of(LOOK, PLAIN, new Look("en", 1280, "dark", Script.ON));

  private static final byte[] SET = "编号,读数\n1,3.5\n2,4.1\n".getBytes(StandardCharsets.UTF_8);

  private static final byte[] PHOTO = "a picture of a shop".getBytes(StandardCharsets.UTF_8);

  private @Nullable ProveDesk desk;
  private @Nullable Server server;
  private @Nullable Browsing browsing;
  private @Nullable EvidenceId shown;
  private @Nullable EvidenceId waiting;
  private @Nullable EvidenceId gone;
  private @Nullable EvidenceId data;

  @BeforeAll
  void open() throws IOException {
    if (!Browsing.isThere()) {
      Browsing.start(""); // says so, or fails
      return;
    }
    MemoryDocuments documents = new MemoryDocuments();
    RegisterStores stores = new MemoryRegister(Sample.CLOCK).stores();
    Records records =
        new Records(stores.rights(), stores.parties(), documents, stores.trail(), Sample.CLOCK);
    Sample.Ground ground =
        Sample.over(
            stores,
            documents,
            SampleDesk.over(
                stores.rights(),
                stores.parties(),
                records,
                documents,
                stores.trail(),
                Sample.CLOCK));
    ProveDesk made = ground.floors().prove();
    desk = made;
    shown =
        made.deposits()
            .deposit(
                ACTING,
                new Deposits.Request(
                    LeafKind.USE_DECLARATION,
                    Optional.empty(),
                    "长春市朝阳区门店陈列照片及 2026 年 3 月销售发票",
                    new TreeMap<>(Map.of("place", "长春", "from", "2026-03-01")),
                    List.of(
                        source("门店照片_2026-03-02.jpg", PHOTO),
                        source("发票 22010000123.pdf", new byte[70_000]))))
            .id();
    data =
        new DataDesk(records, made, stores.trail(), Sample.CLOCK)
            .deposit(
                ACTING,
                new Deposits.Request(
                    LeafKind.DATA_IP,
                    Optional.empty(),
                    "长春门店客流读数",
                    new TreeMap<>(),
                    List.of(source("读数.csv", SET))),
                new DataItem(
                    "beijing",
                    "甲示例公司",
                    new TreeMap<>(Map.of("data-format", "CSV")),
                    "自有传感器",
                    "去重、校准",
                    "",
                    Optional.empty()),
                false)
            .id();
    gone = deposited("报废的记录.txt");
    logged();
    made.erasure().erase(ACTING, gone, "《个人信息保护法》第四十七条");
    made.erasure().hold(ACTING, shown, "(2026) 吉01民初 1 号");
    logged();
    waiting = deposited("waiting-for-the-log-with-a-name-that-does-not-want-to-end.bin");
    Server started = ground.start();
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

  private static Deposits.Source source(String name, byte[] bytes) {
    return new Deposits.Source(
        name,
        name.endsWith(".pdf") ? "application/pdf" : "image/jpeg",
        Optional.of(Sample.CLOCK.instant()),
        "",
        "",
        () -> new ByteArrayInputStream(bytes));
  }

  private ProveDesk desk() {
    return Optional.ofNullable(desk).orElseThrow();
  }

  private EvidenceId deposited(String name) throws IOException {
    return desk()
        .deposits()
        .deposit(
            ACTING,
            new Deposits.Request(
                LeafKind.DEPOSIT,
                Optional.empty(),
                "",
                new TreeMap<>(),
                List.of(source(name, name.getBytes(StandardCharsets.UTF_8)))))
        .id();
  }

  /// Works the log until nothing waits and it is published.
  private void logged() throws IOException {
    EvidenceStore.Kept last =
        desk().book().page(ACTING, Optional.empty(), Optional.empty(), 1).getFirst();
    assertThat(
            desk()
                .turn()
                .until(() -> desk().exports().ready(ACTING, last.id()), Duration.ofSeconds(20)))
        .isTrue();
  }

  private static String path(@Nullable EvidenceId id) {
    return "/prove/evidence/" + id;
  }

  /// Every state of the pages.
  private Map<String, String> pages() {
    Map<String, String> pages = new TreeMap<>();
    pages.put("prove-locker", "/prove");
    pages.put("prove-locker-all", "/prove?kind=all");
    pages.put("prove-locker-none", "/prove?kind=data-ip");
    pages.put("prove-locker-unknown", "/prove?right=R9999");
    pages.put("prove-deposit", "/prove/evidence/new");
    pages.put("prove-evidence", path(shown));
    pages.put("prove-evidence-waits", path(waiting));
    pages.put("prove-evidence-erased", path(gone));
    pages.put("prove-erase", path(shown) + "/erase");
    pages.put("prove-capture", "/prove/capture");
    pages.put("prove-deposit-data", "/prove/evidence/new?kind=data-ip");
    pages.put("prove-evidence-data", path(data));
    pages.put("prove-log", "/log");
    return pages;
  }

  @Test
  void everyPageStandsInEveryLook() {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    SoftAssertions softly = new SoftAssertions();
    for (Look look : Browsing.looks(LOOKS)) {
      pages()
          .forEach((name, path) -> {
            try (Browsing.Seen seen = browser.open(look, path)) {
              seen.stands(softly, name);
            }
          });
    }
    softly.assertAll();
  }

  @Test
  void digestsAreComputedBeforeAFileIsSentAndComparedWithTheStatement() {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    // one block less, one more, and several slices
    byte[] large = new byte[(1 << 20) + 55];
    large[1 << 20] = 7;
    try (Browsing.Seen seen = browser.open(LOOK, "/prove/evidence/new")) {
      Page page = seen.page();
      page.setInputFiles(
          "#d-files",
          new FilePayload[] {
            new FilePayload("照片.jpg", "image/jpeg", PHOTO),
            new FilePayload("录像.bin", "application/octet-stream", large),
            new FilePayload("empty.txt", "text/plain", new byte[0])
          });
      PlaywrightAssertions.assertThat(page.locator("#d-list code").nth(1))
          .hasText(Digest.of(large).hex());
      PlaywrightAssertions.assertThat(page.locator("#d-list code").nth(0))
          .hasText(Digest.of(PHOTO).hex());
      PlaywrightAssertions.assertThat(page.locator("#d-list code").nth(2))
          .hasText(Digest.of(new byte[0]).hex());
      page.fill("#d-title", "三个文件");
      page.locator("form[data-deposit] .actions button").click();
      PlaywrightAssertions.assertThat(page.locator("#d-done")).containsText("一致");
      seen.picture("prove-deposited");
      page.locator("#d-done a").click();
      page.waitForURL("**/prove/evidence/EV*");
      assertThat(page.locator("h1").textContent()).contains("三个文件");
      assertThat(page.locator("main").textContent()).contains(Digest.of(large).hex(), "等待写入");
      assertThat(seen.complaints()).isEmpty();
    }
  }

  @Test
  void aFormIsRefusedOnThePageThatSentIt() {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    for (Look look : List.of(LOOK, PLAIN)) {
      try (Browsing.Seen seen = browser.open(look, "/prove/evidence/new")) {
        Page page = seen.page();
        page.setInputFiles("#d-files", new FilePayload("a.jpg", "image/jpeg", PHOTO));
        page.fill("#d-title", "kept title");
        page.fill("#d-right", "R9999");
        page.locator("form[data-deposit] .actions button").click();
        PlaywrightAssertions.assertThat(page.locator("[role=alert]:visible")).hasCount(1);
        assertThat(page.inputValue("#d-title")).isEqualTo("kept title");
        seen.picture("prove-deposit-refused");
      }
    }
  }

  @Test
  void evidenceIsDepositedTakenOutHeldAndErasedWithoutScripts() throws IOException {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    // wide: a phone's menu bar lies over what is scrolled to its foot
    Look wide = new Look("en", 1280, "dark", Script.OFF);
    try (Browsing.Seen seen = browser.open(wide, "/prove/evidence/new")) {
      Page page = seen.page();
      page.setInputFiles("#d-files", new FilePayload("plain.txt", "text/plain", PHOTO));
      page.locator("form[data-deposit] .actions button").click();
      page.waitForURL("**/prove/evidence/EV*");
      assertThat(page.locator("h1").textContent()).contains("plain.txt");
      assertThat(page.locator("#way li.done").count()).isEqualTo(1);
      logged();
      page.reload();
      assertThat(page.locator("#way li.done").count()).isEqualTo(3); // received, in log, published
      assertThat(page.locator("h1 .in-log").count()).isEqualTo(1);

      // the warning must be ticked: the browser does not send the form before
      page.locator(".bundle .btn").first().click();
      assertThat(page.url()).doesNotContain("bundle");
      page.locator(".bundle input[name=read]").check();
      Download taken = page.waitForDownload(() -> page.locator(".bundle .btn").first().click());
      assertThat(taken.suggestedFilename()).endsWith(".ipev");
      assertThat(Files.readAllBytes(taken.path())).startsWith('P', 'K');

      page.fill("#h-reason", "case 7");
      page.locator("form[action$='/hold'] .btn").click();
      page.waitForURL("**#holds");
      assertThat(page.locator(".holds").textContent()).contains("case 7", "stands");
      assertThat(page.locator("a[href$='/erase']").count()).isZero();
      page.locator("form[action$='/lift'] .btn").click();
      page.locator("a[href$='/erase']").click();

      page.waitForURL("**/erase");
      page.fill("#e-basis", "PIPL art. 47");
      page.fill("#e-confirm", "EV0");
      page.locator(".btn.danger").click();
      assertThat(page.locator("[role=alert]").textContent()).contains("Type the id");
      assertThat(page.inputValue("#e-basis")).isEqualTo("PIPL art. 47");
      page.fill("#e-confirm", page.url().replaceAll(".*/(EV[0-9]+)/.*", "$1"));
      page.locator(".btn.danger").click();
      page.waitForURL("**/prove/evidence/EV*");
      assertThat(page.locator("h1").textContent()).contains("lawfully erased");
      assertThat(page.locator("main").textContent()).doesNotContain("plain.txt");
    }
  }

  @Test
  void aSetOfDataIsDepositedWithItsFieldsWithoutScripts() {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    Look wide = new Look("en", 1280, "light", Script.OFF);
    try (Browsing.Seen seen = browser.open(wide, "/prove/evidence/new?kind=data-ip")) {
      Page page = seen.page();
      page.setInputFiles("#d-files", new FilePayload("set.csv", "text/csv", SET));
      page.selectOption("#d-data-region", "shandong");
      page.fill("#d-data-holder", "甲示例公司");
      page.locator("form[data-deposit] .actions button").click();
      assertThat(page.locator("[role=alert]:visible").textContent()).contains("shandong asks");
      assertThat(page.inputValue("#d-data-holder")).isEqualTo("甲示例公司");
      page.selectOption("#d-data-region", "beijing");
      page.setInputFiles("#d-files", new FilePayload("set.csv", "text/csv", SET));
      page.locator("form[data-deposit] .actions button").click();
      page.waitForURL("**/prove/evidence/EV*");
      assertThat(page.locator("main").textContent()).contains("data.root", "rows:3", "beijing");
    }
  }

  @Test
  void aPageOfTheWebAndAMailAreDepositedWithoutScripts() {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    Look wide = new Look("en", 1280, "light", Script.OFF);
    try (Browsing.Seen seen = browser.open(wide, "/prove/capture")) {
      Page page = seen.page();
      page.fill("#c-url", "http://127.0.0.1:1/");
      page.locator("form[action='/prove/capture'] .btn").first().click();
      assertThat(page.locator("[role=alert]:visible").textContent()).contains("of this machine");
      assertThat(page.inputValue("#c-url")).isEqualTo("http://127.0.0.1:1/");
      page.fill("#c-url", "https://shop.example/1");
      page.locator("form[action='/prove/capture'] .btn").first().click();
      page.waitForURL("**/prove/evidence/EV*");
      assertThat(page.locator("main").textContent())
          .contains("https://shop.example/1", "headers.txt", "no browser is installed");
    }
    String mail =
        """
        From: a@example.com
        To: b@example.com
        Subject: offer
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=x

        --x
        Content-Type: text/plain

        hello
        --x
        Content-Type: application/pdf; name=offer.pdf
        Content-Disposition: attachment; filename=offer.pdf

        %PDF
        --x--
        """
            .replace("\n", "\r\n");
    try (Browsing.Seen seen = browser.open(wide, "/prove/evidence/new")) {
      Page page = seen.page();
      page.setInputFiles(
          "#d-files",
          new FilePayload("offer.eml", "message/rfc822", mail.getBytes(StandardCharsets.US_ASCII)));
      page.locator("form[data-deposit] .actions button").click();
      page.waitForURL("**/prove/evidence/EV*");
      assertThat(page.locator("main").textContent())
          .contains("offer.eml/attachment-1-offer.pdf", "a@example.com");
    }
  }

  @Test
  void theLogIsLookedThroughOnDemand() {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    try (Browsing.Seen seen = browser.open(LOOK, "/log")) {
      Page page = seen.page();
      page.locator("form[action='/log/check'] .btn").click();
      PlaywrightAssertions.assertThat(page.locator("#check")).containsText("通查无误");
      assertThat(page.locator(".note-of").textContent()).startsWith("memory.example/log\n");
      seen.picture("prove-log-checked");
      assertThat(seen.complaints()).isEmpty();
    }
  }
}
