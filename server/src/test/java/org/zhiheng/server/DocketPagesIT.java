package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
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
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.ServiceWay;
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

/// The pages of the docket in a browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DocketPagesIT {

  private static final Look LOOK = new Look("zh", 1280, "light", Script.ON);
  private static final List<Look> LOOKS =
      List.of(
          LOOK,
          new Look("en", 390, "dark", Script.OFF),
          new Look("zh", 390, "light", Script.ON),
          new Look("en", 1280, "dark", Script.ON));

  private @Nullable Server server;
  private @Nullable Browsing browsing;
  private @Nullable AdministerDesk desk;
  private @Nullable RightId patent;

  @BeforeAll
  void open() throws IOException {
    if (!Browsing.isThere()) {
      Browsing.start(""); // says so, or fails
      return;
    }
    MemoryDocuments documents = new MemoryDocuments();
    // taken into the register two years ago, so that what was missed since is told
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
    AdministerDesk opened = ground.floors().administer();
    desk = opened;
    LocalDate today = opened.docket().today();
    // a first notice that is due in some weeks, an annual fee that was missed
    patent =
        entered(
            stores,
            "CN110000001",
            "一种高精度真空电动调节装置",
            today.minusYears(3).plusDays(3),
            List.of(
                new DatedFact(
                    today.minusMonths(3),
                    new Fact.Acted(
                        Act.OA_FIRST,
                        Optional.of(ServiceWay.ELECTRONIC),
                        Optional.empty(),
                        "",
                        ""))));
    entered(
        stores,
        "CN110000002",
        "一种密封阀",
        today.minusYears(3).minusMonths(1),
        List.of(
            new DatedFact(
                today.minusMonths(14),
                new Fact.Granted(number("CN110000002B"), Bibliography.EMPTY))));
    refresh();
    Server started = ground.start();
    server = started;
    Browsing browser = Browsing.start("http://127.0.0.1:" + started.port()).orElseThrow();
    browsing = browser;
    browser.signIn(Sample.NAME, Sample.PASSWORD);
  }

  private void refresh() {
    AdministerDesk opened = Optional.ofNullable(desk).orElseThrow();
    opened.keeper().compareLaw();
    assertThat(opened.keeper().turn()).isPositive();
  }

  private static RightNumber number(String text) {
    return new RightNumber(Office.CN, NumberType.PUBLICATION, text, text);
  }

  private static RightId entered(
      RegisterStores stores, String text, String title, LocalDate filed, List<DatedFact> more) {
    RightNumber own = new RightNumber(Office.CN, NumberType.APPLICATION, text, text);
    List<DatedFact> facts =
        new java.util.ArrayList<>(
            List.of(
                new DatedFact(
                    filed,
                    new Fact.Filed(List.of(own), Bibliography.EMPTY.withTitle("zh", title)))));
    facts.addAll(more);
    return ((Rights.Entered.New)
            stores
                .rights()
                .enter(
                    SampleRights.OURS,
                    new Notice(
                        RightKind.INVENTION_PATENT, Office.CN, List.of(own), facts, Source.BY_HAND),
                    References.NONE,
                    "李雷"))
        .id();
  }

  @AfterAll
  void close() {
    Optional.ofNullable(browsing).ifPresent(Browsing::close);
    Optional.ofNullable(server).ifPresent(Server::close);
  }

  private Browsing browser() {
    return Optional.ofNullable(browsing).orElseThrow();
  }

  private String docket() {
    return "/rights/" + Optional.ofNullable(patent).orElseThrow() + "/docket";
  }

  @Test
  void standInEveryLook() {
    SoftAssertions softly = new SoftAssertions();
    for (Look look : Browsing.looks(LOOKS)) {
      for (String[] page :
          List.of(
              new String[] {"/administer?within=90", "docket-board"},
              new String[] {"/administer?show=missed", "docket-missed"},
              new String[] {"/administer/limits", "docket-limits"},
              new String[] {"/administer/people?within=365", "people-empty"},
              new String[] {"/administer/customs/recordals/new", "customs-recordal-new"},
              new String[] {"/administer/receipts?right=R1", "receipts-empty"},
              new String[] {"/administer/customs/notices/new", "customs-notice-new"},
              new String[] {"/administer/reminders", "docket-reminders"},
              new String[] {"/administer/fees?until=2029-12-31", "fees"},
              new String[] {
                "/administer/expedited?right=R1&recorded-entity=yes&local-address=no", "expedited"
              },
              new String[] {"/finance", "title-empty"},
              new String[] {"/finance?rights=R1+R999&term=2044-01-01", "title"},
              new String[] {docket(), "docket-right"})) {
        try (Browsing.Seen seen = browser().open(look, page[0])) {
          seen.stands(softly, page[1]);
        }
      }
    }
    softly.assertAll();
  }

  @Test
  void aDeadlineIsGivenClosedAndOpenedAgain() {
    try (Browsing.Seen seen = browser().open(LOOK, docket())) {
      Page page = seen.page();
      String notice = "section.deadline:has-text('第一次审查意见')";
      page.locator(notice + " details.change summary").first().click();
      page.locator(notice + " form:has(input[value=assign]) input[name=text]").fill("王芳");
      page.locator(notice + " form:has(input[value=assign]) button").click();
      assertThat(page.locator(notice).first().textContent()).contains("承办人 王芳");

      page.locator(notice + " details.change summary").first().click();
      page.locator(notice + " form:has(input[value=close]) input[name=text]").fill("客户指示放弃");
      page.locator(notice + " form:has(input[value=close]) button").click();
      assertThat(page.locator(notice).first().textContent()).contains("客户指示放弃");

      page.locator(notice + " details.change summary").first().click();
      page.locator(notice + " form:has(input[value=reopen]) input[name=text]").fill("指示撤回");
      page.locator(notice + " form:has(input[value=reopen]) button").click();
      assertThat(page.locator(notice).first().getAttribute("class")).contains("st-running");
    }
  }

  @Test
  void peopleAreRemindedAndStandInForEachOther() {
    try (Browsing.Seen seen = browser().open(LOOK, "/administer/reminders")) {
      Page page = seen.page();
      person(page, "王芳", "wang.fang@example.org");
      page.locator("input[name=others]").check();
      page.locator("form.form .actions button:not([name=do])").click();
      assertThat(page.locator("table.scan").first().textContent()).contains("接收未交办者");

      person(page, "李娜", "Li Na <li.na@example.org>");
      page.locator("input[name=mail]").evaluate("field => field.type = 'text'");
      page.locator("input[name=mail]").fill("li na");
      page.locator("form.form .actions button:not([name=do])").click();
      assertThat(page.locator("#refused").textContent()).contains("邮箱").contains("li na");
      person(page, "李娜", "li.na@example.org");
      page.locator("summary:has-text('休假与代收')").click();
      page.locator("input[name=awayFrom]").fill("2020-01-01");
      page.locator("input[name=awayUntil]").fill("2099-12-31");
      page.locator("input[name=delegate]").fill("王芳");
      page.locator("form.form .actions button:not([name=do])").click();
      assertThat(page.locator("table.scan").first().textContent()).contains("由 王芳 代收");

      assertThat(Optional.ofNullable(desk).orElseThrow().reminders().rounds().round().written())
          .isOne();
      page.reload();
      assertThat(page.locator("table.scan").last().textContent())
          .contains("wang.fang@example.org")
          .contains("等待发送");
      // what a browser says of a refusal stays in its log, so the look is taken by another
      SoftAssertions softly = new SoftAssertions();
      try (Browsing.Seen filled = browser().open(LOOK, "/administer/reminders")) {
        filled.stands(softly, "docket-reminders-filled");
      }
      softly.assertAll();

      page.locator("a[href*='person=']").first().click();
      page.locator("button[value=drop]").click();
      assertThat(page.locator("table.scan").first().locator("tbody tr").count()).isOne();
    }
  }

  @Test
  void manyAreChosenShownAndThenGivenAway() {
    try (Browsing.Seen seen = browser().open(LOOK, "/administer?within=365")) {
      Page page = seen.page();
      page.locator("input[name=deadline]").first().check();
      page.locator("input[name=deadline]").nth(1).check();
      page.locator("#b-text").fill("韩梅梅");
      page.locator("form.bulk button").click();
      assertThat(page.locator("main").textContent()).contains("将 2 项期限交办给 韩梅梅");
      assertThat(page.locator("table tbody tr").count()).isEqualTo(2);
      SoftAssertions softly = new SoftAssertions();
      seen.stands(softly, "bulk");
      softly.assertAll();
      // a preview changes nothing
      try (Browsing.Seen before = browser().open(LOOK, "/administer?assigned=韩梅梅&within=365")) {
        assertThat(before.page().locator("table.docket").count()).isZero();
      }
      page.locator("button[name=sure]").click();
      try (Browsing.Seen after = browser().open(LOOK, "/administer?assigned=韩梅梅&within=365")) {
        assertThat(after.page().locator("table.docket tbody tr").count()).isEqualTo(2);
      }
      try (Browsing.Seen people = browser().open(LOOK, "/administer/people?within=365")) {
        assertThat(people.page().locator("section.person:has-text('韩梅梅')").textContent())
            .contains("2 项");
        assertThat(people.page().locator("section.person").last().textContent()).contains("未交办");
        people.stands(softly, "people");
      }
      softly.assertAll();
    }
  }

  @Test
  void aNoticeOfCustomsIsTakenInProposedAndNotSignedByTheSame() {
    String right = Optional.ofNullable(patent).orElseThrow().toString();
    SoftAssertions softly = new SoftAssertions();
    try (Browsing.Seen seen =
        browser().open(LOOK, "/administer/customs/recordals/new?right=" + right)) {
      Page page = seen.page();
      page.locator("#number").fill("P2025-44031");
      page.locator("#first").fill("2025-01-06");
      page.locator("#goods").fill("真空电动调节阀");
      page.locator("#sellers").fill("甲示例贸易公司\n乙示例物流公司");
      page.locator("#guarantee").fill("总2026-7");
      page.locator("button").last().click();
      assertThat(page.locator("#refused").textContent()).isNotBlank();
      assertThat(page.locator("#sellers").inputValue()).contains("乙示例物流公司");
      page.locator("#amount").fill("200000");
      page.locator("#until").fill("2027-01-15");
      page.locator("button").last().click();
      assertThat(page.locator("main").textContent())
          .contains("P2025-44031")
          .contains("2035年1月5日")
          .contains("200,000");
    }
    try (Browsing.Seen seen =
        browser().open(LOOK, "/administer/customs/notices/new?right=" + right)) {
      Page page = seen.page();
      // Friday: the third working day is Wednesday 25 November 2026
      page.locator("#on").fill("2026-11-20");
      page.locator("#port").fill("义乌海关");
      page.locator("#goods").fill("调节阀 2,000 件");
      page.locator("#shipper").fill("丙示例公司");
      page.locator("#worth").fill("USD 3000");
      page.locator("form.form button").click();
      assertThat(page.locator("h1").textContent()).contains("调节阀");
      assertThat(page.locator("figure.timebar").textContent())
          .contains("2026年11月25日")
          .contains("3 个工作日");
      assertThat(page.locator("svg rect.day").count()).isEqualTo(6);
      assertThat(page.locator("svg rect.d-free").count()).isEqualTo(2);
      assertThat(page.locator("main").textContent()).contains("错误申请的责任");
      page.locator("#propose-text").fill("外观近似");
      page.locator("details.do[open] button").click();
      assertThat(page.locator("ol.done").textContent()).contains("提议申请").contains("外观近似");
      page.locator("summary:has-text('复核签发')").click();
      assertThat(page.locator("details.do:has(summary:has-text('复核签发'))").textContent())
          .contains("须由另一人复核签发");
      page.locator("summary:has-text('记录海关扣留')").click();
      page.locator("details.do:has(summary:has-text('记录海关扣留')) button").click();
      assertThat(page.locator("figure.timebar").count()).isEqualTo(4);
      String at = page.url().substring(page.url().indexOf("/administer"));
      for (Look look : Browsing.looks(LOOKS)) {
        try (Browsing.Seen again = browser().open(look, at)) {
          again.stands(softly, "customs-notice");
        }
        try (Browsing.Seen desk = browser().open(look, "/administer/customs")) {
          desk.stands(softly, "customs");
        }
      }
    }
    softly.assertAll();
  }

  @Test
  void aRequestIsCheckedTakenInAndLetPass() {
    String right = Optional.ofNullable(patent).orElseThrow().toString();
    try (Browsing.Seen seen = browser().open(LOOK, "/administer/recordals/new?rights=" + right)) {
      Page page = seen.page();
      page.locator("input[name=from]").fill("甲公司");
      page.locator("input[name=to]").fill("Beta B.V.");
      page.locator("input[name=toCountry]").fill("NL");
      page.locator("textarea[name=signed]").fill("甲公司\n");
      page.locator("button[value=check]").click();
      assertThat(page.locator("#checked").textContent())
          .contains("缺签章：Beta B.V.")
          .contains("登记簿未载权利人")
          .contains("受让人在境外");
      SoftAssertions softly = new SoftAssertions();
      seen.stands(softly, "recordals-checked");
      page.locator("textarea[name=signed]").fill("甲公司\nBeta B.V.");
      page.locator("select[name=technology]").selectOption("free");
      page.locator("input[name=exportNumber]").fill("登记2026-7");
      page.locator("button[value=file]").click();
      assertThat(page.locator("h1").textContent()).startsWith("C");
      assertThat(page.locator("main").textContent()).contains("待人工核对");
      seen.stands(softly, "recordals-open");
      page.locator("input[name=reason]").fill("核对过专利登记簿副本");
      page.locator("form.form button").click();
      assertThat(page.locator("main").textContent()).contains("办理中").contains("核对过专利登记簿副本");
      for (Look look : Browsing.looks(LOOKS)) {
        try (Browsing.Seen desk = browser().open(look, "/administer/recordals")) {
          assertThat(desk.page().locator("table.scan").textContent()).contains("Beta B.V.");
          desk.stands(softly, "recordals");
        }
      }
      softly.assertAll();
    }
  }

  @Test
  void theTitleGateSaysWhatNoRecordShows() {
    try (Browsing.Seen seen =
        browser().open(LOOK, "/finance?rights=" + patent + "+R999&term=2060-01-01")) {
      String text = seen.page().locator("main").textContent();
      assertThat(text)
          .contains("有妨碍")
          .contains("债务履行期限超过专利权有效期")
          .contains("未附登记簿副本")
          .contains("是否在别处质押，不得而知");
      assertThat(seen.page().locator("#refused").textContent()).contains("R999");
      assertThat(seen.page().locator("section.title tbody tr").count()).isEqualTo(13);
    }
  }

  /// A patent whose fee was missed for good is told and not put on the list to be paid.
  @Test
  void noFeeIsAskedOfARightThatOnlyRestorationCanSave() {
    try (Browsing.Seen seen = browser().open(LOOK, "/administer/fees?until=2029-12-31")) {
      String text = seen.page().locator("main").textContent();
      assertThat(text).contains("CN110000002").contains("恢复");
      assertThat(seen.page().locator("table tbody").count()).isZero();
    }
  }

  private static final String SHORTER =
      """
      rules:
        - id: cn.patent.oa-first-reply
          title: {zh: "答复第一次审查意见通知书", en: "Reply to the first office action"}
          event: {zh: "第一次审查意见通知书", en: "first office action"}
          who: applicant
          kind: specified-deadline
          law: cn-patent
          served: true
          counting: after-event
          last_valid_on: 2026-11-22
          values:
            - from: 2001-07-01
              term: 1 month
              citation: {instrument: 专利审查指南, article: "假设", confidence: unknown}
          clears: [reply-filed]
          examples:
            - {event: 2026-03-02, service: electronic, as_of: 2026-11-22, due: 2026-04-02, status: certain, why: "x"}
      """;

  @Test
  void aSuppositionShowsWhatMovesAndKeepsNothing() {
    try (Browsing.Seen seen = browser().open(LOOK, "/administer/what-if")) {
      Page page = seen.page();
      page.locator("#rules").fill(SHORTER);
      page.locator("form.form .actions button").click();
      assertThat(page.locator("#replayed").textContent()).contains("1 项期限变动");
      assertThat(page.locator("table.scan tbody").textContent())
          .contains("答复第一次审查意见通知书")
          .contains("已逾期")
          .contains("期限为1个月");
      SoftAssertions softly = new SoftAssertions();
      seen.stands(softly, "what-if");
      softly.assertAll();
      page.locator("#rules").fill(SHORTER.replace("counting", "countin"));
      page.locator("form.form .actions button").click();
      assertThat(page.locator("#refused").textContent()).contains("countin").contains("line");
    }
  }

  @Test
  void papersStandAlone() {
    for (String path :
        List.of(
            "/administer/papers/deadlines.html?within=400",
            "/administer/papers/office-action-reply/" + patent + ".html?language=en",
            "/administer/papers/observations/" + patent + ".html")) {
      try (Browsing.Seen seen = browser().open(LOOK, path)) {
        assertThat(seen.page().locator("h1").count()).as(path).isOne();
        assertThat(seen.page().locator("nav").count()).as(path).isZero();
        assertThat(seen.page().content()).as(path).contains("一种高精度真空电动调节装置");
      }
    }
  }

  @Test
  void theRegisterCountsBeforeWhatIsSaid() {
    try (Browsing.Seen seen =
        browser().open(LOOK, "/administer/expedited?right=" + patent + "&not-filed-yet=yes")) {
      assertThat(seen.page().locator("tr:has(#e-not-filed-yet)").textContent())
          .contains("不符合")
          .contains("登记簿所载");
      assertThat(seen.page().locator("main").textContent()).contains("有不符合的条件");
    }
  }

  private static void person(Page page, String name, String mail) {
    page.locator("input[name=person]").fill(name);
    page.locator("input[name=mail]").fill(mail);
  }

  @Test
  void theCalendarHoldsWhatIsDue() throws IOException {
    try (Browsing.Seen seen = browser().open(LOOK, "/administer")) {
      Page page = seen.page();
      Download download =
          page.waitForDownload(() -> page.locator("a[href='/administer/docket.ics']").click());
      List<String> lines = Files.readAllLines(download.path());
      assertThat(lines).startsWith("BEGIN:VCALENDAR").endsWith("END:VCALENDAR");
      assertThat(lines)
          .allSatisfy(line ->
              assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                  .isLessThanOrEqualTo(75));
      assertThat(lines.stream().filter("BEGIN:VEVENT"::equals).count()).isPositive();
    }
  }
}
