package org.zhiheng.jobs.prove;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.log.LogCheck;
import org.zhiheng.ledger.log.LogEntries;
import org.zhiheng.ledger.log.Tiles;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.NoteCheck;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.policy.Quorum;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.ledger.proof.LogProof;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.InclusionProof;
import org.zhiheng.ledger.tree.Shown;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// What anybody may ask of the log: it says nothing of what its leaves stand for.
public final class PublicLog {

  /// Where the SM3 tree's checkpoint lies among the log's files.
  private static final String SIBLING_CHECKPOINT = "gm/checkpoint";

  private final LogDoor door;
  private final CheckpointProofs proofs;
  private final List<Quorum.Witness> witnesses;

  /// Over this log.
  ///
  /// @param proofs what others said about its checkpoints
  /// @param hints whose witnesses are asked to sign along
  public PublicLog(LogDoor door, CheckpointProofs proofs, TrustHints hints) {
    this.door = door;
    this.proofs = proofs;
    this.witnesses =
        TrustPolicy.parse(hints.policy().getBytes(StandardCharsets.UTF_8))
            .found()
            .map(TrustPolicy::witnesses)
            .orElse(List.of());
  }

  /// What is published.
  ///
  /// @param note the checkpoint as it was signed
  /// @param head its size and root
  /// @param sibling size and root of the SM3 tree; nothing before its first checkpoint
  /// @param witnesses all that are asked, with when they signed this checkpoint
  public record Published(
      SignedNote note, TreeHead head, Optional<TreeHead> sibling, List<Witnessing> witnesses) {

    /// Copies the list.
    public Published {
      witnesses = List.copyOf(witnesses);
    }
  }

  /// A witness and whether it signed.
  ///
  /// @param name in the policy
  /// @param key what it signs with
  /// @param at when it says it signed; nothing where it did not
  public record Witnessing(String name, VerifierKey key, Optional<Instant> at) {}

  /// How far an entry has come.
  ///
  /// @param published whether the published checkpoint covers it
  /// @param witnesses all that are asked, with when they signed a checkpoint that covers it
  /// @param stamps time stamps over the smallest checkpoint that covers it and has any
  /// @param chains what chains answered, the same
  public record Standing(
      boolean published,
      List<Witnessing> witnesses,
      List<CheckpointProofs.Proof> stamps,
      List<CheckpointProofs.Proof> chains) {

    /// Copies the lists.
    public Standing {
      witnesses = List.copyOf(witnesses);
      stamps = List.copyOf(stamps);
      chains = List.copyOf(chains);
    }
  }

  /// An entry as anybody sees it.
  ///
  /// @param index from 0
  /// @param kind for what it stands; nothing for an entry that is no leaf of ours
  public record PublicEntry(long index, Optional<LeafKind> kind) {}

  /// The log's name.
  public String origin() {
    return door.origin();
  }

  /// What the log signs with: first its own keys, last those of the SM3 tree.
  public List<VerifierKey> keys() {
    List<VerifierKey> keys = new ArrayList<>(door.keys());
    keys.addAll(door.siblingKeys());
    return keys;
  }

  /// The log's files, for whoever hands them out.
  public Tiles tiles() {
    return door.tiles();
  }

  /// What is published now; nothing before the first checkpoint.
  ///
  /// @throws IOException when it cannot be read
  /// @throws ProblemsException with `log-checkpoint` when it is not one of this log
  public Optional<Published> published() throws IOException {
    Optional<SignedNote> note = checkpoint();
    if (note.isEmpty()) {
      return Optional.empty();
    }
    Optional<TreeHead> sibling =
        door.tiles()
            .read(SIBLING_CHECKPOINT)
            .map(bytes -> Checkpoint.parse(SignedNote.parse(bytes).orThrow().text()).orThrow())
            .map(Checkpoint::head);
    return Optional.of(
        new Published(note.get(), head(note.get()), sibling, signed(List.of(note.get()))));
  }

  /// How far an entry has come.
  ///
  /// @throws IOException when the checkpoint cannot be read
  public Standing standing(long index) throws IOException {
    List<CheckpointProofs.Proof> stamps = proofs.covering(index, CheckpointProofs.What.TIME);
    List<CheckpointProofs.Proof> chains = proofs.covering(index, CheckpointProofs.What.CHAIN);
    List<SignedNote> covering = new ArrayList<>();
    Optional<SignedNote> published = checkpoint().filter(note -> index < head(note).size());
    published.ifPresent(covering::add);
    for (CheckpointProofs.Proof proof : stamps) {
      SignedNote.parse(proof.note().getBytes(StandardCharsets.UTF_8))
          .found()
          .ifPresent(covering::add);
    }
    return new Standing(published.isPresent(), signed(covering), stamps, chains);
  }

