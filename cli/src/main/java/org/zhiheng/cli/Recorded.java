package org.zhiheng.cli;

import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Says what recording an event or entering a right came to.
final class Recorded {

  private Recorded() {}

  static ExitCode tell(Session session, Recording recording) {
    return switch (recording) {
      case Recording.Done done -> {
        done.cautions().forEach(caution -> session.say("caution: " + caution.line()));
        session
            .output()
            .sheet(
                new Sheet()
                    .text("right", done.id().toString())
                    .text("outcome", "done")
                    .number("version", done.version()));
        yield ExitCode.DONE;
      }
      case Recording.Unchanged unchanged -> {
        session
            .output()
            .sheet(
                new Sheet().text("right", unchanged.id().toString()).text("outcome", "unchanged"));
        yield ExitCode.DONE;
      }
      case Recording.Refused refused -> throw new ProblemsException(refused.problems());
      case Recording.Stale stale ->
          throw new ProblemsException(
              Problem.of(
                  "stale",
                  "",
                  Long.toString(stale.version()),
                  "Somebody else changed this right; look again."));
      case Recording.NotFound _ ->
          throw new ProblemsException(
              Problem.of("not-found", "", "", "There is no such right among one's own."));
    };
  }
}
