package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.Rights;
import org.zhiheng.server.Browsing.Look;
import org.zhiheng.server.Browsing.Script;
import org.zhiheng.values.RightId;

/// The page of a valuation in a browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ValuePagesIT {

  private static final Look LOOK = new Look("zh", 1280, "light", Script.ON);
  private static final List<Look> LOOKS =
      List.of(
          LOOK,
          new Look("en", 390, "dark", Script.OFF),
          new Look("zh", 390, "light", Script.ON),
          new Look("en", 1280, "dark", Script.ON));

  private @Nullable Server server;
  private @Nullable Browsing browsing;
  private @Nullable RightId patent;

  @BeforeAll
  void open() throws IOException {
    if (!Browsing.isThere()) {
      Browsing.start(""); // says so, or fails
      return;
    }
    MemoryDocuments documents = new MemoryDocuments();
    RegisterStores stores =
        new MemoryRegister(() -> Sample.CLOCK.instant().minus(Duration.ofDays(730))).stores();
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
    LocalDate today = ground.floors().administer().docket().today();
    RightNumber own =
        new RightNumber(Office.CN, NumberType.APPLICATION, "CN110000001", "CN110000001");
    patent =
        ((Rights.Entered.New)
                stores
                    .rights()
                    .enter(
                        SampleRights.OURS,
                        new Notice(
                            RightKind.INVENTION_PATENT,
                            Office.CN,
                            List.of(own),
                            List.of(
                                new DatedFact(
                                    today.minusYears(4),
                                    new Fact.Filed(
                                        List.of(own),
                                        Bibliography.EMPTY.withTitle("zh", "一种高精度真空电动调节装置"))),
                                new DatedFact(
                                    today.minusYears(1),
                                    new Fact.Granted(
                                        new RightNumber(
                                            Office.CN,
                                            NumberType.PUBLICATION,
                                            "CN110000001B",
                                            "CN110000001B"),
                                        Bibliography.EMPTY))),
                            Source.BY_HAND),
                        References.NONE,
                        "李雷"))
            .id();
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

  private Browsing browser() {
    return Optional.ofNullable(browsing).orElseThrow();
  }

  private String path() {
    return "/rights/" + Optional.ofNullable(patent).orElseThrow() + "/value";
  }

  /// The figures of the transcript of `zhiheng value`, by hand.
  private static void fill(Page page) {
    page.locator("#v-purpose").fill("专利质押");
    page.locator("input[name='rr.source']").fill("受许人销售计划");
    page.locator("input[name='rr.on']").fill("2026-11-01");
    figure(page, "rr.revenue", "1,500,000", "2,000,000", "2,600,000");
    figure(page, "rr.growth", "0", "3", "6");
    figure(page, "rr.royalty", "3", "5", "7");
    figure(page, "rr.decay", "0", "5", "10");
    figure(page, "rr.tax", "", "15", "");
    figure(page, "rr.discount", "12", "15", "18");
    figure(page, "rr.life", "5", "8", "12");
    page.locator("select[name='rr.royalty.confidence']").selectOption("seen");
    page.locator("details.ask-co > summary").click();
    page.locator("input[name='co.source']").fill("2021–2023 年账目");
    page.locator("input[name='co.1.name']").fill("人员");
    figure(page, "co.1", "", "180000", "");
    page.locator("input[name='co.2.name']").fill("材料");
    figure(page, "co.2", "50000", "60000", "80000");
    figure(page, "co.profit", "10", "20", "30");
    figure(page, "co.obsolescence", "10", "25", "40");
  }

  private static void figure(Page page, String field, String low, String is, String high) {
    page.locator("input[name='" + field + ".low']").fill(low);
    page.locator("input[name='" + field + ".is']").fill(is);
    page.locator("input[name='" + field + ".high']").fill(high);
  }

  private static void open(Page page) {
    page.evaluate(
        "document.querySelectorAll('details.figures, details.method')"
            + ".forEach(one => one.open = true)");
  }

  @Test
  void standsInEveryLook() {
    SoftAssertions softly = new SoftAssertions();
    for (Look look : Browsing.looks(LOOKS)) {
      try (Browsing.Seen seen = browser().open(look, path())) {
        seen.stands(softly, "value-empty");
        assertThat(seen.page().locator("#notice").textContent())
            .contains(look.language().equals("zh") ? "资产评估报告" : "Asset Appraisal Law");
      }
    }
    softly.assertAll();
  }

  @Test
  void methodsStandSideBySideWithRangesAndSources() {
    SoftAssertions softly = new SoftAssertions();
    for (Look look : Browsing.looks(LOOKS)) {
      try (Browsing.Seen seen = browser().open(look, path())) {
        Page page = seen.page();
        if (look.script() == Script.ON) {
          open(page);
          page.locator("details.ask-co > summary").click();
        }
        fill(page);
        page.locator("form.wide .actions button").first().click();
        assertThat(page.locator("#worth .range").textContent()).contains("¥");
        assertThat(page.locator("table.ranged").first().locator("tbody tr").count()).isEqualTo(2);
        // every figure has its source
        assertThat(page.locator("table.inputs").first().textContent()).contains("受许人销售计划");
        // cost: (180,000 + 60,000) x 1.2 x 0.75 = 216,000
        assertThat(page.locator("table.ranged").first().textContent()).contains("216,000");
        seen.stands(softly, "value-filled");
        if (look.equals(LOOK)) {
          page.evaluate("document.querySelector('.tornado').scrollIntoView()");
          seen.page()
              .screenshot(
                  new Page.ScreenshotOptions()
                      .setFullPage(true)
                      .setPath(Path.of("target/screenshots/value-whole.png")));
        }
      }
    }
    softly.assertAll();
  }

  @Test
  void whatCannotBeSoIsToldAtItsLine() {
    try (Browsing.Seen seen = browser().open(LOOK, path())) {
      Page page = seen.page();
      fill(page);
      figure(page, "rr.royalty", "7", "5", "3");
      page.locator("input[name='co.profit.is']").fill("很多");
      page.locator("form.wide .actions button").first().click();
      assertThat(page.locator("#refused").textContent())
          .contains("许可费节省法 · 许可费率")
          .contains("成本法 · 合理利润")
          .contains("很多");
      // what was typed stays, and the line says what is wrong
      assertThat(page.locator("input[name='rr.royalty.low']").inputValue()).isEqualTo("7");
      assertThat(page.locator("tr.refused").count()).isEqualTo(2);
      SoftAssertions softly = new SoftAssertions();
      seen.stands(softly, "value-refused", text -> text.contains("422"));
      softly.assertAll();
    }
  }

  @Test
  void everyFormCarriesTheNotice() throws IOException {
    try (Browsing.Seen seen = browser().open(LOOK, path())) {
      Page page = seen.page();
      fill(page);
      page.locator("form.wide .actions button").first().click();
      Download json =
          page.waitForDownload(() -> page.locator("button[name=as][value=json]").first().click());
      assertThat(Files.readString(json.path()))
          .startsWith("{\"notice\":\"本报告为模型计算结果")
          .contains("\"value\":\"216000.00\"");
      Download yaml =
          page.waitForDownload(() -> page.locator("button[name=as][value=yaml]").first().click());
      assertThat(Files.readString(yaml.path()))
          .contains("royalty: {is: \"5%\", low: \"3%\", high: \"7%\"");
      page.locator("button[name=as][value=html]").first().click();
      assertThat(page.locator("p.notice").count()).isEqualTo(2);
      assertThat(page.locator("p.notice").first().textContent())
          .contains("资产评估法")
          .contains("cannot alone support an issue");
      assertThat(page.locator("nav").count()).isZero();
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target/screenshots/value-paper.png")));
    }
  }

  /// What is kept is evidence of its own kind, with the report and what was typed.
  @Test
  void aReportIsKeptAsEvidence() {
    SoftAssertions softly = new SoftAssertions();
    try (Browsing.Seen seen = browser().open(LOOK, path())) {
      Page page = seen.page();
      fill(page);
      page.locator("form.wide .actions button").first().click();
      page.locator("button[formaction$=keep]").first().click();
      assertThat(page.url()).contains("/prove/evidence/EV");
      assertThat(page.locator("main").textContent())
          .contains("valuation.json")
          .contains("value.yaml")
          .contains("资产评估法");
      seen.stands(softly, "value-kept");
    }
    softly.assertAll();
  }

  @Test
  void aFileOfFiguresIsTakenAsOnTheCommandLine() throws IOException {
    String file =
        Files.readString(
            Path.of(System.getProperty("zhiheng.root", ".."))
                .resolve("cli/src/test/resources/transcripts/files/value.yaml"));
    try (Browsing.Seen seen = browser().open(LOOK, path())) {
      Page page = seen.page();
      open(page);
      page.locator("#v-file").fill(file);
      page.locator("form.wide .actions button").last().click();
      assertThat(page.locator("table.ranged").first().locator("tbody tr").count()).isEqualTo(3);
      open(page);
      page.locator("#v-file").fill(file.replace("    royalty:", "    royalti:"));
      page.locator("form.wide .actions button").last().click();
      assertThat(page.locator("#refused").textContent()).contains("第 9 行").contains("royalti");
    }
  }
}
