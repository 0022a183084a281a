package org.zhiheng.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.ApiToken;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.access.TokenId;
import org.zhiheng.jobs.access.User;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng token add|list|revoke`
final class TokenVerbs {

  private TokenVerbs() {}

  private static String scopes(ApiToken token) {
    return token.scopes().stream().sorted().map(Permission::code).collect(Collectors.joining(" "));
  }

  /// Makes a token.
  @Command(name = "add", description = "Makes an API token for a user and prints its secret once.")
  static final class Add implements Verb {

    private final Session session;

    @Parameters(
        paramLabel = "USER",
        converter = Options.OfLoginName.class,
        description = "In whose name it acts.")
    private LoginName name = new LoginName("nobody");

    @Option(
        names = "--label",
        paramLabel = "TEXT",
        required = true,
        description = "What it is for.")
    private String label = "";

    @Option(
        names = "--scope",
        paramLabel = "SCOPE",
        required = true,
        split = ",",
        converter = Options.OfPermission.class,
        description = "What it may do: read, export, record, import, manage, audit, administer.")
    private List<Permission> scopes = List.of();

    @Option(
        names = "--days",
        paramLabel = "N",
        description = "How long it lives (default: 90, at most 366).")
    private int days = 90;

    Add(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        User user = UserVerbs.named(workspace, name);
        AccountBook.Issued issued =
            workspace.accounts().issue(user, label, EnumSet.copyOf(scopes), Duration.ofDays(days));
        session.say("The secret is shown now and kept nowhere.");
        session
            .output()
            .sheet(
                new Sheet()
                    .text("id", issued.token().id().toString())
                    .text("label", issued.token().label())
                    .text("scopes", scopes(issued.token()))
                    .text("expiresAt", issued.token().expiresAt().toString())
                    .text("secret", issued.secret()));
      }
      return ExitCode.DONE;
    }
  }

  /// Lists a user's tokens.
  @Command(name = "list", description = "Lists the API tokens of a user.")
  static final class ListTokens implements Verb {

    private final Session session;

    @Parameters(paramLabel = "USER", converter = Options.OfLoginName.class, description = "Whose.")
    private LoginName name = new LoginName("nobody");

    ListTokens(Session session) {
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
                      Column.text("label"),
                      Column.text("opening"),
                      Column.text("scopes"),
                      Column.text("expiresAt"),
                      Column.text("lastUsedOn"))) {
        User user = UserVerbs.named(workspace, name);
        for (ApiToken token : workspace.accounts().tokens(workspace.owner(), user.id())) {
          listing.row(
              token.id().toString(),
              token.label(),
              token.opening(),
              scopes(token),
              token.expiresAt().toString(),
              token.lastUsedOn().map(LocalDate::toString).orElse(""));
        }
        if (listing.rows() == 0) {
          session.say("No token.");
        }
      }
      return ExitCode.DONE;
    }
  }

  /// Ends a token.
  @Command(name = "revoke", description = "Ends an API token.")
  static final class Revoke implements Verb {

    private final Session session;

    @Parameters(
        index = "0",
        paramLabel = "USER",
        converter = Options.OfLoginName.class,
        description = "Whose it is.")
    private LoginName name = new LoginName("nobody");

    @Parameters(
        index = "1",
        paramLabel = "TOKEN",
        converter = Options.OfToken.class,
        description = "Its id, such as K42.")
    private TokenId id = new TokenId(1);

    Revoke(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        User user = UserVerbs.named(workspace, name);
        workspace.accounts().revoke(workspace.owner(), user.id(), id);
      }
      session.say(id + " opens nothing any more.");
      return ExitCode.DONE;
    }
  }
}
