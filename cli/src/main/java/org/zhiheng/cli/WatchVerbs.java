package org.zhiheng.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.examine.Inquiry;
import org.zhiheng.jobs.examine.WatchDesk;
import org.zhiheng.jobs.examine.WatchId;
import org.zhiheng.jobs.examine.WatchJson;
import org.zhiheng.jobs.examine.Watches;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng watch start|end|list|hits|decide`
final class WatchVerbs {

  private static final int HITS_MAX = 500;

  private WatchVerbs() {}

  /// Starts one.
  @Command(
      name = "start",
      description = {
        "Watches a name: every mark that is recorded or changed from now on is compared with it,",
        "and what comes near arrives as a hit. What was there before, mark examine lists."
      })
  static final class Start implements Verb {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "The name.")
    private String name = "";

    @Option(
        names = "--class",
        paramLabel = "CLASS",
        split = ",",
        description = "Nice classes: 28, or 28,35 (default: any).")
    private List<String> classes = List.of();

    @Option(
        names = "--least",
        paramLabel = "N",
        description = "As near as this in sound, shape or meaning, 1 to 100 (default: 75).")
    private int least = WatchDesk.LEAST;

    Start(Session session) {
      this.session = session;
    }

    private Inquiry inquiry() {
      return new Inquiry(
          name,
          Optional.empty(),
          MarkVerbs.Examine.symbols(ClassScheme.NICE, classes),
          Set.of(),
          LocalDate.ofInstant(session.around().clock().instant(), MarkVerbs.CHINA),
          Optional.empty(),
          "",
          1);
    }

    @Override
    public ExitCode done() throws IOException {
      if (least < 1 || least > 100) {
        throw new ProblemsException(
            Problem.of("limit", "--least", Integer.toString(least), "It is from 1 to 100."));
      }
      try (Workspace workspace = session.workspace();
          ExamineDesk desk = workspace.marks().open(session::say)) {
        Watches.Watch watch = desk.watches().start(workspace.owner(), inquiry(), least);
        session
            .output()
            .sheet(
                new Sheet()
                    .text("watch", watch.id().toString())
                    .text("name", watch.content().name())
                    .text("classes", String.join(";", new TreeSet<>(watch.content().classes())))
                    .number("least", watch.content().least()));
      }
      return ExitCode.DONE;
    }
  }

  /// Ends one.
  @Command(name = "end", description = "Ends a watch; its hits stay.")
  static final class End implements Verb {

    private final Session session;

    @Parameters(paramLabel = "WATCH", description = "Its id (W7).")
    private String id = "";

    End(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      WatchId watch = WatchId.parse(id).orThrow();
      try (Workspace workspace = session.workspace();
          ExamineDesk desk = workspace.marks().open(session::say)) {
        if (!desk.watches().end(workspace.owner(), watch)) {
          throw missing(id);
        }
        session.say(watch + " has ended.");
      }
      return ExitCode.DONE;
    }
  }

  /// Lists watches.
  @Command(name = "list", description = "Lists watches, newest first, ended ones too.")
  static final class ListWatches implements Verb {

    private final Session session;

    ListWatches(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace();
          ExamineDesk desk = workspace.marks().open(session::say);
          Listing listing =
              session
                  .output()
                  .listing(
                      Column.text("watch"),
                      Column.text("name"),
                      Column.text("classes"),
                      Column.number("least"),
                      Column.text("since"),
                      Column.text("ended"))) {
        for (Watches.Watch one : desk.watches().all(workspace.owner())) {
          listing.row(
              one.id().toString(),
              one.content().name(),
              String.join(";", new TreeSet<>(one.content().classes())),
              Integer.toString(one.content().least()),
              one.content().since().toString(),
              one.endedAt().map(Object::toString).orElse(""));
        }
      }
      return ExitCode.DONE;
    }
  }

  /// Lists hits.
  @Command(
      name = "hits",
      description = "Lists marks that came up against watches, newest first; JSON says why.")
  static final class Hits implements Verb {

    private final Session session;

    @Option(
        names = "--state",
        paramLabel = "STATE",
        description = "open, taken or dismissed (default: all).")
    private Optional<String> state = Optional.empty();

    Hits(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Optional<Watches.State> wanted = state.map(WatchVerbs::state);
      try (Workspace workspace = session.workspace();
          ExamineDesk desk = workspace.marks().open(session::say);
          Listing listing =
              session
                  .output()
                  .listing(
                      Column.text("watch"),
                      Column.text("right"),
                      Column.text("mark"),
                      Column.text("state"),
                      Column.text("at"),
                      Column.text("note"))) {
        for (Watches.Hit hit : desk.watches().hits(workspace.owner(), wanted, HITS_MAX)) {
          String mark =
              workspace
                  .records()
                  .show(workspace.owner(), hit.right())
                  .map(file -> file.title())
                  .orElse("");
          listing.row(
              () -> RecordJson.text(out -> WatchJson.hit(hit, out)),
              hit.watch().toString(),
              hit.right().toString(),
              mark,
              hit.state().code(),
              hit.at().toString(),
              hit.note());
        }
      }
      return ExitCode.DONE;
    }
  }

  /// Decides a hit.
  @Command(name = "decide", description = "Says what becomes of a hit.")
  static final class Decide implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "WATCH", description = "Its id (W7).")
    private String id = "";

    @Parameters(index = "1", paramLabel = "RIGHT", description = "The mark that came up.")
    private String typed = "";

    @Parameters(index = "2", paramLabel = "STATE", description = "open, taken or dismissed.")
    private String state = "";

    @Option(names = "--note", paramLabel = "WORDS", description = "Why.")
    private String note = "";

    Decide(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      WatchId watch = WatchId.parse(id).orThrow();
      Watches.State wanted = state(state);
      try (Workspace workspace = session.workspace();
          ExamineDesk desk = workspace.marks().open(session::say)) {
        RightId right = Meant.one(workspace, typed);
        if (!desk.watches().decide(workspace.owner(), watch, right, wanted, note)) {
          throw missing(id + " " + right);
        }
        session.say(watch + " " + right + " is " + wanted.code() + " now.");
      }
      return ExitCode.DONE;
    }
  }

  private static ProblemsException missing(String given) {
    return new ProblemsException(
        Problem.of("not-found", "", given, "There is no such watch or hit."));
  }

  private static Watches.State state(String text) {
    for (Watches.State one : Watches.State.values()) {
      if (one.code().equals(text.strip())) {
        return one;
      }
    }
    throw new ProblemsException(
        Problem.of("watch-state", "state", text, "A hit is open, taken or dismissed."));
  }
}
