package org.zhiheng.intake.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.zhiheng.intake.InputSource;
import org.zhiheng.intake.table.TableReader.Preview;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;

/// Tables of people's own rights and events, spoilt: as CSV, and as the sheet of a workbook that is
/// itself whole. Exceptions that may escape the readers: none (a stream in memory does not fail).
final class TableFuzz {

  private static final String RIGHTS =
      """
      类型;专利号;名称;申请日;授权公告日;权利人;我方案号
      外观设计;ZL201830514079.9;糕点;2018年9月13日;2019.07.12;甲公司；乙公司;A-1
      发明;201810012345.6;x;2018-09-13;;"甲;乙";A-2
      """;

  private static final String COMMAS =
      """
      Kind,Application No.,Publication No.,Title,Filing Date,Expiry,Class,Owner
      design,201830514079.9,CN305252224S,糕点,2018-09-13,2028-09-13,01-01 (11),甲
      mark,12345678,,知衡,2013-03-28,2024-01-01,9;42,乙
      """;

  private static final String EVENTS =
      """
      right,event,date,pledgee,amount
      201830514079.9,pledged,2020-01-02,某银行,100万元
      201830514079.9,assigned,2021-01-02,,
      """;

  private static final String ROWS =
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
      <c r="C1" t="inlineStr"><is><t>x</t></is></c><c r="D1" t="inlineStr"><is><t>y</t></is></c></row>
      <row r="3"><c r="A3"><v>2.0187040001E+11</v></c><c r="B3" s="1"><v>43356</v></c>
      <c r="D3" t="str"><f>HYPERLINK("http://evil")</f><v>shown</v></c></row>
      <row r="4"><c r="B4" s="2"><v>43356</v></c><c r="C4" t="b"><v>1</v></c></row>
      """;

  private static Preview preview(byte[] bytes) throws IOException {
    InputSource source = () -> new ByteArrayInputStream(bytes);
    Preview once = TableReader.preview(source, 100);
    assertThat(TableReader.preview(source, 100)).isEqualTo(once);
    return once;
  }

  private static void rows(Preview preview) {
    PortfolioRows rights = PortfolioRows.guessed("spoilt", "", preview.header());
    EventRows events = EventRows.guessed("spoilt", preview.header());
    for (TableRow row : preview.rows()) {
      assertThat(rights.read(row)).isNotNull();
      assertThat(events.read(row)).isNotNull();
    }
  }

  @Seeds(250)
  void rowsOfTextAreReadOrRefused(Seed seed) throws IOException {
    String sound = seed.oneOf(java.util.List.of(RIGHTS, COMMAS, EVENTS));
    String text = Spoilt.lines(seed, sound);
    if (seed.chance(0.5)) {
      int at = seed.between(0, text.length());
      text = text.substring(0, at) + Spoilt.word(seed) + text.substring(at);
    }
    rows(preview(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// What stands between two tags or quotes is another number or word.
  @Seeds(250)
  void cellsOfAWorkbookAreReadOrRefused(Seed seed) throws IOException {
    String rows = ROWS;
    for (int times = seed.between(1, 5); times > 0; times--) {
      int at = seed.between(0, rows.length());
      int from = Math.max(rows.lastIndexOf('>', at), rows.lastIndexOf('"', at)) + 1;
      int to = from;
      while (to < rows.length() && rows.charAt(to) != '<' && rows.charAt(to) != '"') {
        to++;
      }
      rows = rows.substring(0, from) + escaped(word(seed)) + rows.substring(to);
    }
    rows(preview(TableTest.workbook(rows)));
  }

  private static String word(Seed seed) {
    return seed.chance(0.5)
        ? Spoilt.word(seed)
        : seed.oneOf(
            java.util.List.of(
                ".e5",
                "-.E5",
                "5.e-3",
                "1e999",
                "-1e-999",
                "43356.5",
                "2958465",
                "2958466",
                "ZZZ1",
                "AAAA1",
                "XFD1048576",
                "1048577",
                "999999999"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  @Seeds(150)
  void workbooksAreReadOrRefused(Seed seed) throws IOException {
    rows(preview(Spoilt.bytes(seed, TableTest.workbook(ROWS))));
  }
}
