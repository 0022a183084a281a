package org.zhiheng.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.party.Party;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng party list|show|merge|unmerge`
final class PartyVerbs {

  private PartyVerbs() {}

  private static Party found(Workspace workspace, PartyId id) {
    return workspace
        .parties()
        .find(workspace.owner(), id)
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of("not-found", "", id.toString(), "There is no such party.")));
  }

  private static void settled(Parties.Changed changed) {
    switch (changed) {
      case Parties.Changed.Done _ -> {}
      case Parties.Changed.Refused(Problem problem) -> throw new ProblemsException(problem);
    }
  }

  private static String name(Party party) {
    return party.names().isEmpty() ? "" : party.names().getFirst().text();
  }

  /// Lists parties.
  @Command(name = "list", description = "Lists parties: by id, or those whose name has a term.")
  static final class ListParties implements Verb {

    private final Session session;

    @Option(names = "--term", paramLabel = "TEXT", description = "Part of a name.")
    private String term = "";

    @Option(
        names = "--after",
        paramLabel = "ID",
        converter = Options.OfParty.class,
        description = "Those behind this one.")
    private Optional<PartyId> after = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 50).")
    private int limit = 50;

    ListParties(Session session) {
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
                      Column.text("name"),
                      Column.number("rights"),
                      Column.text("creditCode"),
                      Column.text("country"),
                      Column.text("region"))) {
        List<Party> parties =
            term.isBlank()
                ? workspace.parties().page(workspace.owner(), after, limit)
                : workspace.parties().search(workspace.owner(), term, limit);
        for (Party party : parties) {
          listing.row(
              () -> RecordJson.text(out -> RecordJson.party(party, out)),
              party.id().toString(),
              name(party),
              Long.toString(party.rights()),
              party.creditCode(),
              party.country(),
              party.region());
        }
        if (listing.rows() == 0) {
          session.say("No party found.");
        }
      }
      return ExitCode.DONE;
    }
  }

  /// Shows one party.
  @Command(name = "show", description = "Shows one party: its names and what happened to it.")
  static final class ShowParty implements Verb {

    private final Session session;

    @Parameters(
        paramLabel = "ID",
        converter = Options.OfParty.class,
        description = "The party, such as P42.")
    private PartyId id = new PartyId(1);

    ShowParty(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        Party party = found(workspace, id);
        session
            .output()
            .sheet(
                new Sheet()
                    .text("id", party.id().toString())
                    .text("name", name(party))
                    .text("creditCode", party.creditCode())
                    .text("country", party.country())
                    .text("region", party.region())
                    .number("rights", party.rights())
                    .text(
                        "absorbed",
                        party.absorbed().stream()
                            .map(PartyId::toString)
                            .collect(Collectors.joining(" ")))
                    .table(
                        "names",
                        List.of(Column.text("name"), Column.text("form")),
                        party.names().stream()
                            .map(name ->
                                List.of(name.text(), name.form().name().toLowerCase(Locale.ROOT)))
                            .toList())
                    .table(
                        "history",
                        List.of(
                            Column.text("at"),
                            Column.text("what"),
                            Column.text("other"),
                            Column.text("text"),
                            Column.text("by")),
                        party.history().stream()
                            .map(change ->
                                List.of(
                                    change.at().toString(),
                                    change.what(),
                                    change.other().map(PartyId::toString).orElse(""),
                                    change.text(),
                                    change.by()))
                            .toList()),
                () -> RecordJson.text(out -> RecordJson.party(party, out)));
      }
      return ExitCode.DONE;
    }
  }

  /// Merges two parties.
  @Command(name = "merge", description = "Makes one party of two; `party unmerge` takes it back.")
  static final class Merge implements Verb {

    private final Session session;

    @Parameters(
        index = "0",
        paramLabel = "INTO",
        converter = Options.OfParty.class,
        description = "The party that stays.")
    private PartyId into = new PartyId(1);

    @Parameters(
        index = "1",
        paramLabel = "ABSORBED",
        converter = Options.OfParty.class,
        description = "The party that is the same.")
    private PartyId absorbed = new PartyId(1);

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why they are one.")
    private String reason = "";

    Merge(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        settled(workspace.parties().merge(workspace.owner(), into, absorbed, reason));
      }
      session.say(absorbed + " is " + into + " now.");
      return ExitCode.DONE;
    }
  }

  /// Takes a merge back.
  @Command(name = "unmerge", description = "Takes the merge of a party back.")
  static final class Unmerge implements Verb {

    private final Session session;

    @Parameters(
        paramLabel = "ABSORBED",
        converter = Options.OfParty.class,
        description = "The party that was merged into another.")
    private PartyId absorbed = new PartyId(1);

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why they are two after all.")
    private String reason = "";

    Unmerge(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        settled(workspace.parties().unmerge(workspace.owner(), absorbed, reason));
      }
      session.say(absorbed + " stands on its own again.");
      return ExitCode.DONE;
    }
  }
}
