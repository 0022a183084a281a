package org.zhiheng.jobs.examine;

import java.io.Closeable;
import java.io.IOException;
import org.zhiheng.jobs.examine.assignment.CoAssignment;
import org.zhiheng.jobs.examine.pattern.FilingPatterns;
import org.zhiheng.similarity.candidate.Candidates;

/// What examining marks takes, opened together: the jobs, and the index they share.
///
/// @param examiner looks for earlier marks
/// @param comparing lays two names side by side
/// @param goods the table of similar goods
/// @param figures the figures of marks
/// @param book keeps examinations
/// @param watches watches names
/// @param assignment lists the marks that must move together
/// @param filings shows how somebody files marks
/// @param index keeps the index in step with the register
/// @param candidates the index, which is closed with the desk
public record ExamineDesk(
    Examiner examiner,
    Comparing comparing,
    GoodsShelf goods,
    FigureDesk figures,
    ExaminationBook book,
    WatchDesk watches,
    CoAssignment assignment,
    FilingPatterns filings,
    MarkIndex index,
    Candidates candidates)
    implements Closeable {

  @Override
  public void close() throws IOException {
    candidates.close();
  }
}
