package org.zhiheng.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zhiheng.jobs.examine.NameList;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `zhiheng similarity search`: compares lists, without a workspace.
final class SimilarityVerbs {

  /// Problems told one by one; the rest is counted.
  private static final int PROBLEMS_TOLD = 20;

  private SimilarityVerbs() {}

  /// Looks for each name of one list in another.
  @Command(
      name = "search",
      description = {
        "Looks for each name of one list in another: no workspace, no server.",
        "Writes query_row,rank,corpus_row,score; data rows are counted from 0, ranks from 1."
      })
  static final class Search implements Verb {

    private final Session session;

    @Option(names = "--corpus", required = true, paramLabel = "FILE", description = "CSV, UTF-8.")
    private Path corpus = Path.of("");

    @Option(
        names = "--name-column",
        required = true,
        paramLabel = "COLUMN",
        description = "The column of the corpus that holds the names.")
    private String nameColumn = "";

    @Option(names = "--queries", required = true, paramLabel = "FILE", description = "CSV, UTF-8.")
    private Path queries = Path.of("");

    @Option(
        names = "--query-column",
        required = true,
        paramLabel = "COLUMN",
        description = "The column of the queries that holds what is looked for.")
    private String queryColumn = "";

    @Option(
        names = "--top",
        paramLabel = "N",
        description = "At most so many for each (default: 20).")
    private int top = 20;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Written anew.")
    private Path out = Path.of("");

    Search(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Limits.checkTop(top);
      CsvColumn names = CsvColumn.read(resolved(session, corpus), nameColumn, "--name-column");
      CsvColumn asked = CsvColumn.read(resolved(session, queries), queryColumn, "--query-column");
      if (names.values().size() > NameList.NAMES_MAX) {
        throw new ProblemsException(
            Problem.of(
                "too-many-rows",
                "--corpus",
                Integer.toString(names.values().size()),
                "A list has at most " + NameList.NAMES_MAX + " names."));
      }
      Words words = Words.load();
      NameList list = NameList.of(words, names.values());
      List<Problem> problems = new ArrayList<>(names.problems());
      problems.addAll(asked.problems());
      list.problems().forEach(problem -> problems.add(problem.from("corpus")));
      List<Parsed<WordMark>> marks = asked.values().stream().map(words::read).toList();
      List<List<NameList.Found>> found =
          IntStream.range(0, marks.size())
              .parallel()
              .mapToObj(row ->
                  marks.get(row).found().map(mark -> list.nearest(mark, top)).orElse(List.of()))
              .toList();
      try (BufferedWriter writer = writer(session, out)) {
        writer.write("query_row,rank,corpus_row,score\n");
        for (int row = 0; row < found.size(); row++) {
          String place = "row " + row;
          marks
              .get(row)
              .refusal()
              .ifPresent(problem -> problems.add(problem.at(place).from("queries")));
          int rank = 1;
          for (NameList.Found one : found.get(row)) {
            writer.write(
                String.format(Locale.ROOT, "%d,%d,%d,%.6f\n", row, rank++, one.row(), one.score()));
          }
        }
      }
      tell(session, problems);
      session.say(
          marks.size()
              + " queries, "
              + names.values().size()
              + " names, ordered by "
              + Words.ORDER.name()
              + " "
              + Words.ORDER.version()
              + ".");
      return ExitCode.DONE;
    }
  }

  private static Path resolved(Session session, Path file) {
    return session.around().folder().resolve(file);
  }

  private static BufferedWriter writer(Session session, Path file) throws IOException {
    return Files.newBufferedWriter(resolved(session, file), StandardCharsets.UTF_8);
  }

  /// What could not be read is told, and the rest is done.
  private static void tell(Session session, List<Problem> problems) {
    problems.stream().limit(PROBLEMS_TOLD).forEach(problem -> session.say(problem.line()));
    if (problems.size() > PROBLEMS_TOLD) {
      session.say("… and " + (problems.size() - PROBLEMS_TOLD) + " more that could not be read.");
    }
    Optional.of(problems.size())
        .filter(count -> count > 0)
        .ifPresent(count -> session.say(count + " rows could not be read; they have no result."));
  }
}
