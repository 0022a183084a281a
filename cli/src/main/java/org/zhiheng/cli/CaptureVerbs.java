package org.zhiheng.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.capture.Captures;
import org.zhiheng.jobs.prove.capture.PageCapture;
import org.zhiheng.jobs.prove.capture.WebAddress;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.links.capture.SocketPages;
import org.zhiheng.values.RightId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng evidence capture`
final class CaptureVerbs {

  private CaptureVerbs() {}

  /// With what this machine captures.
  static Captures.Instrument instrument() {
    return new Captures.Instrument(
        "zhiheng " + Release.NUMBER,
        System.getProperty("os.name", "")
            + " "
            + System.getProperty("os.version", "")
            + " "
            + System.getProperty("os.arch", "")
            + ", Java "
            + Runtime.version()
            + ", direct connection without a proxy");
  }

  /// Captures a page.
  @Command(
      name = "capture",
      description = {
        "Fetches a page of the web and deposits it as evidence: the body as it was served, all",
        "headers of each redirection, the certificates, and a screenshot where Chromium is",
        "installed. The screenshot is a later request and may show something else."
      })
  static final class Capture implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "URL", description = "Where it is: http or https.")
    private String url = "";

    @Option(
        names = "--right",
        paramLabel = "ID",
        description = "The right it is about: its id (R42) or any of its numbers.")
    private Optional<String> right = Optional.empty();

    @Option(
        names = "--kind",
        paramLabel = "KIND",
        converter = EvidenceVerbs.OfKind.class,
        description = "deposit, use or data-ip (default: deposit).")
    private LeafKind kind = LeafKind.DEPOSIT;

    @Option(
        names = "--title",
        paramLabel = "TEXT",
        description = "What it is, for lists (default: the address).")
    private String title = "";

    @Option(
        names = "--fact",
        paramLabel = "NAME=TEXT",
        description = "Something that is stated beside the files; may be given several times.")
    private List<String> facts = List.of();

    @Option(names = "--no-screenshot", description = "Have no browser look at it.")
    private boolean withoutLook;

    @Option(
        names = "--allow-private",
        description = "Ask addresses of this machine and its own network too.")
    private boolean anywhere;

    Capture(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      WebAddress address = WebAddress.parse(url).orThrow();
      try (Workspace workspace = session.workspace()) {
        Optional<RightId> about = right.map(typed -> Meant.one(workspace, typed));
        ProveDesk desk = workspace.proving().open();
        Captures.Captured captured =
            new Captures(
                    desk.deposits(),
                    SocketPages.on(session.around().variable("PATH"), session.around().clock()),
                    instrument())
                .capture(
                    workspace.owner(),
                    new Captures.Request(
                        kind,
                        about,
                        title,
                        EvidenceVerbs.stated(facts),
                        address,
                        anywhere ? PageCapture.Reach.ANYWHERE : PageCapture.Reach.PUBLIC,
                        withoutLook ? PageCapture.Look.WITHOUT : PageCapture.Look.WITH_BROWSER));
        if (captured.picture() instanceof PageCapture.Picture.NotTaken(String reason)) {
          session.say("No screenshot was taken: " + reason + ".");
        }
        EvidenceStore.Kept logged =
            desk.turn().await(workspace.owner(), captured.kept(), EvidenceVerbs.PATIENCE);
        EvidenceVerbs.saidWhereWaiting(session, logged);
        EvidenceVerbs.sheet(session, logged);
        return ExitCode.DONE;
      }
    }
  }
}
