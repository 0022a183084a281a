package org.zhiheng.cli;

import java.io.IOException;
import java.util.Optional;
import org.zhiheng.register.record.References;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng right refer|share|unshare`: how one keeps a right, not what happens to it.
final class RightKeeping {

  private RightKeeping() {}

  /// References that fit.
  ///
  /// @throws ProblemsException with `too-long` when one does not
  static References references(String ours, String client, String clientName) {
    fits("--our-reference", ours);
    fits("--client-reference", client);
    fits("--client", clientName);
    return new References(ours.strip(), client.strip(), clientName.strip());
  }

  private static void fits(String option, String text) {
    if (text.strip().length() > References.LENGTH_MAX) {
      throw new ProblemsException(
          Problem.of(
              "too-long",
              option,
              text,
              "A reference has at most " + References.LENGTH_MAX + " characters."));
    }
  }

  private static ProblemsException notOwn(RightId id) {
    return new ProblemsException(
        Problem.of("not-found", "", id.toString(), "There is no such right among one's own."));
  }

  /// Changes the references.
  @Command(
      name = "refer",
      description = "Changes the references a right is kept under; those not given stay.")
  static final class Refer implements Verb {

    private final Session session;

    @Parameters(paramLabel = "RIGHT", description = "Its id (R42) or any of its numbers.")
    private String typed = "";

    @Option(names = "--our-reference", paramLabel = "TEXT", description = "我方案号")
    private Optional<String> ours = Optional.empty();

    @Option(names = "--client-reference", paramLabel = "TEXT", description = "客户案号")
    private Optional<String> client = Optional.empty();

    @Option(names = "--client", paramLabel = "NAME", description = "Whom it is kept for.")
    private Optional<String> clientName = Optional.empty();

    Refer(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        RightId id = Meant.one(workspace, typed);
        References before =
            workspace
                .records()
                .show(workspace.owner(), id)
                .map(file -> file.record().references())
                .orElseThrow(() -> notOwn(id));
        References after =
            references(
                ours.orElse(before.ours()),
                client.orElse(before.client()),
                clientName.orElse(before.clientName()));
        if (!workspace.records().refer(workspace.owner(), id, after)) {
          throw notOwn(id);
        }
        session.say(id + " is kept under these references now.");
      }
      return ExitCode.DONE;
    }
  }

  /// Lets another organisation see a right.
  @Command(
      name = "share",
      description = "Lets another organisation of this register see a right; unshare ends it.")
  static final class Share implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "RIGHT", description = "Its id (R42) or a number.")
    private String typed = "";

    @Parameters(
        index = "1",
        paramLabel = "ORGANISATION",
        converter = Options.OfOrganisation.class,
        description = "Its id, such as O2.")
    private OrganisationId with = new OrganisationId(1);

    Share(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        RightId id = Meant.one(workspace, typed);
        if (workspace.accounts().organisation(workspace.owner(), with).isEmpty()) {
          throw new ProblemsException(
              Problem.of("not-found", "", with.toString(), "There is no such organisation."));
        }
        if (!workspace.records().share(workspace.owner(), id, with)) {
          throw notOwn(id);
        }
        session.say(with + " may see " + id + " now.");
      }
      return ExitCode.DONE;
    }
  }

  /// Ends that.
  @Command(name = "unshare", description = "Ends that another organisation sees a right.")
  static final class Unshare implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "RIGHT", description = "Its id (R42) or a number.")
    private String typed = "";

    @Parameters(
        index = "1",
        paramLabel = "ORGANISATION",
        converter = Options.OfOrganisation.class,
        description = "Its id, such as O2.")
    private OrganisationId with = new OrganisationId(1);

    Unshare(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        RightId id = Meant.one(workspace, typed);
        if (!workspace.records().unshare(workspace.owner(), id, with)) {
          throw new ProblemsException(
              Problem.of("not-found", "", id + " " + with, "It is not shared with them."));
        }
        session.say(with + " no longer sees " + id + ".");
      }
      return ExitCode.DONE;
    }
  }
}
