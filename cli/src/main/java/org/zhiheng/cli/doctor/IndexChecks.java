package org.zhiheng.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhiheng.index.lucene.LuceneCandidates;
import org.zhiheng.jobs.examine.MarkFeed;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.store.files.FileBookmark;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.store.postgres.examine.PostgresMarkFeed;

/// The index of marks and how far it followed the register.
///
/// @param patient whose
/// @param database open
record IndexChecks(Patient patient, Database database) {

  /// More are not counted.
  private static final int BEHIND_MAX = 1_000;

  List<Finding> all() {
    return List.of(
        Doctor.tried(
            "index",
            "Stop the server and remove the folder index/marks: it is built anew from the record.",
            this::index));
  }

  private Finding index() throws IOException {
    Path folder = patient.home().resolve("index/marks");
    MarkFeed feed = new PostgresMarkFeed(database);
    Optional<MarkFeed.Point> at = FileBookmark.in(folder).read();
    MarkFeed.Changes behind = feed.since(at, BEHIND_MAX);
    if (!Files.isDirectory(folder)) {
      return behind.marks().isEmpty()
          ? Finding.ok("index", "there are no marks yet")
          : Finding.warn(
              "index", "there is none", "It is built when the server or a mark command starts.");
    }
    if (at.isPresent()) {
      try (Candidates candidates = LuceneCandidates.openToRead(folder, Words.load())) {
        if (!candidates.current()) {
          return Finding.warn(
              "index",
              "it was filed by features of an older release",
              "It is built anew when the server or a mark command starts.");
        }
      }
    }
    return behind.marks().isEmpty()
        ? Finding.ok("index", "it followed the register to the last mark")
        : Finding.warn(
            "index",
            (behind.more() ? "over " : "") + behind.marks().size() + " marks behind the register",
            "A server that runs catches up within seconds; else start it, or examine a mark.");
  }
}
