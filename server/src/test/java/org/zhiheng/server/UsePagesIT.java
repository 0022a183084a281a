package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
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
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.use.UseItem;
import org.zhiheng.jobs.prove.use.UseKind;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Numbers;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.Rights;
import org.zhiheng.server.Browsing.Look;
import org.zhiheng.server.Browsing.Script;
import org.zhiheng.values.RightId;

/// The pages of trademark use in a browser: the chart of each good, and declarations.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UsePagesIT {

  private static final Acting ACTING =
      Acting.as(SampleRights.OURS, Sample.NAME, Role.ADMINISTRATOR);

  private static final Look LOOK = new Look("zh", 1280, "light", Script.ON);
  private static final List<Look> LOOKS =
      List.of(
          LOOK,
          new Look("en", 390, "dark", Script.OFF),
          new Look("zh", 390, "light", Script.ON),
          new Look("en", 1280, "dark", Script.ON));

  private @Nullable ProveDesk desk;
  private @Nullable Server server;
  private @Nullable Browsing browsing;
  private @Nullable RightId mark;

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
    desk = ground.floors().prove();
    mark = mark(stores);
    use(UseKind.INVOICE, "2025-03-01", "2025-03-31", "玩具", "拉布布");
    use(UseKind.ADVERT, "2024-11-01", "2025-06-30", "玩具", "拉布布");
    use(UseKind.PHOTO, "2025-05-02", "2025-05-02", "服装", "LABUBU");
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

  private static RightId mark(RegisterStores stores) {
    List<RightNumber> numbers = List.of(Numbers.registration(Office.CN, "70000011").orThrow());
    Bibliography bibliography =
        new Bibliography(
            List.of(new Bibliography.Text("", "拉布布")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.of(new Bibliography.Sign("拉布布", "", List.of("玩具", "服装", "书包"))));
    Rights.Entered entered =
        stores
            .rights()
            .enter(
                SampleRights.OURS,
                new Notice(
                    RightKind.MARK,
                    Office.CN,
                    numbers,
                    List.of(
                        new DatedFact(
                            LocalDate.of(2019, 3, 1), new Fact.Filed(numbers, bibliography))),
                    Source.BY_HAND),
                References.NONE,
                "李雷");
    return ((Rights.Entered.New) entered).id();
  }

  private void use(UseKind kind, String from, String to, String good, String used)
      throws IOException {
    Optional.ofNullable(desk)
        .orElseThrow()
        .deposits()
        .deposit(
            ACTING,
            new Deposits.Request(
                LeafKind.USE_DECLARATION,
                Optional.ofNullable(mark),
                kind.code(),
                new UseItem(
                        kind,
                        LocalDate.parse(from),
                        LocalDate.parse(to),
                        "长春",
                        "CN",
                        List.of(good),
                        used,
                        "",
                        "")
                    .facts(),
                List.of(
                    new Deposits.Source(
                        kind.code() + ".pdf",
                        "application/pdf",
                        Optional.empty(),
                        "",
                        "",
                        () ->
                            new ByteArrayInputStream(
                                kind.code().getBytes(StandardCharsets.UTF_8))))));
  }

  private Map<String, String> pages() {
    Map<String, String> pages = new TreeMap<>();
    pages.put("use-ask", "/prove/use");
    pages.put("use-window", "/prove/use?right=" + mark + "&on=2026-01-15");
    pages.put("use-suit", "/prove/use?right=" + mark + "&on=2026-01-15&basis=suit&good=书包");
    pages.put(
        "use-declaration",
        "/prove/use/declaration?right=" + mark + "&from=2025-01-01&to=2025-12-31&office=CN");
    pages.put("use-deposit", "/prove/evidence/new?kind=use-declaration&right=" + mark);
    return pages;
  }

  private String page(String name) {
    return Optional.ofNullable(pages().get(name)).orElseThrow();
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
  void eachGoodHasItsChartItsVerdictAndItsReasons() {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    try (Browsing.Seen seen = browser.open(LOOK, page("use-window"))) {
      Page page = seen.page();
      assertThat(page.locator(".use-good h3").allTextContents())
          .hasSize(3)
          .satisfiesExactly(
              toys -> assertThat(toys).contains("玩具", "已证明"),
              clothes -> assertThat(clothes).contains("服装", "薄弱"),
              bags -> assertThat(bags).contains("书包", "无"));
      // 36 months a good; toys from November 2024 to June 2025
      assertThat(page.locator(".use-chart").first().locator("rect").count()).isEqualTo(36);
      assertThat(page.locator(".use-chart").first().locator("rect.used").count()).isBetween(8, 9);
      assertThat(page.locator(".use-chart").nth(2).locator("rect.used").count()).isZero();
      assertThat(page.locator(".use-good").nth(2).textContent()).contains("连续三年没有使用证据");
      assertThat(page.locator(".use-law").textContent()).contains("商标法", "本系统自定");
    }
    Look english = new Look("en", 1280, "light", Script.OFF);
    try (Browsing.Seen seen = browser.open(english, "/prove/use?right=R9999")) {
      assertThat(seen.page().locator("[role=alert]").textContent()).contains("no right");
    }
  }

  @Test
  void aDeclarationIsMadeTakenOutAndDepositedWithoutScripts() throws IOException {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    Look plain = new Look("en", 1280, "light", Script.OFF);
    try (Browsing.Seen seen = browser.open(plain, page("use-declaration"))) {
      Page page = seen.page();
      assertThat(page.locator("main tbody tr").count()).isEqualTo(3);
      assertThat(page.locator(".note").first().textContent()).containsIgnoringCase("unknown");
      Download taken =
          page.waitForDownload(
              () -> page.locator("a[href^='/prove/use/declaration.html']").click());
      assertThat(Files.readString(taken.path())).contains("Declaration of use", "拉布布");
      page.locator("form[action='/prove/use/declaration'][method=post] .btn").click();
      page.waitForURL("**/prove/evidence/EV*");
      assertThat(page.locator("main").textContent()).contains("declaration.office");
    }
    try (Browsing.Seen seen =
        browser.open(
            plain, "/prove/use/declaration?right=" + mark + "&from=2020-01-01&to=2020-02-01")) {
      assertThat(seen.page().locator("[role=alert]").textContent()).contains("nothing to declare");
    }
  }

  @Test
  void evidenceOfUseIsDepositedWithItsFacts() {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    Look plain = new Look("en", 1280, "light", Script.OFF);
    try (Browsing.Seen seen = browser.open(plain, page("use-deposit"))) {
      Page page = seen.page();
      page.setInputFiles(
          "#d-files", new FilePayload("fair.jpg", "image/jpeg", new byte[] {1, 2, 3}));
      page.selectOption("#d-use-kind", "exhibition");
      page.fill("#d-use-to", "2025-09-09");
      page.fill("#d-use-goods", "服装");
      page.fill("#d-use-mark", "拉布布");
      page.locator("form[data-deposit] .actions button").click();
      // the first day is missing
      assertThat(page.locator("[role=alert]:visible").textContent()).contains("first day");
      assertThat(page.inputValue("#d-use-goods")).isEqualTo("服装");
      page.fill("#d-use-from", "2025-09-08");
      page.setInputFiles(
          "#d-files", new FilePayload("fair.jpg", "image/jpeg", new byte[] {1, 2, 3}));
      page.locator("form[data-deposit] .actions button").click();
      page.waitForURL("**/prove/evidence/EV*");
      assertThat(page.locator("main").textContent())
          .contains("use.good.1", "exhibition", "2025-09-08");
    }
    try (Browsing.Seen seen =
        browser.open(plain, "/prove/use?right=" + mark + "&on=2026-01-15&good=服装")) {
      assertThat(seen.page().locator(".use-verdict").textContent()).isEqualTo("weak");
      assertThat(seen.page().locator(".use-good tbody").textContent()).contains("exhibition");
    }
  }
}
