package org.zhiheng.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.examine.ExaminationId;
import org.zhiheng.jobs.examine.report.ExaminationReport;
import org.zhiheng.jobs.examine.report.ReportPages;
import org.zhiheng.jobs.examine.report.Tongue;
import org.zhiheng.values.Digest;

/// How a report is laid out.
final class JteReportPagesTest {

  private static final Digest LIST = new Digest("ab".repeat(32));
  private final JteReportPages pages = new JteReportPages();

  private static ExaminationReport report(Tongue tongue, String typed) {
    return new ExaminationReport(
        tongue,
        new ExaminationId(7),
        LIST,
        typed,
        List.of(new ExaminationReport.Fact("asked", typed)),
        List.of("result"),
        List.of(
            new ExaminationReport.Line(
                1, typed, "70000001", typed, "", "", List.of("0.91", "–", "–", "–"), "ok")),
        List.of(
            new ExaminationReport.Detail(
                1,
                typed,
                "70000001",
                List.of(),
                List.of(new ExaminationReport.Rule("Rule 3", typed, List.of(typed), "source")))),
        List.of(new ExaminationReport.Ground(typed, "text", "source")),
        List.of(),
        List.of("step"),
        List.of("open"));
  }

  @Test
  void namesTheHashOfTheVeryStyleSheetThatStandsInThePage() {
    ReportPages.Page page = pages.page(report(Tongue.ENGLISH, "LAFUBU"));

    Matcher styles = Pattern.compile("(?s)<style>(.*?)</style>").matcher(page.html());
    assertThat(styles.find()).isTrue();
    String hash =
        Base64.getEncoder()
            .encodeToString(Digest.of(styles.group(1).getBytes(StandardCharsets.UTF_8)).bytes());
    assertThat(page.policy())
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-"
                + hash
                + "'; base-uri 'none'; form-action 'none'");
    assertThat(styles.find()).as("one style sheet").isFalse();
  }

  @Test
  void saysOnEverySheetOfPaperWhichRecordItIs() {
    String english = pages.page(report(Tongue.ENGLISH, "x")).html();
    String chinese = pages.page(report(Tongue.CHINESE, "x")).html();

    assertThat(english)
        .contains("@top-left{content:\"Examination record X7\"}")
        .contains("@bottom-left{content:\"List " + LIST.hex() + "\"}")
        .contains("\"Page \" counter(page) \" of \" counter(pages)")
        .contains("<html lang=\"en\">");
    assertThat(chinese).contains("检索记录 X7").contains("<html lang=\"zh-Hans\">");
  }

  @Test
  void escapesWhatPeopleTyped() {
    String html =
        pages.page(report(Tongue.CHINESE, "</style><script>alert(1)</script>\"onload=\"x")).html();

    assertThat(html).doesNotContain("<script").contains("&lt;script&gt;alert(1)");
    assertThat(html.split("</style>", -1)).hasSize(2);
  }

  @Test
  void fetchesNothing() {
    assertThat(pages.page(report(Tongue.ENGLISH, "x")).html())
        .doesNotContain("src=", "href=", "url(", "@import");
  }
}
