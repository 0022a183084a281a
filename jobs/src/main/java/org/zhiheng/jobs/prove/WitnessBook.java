package org.zhiheng.jobs.prove;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.NoteCheck;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.policy.Quorum;
import org.zhiheng.ledger.policy.TrustPolicy;

/// How the published checkpoint stands with the witnesses of the log's policy, for whoever keeps
/// the log: who signed it, what the others answered, and whether those are enough.
public final class WitnessBook {

  private final PublicLog log;
  private final TrustHints hints;
  private final Supplier<List<VerifierKey>> own;
  private final WitnessRounds rounds;

  /// Over this log.
  ///
  /// @param hints whose witnesses are asked
  /// @param own keys of the operator, of its log and its witness: they never count
  public WitnessBook(
      PublicLog log, TrustHints hints, Supplier<List<VerifierKey>> own, WitnessRounds rounds) {
    this.log = log;
    this.hints = hints;
    this.own = own;
    this.rounds = rounds;
  }

  /// How a checkpoint stands.
  ///
  /// @param size of its tree
  /// @param quorum what the policy asks for
  /// @param reached whether those who signed are enough
  /// @param witnesses all of the policy, in its order
  /// @param asked when witnesses were asked last, and for which size; nothing where none ever was
  public record Standing(
      long size,
      Quorum quorum,
      boolean reached,
      List<Standing.One> witnesses,
      Optional<WitnessRound> asked) {

    /// Copies the list.
    public Standing {
      witnesses = List.copyOf(witnesses);
    }

    /// One witness.
    ///
    /// @param name in the policy
    /// @param address where it is asked; may be empty
    /// @param counts whether it may; the operator's own never does
    /// @param signed whether its signature stands on the checkpoint
    /// @param at when it says it signed
    /// @param answered what it answered when it was asked last
    public record One(
        String name,
        String address,
        boolean counts,
        boolean signed,
        Optional<Instant> at,
        Optional<WitnessRound.Answered> answered) {}
  }

  /// How the published checkpoint stands; nothing before the first.
  ///
  /// @throws IOException when the checkpoint or the last round cannot be read
  /// @throws org.zhiheng.values.ProblemsException with `log-checkpoint` when it is not one of this
  ///   log; with what is wrong in the hints' policy
  public Optional<Standing> standing() throws IOException {
    Optional<SignedNote> published = log.checkpoint();
    if (published.isEmpty()) {
      return Optional.empty();
    }
    SignedNote note = published.get();
    TrustPolicy policy =
        TrustPolicy.parse(hints.policy().getBytes(StandardCharsets.UTF_8)).orThrow();
    Optional<WitnessRound> round = rounds.latest();
    List<VerifierKey> ours = own.get();
    List<Quorum.Witness> counting = policy.witnessesBut(ours);
    return Optional.of(
        new Standing(
            Checkpoint.parse(note.text()).orThrow().head().size(),
            policy.quorum(),
            policy.witnessed(note, ours).enough(),
            policy.witnesses().stream()
                .map(one -> of(one, counting.contains(one), note, round))
                .toList(),
            round));
  }

  /// The witnesses that may count and have not signed the published checkpoint, by name; nothing
  /// where that checkpoint does not carry a line of this key yet.
  ///
  /// @throws IOException as [#standing]
  Optional<List<String>> unsigned(VerifierKey fresh) throws IOException {
    Optional<SignedNote> published = log.checkpoint();
    Optional<Standing> standing = standing();
    return published.isEmpty()
            || standing.isEmpty()
            || published.get().check(List.of(fresh)).signers().isEmpty()
        ? Optional.empty()
        : Optional.of(
            standing.get().witnesses().stream()
                .filter(one -> one.counts() && !one.signed())
                .map(Standing.One::name)
                .toList());
  }

  private static Standing.One of(
      Quorum.Witness witness, boolean counts, SignedNote note, Optional<WitnessRound> round) {
    List<NoteCheck.Signed> signed = note.check(List.of(witness.key())).signers();
    return new Standing.One(
        witness.name(),
        witness.address(),
        counts,
        !signed.isEmpty(),
        signed.stream().flatMap(one -> one.at().stream()).findFirst(),
        round.stream()
            .flatMap(one -> one.answered().stream())
            .filter(_ -> counts)
            .filter(one -> one.address().equals(witness.place()))
            .findFirst());
  }
}