  /// Each witness with the first time that it says it signed one of these.
  private List<Witnessing> signed(List<SignedNote> notes) {
    return witnesses.stream()
        .map(witness ->
            new Witnessing(
                witness.name(),
                witness.key(),
                notes.stream()
                    .flatMap(note -> note.check(List.of(witness.key())).signers().stream())
                    .flatMap(signed -> signed.at().stream())
                    .min(Comparator.naturalOrder())))
        .toList();
  }

  private static TreeHead head(SignedNote note) {
    return Checkpoint.parse(note.text()).orThrow().head();
  }

  /// The newest entries, newest first.
  ///
  /// @throws IOException when they cannot be read
  public List<PublicEntry> newest(int limit) throws IOException {
    Optional<SignedNote> note = checkpoint();
    if (note.isEmpty()) {
      return List.of();
    }
    long size = head(note.get()).size();
    List<PublicEntry> entries = new ArrayList<>();
    LogEntries.of(door.tiles(), size)
        .each(
            Math.max(0, size - limit),
            (index, entry) ->
                entries.add(new PublicEntry(index, Leaf.parse(entry).found().map(Leaf::kind))));
    return entries.reversed();
  }

  /// The checkpoint as it is published; nothing before the first.
  ///
  /// @throws IOException when it cannot be read
  /// @throws ProblemsException with `log-checkpoint` when it is not one of this log
  public Optional<SignedNote> checkpoint() throws IOException {
    Optional<byte[]> published = door.tiles().read("checkpoint");
    if (published.isEmpty()) {
      return Optional.empty();
    }
    SignedNote note = SignedNote.parse(published.get()).orThrow();
    Checkpoint checkpoint = Checkpoint.parse(note.text()).orThrow();
    if (!checkpoint.origin().equals(door.origin())
        || note.check(door.keys()) instanceof NoteCheck.Refused) {
      throw new ProblemsException(
          Problem.of(
              "log-checkpoint",
              "",
              checkpoint.origin(),
              "The published checkpoint was not signed by this log."));
    }
    return Optional.of(note);
  }

  /// The proof that an entry stands in the log as it is published.
  ///
  /// @throws IOException when a tile cannot be read, or what is published does not fit together
  /// @throws ProblemsException with `not-found` when there is no such entry
  public LogProof proof(long index) throws IOException {
    SignedNote note = checkpoint().orElseThrow(() -> missing(index, 0));
    Checkpoint checkpoint = Checkpoint.parse(note.text()).orThrow();
    long size = checkpoint.head().size();
    if (index < 0 || index >= size) {
      throw missing(index, size);
    }
    Hasher hasher = TreeAlgorithm.SHA_256.hasher();
    InclusionProof inclusion =
        LogEntries.of(door.tiles(), size).proofs(hasher).inclusion(index, size);
    Hash leaf = hasher.leaf(LogEntries.of(door.tiles(), size).entry(index));
    return switch (inclusion.check(hasher, leaf, checkpoint.head().root())) {
      case Shown.Proven _ -> new LogProof("", inclusion, note);
      case Shown.Refused refused ->
          throw new IOException("the log's files do not fit together: " + refused.reason());
    };
  }

  private static ProblemsException missing(long index, long size) {
    return new ProblemsException(
        Problem.of(
            "not-found",
            "index",
            Long.toString(index),
            "The published log has " + size + " entries, counted from 0."));
  }

  /// Looks through all of it, and says how far it has come.
  ///
  /// @param done is told how many entries were read so far, from time to time
  /// @throws IOException when a file cannot be read, or entries are missing
  public LogCheck.Report fsck(LongConsumer done) throws IOException {
    return LogCheck.of(new CountedTiles(door.tiles(), done), door.keys(), door.siblingKeys());
  }

  /// Looks through all of it.
  ///
  /// @throws IOException when a file cannot be read, or entries are missing
  public LogCheck.Report fsck() throws IOException {
    return LogCheck.of(door.tiles(), door.keys(), door.siblingKeys());
  }
}
