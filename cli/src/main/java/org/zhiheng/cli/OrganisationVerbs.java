package org.zhiheng.cli;

import java.io.IOException;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Organisation;
import org.zhiheng.jobs.access.OrganisationBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng organisation add|list`
final class OrganisationVerbs {

  private OrganisationVerbs() {}

  /// Lets another organisation in.
  @Command(
      name = "add",
      description = "Lets another organisation in, with an administrator of its own.")
  static final class Add implements Verb {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "What it is called.")
    private String name = "";

    @Option(
        names = "--administrator",
        paramLabel = "LOGIN",
        required = true,
        converter = Options.OfLoginName.class,
        description = "What its first administrator signs in under.")
    private LoginName administrator = new LoginName("nobody");

    Add(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        OrganisationBook.Founded founded =
            workspace.organisations().found(workspace.owner(), name, administrator);
        session.say("This password opens once, and then a new one must be chosen.");
        session
            .output()
            .sheet(
                new Sheet()
                    .text("id", founded.organisation().id().toString())
                    .text("name", founded.organisation().name())
                    .text("administrator", founded.administrator().user().name().text())
                    .text("oneTimePassword", founded.administrator().oneTimePassword()));
      }
      return ExitCode.DONE;
    }
  }

  /// Lists organisations.
  @Command(name = "list", description = "Lists the organisations of the workspace.")
  static final class ListOrganisations implements Verb {

    private final Session session;

    ListOrganisations(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace();
          Listing listing = session.output().listing(Column.text("id"), Column.text("name"))) {
        for (Organisation organisation : workspace.organisations().list(workspace.owner())) {
          listing.row(organisation.id().toString(), organisation.name());
        }
      }
      return ExitCode.DONE;
    }
  }
}
