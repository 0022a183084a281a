package org.zhiheng.jobs.examine.report;

import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.examine.ExaminationBook;
import org.zhiheng.jobs.examine.ExaminationId;
import org.zhiheng.jobs.examine.Examinations;
import org.zhiheng.jobs.report.Printed;
import org.zhiheng.jobs.report.Printer;
import org.zhiheng.values.Parsed;

/// Gives out reports of kept examinations; the trail keeps each that is taken out.
///
/// Safe for many threads.
public final class ExaminationReports {

  private final ExaminationBook book;
  private final ReportPages pages;
  private final Printer printer;
  private final AuditTrail trail;
  private final InstantSource clock;

  /// Over these records, laid out by `pages` and printed by `printer`.
  public ExaminationReports(
      ExaminationBook book,
      ReportPages pages,
      Printer printer,
      AuditTrail trail,
      InstantSource clock) {
    this.book = book;
    this.pages = pages;
    this.printer = printer;
    this.trail = trail;
    this.clock = clock;
  }

  /// Whether there is something to print PDF with.
  public boolean prints() {
    return printer.ready();
  }

  /// The report as a page; the trail keeps `report-export`. Empty when the organisation has no such
  /// record.
  ///
  /// @throws org.zhiheng.values.ProblemsException with `forbidden` without the right to export
  public Optional<ReportPages.Page> html(Acting acting, ExaminationId id, Tongue tongue) {
    Optional<ReportPages.Page> page = page(acting, id, tongue);
    if (page.isPresent()) {
      keep(acting, id, tongue.code() + " html");
    }
    return page;
  }

  /// The report as PDF, or why it was not printed; the trail keeps `report-export` when it was.
  /// Empty when the organisation has no such record.
  ///
  /// @throws org.zhiheng.values.ProblemsException with `forbidden` without the right to export
  /// @throws org.zhiheng.jobs.access.Busy when another report is being printed
  /// @throws IOException when printing failed
  public Optional<Parsed<Printed>> pdf(Acting acting, ExaminationId id, Tongue tongue)
      throws IOException {
    Optional<ReportPages.Page> page = page(acting, id, tongue);
    if (page.isEmpty()) {
      return Optional.empty();
    }
    Parsed<Printed> printed = printer.pdf(page.get().html());
    if (printed.found().isPresent()) {
      keep(acting, id, tongue.code() + " pdf");
    }
    return Optional.of(printed);
  }

  private Optional<ReportPages.Page> page(Acting acting, ExaminationId id, Tongue tongue) {
    acting.must(Permission.EXPORT);
    return book.show(acting, id).map(kept -> pages.page(report(kept, tongue)));
  }

  /// What the report says.
  ExaminationReport report(Examinations.Kept kept, Tongue tongue) {
    return new ReportText(tongue).report(kept, book.examined(kept), book.intact(kept));
  }

  private void keep(Acting acting, ExaminationId id, String detail) {
    trail.keep(
        new AuditTrail.Entry(
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            acting.organisation(),
            acting.name(),
            "report-export",
            id.toString(),
            detail));
  }
}
