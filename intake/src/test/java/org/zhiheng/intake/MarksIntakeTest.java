package org.zhiheng.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.register.event.Bibliography.Sign;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.kind.RightKind;

final class MarksIntakeTest {

  private static final String HEADER =
      "word,figure_file,kind,application_number,registration_number,madrid_number,filing_date,"
          + "preliminary_approval_date,registration_date,valid_until,classes,similar_groups,"
          + "goods,holder,holder_en,holder_country,agent,status\n";

  private static final String ROW =
      "知衡,zhiheng.svg,combined,12345678,12345678,,2013-03-28,2014-04-13,2014-07-14,2024-07-13,"
          + "9;42,0901;4220,软件;云计算,知衡科技有限公司,Zhiheng Ltd,CN,某代理所,\n";

  @Test
  void readsAMarkAsFiledApprovedAndRegistered() {
    Taken taken = Taken.of(IntakeKind.MARKS_CSV, HEADER + ROW);
    assertThat(taken.problems()).isEmpty();
    Notice notice = taken.notices().getFirst();
    assertThat(notice.kind()).isEqualTo(RightKind.MARK);
    // application and registration number are one number
    assertThat(notice.numbers()).hasSize(1);
    assertThat(notice.facts())
        .extracting(DatedFact::on)
        .containsExactly(
            LocalDate.of(2013, 3, 28), LocalDate.of(2014, 4, 13), LocalDate.of(2014, 7, 14));
    Fact.Registered registered = (Fact.Registered) notice.facts().get(2).fact();
    assertThat(registered.until()).contains(LocalDate.of(2024, 7, 13));
    assertThat(registered.bibliography().sign())
        .isEqualTo(Optional.of(new Sign("知衡", "zhiheng.svg", List.of("软件", "云计算"))));
    assertThat(registered.bibliography().classes()).hasSize(4);
    assertThat(registered.bibliography().named()).hasSize(3);
  }

  @Test
  void findsAllProblemsOfARowInOnePass() {
    String row = ROW.replace("combined", "sound").replace("2013-03-28", "2013-02-30");
    Taken taken = Taken.of(IntakeKind.MARKS_CSV, HEADER + row.replace("9;42", "9;77") + ROW);
    assertThat(taken.codes())
        .containsExactlyInAnyOrder(
            "mark-kind at line 2, column kind",
            "date at line 2, column filing_date",
            "nice-class at line 2, column classes");
    assertThat(taken.notices()).hasSize(1);
  }

  @Test
  void aFigureIsNamedWithoutFolders() {
    Taken taken =
        Taken.of(IntakeKind.MARKS_CSV, HEADER + ROW.replace("zhiheng.svg", "../etc/passwd"));
    assertThat(taken.codes()).containsExactly("mark-figure at line 2, column figure_file");
  }

  @Test
  void registrationBeforeFilingIsRefused() {
    Taken taken = Taken.of(IntakeKind.MARKS_CSV, HEADER + ROW.replace("2014-07-14", "2012-07-14"));
    assertThat(taken.codes()).contains("date-order at line 2, column registration_date");
  }
}
