package org.zhiheng.server.examine;

import java.util.ArrayList;
import java.util.List;
import org.zhiheng.jobs.examine.Basis;
import org.zhiheng.jobs.examine.ExaminationBook;
import org.zhiheng.jobs.examine.Examinations;
import org.zhiheng.jobs.examine.Hit;
import org.zhiheng.jobs.examine.KeptJson;
import org.zhiheng.jobs.examine.ListChange;
import org.zhiheng.jobs.examine.Standing;
import org.zhiheng.jobs.examine.report.Tongue;
import org.zhiheng.server.examine.report.ReportRoutes;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Reason;
import org.zhiheng.server.page.Words;

/// Says a kept examination in the reader's language.
///
/// @param words the language
record RecordReading(Words words) {

  /// @param prints whether there is something to print PDF with
  RecordView record(Examinations.Kept kept, ExaminationBook.Again again, boolean prints) {
    return new RecordView(
        row(kept),
        kept.content().list().hex(),
        again(again),
        !again.intact() || (again.sameBasis() && !again.sameList()),
        joined(
            again.differs().stream().map(name -> words.codeOrItself("kept.basis", name)).toList()),
        again.changes().stream()
            .filter(one -> !(one instanceof ListChange.Moved))
            .map(this::change)
            .toList(),
        again.changes().stream()
            .filter(one -> one instanceof ListChange.Moved)
            .map(this::change)
            .toList(),
        new ExamineReading(words).found(again.then()),
        basis(kept, again.then().basis()),
        reports(kept, prints));
  }

  /// A line of the list of records.
  ExamineView.KeptRow row(Examinations.Kept kept) {
    return new ExamineView.KeptRow(
        kept.id().toString(),
        kept.content().name().isBlank() ? words.say("examine.figure.name") : kept.content().name(),
        words.time(kept.content().at()),
        kept.content().by());
  }

  private String again(ExaminationBook.Again again) {
    if (!again.intact()) {
      return words.say("kept.again.touched");
    }
    if (again.sameList()) {
      return words.say(again.sameBasis() ? "kept.again.same" : "kept.again.sameOnOther");
    }
    return words.say(again.sameBasis() ? "kept.again.bug" : "kept.again.other");
  }

  private RecordView.Change change(ListChange change) {
    Hit hit = change.hit();
    String what = words.code("kept.change", KeptJson.code(change));
    String name = hit.name().isBlank() ? words.say("right.untitled") : hit.name();
    String right = hit.right().toString();
    return switch (change) {
      case ListChange.Came came -> new RecordView.Change(right, name, what, "", rank(came.rank()));
      case ListChange.Gone gone -> new RecordView.Change(right, name, what, rank(gone.rank()), "");
      case ListChange.Moved moved ->
          new RecordView.Change(right, name, what, rank(moved.from()), rank(moved.to()));
      case ListChange.Rated rated ->
          new RecordView.Change(
              right,
              name,
              what,
              EvidenceWords.decimal(rated.from()),
              EvidenceWords.decimal(rated.now().order()));
      case ListChange.Turned turned ->
          new RecordView.Change(
              right, name, what, standing(turned.from()), standing(turned.now().standing()));
    };
  }

  private String rank(int rank) {
    return words.say("kept.rank", rank);
  }

  private String standing(Standing standing) {
    return words.say("standing." + standing.state().code());
  }

  private List<Reason.Line> basis(Examinations.Kept kept, Basis basis) {
    List<Reason.Line> lines = new ArrayList<>();
    lines.add(
        Reason.Line.of(
            words.say("kept.basis.indexVersion"),
            words.say("kept.basis.marksOf", basis.indexVersion(), basis.marks())));
    lines.add(
        Reason.Line.of(
            words.say("kept.basis.orderRule"),
            basis.order().name() + " " + basis.order().version()));
    lines.add(Reason.Line.of(words.say("kept.basis.guideline"), basis.guideline()));
    lines.add(
        Reason.Line.of(
            words.say("kept.basis.goodsTable"),
            basis
                .goods()
                .map(goods -> goods.name() + " · SHA-256 " + goods.digest().hex())
                .orElse(words.say("kept.basis.goodsTable.none"))));
    lines.add(
        Reason.Line.of(
            words.say("kept.basis.figures"),
            basis
                .figures()
                .map(figures ->
                    words.say("kept.basis.figuresOf", figures.count(), figures.digest().hex()))
                .orElse(words.say("kept.basis.figures.none"))));
    lines.add(Reason.Line.of(words.say("kept.basis.list"), kept.content().list().hex()));
    return lines;
  }

  /// The reader's own language first.
  private List<RecordView.Report> reports(Examinations.Kept kept, boolean prints) {
    Tongue own = words.language() == Language.CHINESE ? Tongue.CHINESE : Tongue.ENGLISH;
    Tongue other = own == Tongue.CHINESE ? Tongue.ENGLISH : Tongue.CHINESE;
    List<RecordView.Report> reports = new ArrayList<>();
    for (Tongue tongue : List.of(own, other)) {
      reports.add(
          new RecordView.Report(
              words.say("kept.report." + tongue.code()),
              ReportRoutes.html(kept.id(), tongue),
              tongue == own));
      if (prints) {
        reports.add(
            new RecordView.Report(
                words.say("kept.report." + tongue.code() + ".pdf"),
                ReportRoutes.pdf(kept.id(), tongue),
                false));
      }
    }
    return reports;
  }

  private String joined(List<String> texts) {
    return String.join(words.say("list.comma"), texts);
  }
}
