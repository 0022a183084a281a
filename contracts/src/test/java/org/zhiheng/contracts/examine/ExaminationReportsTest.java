package org.zhiheng.contracts.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.examine.ExaminationId;
import org.zhiheng.jobs.examine.Examinations;
import org.zhiheng.jobs.examine.Inquiry;
import org.zhiheng.jobs.examine.report.ExaminationReport;
import org.zhiheng.jobs.examine.report.ExaminationReports;
import org.zhiheng.jobs.examine.report.ReportPages;
import org.zhiheng.jobs.examine.report.Tongue;
import org.zhiheng.jobs.report.Printed;
import org.zhiheng.jobs.report.Printer;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.ProblemsException;

/// What the report of a kept examination says, who may take it out, and that the trail keeps it.
final class ExaminationReportsTest {

  private final KeptRoom room = new KeptRoom();
  private final List<ExaminationReport> laidOut = new ArrayList<>();
  private Parsed<Printed> printed = Parsed.ok(new Printed(new byte[] {1}));

  private final ReportPages pages =
      report -> {
        laidOut.add(report);
        return new ReportPages.Page("<html>", "default-src 'none'");
      };

  private final Printer printer =
      new Printer() {
        @Override
        public Parsed<Printed> pdf(String html) {
          return printed;
        }

        @Override
        public boolean ready() {
          return true;
        }
      };

  private final ExaminationReports reports =
      new ExaminationReports(room.book, pages, printer, room.auditTrail(), room.clock());

  private ExaminationReport report(Examinations.Kept kept, Tongue tongue) {
    assertThat(reports.html(room.examiner, kept.id(), tongue)).isPresent();
    return laidOut.getLast();
  }

  private Examinations.Kept kept() throws IOException {
    room.mark("LABUBU", "甲公司", "28", "2802");
    room.mark("拉布布", "乙公司", "28", "2802");
    room.goodsTable("A", "服装");
    return room.book.keep(
        room.examiner,
        new Inquiry(
            "LAFUBU",
            Optional.empty(),
            Set.of("28"),
            Set.of("2802"),
            KeptRoom.TODAY,
            Optional.empty(),
            "丙公司",
            20));
  }

  @Test
  void saysWhatWasAskedAndFoundInBothLanguages() throws IOException {
    Examinations.Kept kept = kept();

    ExaminationReport english = report(kept, Tongue.ENGLISH);
    ExaminationReport chinese = report(kept, Tongue.CHINESE);

    assertThat(english.asked())
        .contains(
            new ExaminationReport.Fact("Words of the mark", "LAFUBU"),
            new ExaminationReport.Fact("Classes", "28"),
            new ExaminationReport.Fact("Applicant", "丙公司"),
            // 08:00 UTC is 16:00 in China
            new ExaminationReport.Fact(
                "Examined and kept", "25 Nov 2026, 16:00 (UTC+8), by examiner"));
    assertThat(chinese.asked())
        .contains(new ExaminationReport.Fact("检索并保存", "2026年11月25日 16:00（北京时间），examiner"));
    assertThat(english.lines()).hasSize(2);
    assertThat(english.lines().getFirst().standing()).isEqualTo("can be cited");
    assertThat(chinese.lines().getFirst().standing()).isEqualTo("可引证");
    assertThat(english.result().getFirst())
        .isEqualTo(
            "Of the 2 marks searched 2 are listed; 2 of them can be cited by their standing, or"
                + " have to be looked up.");
    assertThat(chinese.details())
        .hasSize(2)
        .allSatisfy(detail -> assertThat(detail.facts()).extracting("label").contains("音", "商品"));
    assertThat(english.details().getFirst().rules())
        .as("a rule names its outcome, its exceptions and its source")
        .isNotEmpty()
        .allSatisfy(rule -> {
          assertThat(rule.heading()).startsWith("Rule ");
          assertThat(rule.source()).isNotBlank();
        });
    assertThat(english.details().getFirst().rules())
        .flatExtracting(ExaminationReport.Rule::exceptions)
        .anySatisfy(
            exception -> assertThat(exception).startsWith("Exception “").contains("(wording "));
  }

