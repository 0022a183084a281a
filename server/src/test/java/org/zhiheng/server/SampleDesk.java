package org.zhiheng.server;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.zhiheng.contracts.candidate.ScanCandidates;
import org.zhiheng.contracts.examine.MemoryAnswers;
import org.zhiheng.contracts.examine.MemoryExaminations;
import org.zhiheng.contracts.examine.MemoryFigureFiles;
import org.zhiheng.contracts.examine.MemoryGoodsEditions;
import org.zhiheng.contracts.examine.MemoryWatches;
import org.zhiheng.contracts.uploads.MemoryUploads;
import org.zhiheng.images.imageio.JavaPictures;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.jobs.examine.Bookmark;
import org.zhiheng.jobs.examine.MarkFeed;
import org.zhiheng.jobs.examine.SenseModel;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.examine.desk.ExamineGround;
import org.zhiheng.jobs.examine.desk.ExamineStores;
import org.zhiheng.jobs.examine.report.ExaminationReports;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.uploads.UploadLimits;
import org.zhiheng.jobs.uploads.Uploads;
import org.zhiheng.links.ChromiumPrinter;
import org.zhiheng.links.JteReportPages;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.record.Rights;
import org.zhiheng.similarity.word.Words;

/// Desks in memory.
public final class SampleDesk {

  private SampleDesk() {}

  /// Reports without a printer.
  public static ExaminationReports reports(
      ExamineDesk desk, AuditTrail trail, InstantSource clock) {
    return new ExaminationReports(
        desk.book(), new JteReportPages(), ChromiumPrinter.on(""), trail, clock);
  }

  /// A desk in memory, over a register without marks.
  public static ExamineDesk over(
      Rights rights,
      Parties parties,
      Records records,
      Documents documents,
      AuditTrail trail,
      InstantSource clock) {
    return over(
        rights,
        parties,
        records,
        documents,
        trail,
        clock,
        (_, _) -> new MarkFeed.Changes(List.of(), Optional.empty(), false));
  }

  /// A desk in memory that follows this feed.
  public static ExamineDesk over(
      Rights rights,
      Parties parties,
      Records records,
      Documents documents,
      AuditTrail trail,
      InstantSource clock,
      MarkFeed feed) {
    Words words = Words.load();
    return ExamineDesk.of(
        new ExamineGround(rights, parties, records, documents, trail, clock, noModel()),
        new ExamineStores(
            feed,
            new NoBookmark(),
            new NoBookmark(),
            new MemoryExaminations(),
            new MemoryGoodsEditions(),
            new MemoryFigureFiles(),
            new MemoryWatches(),
            new MemoryAnswers()),
        words,
        new ScanCandidates(words),
        new JavaPictures(),
        (_, _) -> false);
  }

  /// Uploads in memory.
  public static Uploads uploads(AuditTrail trail, InstantSource clock) {
    return new Uploads(new MemoryUploads(), UploadLimits.USUAL, trail, new SecureRandom(), clock);
  }

  /// A text model that is not there.
  static SenseModel noModel() {
    return new SenseModel(() -> {
      throw new IOException("no model in this test");
    });
  }

  private static final class NoBookmark implements Bookmark {
    @Override
    public Optional<MarkFeed.Point> read() {
      return Optional.empty();
    }

    @Override
    public void write(MarkFeed.Point point) {}

    @Override
    public void forget() {}
  }
}
