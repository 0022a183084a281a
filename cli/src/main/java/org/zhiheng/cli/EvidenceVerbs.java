package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceBook;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.capture.Mails;
import org.zhiheng.jobs.prove.data.DataItem;
import org.zhiheng.jobs.prove.use.RegisteredMark;
import org.zhiheng.jobs.prove.use.UseItem;
import org.zhiheng.ledger.bundle.Supersession;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// `zhiheng evidence deposit|list|show`
final class EvidenceVerbs {

  /// How long a deposit waits for a server that holds the log.
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private EvidenceVerbs() {}

  static ProblemsException missing(EvidenceId id) {
    return new ProblemsException(
        Problem.of("not-found", "", id.toString(), "There is no such evidence."));
  }

  /// Facts as they are typed.
  ///
  /// @throws ProblemsException with `evidence-text`
  static SortedMap<String, String> stated(List<String> facts) {
    SortedMap<String, String> stated = new TreeMap<>();
    for (String fact : facts) {
      int sign = fact.indexOf('=');
      if (sign < 1) {
        throw new ProblemsException(
            Problem.of("evidence-text", "fact", fact, "A fact is written NAME=TEXT."));
      }
      stated.put(fact.substring(0, sign), fact.substring(sign + 1));
    }
    return stated;
  }

  /// What becomes of what could not be logged in time.
  static final String WAITS =
      "the process that holds the log did not get to it within " + PATIENCE.toSeconds() + " s.";

  /// Says so where it is not logged yet.
  static void saidWhereWaiting(Session session, EvidenceStore.Kept logged) {
    if (logged.index().isEmpty()) {
      session.say("It is kept and waits: " + WAITS);
    }
  }

  /// Deposits files.
  @Command(
      name = "deposit",
      description = {
        "Deposits files as evidence: keeps them, signs a statement of what they are, and logs a",
        "commitment to it that says nothing to others. Prints its id and its index in the log."
      })
  static final class Deposit implements Verb {

    private final Session session;

    @Parameters(
        index = "0..*",
        arity = "1..*",
        paramLabel = "FILE",
        description = "Files; of a folder, all that is in it.")
    private List<Path> files = List.of();

    @Option(
        names = "--right",
        paramLabel = "ID",
        description = "The right it is about: its id (R42) or any of its numbers.")
    private Optional<String> right = Optional.empty();

    @Option(
        names = "--kind",
        paramLabel = "KIND",
        converter = OfKind.class,
        description = "deposit, use or data-ip (default: deposit).")
    private LeafKind kind = LeafKind.DEPOSIT;

    @Option(
        names = "--title",
        paramLabel = "TEXT",
        description = "What it is, for lists (default: the first file's name).")
    private String title = "";

    @Option(
        names = "--fact",
        paramLabel = "NAME=TEXT",
        description = "Something that is stated beside the files; may be given several times.")
    private List<String> facts = List.of();

    @Option(
        names = "--no-unpack-mail",
        description =
            "Leave mails (*.eml) as they are; else their attachments are named beside them.")
    private boolean withoutMails;

    @Mixin private UseOptions use = new UseOptions();

    @Mixin private DataOptions data = new DataOptions();

