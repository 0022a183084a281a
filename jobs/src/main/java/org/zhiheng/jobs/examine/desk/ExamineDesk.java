package org.zhiheng.jobs.examine.desk;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.LongConsumer;
import org.zhiheng.jobs.examine.Comparing;
import org.zhiheng.jobs.examine.ExaminationBook;
import org.zhiheng.jobs.examine.Examiner;
import org.zhiheng.jobs.examine.FigureDesk;
import org.zhiheng.jobs.examine.FigureIndex;
import org.zhiheng.jobs.examine.GoodsShelf;
import org.zhiheng.jobs.examine.MarkIndex;
import org.zhiheng.jobs.examine.SenseModel;
import org.zhiheng.jobs.examine.WatchDesk;
import org.zhiheng.jobs.examine.assignment.CoAssignment;
import org.zhiheng.jobs.examine.assignment.GoodsOnShelf;
import org.zhiheng.jobs.examine.pattern.FilingPatterns;
import org.zhiheng.jobs.examine.pattern.OwnParties;
import org.zhiheng.jobs.examine.pattern.PatternEngine;
import org.zhiheng.jobs.examine.pattern.PortfolioReader;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.figure.Pictures;
import org.zhiheng.similarity.word.Words;

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
/// @param figureIndex files the pictures that are attached to marks
/// @param candidates the index, which is closed with the desk
/// @param model places Chinese names by their sense; closed with the desk
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
    FigureIndex figureIndex,
    Candidates candidates,
    SenseModel model)
    implements Closeable {

  /// Builds the desk from the bottom up.
  ///
  /// @param words the dictionaries, loaded once
  /// @param candidates the index, which the desk closes
  /// @param pictures decodes what is handed in
  /// @param own which parties an organisation is itself
  public static ExamineDesk of(
      ExamineGround ground,
      ExamineStores stores,
      Words words,
      Candidates candidates,
      Pictures pictures,
      OwnParties own) {
    Comparing comparing = Comparing.with(words, ground.model());
    GoodsShelf goods = new GoodsShelf(stores.editions(), ground.trail(), ground.clock());
    FigureDesk figures =
        new FigureDesk(ground.records(), ground.documents(), stores.figures(), pictures);
    Examiner examiner = new Examiner(ground.records(), candidates, comparing, goods, figures);
    WatchDesk watches = new WatchDesk(stores.watches(), comparing, ground.trail(), ground.clock());
    return new ExamineDesk(
        examiner,
        comparing,
        goods,
        figures,
        new ExaminationBook(stores.examinations(), examiner, ground.trail(), ground.clock()),
        watches,
        new CoAssignment(ground.rights(), ground.parties(), words, new GoodsOnShelf(goods)),
        new FilingPatterns(
            new PortfolioReader(ground.rights(), ground.parties(), candidates, own),
            new PatternEngine(words),
            stores.answers(),
            ground.trail(),
            ground.clock()),
        new MarkIndex(stores.feed(), candidates, stores.bookmark(), watches::compare),
        new FigureIndex(stores.feed(), stores.figureBookmark(), figures),
        candidates,
        ground.model());
  }

  /// Brings what is searched into step with the register: the index of words, then the figures.
  ///
  /// @param progress told how many marks were taken in so far
  /// @throws IOException when something cannot be read or written; the next call goes on from there
  public void follow(LongConsumer progress) throws IOException {
    index.follow(progress);
    figureIndex.follow();
  }

  @Override
  public void close() throws IOException {
    try {
      candidates.close();
    } finally {
      model.close();
    }
  }
}
