package org.zhiheng.ledger.bundle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhiheng.ledger.note.NoteCheck;
import org.zhiheng.ledger.note.SignatureLine;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.policy.Quorum;
import org.zhiheng.values.Problem;

/// Judges whether enough witnesses signed the checkpoint. The log's operator never counts.
final class WitnessJudge {

  private WitnessJudge() {}

  static Verdict judge(BundleParts.Entry entry, Known known) {
    SignedNote note = entry.proof().checkpoint();
    String origin = entry.checkpoint().origin();
    List<NoteCheck.Signed> signed = new ArrayList<>();
    for (VerifierKey key : known.allWitnesses()) {
      if (!lineOf(note, key)) {
        continue;
      }
      switch (note.check(List.of(key))) {
        case NoteCheck.Held held -> signed.addAll(held.signed());
        case NoteCheck.Refused refused -> {
          return verdict(Verdict.Result.FAILED, Problem.shown(refused.reason()));
        }
      }
    }
    Set<VerifierKey> may = Set.copyOf(known.witnesses());
    List<NoteCheck.Signed> counted =
        signed.stream()
            .filter(one -> may.contains(one.key()) && !known.operator(one.key(), origin))
            .toList();
    Set<VerifierKey> keys =
        counted.stream()
            .map(NoteCheck.Signed::key)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    String who =
        counted.isEmpty() ? "No witness that counts signed" : "Signed by " + names(counted);
    boolean asked = known.policy().isPresent() && !(known.quorum() instanceof Quorum.Nobody);
    if (!counted.isEmpty() && known.quorum().reached(keys)) {
      return verdict(
          Verdict.Result.PASSED,
          who
              + ", "
              + (known.outside()
                  ? "by keys that were given from outside"
                  : "by keys the bundle names; nobody outside vouched for them")
              + (asked ? "; the policy asks for no more." : "."));
    }
    String tooFew = signed.size() == counted.size() ? "" : " Others signed, and do not count.";
    return asked
        ? verdict(
            Verdict.Result.FAILED,
            who + "; the policy asks for more (quorum " + quorum(known) + ")." + tooFew)
        : verdict(
            Verdict.Result.ABSENT,
            counted.isEmpty()
                ? who + "." + tooFew
                : who + "; the bundle's own policy asks for more." + tooFew);
  }

  private static String quorum(Known known) {
    return Problem.shown(
        switch (known.quorum()) {
          case Quorum.Nobody _ -> "none";
          case Quorum.Witness witness -> witness.name();
          case Quorum.Group group ->
              group.name() + ": " + group.least() + " of " + group.members().size();
        });
  }

  private static String names(List<NoteCheck.Signed> signed) {
    return signed.stream()
        .map(one ->
            Problem.shown(one.key().name())
                + one.at().map(at -> " (who says " + at + ")").orElse(""))
        .collect(Collectors.joining(", "));
  }

  /// Whether there is a line that says it is of this key.
  private static boolean lineOf(SignedNote note, VerifierKey key) {
    Optional<SignatureLine> line =
        note.signatures().stream()
            .filter(one -> one.keyId() == key.id() && one.name().equals(key.name()))
            .findFirst();
    return line.isPresent();
  }

  private static Verdict verdict(Verdict.Result result, String reason) {
    return new Verdict(Check.WITNESS, result, reason);
  }
}
