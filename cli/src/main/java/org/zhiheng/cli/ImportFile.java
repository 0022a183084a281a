package org.zhiheng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.cli.output.OutputFormat;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.intake.IntakeFile;
import org.zhiheng.intake.IntakeKind;
import org.zhiheng.intake.table.TableReader;
import org.zhiheng.jobs.examine.GoodsShelf;
import org.zhiheng.jobs.imports.ColumnChoice;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.jobs.imports.ImportRuns;
import org.zhiheng.jobs.imports.TableImports.TableKind;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.similarity.goods.GoodsTableReader;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Takes an office's file, or a table of one's own records, into the register, and goes on with a
/// run that was interrupted.
@Command(
    name = "import",
    description = {
      "Takes an office's file, or a table of one's own records, into the register.",
      "Running it again changes nothing; a run that was interrupted goes on. `import list` and `import show` tell of earlier runs."
    })
final class ImportFile implements Verb {

  /// Problems told in text; all that are kept are told by `import show` and in JSON.
  private static final int PROBLEMS_TOLD = 20;

  /// Problems asked for at a time.
  private static final int PAGE = 1_000;

  private final Session session;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "KIND",
      converter = Options.OfImportFormat.class,
      description = {
        "An office's file: cnipa-gazette-csv, cnipa-xml, uspto-xml, epo-ops-xml, marks-csv;",
        "a table of one's own records: portfolio-table, event-table;",
        "the table of similar goods and services: goods-table (a folder of CSV files)."
      })
  private Optional<ImportFormat> kind = Optional.empty();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "The file; gzip and zip are opened. A table is CSV or XLSX.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN",
      description =
          "Of a table: which column is which field, by its name or number; others are guessed.")
  private Map<String, String> columns = Map.of();

  @Option(
      names = "--preview",
      description = "Of a table: shows how it would be read, and takes nothing.")
  private boolean preview;

  @Option(
      names = "--edition",
      paramLabel = "NAME",
      description =
          "Of a goods table: its edition, such as NCL12-2025 (default: the folder's name).")
  private String edition = "";

  @Option(
      names = "--terms",
      paramLabel = "FILE",
      description =
          "Of a goods table: its alphabetical list in English, CSV (default: the folder's terms.csv, if any).")
  private Optional<Path> terms = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  ImportFile(Session session) {
    this.session = session;
  }

  @Override
  public ExitCode done() throws IOException {
    // not required of the parser, which would require them of `import list` too
    if (kind.isEmpty() || file.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Missing required parameters: KIND FILE");
    }
    Path path = session.around().folder().resolve(file.get());
    if (terms.isPresent() && !(kind.get() instanceof ImportFormat.OfGoods)) {
      throw new ParameterException(spec.commandLine(), "--terms is for goods-table.");
    }
    return switch (kind.get()) {
      case ImportFormat.OfOffice(IntakeKind office) -> {
        if (preview || !columns.isEmpty()) {
          throw new ParameterException(
              spec.commandLine(),
              "--map and --preview are for tables; " + office.code() + " has columns of its own.");
        }
        yield office(office, opened(path), Files.size(path));
      }
      case ImportFormat.OfTable(TableKind table) -> {
        if (preview) {
          TablePreview.tell(session, table, opened(path), columns);
          yield ExitCode.DONE;
        }
        yield table(table, opened(path), Files.size(path));
      }
      case ImportFormat.OfGoods _ -> goods(path);
    };
  }

  private static IntakeFile opened(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException("is a folder, not a file: " + path);
    }
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    // a pipe could be read only once
    if (!Files.isRegularFile(path)) {
      throw new IOException("is no regular file: " + path);
    }
    Digest digest;
    try (InputStream in = Files.newInputStream(path)) {
      digest = Digest.of(in);
    }
    return new IntakeFile(
        String.valueOf(path.getFileName()), digest, () -> Files.newInputStream(path));
  }

  private ExitCode office(IntakeKind asked, IntakeFile opened, long bytes) throws IOException {
    try (Workspace workspace = session.workspace()) {
      session.around().stop().patient();
      ImportRun begun = workspace.imports().begin(workspace.owner(), asked, opened, bytes);
      if (begun.counts().read() > 0) {
        session.say("Going on with " + begun.id() + " behind " + begun.counts().read() + " rows.");
      }
      Progress progress = new Progress(session);
      ImportRun ended = workspace.imports().carryOut(begun, asked, opened, progress::landed);
      progress.end();
      return tell(ended, problems(workspace, ended));
    }
  }

  private ExitCode table(TableKind asked, IntakeFile opened, long bytes) throws IOException {
    List<String> header = TableReader.preview(opened.opener(), 0).header();
    try (Workspace workspace = session.workspace()) {
      ImportRun ended =
          switch (asked) {
            case PORTFOLIO_TABLE ->
                workspace
                    .tables()
                    .portfolio(
                        workspace.owner(),
                        opened,
                        bytes,
                        Optional.of(ColumnChoice.portfolio(header, columns).orThrow()));
            case EVENT_TABLE ->
                workspace
                    .tables()
                    .events(
                        workspace.owner(),
                        opened,
                        bytes,
                        Optional.of(ColumnChoice.events(header, columns).orThrow()));
          };
      return tell(ended, problems(workspace, ended));
    }
  }

  /// The files of the folder that a goods table is read from; others are passed over.
  private ExitCode goods(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (String name : GoodsTableReader.FILES) {
      Path one = folder.resolve(name);
      if (Files.exists(one)) {
        files.put(name, goodsFile(one, name));
      }
    }
    if (files.isEmpty() && !Files.isDirectory(folder)) {
      throw new IOException("is no folder of a goods table: " + folder);
    }
    Path list =
        terms.isPresent()
            ? session.around().folder().resolve(terms.get())
            : folder.resolve(GoodsTableReader.TERMS);
    if (terms.isPresent() || Files.exists(list)) {
      files.put(GoodsTableReader.TERMS, goodsFile(list, GoodsTableReader.TERMS));
    }
    String name = edition.isBlank() ? String.valueOf(folder.getFileName()) : edition.strip();
    try (Workspace workspace = session.workspace()) {
      GoodsShelf.Taken taken = workspace.goods().take(workspace.owner(), name, files);
      session
          .output()
          .sheet(
              new Sheet()
                  .text("edition", taken.edition().name())
                  .text("digest", taken.edition().digest().hex())
                  .number("groups", taken.edition().groups())
                  .number("items", taken.edition().items())
                  .number("notes", taken.edition().notes())
                  .truth("unchanged", Boolean.toString(!taken.fresh())));
      return ExitCode.DONE;
    }
  }

  private static byte[] goodsFile(Path path, String name) throws IOException {
    if (Files.size(path) > GoodsTableReader.FILE_BYTES_MAX) {
      throw new ProblemsException(
          new Problem(
              "goods-file-too-large",
              "",
              Long.toString(Files.size(path)),
              "A file of the goods table has at most "
                  + GoodsTableReader.FILE_BYTES_MAX
                  + " bytes.",
              name));
    }
    return Files.readAllBytes(path);
  }

  private static List<Problem> problems(Workspace workspace, ImportRun run) {
    List<Problem> all = new ArrayList<>();
    List<Problem> page;
    do {
      page = workspace.imports().problems(workspace.owner(), run.id(), all.size(), PAGE);
      all.addAll(page);
    } while (page.size() == PAGE && all.size() < ImportRuns.PROBLEMS_MAX);
    return all;
  }

  private ExitCode tell(ImportRun run, List<Problem> problems) {
    ImportRun.Counts counts = run.counts();
    Sheet sheet =
        new Sheet()
            .text("id", run.id().toString())
            .text("state", run.state().code())
            .number("read", counts.read())
            .number("taken", counts.taken())
            .number("refused", counts.refused())
            .number("unchanged", counts.unchanged());
    if (session.format() != OutputFormat.JSON) {
      problems.stream().limit(PROBLEMS_TOLD).forEach(problem -> session.say(problem.line()));
      if (problems.size() > PROBLEMS_TOLD) {
        session.say(
            "… and "
                + (problems.size() - PROBLEMS_TOLD)
                + " more: zhiheng import show "
                + run.id());
      }
    }
    session
        .output()
        .sheet(sheet, () -> RecordJson.text(out -> RecordJson.report(run, problems, out)));
    return switch (run.state()) {
      case FINISHED ->
          counts.refused() > 0 && counts.taken() + counts.unchanged() == 0
              ? ExitCode.REFUSED
              : ExitCode.DONE;
      case FAILED -> {
        session.say("zhiheng: " + run.failure() + " Give the same command again to go on.");
        yield ExitCode.WORLD_FAILED;
      }
      case RUNNING, INTERRUPTED -> {
        session.say("zhiheng: interrupted; give the same command again to go on.");
        yield ExitCode.WORLD_FAILED;
      }
    };
  }
}
