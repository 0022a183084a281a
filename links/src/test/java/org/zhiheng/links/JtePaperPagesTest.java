package org.zhiheng.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.administer.paper.Paper;
import org.zhiheng.jobs.examine.report.Tongue;

final class JtePaperPagesTest {

  private static final String ATTACK = "<script>alert(1)</script>";

  private static Paper paper(Tongue tongue) {
    return new Paper(
        tongue,
        "登记请求 " + ATTACK,
        "工作文件",
        List.of(new Paper.Fact("现权利人", "甲公司 & 乙"), new Paper.Fact("对方", "")),
        List.of(
            new Paper.Part.Text("书面同意", List.of(ATTACK)),
            new Paper.Part.Table(
                "权利", List.of("号码", "名称"), List.of(List.of("CN1", ATTACK), List.of("CN2", "x"))),
            new Paper.Part.Table("空表", List.of("号码"), List.of()),
            new Paper.Part.Blank("理由", "待填写"),
            new Paper.Part.Signatures("签章", List.of("甲公司", ""))));
  }

  @Test
  void allOfItStandsThereAndNothingRuns() {
    String page = new JtePaperPages().page(paper(Tongue.CHINESE)).html();
    assertThat(page)
        .contains("<html lang=\"zh-Hans\">")
        .contains("甲公司 &amp; 乙")
        .contains("<td data-label=\"号码\">CN2</td>")
        .contains("[待填写]")
        .contains("甲公司：____")
        .contains("default-src &#39;none&#39;")
        .doesNotContain("<script>");
    assertThat(page.split("&lt;script&gt;", -1)).hasSize(5);
    assertThat(new JtePaperPages().page(paper(Tongue.ENGLISH)).html())
        .contains("<html lang=\"en\">")
        .contains("甲公司: ____");
  }
}
