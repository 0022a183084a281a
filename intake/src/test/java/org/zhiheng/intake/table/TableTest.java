package org.zhiheng.intake.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.zhiheng.intake.InputSource;
import org.zhiheng.intake.table.TableReader.Preview;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// Exceptions that may escape a table's reader: none (a stream in memory does not fail).
final class TableTest {

  private static final String RELATIONS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId7" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>
      """;

  private static final String WORKBOOK =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <workbook xmlns:r="http://r"><sheets><sheet name="hidden" state="hidden" r:id="rId1"/>
      <sheet name="a" r:id="rId7"/></sheets></workbook>
      """;

  private static final String STYLES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>
      """;

  /// The sheet stands before the texts it refers to, as some writers put it.
  static byte[] workbook(String rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      part(zip, "[Content_Types].xml", "<Types/>");
      part(
          zip,
          "xl/worksheets/sheet1.xml",
          "<?xml version=\"1.0\"?><worksheet><sheetData>" + rows + "</sheetData></worksheet>");
      part(zip, "xl/workbook.xml", WORKBOOK);
      part(zip, "xl/_rels/workbook.xml.rels", RELATIONS);
      part(zip, "xl/styles.xml", STYLES);
      part(
          zip,
          "xl/sharedStrings.xml",
          "<?xml version=\"1.0\"?><sst><si><t>申请号</t></si><si><r><t>申</t></r><r><t>请日</t></r>"
              + "<rPh><t>shenqing</t></rPh></si></sst>");
    }
    return bytes.toByteArray();
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Preview preview(byte[] bytes) throws IOException {
    return TableReader.preview(() -> new ByteArrayInputStream(bytes), 100);
  }

  @Test
  void readsTextsNumbersDatesAndTheLastValueOfFormulas() throws IOException {
    Preview preview =
        preview(
            workbook(
                """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
                <c r="C1" t="inlineStr"><is><t>x</t></is></c><c r="D1" t="inlineStr"><is><t>y</t></is></c></row>
                <row r="3"><c r="A3"><v>2.0187040001E+11</v></c><c r="B3" s="1"><v>43356</v></c>
                <c r="D3" t="str"><f>HYPERLINK("http://evil")</f><v>shown</v></c></row>
                <row r="4"><c r="B4" s="2"><v>43356</v></c><c r="C4" t="b"><v>1</v></c></row>
                """));
    assertThat(preview.problem()).isEmpty();
    assertThat(preview.header()).containsExactly("申请号", "申请日", "x", "y");
    // 43356 days after 1899-12-30 is 2018-09-13: python3 -c "from datetime import *;
    // print(date(1899,12,30)+timedelta(43356))"
    assertThat(preview.rows())
        .containsExactly(
            new TableRow.Cells(3, List.of("201870400010", "2018-09-13", "", "shown")),
            new TableRow.Cells(4, List.of("", "2018-09-13", "true", "")));
  }

  @Test
  void refusesAColumnThatWouldTakeAllMemory() throws IOException {
    Preview preview =
        preview(
            workbook(
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
                    + "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>"
                    + "<row r=\"3\"><c r=\"A3\"><v>2</v></c></row>"));
    assertThat(preview.rows()).hasSize(2).last().isEqualTo(new TableRow.Cells(3, List.of("2")));
  }

  @Test
  void refusesEntitiesInAWorkbook() throws IOException {
    byte[] bytes = workbook("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&x;</v></c></row>");
    assertThat(preview(bytes).problem().orElseThrow().code()).isEqualTo("xml-entity");
  }

  @Test
  void saysThatAZipIsNoWorkbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      part(zip, "a.txt", "a");
    }
    assertThat(preview(bytes.toByteArray()).problem().orElseThrow().code())
        .isEqualTo("table-format");
  }

  /// What has an exponent and nothing before it is no number, and is shown as it stands.
  @Test
  void readsAPointWithAnExponentAsItStands() throws IOException {
    Preview preview =
        preview(
            workbook(
                "<row r=\"1\"><c><v>x</v></c></row><row r=\"2\"><c><v>.e5</v></c></row>"
                    + "<row r=\"3\"><c><v>.5</v></c></row>"));
    assertThat(preview.rows())
        .containsExactly(
            new TableRow.Cells(2, List.of(".e5")), new TableRow.Cells(3, List.of("0.5")));
  }

  @Seeds(200)
  void damagedWorkbooksAreReadToTheirEndTheSameTwice(Seed seed) throws IOException {
    byte[] damaged =
        workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row><c><v>43356</v></c></row>");
    for (int i = 0; i < 4; i++) {
      damaged[seed.between(0, damaged.length)] ^= (byte) (1 << seed.between(0, 8));
    }
    InputSource source = () -> new ByteArrayInputStream(damaged);
    assertThat(TableReader.preview(source, 100)).isEqualTo(TableReader.preview(source, 100));
  }

  @Test
  void guessesChineseAndEnglishHeaders() throws IOException {
    Preview preview =
        preview(
            """
            类型;专利号;名称;申请日;授权公告日;权利人;我方案号
            外观设计;ZL201830514079.9;糕点;2018年9月13日;2019.07.12;甲公司；乙公司;A-1
            发明;2.0E+12;x;2018-09-13;;;A-2
            """
                .getBytes(StandardCharsets.UTF_8));
    PortfolioRows rows = PortfolioRows.guessed("my.csv", "", preview.header());
    PortfolioRow.Taken taken = (PortfolioRow.Taken) rows.read(preview.rows().get(0));
    assertThat(taken.notice().kind()).isEqualTo(RightKind.DESIGN);
    assertThat(taken.notice().numbers())
        .extracting(RightNumber::text)
        .containsExactly("201830514079.9");
    assertThat(taken.notice().facts())
        .extracting(DatedFact::on)
        .containsExactly(LocalDate.of(2018, 9, 13), LocalDate.of(2019, 7, 12));
    assertThat(taken.notice().facts().get(1).fact())
        .isInstanceOfSatisfying(
            Fact.Granted.class,
            granted ->
                assertThat(granted.bibliography().named())
                    .extracting("name")
                    .containsExactly("甲公司", "乙公司"));
    assertThat(taken.ourReference()).isEqualTo("A-1");
    assertThat(((PortfolioRow.Refused) rows.read(preview.rows().get(1))).problems())
        .extracting("path")
        .containsExactly("line 3, publication-number");
    PortfolioRows english =
        PortfolioRows.guessed(
            "my.csv", "", List.of("Kind", "Application No.", "Filing Date", "Expiry", "Class"));
    assertThat(english.mapping().columns())
        .isEqualTo(
            Map.of(
                PortfolioField.KIND, 0,
                PortfolioField.APPLICATION_NUMBER, 1,
                PortfolioField.FILING_DATE, 2,
                PortfolioField.UNTIL, 3,
                PortfolioField.CLASSES, 4));
  }

  @Test
  void readsEventsWithTheirValues() throws IOException {
    Preview preview =
        preview(
            """
            right,event,date,pledgee,amount
            201830514079.9,pledged,2020-01-02,某银行,100万元
            ,pledged,2020-13-02,,
            """
                .getBytes(StandardCharsets.UTF_8));
    EventRows rows = EventRows.guessed("events.csv", preview.header());
    assertThat(rows.read(preview.rows().get(0)))
        .isEqualTo(
            new EventRow.Taken(
                "201830514079.9",
                "pledged",
                LocalDate.of(2020, 1, 2),
                Map.of("pledgee", "某银行", "amount", "100万元")));
    assertThat(((EventRow.Refused) rows.read(preview.rows().get(1))).problems())
        .extracting("code")
        .containsExactly("empty", "date");
  }
}
