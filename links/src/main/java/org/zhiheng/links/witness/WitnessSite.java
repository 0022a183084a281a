package org.zhiheng.links.witness;

import java.io.IOException;
import java.util.stream.Collectors;
import org.zhiheng.ledger.note.SignatureLine;
import org.zhiheng.ledger.witness.Witness;
import org.zhiheng.ledger.witness.WitnessAnswer;
import org.zhiheng.links.serve.Answer;
import org.zhiheng.links.serve.Asked;
import org.zhiheng.links.serve.Site;

/// A witness as logs ask it: `POST /add-checkpoint`.
///
/// Source: C2SP tlog-witness v1.0.0.
public final class WitnessSite implements Site {

  /// Longer requests are refused: a checkpoint with 64 signatures is some 210 KB.
  public static final int BODY_BYTES_MAX = 1_048_576;

  private static final String ADD_CHECKPOINT = "/add-checkpoint";

  /// Of the body that says a size.
  private static final String SIZE = "text/x.tlog.size";

  private final Witness witness;

  /// Over this witness.
  public WitnessSite(Witness witness) {
    this.witness = witness;
  }

  @Override
  public Answer answer(Asked asked) throws IOException {
    if (!asked.path().equals(ADD_CHECKPOINT)) {
      return Answer.said(404, "Here is nothing. A checkpoint is sent to " + ADD_CHECKPOINT + ".");
    }
    if (!asked.method().equals("POST")) {
      return Answer.methodNot("POST");
    }
    return switch (witness.add(asked.body())) {
      case WitnessAnswer.Signed signed ->
          Answer.of(
              200,
              Answer.TEXT,
              signed.lines().stream().map(SignatureLine::toString).collect(Collectors.joining()));
      case WitnessAnswer.Malformed malformed -> Answer.said(400, malformed.reason());
      case WitnessAnswer.NotSigned not -> Answer.said(403, not.reason());
      case WitnessAnswer.UnknownLog _ -> Answer.said(404, "This log is not watched here.");
      case WitnessAnswer.Conflict conflict -> Answer.of(409, SIZE, conflict.latest() + "\n");
      case WitnessAnswer.NotConsistent not -> Answer.said(422, not.reason());
    };
  }
}