    Deposit(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        Optional<RightId> about = right.map(typed -> Meant.one(workspace, typed));
        ProveDesk desk = workspace.proving().open();
        Mails.Unpacked unpacked =
            withoutMails
                ? new Mails.Unpacked(sources(), new TreeMap<>(), List.of())
                : Mails.unpack(sources());
        unpacked.unread().forEach(session::say);
        SortedMap<String, String> stated = stated(facts);
        unpacked
            .facts()
            .forEach((name, text) -> {
              if (stated.putIfAbsent(name, text) != null) {
                throw new ProblemsException(
                    Problem.of("evidence-text", "fact", name, "The mail states this fact itself."));
              }
            });
        Optional<UseItem> used = use.item();
        if (used.isPresent()) {
          warn(workspace, desk, about, used.get());
          stated.putAll(used.get().facts());
        }
        DataItem set = data.item(session.around().folder());
        boolean ofData = kind == LeafKind.DATA_IP || !set.equals(DataItem.NONE) || data.chunks();
        if (ofData && used.isPresent()) {
          throw new ProblemsException(
              Problem.of("data-field", "--region", "", "Evidence is of use or of data, not both."));
        }
        Deposits.Request request =
            new Deposits.Request(
                used.isPresent() ? LeafKind.USE_DECLARATION : ofData ? LeafKind.DATA_IP : kind,
                about,
                title,
                stated,
                unpacked.files());
        EvidenceStore.Kept kept =
            ofData
                ? DataVerbs.desk(session, workspace, desk)
                    .deposit(workspace.owner(), request, set, data.chunks())
                : desk.deposits().deposit(workspace.owner(), request);
        EvidenceStore.Kept logged = desk.turn().await(workspace.owner(), kept, PATIENCE);
        saidWhereWaiting(session, logged);
        sheet(session, logged);
        return ExitCode.DONE;
      }
    }

    /// Use is of a mark; goods that it is not registered for are told, and taken all the same.
    private void warn(Workspace workspace, ProveDesk desk, Optional<RightId> about, UseItem used) {
      RegisteredMark mark =
          UseVerbs.desk(workspace, desk)
              .mark(
                  workspace.owner(),
                  about.orElseThrow(() ->
                      new ProblemsException(
                          Problem.of(
                              "required", "--right", "", "Evidence of use is about a mark."))));
      List<String> strange = mark.strange(used);
      if (!strange.isEmpty()) {
        session.say(
            mark.goods().goods().isEmpty()
                ? "The record of " + mark.id() + " lists no goods: these were not compared."
                : mark.id()
                    + " is not registered for: "
                    + String.join("; ", strange)
                    + ". It is deposited all the same.");
      }
    }

