package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhiheng.images.imageio.JavaPictures;
import org.zhiheng.index.lucene.IndexHeld;
import org.zhiheng.index.lucene.LuceneCandidates;
import org.zhiheng.jobs.access.Accounts;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.jobs.examine.FigureDesk;
import org.zhiheng.jobs.examine.SenseModel;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.examine.desk.ExamineGround;
import org.zhiheng.jobs.examine.desk.ExamineStores;
import org.zhiheng.jobs.examine.pattern.OwnByName;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.models.onnx.OnnxEmbeddings;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.record.Rights;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.store.files.FileBookmark;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.store.postgres.examine.PostgresAnswers;
import org.zhiheng.store.postgres.examine.PostgresExaminations;
import org.zhiheng.store.postgres.examine.PostgresFigureFiles;
import org.zhiheng.store.postgres.examine.PostgresGoodsEditions;
import org.zhiheng.store.postgres.examine.PostgresMarkFeed;
import org.zhiheng.store.postgres.examine.PostgresWatches;

/// The index of marks in a workspace's folder.
///
/// @param home the workspace's folder
/// @param database its register
/// @param rights its rights
/// @param parties whom they name
/// @param accounts its organisations
/// @param records the job over its rights
/// @param documents its pictures
/// @param trail what was done
/// @param clock that dates it
record StoredMarks(
    Path home,
    Database database,
    Rights rights,
    Parties parties,
    Accounts accounts,
    Records records,
    Documents documents,
    AuditTrail trail,
    InstantSource clock)
    implements Marks {

  /// Where the index lies in the workspace's folder.
  private static final String INDEX = "index/marks";

  @Override
  public ExamineDesk open(Consumer<String> talk) throws IOException {
    Path folder = home.resolve(INDEX);
    Words words = Words.load();
    Optional<LuceneCandidates> written = opened(folder, words);
    Candidates candidates =
        written.isPresent() ? written.get() : LuceneCandidates.openToRead(folder, words);
    boolean done = false;
    try {
      ExamineDesk desk =
          ExamineDesk.of(
              new ExamineGround(
                  rights,
                  parties,
                  records,
                  documents,
                  trail,
                  clock,
                  new SenseModel(OnnxEmbeddings::load)),
              new ExamineStores(
                  new PostgresMarkFeed(database),
                  FileBookmark.in(folder),
                  FileBookmark.of(folder, FigureDesk.BOOKMARK),
                  new PostgresExaminations(database),
                  new PostgresGoodsEditions(database),
                  new PostgresFigureFiles(database),
                  new PostgresWatches(database),
                  new PostgresAnswers(database)),
              words,
              candidates,
              new JavaPictures(),
              new OwnByName(accounts, parties));
      if (written.isPresent()) {
        desk.follow(taken -> talk.accept("Index: " + taken + " marks taken in."));
      } else {
        talk.accept("Another process keeps the index; it is searched as it stands.");
      }
      done = true;
      return desk;
    } finally {
      if (!done) {
        candidates.close();
      }
    }
  }

  /// The index to write; empty when another process, such as a server, has it open.
  private static Optional<LuceneCandidates> opened(Path folder, Words words) throws IOException {
    try {
      return Optional.of(LuceneCandidates.open(folder, words));
    } catch (IndexHeld _) {
      return Optional.empty();
    }
  }
}
