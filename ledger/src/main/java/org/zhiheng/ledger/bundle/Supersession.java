package org.zhiheng.ledger.bundle;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.tree.Hash;

/// Which earlier statement a statement of the kind supersede replaces, as facts beside its own: it
/// has files and facts as the earlier one had. Nothing is deleted: that the earlier one existed
/// stands.
///
/// @param log the origin of the log with the earlier entry
/// @param index of that entry
/// @param leaf hash of its leaf in the SHA-256 tree, so that it fits no other
/// @param evidence what whoever made it calls the earlier one, such as `EV7`
/// @param kind of the first version: what the matter is
public record Supersession(String log, long index, Hash leaf, String evidence, LeafKind kind) {

  /// The names of these facts begin so; no other fact's does.
  public static final String PREFIX = "replaces.";

  private static final String LOG = "replaces.log";
  private static final String INDEX = "replaces.index";
  private static final String LEAF = "replaces.leaf";
  private static final String EVIDENCE = "replaces.evidence";
  private static final String KIND = "replaces.kind";

  /// @throws IllegalArgumentException when the index is negative
  public Supersession {
    if (index < 0) {
      throw new IllegalArgumentException("index must be >= 0: " + index);
    }
  }

  /// As facts.
  public SortedMap<String, String> facts() {
    return new TreeMap<>(
        Map.of(
            LOG, log,
            INDEX, Long.toString(index),
            LEAF, leaf.hex(),
            EVIDENCE, evidence,
            KIND, Manifest.word(kind)));
  }

  /// What a statement replaces; nothing when it replaces none.
  public static Optional<Supersession> of(Manifest manifest) {
    Map<String, String> facts = manifest.statement();
    Optional<Long> index = Checkpoint.number(facts.getOrDefault(INDEX, ""));
    String leaf = facts.getOrDefault(LEAF, "");
    String word = facts.getOrDefault(KIND, "");
    Optional<LeafKind> kind =
        Arrays.stream(LeafKind.values()).filter(one -> Manifest.word(one).equals(word)).findFirst();
    return manifest.kind() != LeafKind.SUPERSEDE
            || !facts.containsKey(LOG)
            || !facts.containsKey(EVIDENCE)
            || index.isEmpty()
            || kind.isEmpty()
            || !leaf.matches("[0-9a-f]{64}")
        ? Optional.empty()
        : Optional.of(
            new Supersession(
                facts.getOrDefault(LOG, ""),
                index.get(),
                Hash.at(HexFormat.of().parseHex(leaf), 0),
                facts.getOrDefault(EVIDENCE, ""),
                kind.get()));
  }
}