    private List<Deposits.Source> sources() throws IOException {
      return EvidenceVerbs.sources(session, files);
    }
  }

  /// Files as they are named; of a folder, all that is in it.
  static List<Deposits.Source> sources(Session session, List<Path> files) throws IOException {
    List<Deposits.Source> sources = new ArrayList<>();
    for (Path given : files) {
      Path path = session.around().folder().resolve(given);
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.walk(path)) {
          for (Path file : inside.filter(Files::isRegularFile).sorted().toList()) {
            sources.add(source(path.getFileName() + "/" + path.relativize(file), file));
          }
        }
      } else {
        sources.add(source(String.valueOf(path.getFileName()), path));
      }
    }
    return sources;
  }

  private static Deposits.Source source(String name, Path path) throws IOException {
    String type = Files.probeContentType(path);
    return new Deposits.Source(
        name, type == null ? "" : type, Optional.empty(), "", "", () -> Files.newInputStream(path));
  }

  /// `use`
  static final class OfKind implements ITypeConverter<LeafKind> {
    @Override
    public LeafKind convert(String text) {
      return switch (text.strip()) {
        case "deposit" -> LeafKind.DEPOSIT;
        case "use" -> LeafKind.USE_DECLARATION;
        case "data-ip" -> LeafKind.DATA_IP;
        default ->
            throw new TypeConversionException(
                "A kind is deposit, use or data-ip: " + Problem.shown(text));
      };
    }
  }

  /// Lists evidence.
  @Command(name = "list", description = "Lists evidence, newest first.")
  static final class ListEvidence implements Verb {

    private final Session session;

    @Option(
        names = "--right",
        paramLabel = "ID",
        description = "Only what is about this right: its id (R42) or any of its numbers.")
    private Optional<String> right = Optional.empty();

    @Option(
        names = "--before",
        paramLabel = "ID",
        converter = Options.OfEvidence.class,
        description = "Only those before this one (EV7).")
    private Optional<EvidenceId> before = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 50).")
    private int limit = 50;

    ListEvidence(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Limits.check(limit);
      try (Workspace workspace = session.workspace();
          Listing listing =
              session
                  .output()
                  .listing(
                      Column.text("id"),
                      Column.number("index"),
                      Column.text("kind"),
                      Column.text("right"),
                      Column.text("at"),
                      Column.text("by"),
                      Column.text("title"))) {
        Optional<RightId> about = right.map(typed -> Meant.one(workspace, typed));
        for (EvidenceStore.Kept kept :
            workspace.proving().open().book().page(workspace.owner(), about, before, limit)) {
          listing.row(
              kept.id().toString(),
              kept.index().map(String::valueOf).orElse(""),
              Manifest.word(kept.leaf().kind()),
              kept.right().map(RightId::toString).orElse(""),
              kept.at().toString(),
              kept.by(),
              kept.title());
        }
        if (listing.rows() == 0) {
          session.say("Nothing is deposited yet: zhiheng evidence deposit FILE …");
        }
      }
      return ExitCode.DONE;
    }
  }

  /// Shows one.
  @Command(name = "show", description = "Shows what was deposited and what was stated of it.")
  static final class Show implements Verb {

    private final Session session;

    @Mixin private OneEvidence one = new OneEvidence();

    Show(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        EvidenceBook book = workspace.proving().open().book();
        EvidenceStore.Kept kept =
            book.show(workspace.owner(), one.id()).orElseThrow(() -> missing(one.id()));
        sheet(
            session,
            kept,
            book.revocation(workspace.owner(), kept).map(EvidenceStore.Kept::id),
            book.replacement(workspace.owner(), kept).map(EvidenceStore.Kept::id));
        return ExitCode.DONE;
      }
    }
  }

  /// One as it is shown right after it was entered.
  static void sheet(Session session, EvidenceStore.Kept kept) {
    sheet(session, kept, Optional.empty(), Optional.empty());
  }

  /// One as it is shown.
  ///
  /// @param revocation what withdraws it
  /// @param replacement its newer version
  private static void sheet(
      Session session,
      EvidenceStore.Kept kept,
      Optional<EvidenceId> revocation,
      Optional<EvidenceId> replacement) {
    Optional<Manifest> manifest =
        kept.opening()
            .map(
                opening -> SignedStatement.parse(opening.statement().array()).orThrow().manifest());
    session
        .output()
        .sheet(
            new Sheet()
                .text("id", kept.id().toString())
                .number("index", kept.index())
                .text("kind", Manifest.word(kept.leaf().kind()))
                .text("right", kept.right().map(RightId::toString).orElse(""))
                .text("title", kept.title())
                .text("at", kept.at().toString())
                .text("by", kept.by())
                .text("erasedBy", kept.notice().map(EvidenceId::toString).orElse(""))
                .text("revokedBy", revocation.map(EvidenceId::toString).orElse(""))
                .text("replacedBy", replacement.map(EvidenceId::toString).orElse(""))
                .text(
                    "replaces",
                    manifest.flatMap(Supersession::of).map(Supersession::evidence).orElse(""))
                .text(
                    "secondSignature",
                    kept.opening().flatMap(EvidenceStore.Opening::second).isPresent() ? "SM2" : "")
                .text("commitment", kept.leaf().commitment().sha256().hex())
                .text("commitmentSm3", kept.leaf().commitment().sm3().hex())
                .table(
                    "facts",
                    List.of(Column.text("name"), Column.text("text")),
                    manifest.stream()
                        .flatMap(one -> one.statement().entrySet().stream())
                        .map(fact -> List.of(fact.getKey(), fact.getValue()))
                        .toList())
                .table(
                    "files",
                    List.of(
                        Column.text("name"),
                        Column.text("type"),
                        Column.number("bytes"),
                        Column.text("sha256"),
                        Column.text("sm3")),
                    manifest.stream()
                        .flatMap(one -> one.files().stream())
                        .map(file ->
                            List.of(
                                file.name(),
                                file.type(),
                                Long.toString(file.sizeBytes()),
                                file.sha256().hex(),
                                file.sm3().hex()))
                        .toList()));
  }
}
