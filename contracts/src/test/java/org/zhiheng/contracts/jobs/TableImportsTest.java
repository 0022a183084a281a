package org.zhiheng.contracts.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.intake.IntakeFile;
import org.zhiheng.intake.table.EventField;
import org.zhiheng.intake.table.Mapping;
import org.zhiheng.intake.table.PortfolioField;
import org.zhiheng.jobs.imports.ColumnChoice;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.register.life.LifeStage;
import org.zhiheng.register.record.References;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;

/// Tables of one's own records: rows are taken or refused one by one.
final class TableImportsTest {

  private static final String PORTFOLIO =
      """
      类型,名称,申请号,申请日,专利权人,本所案号,客户案号,分类号
      发明,一种样例,201830514079.9,2018-09-12,甲示例公司,ZH-1,K-1,G06F16/00
      商标,知衡,90000001,2019-03-01,甲示例公司,ZH-2,,9;42
      发明,校验位不对,201830514079.1,2018-09-12,甲示例公司,ZH-3,,
      发明,没有日期,201830514079.9,,甲示例公司,,,
      """;

  private final Room room = new Room();

  private ImportRun portfolio(String text) throws IOException {
    IntakeFile file = Room.file("portfolio.csv", text);
    return room.tables.portfolio(room.manager, file, text.length(), Optional.empty());
  }

  private ImportRun events(String text) throws IOException {
    IntakeFile file = Room.file("events.csv", text);
    return room.tables.events(room.manager, file, text.length(), Optional.empty());
  }

  private List<Problem> problems(ImportRun run) {
    return room.imports.problems(room.viewer, run.id(), 0, 100);
  }

  private RightId meant(String number) {
    return room.records.meant(room.viewer, number).getFirst();
  }

  @Test
  void takesAPortfolioWithChineseColumns() throws IOException {
    ImportRun run = portfolio(PORTFOLIO);

    assertThat(run.state()).isEqualTo(ImportRun.State.FINISHED);
    assertThat(run.counts()).isEqualTo(new ImportRun.Counts(4, 2, 2, 0));
    assertThat(problems(run))
        .extracting(Problem::code, Problem::path)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("cn-check-digit", "line 4, application-number"),
            org.assertj.core.groups.Tuple.tuple("empty", "line 5, filing-date"));
    assertThat(room.file(meant("201830514079.9")).record().references())
        .isEqualTo(new References("ZH-1", "K-1", ""));
    assertThat(room.file(meant("90000001")).title()).isEqualTo("知衡");
  }

  @Test
  void changesNothingTheSecondTime() throws IOException {
    portfolio(PORTFOLIO);

    assertThat(portfolio(PORTFOLIO).counts()).isEqualTo(new ImportRun.Counts(4, 0, 2, 2));
    assertThat(room.rights()).isEqualTo(2);
  }

  @Test
  void weighsEachEventAgainstTheRightAsTheRowsBeforeLeftIt() throws IOException {
    RightId id = room.patent();
    String table =
        """
        专利号,事件,日期,pledgor,pledgee,record-number,from,to
        201830514079.9,pledged,2021-01-05,甲示例公司,示例银行,Y1,,
        201830514079.9,pledged,2021-02-05,甲示例公司,示例银行,Y2,,
        CN110007813B,pledge-released,2021-03-05,,,Y1,,
        R1,assigned,2021-04-05,,,,甲示例公司,乙示例公司
        R1,assigned,2021-05-05,,,,甲示例公司,丙示例公司
        CN999999999B,ceased,2021-06-05,,,,,
        R1,flown,2021-06-05,,,,,
        R1,ceased,2031-06-05,,,,,
        """;

    ImportRun run = events(table);

    assertThat(problems(run))
        .extracting(Problem::code, Problem::path)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("pledge-stands", "line 3"),
            org.assertj.core.groups.Tuple.tuple("not-owner", "line 6"),
            org.assertj.core.groups.Tuple.tuple("right-unknown", "line 7, right"),
            org.assertj.core.groups.Tuple.tuple("event-kind", "line 8, event"),
            org.assertj.core.groups.Tuple.tuple("date-out-of-range", "line 9, on"));
    assertThat(run.counts()).isEqualTo(new ImportRun.Counts(8, 3, 5, 0));
    assertThat(room.file(id).right().owners())
        .extracting(share -> share.name())
        .containsExactly("乙示例公司");
    assertThat(room.file(id).right().stage()).isEqualTo(LifeStage.GRANTED);

    ImportRun again = events(table);
    assertThat(again.counts()).isEqualTo(new ImportRun.Counts(8, 0, 5, 3));
    assertThat(room.file(id).record().events()).hasSize(5);
  }

  @Test
  void takesAColumnForTheFieldThatAPersonNames() {
    List<String> header = List.of("申请号", "申请日", "号码", "2");

    assertThat(ColumnChoice.portfolio(header, Map.of()).orThrow())
        .isEqualTo(
            new Mapping<>(
                Map.of(PortfolioField.APPLICATION_NUMBER, 0, PortfolioField.FILING_DATE, 1)));
    assertThat(
            ColumnChoice.portfolio(header, Map.of("publication-number", "号码", "until", "2"))
                .orThrow()
                .columns())
        .containsEntry(PortfolioField.PUBLICATION_NUMBER, 2)
        .containsEntry(PortfolioField.UNTIL, 3);
    // a column serves one field
    assertThat(
            ColumnChoice.portfolio(header, Map.of("registration-number", "1")).orThrow().columns())
        .containsEntry(PortfolioField.REGISTRATION_NUMBER, 0)
        .doesNotContainKey(PortfolioField.APPLICATION_NUMBER);
  }

  @Test
  void refusesAFieldOrAColumnThatIsNotThere() {
    assertThat(ColumnChoice.events(List.of("a"), Map.of("colour", "a")))
        .isInstanceOfSatisfying(
            Parsed.Refused.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("unknown-field"));
    assertThat(ColumnChoice.events(List.of("a"), Map.of(EventField.RIGHT.code(), "7")))
        .isInstanceOfSatisfying(
            Parsed.Refused.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("unknown-column"));
  }

  @Test
  void refusesWhatIsNoTable() throws IOException {
    ImportRun run = portfolio("");

    assertThat(run.counts().taken()).isZero();
    assertThat(problems(run)).isNotEmpty();
  }
}
