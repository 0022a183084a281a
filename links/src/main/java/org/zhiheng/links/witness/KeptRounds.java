package org.zhiheng.links.witness;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.prove.WitnessRound;
import org.zhiheng.jobs.prove.WitnessRounds;

/// Keeps what witnesses answered, for whoever keeps the log to see.
///
/// @param rounds where
/// @param clock says when they were asked
public record KeptRounds(WitnessRounds rounds, InstantSource clock) implements HttpWitnesses.Told {

  @Override
  public void round(long size, List<WitnessReply> replies) throws IOException {
    rounds.keep(
        new WitnessRound(
            clock.instant(), size, replies.stream().map(KeptRounds::answered).toList()));
  }

  private static WitnessRound.Answered answered(WitnessReply reply) {
    return switch (reply) {
      case WitnessReply.Signed signed ->
          new WitnessRound.Answered(
              signed.witness(), WitnessRound.Answer.COSIGNED, Optional.empty(), "");
      // who is asked to sign does not answer so
      case WitnessReply.Latest latest ->
          new WitnessRound.Answered(
              latest.witness(),
              WitnessRound.Answer.BEHIND,
              Optional.of(latest.size()),
              "It says what it signed last.");
      case WitnessReply.Behind behind ->
          new WitnessRound.Answered(
              behind.witness(),
              WitnessRound.Answer.BEHIND,
              Optional.of(behind.size()),
              "It was proved that the log grew out of that, and does not sign.");
      case WitnessReply.Ahead ahead ->
          new WitnessRound.Answered(
              ahead.witness(),
              WitnessRound.Answer.AHEAD,
              Optional.of(ahead.size()),
              "It says that it signed a larger tree of this log, or another of this size.");
      case WitnessReply.Refused refused ->
          new WitnessRound.Answered(
              refused.witness(),
              switch (refused.status()) {
                case 403 -> WitnessRound.Answer.UNKNOWN_KEY;
                case 404 -> WitnessRound.Answer.UNKNOWN_LOG;
                case 422 -> WitnessRound.Answer.NOT_CONSISTENT;
                default -> WitnessRound.Answer.REFUSED;
              },
              Optional.empty(),
              refused.reason() + " (" + refused.status() + ")");
      case WitnessReply.Invalid invalid ->
          new WitnessRound.Answered(
              invalid.witness(),
              WitnessRound.Answer.BAD_SIGNATURE,
              Optional.empty(),
              invalid.reason());
      case WitnessReply.Failed failed ->
          new WitnessRound.Answered(
              failed.witness(), WitnessRound.Answer.UNREACHABLE, Optional.empty(), failed.reason());
    };
  }
}
