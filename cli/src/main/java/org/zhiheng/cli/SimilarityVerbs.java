package org.zhiheng.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zhiheng.images.imageio.FigureFolder;
import org.zhiheng.images.imageio.FolderMatches;
import org.zhiheng.images.imageio.JavaPictures;
import org.zhiheng.jobs.examine.NameList;
import org.zhiheng.similarity.figure.PictureLimits;
import org.zhiheng.similarity.han.CharacterRanking;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `zhiheng similarity search|characters|logos`: compares lists, without a workspace.
final class SimilarityVerbs {

  /// Problems told one by one, each with its row; the rest is counted: a list of which more is
  /// broken is the wrong file.
  private static final int PROBLEMS_TOLD = 1_000;

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
      Limits.checkTop(top, Limits.TOP_MAX);
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

  /// Ranks Han characters by how easily they are taken for each other.
  @Command(
      name = "characters",
      description = {
        "Ranks candidates by how easily each character is taken for them: no workspace.",
        "Writes query_row,rank,candidate_row,score; rows are counted from 0, ranks from 1."
      })
  static final class Characters implements Verb {

    private final Session session;

    @Option(
        names = "--queries",
        required = true,
        paramLabel = "FILE",
        description = "UTF-8, one character a line.")
    private Path queries = Path.of("");

    /// All characters of Unicode, a line each, have a sixteenth of that.
    private static final int CHARACTERS_BYTES_MAX = 16 << 20;

    @Option(
        names = "--candidates",
        required = true,
        paramLabel = "FILE",
        description = "UTF-8, one character a line.")
    private Path candidates = Path.of("");

    @Option(
        names = "--by",
        required = true,
        paramLabel = "shape|sound",
        description = "How they look, or how they sound.")
    private CharacterRanking.By by = CharacterRanking.By.SHAPE;

    @Option(
        names = "--top",
        paramLabel = "N",
        description = "At most so many for each (default: 50).")
    private int top = 50;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Written anew.")
    private Path out = Path.of("");

    Characters(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Limits.checkTop(top, Limits.TOP_MAX);
      List<Problem> problems = new ArrayList<>();
      List<Integer> asked = characters(resolved(session, queries), problems);
      List<Integer> offered = characters(resolved(session, candidates), problems);
      CharacterRanking ranking = CharacterRanking.load();
      List<List<CharacterRanking.Ranked>> ranked =
          IntStream.range(0, asked.size())
              .parallel()
              .mapToObj(row ->
                  asked.get(row) < 0
                      ? List.<CharacterRanking.Ranked>of()
                      : ranking.nearest(asked.get(row), offered, by, top))
              .toList();
      for (int row = 0; row < ranked.size(); row++) {
        if (asked.get(row) >= 0 && ranked.get(row).isEmpty()) {
          problems.add(
              new Problem(
                  "character",
                  "row " + row,
                  Character.toString(asked.get(row)),
                  "Nothing is known of this character: Han characters are compared.",
                  String.valueOf(queries.getFileName())));
        }
      }
      try (BufferedWriter writer = writer(session, out)) {
        writer.write("query_row,rank,candidate_row,score\n");
        for (int row = 0; row < ranked.size(); row++) {
          int rank = 1;
          for (CharacterRanking.Ranked one : ranked.get(row)) {
            writer.write(
                String.format(Locale.ROOT, "%d,%d,%d,%.6f\n", row, rank++, one.row(), one.score()));
          }
        }
      }
      tell(session, problems);
      return ExitCode.DONE;
    }

    /// One code point a line; -1 for a line that is none, so that rows keep their numbers.
    private static List<Integer> characters(Path file, List<Problem> problems) throws IOException {
      String name = String.valueOf(file.getFileName());
      if (Files.size(file) > CHARACTERS_BYTES_MAX) {
        throw new ProblemsException(
            new Problem(
                "too-many-rows",
                "",
                Long.toString(Files.size(file)),
                "A list of characters has at most " + CHARACTERS_BYTES_MAX + " bytes.",
                name));
      }
      List<Integer> points = new ArrayList<>();
      for (byte[] line : lines(Files.readAllBytes(file))) {
        Optional<String> decoded = decoded(line);
        String text = decoded.orElse("").strip().replace("\uFEFF", "");
        if (decoded.isEmpty()) {
          problems.add(
              new Problem(
                  "encoding", "row " + points.size(), "", "A line must be UTF-8 text.", name));
          points.add(-1);
        } else if (text.codePointCount(0, text.length()) == 1) {
          points.add(text.codePointAt(0));
        } else {
          problems.add(
              new Problem(
                  "character",
                  "row " + points.size(),
                  text,
                  "A line holds exactly one character.",
                  name));
          points.add(-1);
        }
      }
      return points;
    }

    /// Cut at line feeds before anything is decoded: one broken line does not spoil the others.
    private static List<byte[]> lines(byte[] bytes) {
      List<byte[]> lines = new ArrayList<>();
      int from = 0;
      for (int at = 0; at <= bytes.length; at++) {
        boolean end = at == bytes.length;
        if ((end && from < at) || (!end && bytes[at] == '\n')) {
          lines.add(Arrays.copyOfRange(bytes, from, at));
          from = at + 1;
        }
      }
      return lines;
    }

    private static Optional<String> decoded(byte[] line) {
      try {
        return Optional.of(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString());
      } catch (CharacterCodingException notText) {
        return Optional.empty();
      }
    }
  }

  /// Looks for each picture of one folder among those of another.
  @Command(
      name = "logos",
      description = {
        "Looks for each picture of one folder among those of another: no workspace.",
        "Writes query_file,rank,corpus_file,score; ranks are counted from 1."
      })
  static final class Logos implements Verb {

    private final Session session;

    @Option(
        names = "--corpus",
        required = true,
        paramLabel = "DIR",
        description = "SVG, PNG, JPEG and WebP files.")
    private Path corpus = Path.of("");

    @Option(
        names = "--queries",
        required = true,
        paramLabel = "DIR",
        description = "The pictures that are looked for.")
    private Path queries = Path.of("");

    @Option(
        names = "--top",
        paramLabel = "N",
        description = "At most so many for each (default: 5).")
    private int top = 5;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Written anew.")
    private Path out = Path.of("");

    Logos(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Limits.checkTop(top, Limits.TOP_MAX);
      FolderMatches matches =
          new FigureFolder(new JavaPictures(), PictureLimits.BATCH)
              .search(
                  resolved(session, corpus),
                  resolved(session, queries),
                  top,
                  Runtime.getRuntime().availableProcessors());
      try (BufferedWriter writer = writer(session, out)) {
        writer.write("query_file,rank,corpus_file,score\n");
        for (FolderMatches.Row row : matches.rows()) {
          writer.write(
              String.format(
                  Locale.ROOT,
                  "%s,%d,%s,%.6f\n",
                  quoted(row.queryFile()),
                  row.rank(),
                  quoted(row.hit().key()),
                  row.hit().score()));
        }
      }
      tell(session, matches.problems());
      return ExitCode.DONE;
    }

    /// A file name as a CSV cell.
    private static String quoted(String name) {
      return name.matches("[^\",\r\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
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