  @Test
  void aChineseReportHasNoEnglishSentence() throws IOException {
    assertThat(report(kept(), Tongue.CHINESE).toString())
        .doesNotContainPattern("\\b(the|of|and|was|is|not|that|with|no)\\b");
  }

  @Test
  void citesInTheLanguageOfTheReader() throws IOException {
    Examinations.Kept kept = room.book.keep(room.examiner, KeptRoom.about("中国LABUBU"));

    assertThat(report(kept, Tongue.CHINESE).grounds())
        .extracting(ExaminationReport.Ground::source)
        .contains("商标法（2019年修正）第10条第1款第（1）项（凭记忆，未核原文）");
    assertThat(report(kept, Tongue.ENGLISH).grounds())
        .extracting(ExaminationReport.Ground::source)
        .contains(
            "Trademark Law of China (as amended in 2019), art. 10(1)(1) (recalled, text not"
                + " opened)");
  }

  @Test
  void namesItsBasisAndHowToCheckIt() throws IOException {
    Examinations.Kept kept = kept();

    ExaminationReport report = report(kept, Tongue.ENGLISH);

    assertThat(report.basis())
        .extracting(ExaminationReport.Fact::text)
        .anyMatch(text -> text.startsWith("A, SHA-256 "))
        .contains(kept.content().list().hex());
    assertThat(report.check().getFirst()).contains("is the same").doesNotContain("NOT");
    assertThat(report.open())
        .contains(
            "Marks that are not recorded in this workspace.", "Figures: only words were compared.");
  }

  @Test
  void saysTheSameThingsInBothLanguages() throws IOException {
    Examinations.Kept kept = kept();

    ExaminationReport english = report(kept, Tongue.ENGLISH);
    ExaminationReport chinese = report(kept, Tongue.CHINESE);

    assertThat(chinese.asked()).hasSameSizeAs(english.asked());
    assertThat(chinese.result()).hasSameSizeAs(english.result());
    assertThat(chinese.basis()).hasSameSizeAs(english.basis());
    assertThat(chinese.open()).hasSameSizeAs(english.open());
    assertThat(chinese.check()).hasSameSizeAs(english.check());
  }

  @Test
  void keepsEachReportThatIsTakenOutInTheTrail() throws IOException {
    Examinations.Kept kept = kept();

    reports.html(room.examiner, kept.id(), Tongue.ENGLISH);
    reports.pdf(room.examiner, kept.id(), Tongue.CHINESE);

    assertThat(room.trail())
        .filteredOn(entry -> entry.action().equals("report-export"))
        .extracting(AuditTrail.Entry::subject, AuditTrail.Entry::detail)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("X1", "en html"),
            org.assertj.core.groups.Tuple.tuple("X1", "zh pdf"));
  }

  @Test
  void keepsNoTraceOfWhatWasNotPrinted() throws IOException {
    Examinations.Kept kept = kept();
    printed = Parsed.refused("printer-missing", "", "There is none.");

    Optional<Parsed<Printed>> answer = reports.pdf(room.examiner, kept.id(), Tongue.CHINESE);

    assertThat(answer.orElseThrow().refusal()).isPresent();
    assertThat(room.trail()).extracting(AuditTrail.Entry::action).doesNotContain("report-export");
  }

  @Test
  void givesNothingToOthersOrToThoseWhoMayNotExport() throws IOException {
    Examinations.Kept kept = kept();
    Acting onlyReads = new Acting(KeptRoom.ORGANISATION, "reader", Set.of(Permission.READ));

    assertThat(reports.html(room.stranger, kept.id(), Tongue.ENGLISH)).isEmpty();
    assertThat(reports.pdf(room.examiner, new ExaminationId(99), Tongue.ENGLISH)).isEmpty();
    assertThatThrownBy(() -> reports.html(onlyReads, kept.id(), Tongue.ENGLISH))
        .isInstanceOf(ProblemsException.class);
  }
}
