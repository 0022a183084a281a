package org.zhiheng.ledger.statement;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.VerifierKey;

/// Which keys come in the place of which, from where in the log on, and why.
///
/// Signed by the old key of statements it makes the new one its successor. That the old key was not
/// in other hands by then, it does not show.
///
/// @param log the origin of the log that the event stands in
/// @param use what the keys sign
/// @param step how far the change has come
/// @param old the keys that sign no more, or soon
/// @param fresh the keys that sign from now on
/// @param last index of the last entry that was logged before the event; nothing where none was
/// @param reason in words; 1 to 1,000 bytes
public record KeyEvent(
    String log,
    Use use,
    Step step,
    List<VerifierKey> old,
    List<VerifierKey> fresh,
    Optional<Long> last,
    String reason) {

  /// Longer reasons are refused.
  public static final int REASON_LENGTH_BYTES_MAX = 1_000;

  private static final Set<String> FACTS =
      Set.of("log", "use", "step", "old", "new", "last", "reason");

  /// What keys sign.
  public enum Use {
    /// Statements: the issuer's key.
    STATEMENT,
    /// Checkpoints of both trees: the log's keys.
    LOG;

    /// In lower case.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How far a change has come.
  public enum Step {
    /// The new key signs, the old one no more.
    CHANGED,
    /// The new keys sign beside the old ones.
    BEGUN,
    /// The old keys sign no more.
    FINISHED;

    /// In lower case.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @throws IllegalArgumentException when there are no keys, the last index is negative, or the
  ///   reason is empty or too long
  public KeyEvent {
    old = List.copyOf(old);
    fresh = List.copyOf(fresh);
    if (old.isEmpty() || fresh.isEmpty()) {
      throw new IllegalArgumentException("a change of keys has old keys and new ones");
    }
    if (last.orElse(0L) < 0) {
      throw new IllegalArgumentException("last must be >= 0: " + last);
    }
    if (!fits(reason)) {
      throw new IllegalArgumentException("a reason has 1 to 1,000 bytes: " + reason);
    }
  }

  /// Whether a reason can be stated.
  public static boolean fits(String reason) {
    return !reason.isBlank()
        && reason.getBytes(StandardCharsets.UTF_8).length <= REASON_LENGTH_BYTES_MAX;
  }

  /// As a manifest that can be signed and logged.
  public Manifest manifest() {
    return new Manifest(
        LeafKind.KEY_EVENT,
        Optional.empty(),
        new TreeMap<>(
            Map.of(
                "log", log,
                "use", use.word(),
                "step", step.word(),
                "old", lines(old),
                "new", lines(fresh),
                "last", last.map(String::valueOf).orElse(""),
                "reason", reason)),
        List.of());
  }

  /// Names of keys have no spaces.
  private static String lines(List<VerifierKey> keys) {
    return keys.stream().map(VerifierKey::toString).collect(Collectors.joining(" "));
  }

  /// The change that a manifest is; nothing when it is none.
  public static Optional<KeyEvent> of(Manifest manifest) {
    Map<String, String> facts = manifest.statement();
    if (manifest.kind() != LeafKind.KEY_EVENT
        || manifest.subject().isPresent()
        || !manifest.files().isEmpty()
        || !facts.keySet().equals(FACTS)) {
      return Optional.empty();
    }
    String stated = facts.getOrDefault("last", "");
    Optional<Long> last = Checkpoint.number(stated);
    Optional<Use> use = named(Use.values(), facts.getOrDefault("use", ""));
    Optional<Step> step = named(Step.values(), facts.getOrDefault("step", ""));
    Optional<List<VerifierKey>> old = keys(facts.getOrDefault("old", ""));
    Optional<List<VerifierKey>> fresh = keys(facts.getOrDefault("new", ""));
    String reason = facts.getOrDefault("reason", "");
    return last.isEmpty() != stated.isEmpty()
            || use.isEmpty()
            || step.isEmpty()
            || old.isEmpty()
            || fresh.isEmpty()
            || !fits(reason)
        ? Optional.empty()
        : Optional.of(
            new KeyEvent(
                facts.getOrDefault("log", ""),
                use.get(),
                step.get(),
                old.get(),
                fresh.get(),
                last,
                reason));
  }

  private static <E extends Enum<E>> Optional<E> named(E[] all, String word) {
    return Arrays.stream(all)
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  private static Optional<List<VerifierKey>> keys(String lines) {
    List<VerifierKey> keys = new ArrayList<>();
    for (String line : lines.split(" ", -1)) {
      Optional<VerifierKey> key = VerifierKey.parse(line).found();
      if (key.isEmpty()) {
        return Optional.empty();
      }
      keys.add(key.get());
    }
    return Optional.of(keys);
  }

  /// The key that a statement makes the successor of the one that signed it; nothing when it is no
  /// such statement, or its signature does not hold. The name of the issuer stays the same.
  public static Optional<VerifierKey> successor(SignedStatement statement) {
    Optional<KeyEvent> event =
        of(statement.manifest())
            .filter(one -> one.use() == Use.STATEMENT && one.step() == Step.CHANGED)
            .filter(one -> one.old().size() == 1 && one.fresh().size() == 1);
    return event
        .filter(one -> statement.named(one.old()).isPresent() && statement.holds())
        .map(one -> one.fresh().getFirst())
        .filter(key -> key.name().equals(statement.issuer()));
  }
}
