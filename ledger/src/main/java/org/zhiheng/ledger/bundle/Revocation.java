package org.zhiheng.ledger.bundle;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.values.RightId;

/// Which earlier statement whoever made it withdraws, and why. Nothing is deleted: that the earlier
/// one existed stands.
///
/// @param log the origin of the log with the entry
/// @param index of the entry
/// @param leaf hash of the entry's leaf in the SHA-256 tree, so that it fits no other
/// @param evidence what whoever made it calls the earlier one, such as `EV7`
/// @param reason in words; 1 to 1,000 bytes
public record Revocation(String log, long index, Hash leaf, String evidence, String reason) {

  /// Longer reasons are refused.
  public static final int REASON_LENGTH_BYTES_MAX = 1_000;

  /// @throws IllegalArgumentException when the index is negative, or the reason is empty or too
  ///   long
  public Revocation {
    if (index < 0) {
      throw new IllegalArgumentException("index must be >= 0: " + index);
    }
    if (reason.isBlank()
        || reason.getBytes(StandardCharsets.UTF_8).length > REASON_LENGTH_BYTES_MAX) {
      throw new IllegalArgumentException("a reason has 1 to 1,000 bytes: " + reason);
    }
  }

  /// Whether it is about this entry.
  boolean isOf(String origin, long place, Leaf entry) {
    return log.equals(origin)
        && index == place
        && leaf.equals(TreeAlgorithm.SHA_256.hasher().leaf(entry.bytes()));
  }

  /// As a manifest that can be signed and logged.
  ///
  /// @param subject of the earlier statement
  public Manifest manifest(Optional<RightId> subject) {
    return new Manifest(
        LeafKind.REVOKE,
        subject,
        new TreeMap<>(
            Map.of(
                "log",
                log,
                "index",
                Long.toString(index),
                "leaf",
                leaf.hex(),
                "evidence",
                evidence,
                "reason",
                reason)),
        List.of());
  }

  /// The revocation that a manifest is; nothing when it is none.
  public static Optional<Revocation> of(Manifest manifest) {
    Map<String, String> facts = manifest.statement();
    Optional<Long> index = Checkpoint.number(facts.getOrDefault("index", ""));
    String leaf = facts.getOrDefault("leaf", "");
    if (manifest.kind() != LeafKind.REVOKE
        || !manifest.files().isEmpty()
        || !facts.keySet().equals(Set.of("log", "index", "leaf", "evidence", "reason"))
        || index.isEmpty()
        || !leaf.matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Revocation(
              facts.getOrDefault("log", ""),
              index.get(),
              Hash.at(HexFormat.of().parseHex(leaf), 0),
              facts.getOrDefault("evidence", ""),
              facts.getOrDefault("reason", "")));
    } catch (IllegalArgumentException not) {
      return Optional.empty();
    }
  }
}
