package org.zhiheng.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.prove.WitnessBook;
import org.zhiheng.jobs.prove.WitnessRound;
import org.zhiheng.ledger.policy.Quorum;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;

/// Shows how the published checkpoint stands with the log's witnesses.
@Command(
    name = "witnesses",
    description = {
      "Shows who of the witnesses of log/policy signed the published checkpoint, what each of them",
      "answered when it was asked last, and whether those who signed are enough; ends with 4 when",
      "they are not. The workspace's own witness never counts."
    })
final class LogWitnesses implements Verb {

  private final Session session;

  LogWitnesses(Session session) {
    this.session = session;
  }

  @Override
  public ExitCode done() throws IOException {
    try (Workspace workspace = session.workspace()) {
      WitnessBook.Standing standing =
          workspace
              .proving()
              .open()
              .witnesses()
              .standing()
              .orElseThrow(() ->
                  new ProblemsException(
                      Problem.of(
                          "not-found", "", "", "Nothing was logged in this workspace yet.")));
      session
          .output()
          .sheet(
              new Sheet()
                  .number("size", standing.size())
                  .text("quorum", quorum(standing.quorum()))
                  .truth("reached", Boolean.toString(standing.reached()))
                  .text(
                      "signedBy",
                      standing.witnesses().stream()
                          .filter(one -> one.counts() && one.signed())
                          .map(WitnessBook.Standing.One::name)
                          .collect(Collectors.joining(" ")))
                  .text("askedAt", standing.asked().map(round -> round.at().toString()).orElse(""))
                  .number("askedSize", standing.asked().map(WitnessRound::size))
                  .table(
                      "witnesses",
                      List.of(
                          Column.text("name"),
                          Column.truth("counts"),
                          Column.truth("signed"),
                          Column.text("signedAt"),
                          Column.text("answer"),
                          Column.number("latest"),
                          Column.text("address"),
                          Column.text("reason")),
                      standing.witnesses().stream().map(LogWitnesses::row).toList()));
      if (standing.witnesses().isEmpty()) {
        session.say("Nobody is asked: log/policy is not there, or names no witness.");
      }
      return standing.reached() ? ExitCode.DONE : ExitCode.NOT_VERIFIED;
    }
  }

  private static String quorum(Quorum quorum) {
    return switch (quorum) {
      case Quorum.Nobody _ -> "none";
      case Quorum.Witness witness -> witness.name();
      case Quorum.Group group ->
          group.name() + ": " + group.least() + " of " + group.members().size();
    };
  }

  private static List<String> row(WitnessBook.Standing.One one) {
    Optional<WitnessRound.Answered> answered = one.answered();
    return List.of(
        one.name(),
        Boolean.toString(one.counts()),
        Boolean.toString(one.signed()),
        one.at().map(Object::toString).orElse(""),
        answered.map(said -> said.answer().word()).orElse(one.counts() ? "not-asked" : "own"),
        answered.flatMap(WitnessRound.Answered::size).map(String::valueOf).orElse(""),
        one.address(),
        answered.map(WitnessRound.Answered::reason).orElse(""));
  }
}
