package org.zhiheng.cli;

import java.io.IOException;
import java.util.Optional;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.access.User;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng user add|list|password|disable|enable|role`
final class UserVerbs {

  private UserVerbs() {}

  /// The user of this name in the owner's organisation.
  static User named(Workspace workspace, LoginName name) {
    return workspace.accounts().users(workspace.owner()).stream()
        .filter(user -> user.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of("not-found", "", name.text(), "There is no such user.")));
  }

  private static Sheet sheet(User user) {
    return new Sheet()
        .text("id", user.id().toString())
        .text("name", user.name().text())
        .text("displayName", user.displayName())
        .text("role", user.role().code())
        .text("standing", user.standing().code());
  }

  private static Sheet welcome(Session session, AccountBook.Welcomed welcomed) {
    session.say("This password opens once, and then a new one must be chosen.");
    return sheet(welcomed.user()).text("oneTimePassword", welcomed.oneTimePassword());
  }

  /// Adds a user.
  @Command(name = "add", description = "Adds a user and prints a password that opens once.")
  static final class Add implements Verb {

    private final Session session;

    @Parameters(
        paramLabel = "NAME",
        converter = Options.OfLoginName.class,
        description = "What they sign in under; an e-mail address will do.")
    private LoginName name = new LoginName("nobody");

    @Option(
        names = "--role",
        paramLabel = "ROLE",
        required = true,
        converter = Options.OfRole.class,
        description = "One of viewer, examiner, manager, auditor, administrator.")
    private Role role = Role.VIEWER;

    @Option(
        names = "--display-name",
        paramLabel = "TEXT",
        description = "What others see (default: the name).")
    private Optional<String> displayName = Optional.empty();

    Add(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        AccountBook.Welcomed welcomed =
            workspace
                .accounts()
                .add(workspace.owner(), name, displayName.orElse(name.text()), role);
        session.output().sheet(welcome(session, welcomed));
      }
      return ExitCode.DONE;
    }
  }

  /// Lists users.
  @Command(name = "list", description = "Lists users.")
  static final class ListUsers implements Verb {

    private final Session session;

    ListUsers(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace();
          Listing listing =
              session
                  .output()
                  .listing(
                      Column.text("id"),
                      Column.text("name"),
                      Column.text("displayName"),
                      Column.text("role"),
                      Column.text("standing"))) {
        for (User user : workspace.accounts().users(workspace.owner())) {
          listing.row(
              user.id().toString(),
              user.name().text(),
              user.displayName(),
              user.role().code(),
              user.standing().code());
        }
        if (listing.rows() == 0) {
          session.say("No user yet: zhiheng user add NAME --role administrator");
        }
      }
      return ExitCode.DONE;
    }
  }

  /// Gives a user a password that opens once.
  @Command(name = "password", description = "Prints a new password that opens once.")
  static final class ResetPassword implements Verb {

    private final Session session;

    @Parameters(
        paramLabel = "NAME",
        converter = Options.OfLoginName.class,
        description = "The user.")
    private LoginName name = new LoginName("nobody");

    ResetPassword(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        User user = named(workspace, name);
        session
            .output()
            .sheet(
                welcome(session, workspace.accounts().resetPassword(workspace.owner(), user.id())));
      }
      return ExitCode.DONE;
    }
  }

  /// Shuts a user out.
  @Command(name = "disable", description = "Shuts a user out; sessions and tokens end.")
  static final class Disable implements Verb {

    private final Session session;

    @Parameters(
        paramLabel = "NAME",
        converter = Options.OfLoginName.class,
        description = "The user.")
    private LoginName name = new LoginName("nobody");

    Disable(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        User user = named(workspace, name);
        session.output().sheet(sheet(workspace.accounts().disable(workspace.owner(), user.id())));
      }
      return ExitCode.DONE;
    }
  }

  /// Lets a user in again.
  @Command(name = "enable", description = "Lets a user in again.")
  static final class Enable implements Verb {

    private final Session session;

    @Parameters(
        paramLabel = "NAME",
        converter = Options.OfLoginName.class,
        description = "The user.")
    private LoginName name = new LoginName("nobody");

    Enable(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        User user = named(workspace, name);
        session.output().sheet(sheet(workspace.accounts().enable(workspace.owner(), user.id())));
      }
      return ExitCode.DONE;
    }
  }

  /// Gives a user another role.
  @Command(name = "role", description = "Gives a user another role.")
  static final class SetRole implements Verb {

    private final Session session;

    @Parameters(
        index = "0",
        paramLabel = "NAME",
        converter = Options.OfLoginName.class,
        description = "The user.")
    private LoginName name = new LoginName("nobody");

    @Parameters(
        index = "1",
        paramLabel = "ROLE",
        converter = Options.OfRole.class,
        description = "One of viewer, examiner, manager, auditor, administrator.")
    private Role role = Role.VIEWER;

    SetRole(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        User user = named(workspace, name);
        session
            .output()
            .sheet(sheet(workspace.accounts().setRole(workspace.owner(), user.id(), role)));
      }
      return ExitCode.DONE;
    }
  }
}
