package org.zhiheng.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.zhiheng.ledger.Vectors;
import tools.jackson.databind.JsonNode;

/// The probes of transparency-dev/merkle: proofs that hold, and each way in which one can lie.
final class MerkleVectorsTest {

  private final Hasher hasher = TreeAlgorithm.SHA_256.hasher();

  /// Probes that hold there and are refused here. In the first two the roots are texts that are no
  /// hashes, which our types do not take. The last three take an empty part, whose root is not
  /// looked for in the tree: a proof about nothing, and RFC 9162 asks for 0 < from.
  private static final List<String> REFUSED_HERE =
      List.of(
          "consistency/additional/sizes-are-equal-one-and-proof-is-empty.json",
          "subtreeconsistency/additional/sizes-are-equal-one-and-proof-is-empty.json",
          "subtreeconsistency/additional/subtree-is-empty-sizes-are-equal-one-subtree-root-valid-proof-is-empty.json",
          "subtreeconsistency/additional/subtree-is-empty-sizes-are-equal-one-subtree-root-valid-tree-root-random-proof-is-empty.json",
          "subtreeconsistency/additional/subtree-is-empty-sizes-are-equal-zero-subtree-root-valid-tree-root-random-proof-is-empty.json");

  @TestFactory
  Stream<DynamicTest> eachProbeComesOutAsItSays() {
    Optional<Path> folder = Vectors.folder("rfc6962-merkle");
    Assumptions.assumeTrue(folder.isPresent(), "NOT RUN: rfc6962-merkle");
    List<Path> files = Vectors.files(folder.get(), ".json");
    assertThat(files).hasSizeGreaterThan(200);
    return files.stream()
        .map(file ->
            DynamicTest.dynamicTest(
                folder.get().relativize(file).toString(), () -> probe(folder.get(), file)));
  }

  private void probe(Path folder, Path file) {
    JsonNode probe = Vectors.json(file);
    boolean holds =
        !probe.path("wantErr").asBoolean()
            && !REFUSED_HERE.contains(folder.relativize(file).toString());
    String kind = folder.relativize(file).getName(0).toString();
    boolean shown =
        switch (kind) {
          case "inclusion" -> inclusion(probe, number(probe, "leafIdx"), number(probe, "treeSize"));
          case "subtreeinclusion" -> subtreeInclusion(probe);
          case "consistency" -> consistency(probe);
          case "subtreeconsistency" -> subtreeConsistency(probe);
          default -> throw new AssertionError("another kind of probe: " + kind);
        };
    assertThat(shown).as(file + ": " + probe.path("desc").asString("")).isEqualTo(holds);
  }

  private boolean inclusion(JsonNode probe, long index, long size) {
    Optional<Hash> root = hash(probe.path("root"));
    Optional<Hash> leaf = hash(probe.path("leafHash"));
    Optional<List<Hash>> path = path(probe);
    if (root.isEmpty() || leaf.isEmpty() || path.isEmpty() || index < 0 || size < 0) {
      return false; // the types refuse it before there is a proof to check
    }
    return new InclusionProof(index, size, path.get())
        .check(hasher, leaf.get(), root.get())
        .proven();
  }

  private boolean subtreeInclusion(JsonNode probe) {
    long start = number(probe, "start");
    long end = number(probe, "end");
    return SubtreeConsistency.valid(start, end)
        && inclusion(probe, number(probe, "leafIdx") - start, end - start);
  }

  private boolean consistency(JsonNode probe) {
    long from = number(probe, "size1");
    long to = number(probe, "size2");
    Optional<Hash> old = hash(probe.path("root1"));
    Optional<Hash> now = hash(probe.path("root2"));
    Optional<List<Hash>> path = path(probe);
    if (old.isEmpty() || now.isEmpty() || path.isEmpty() || from < 0 || to < 0) {
      return false;
    }
    return new ConsistencyProof(from, to, path.get()).check(hasher, old.get(), now.get()).proven();
  }

  private boolean subtreeConsistency(JsonNode probe) {
    Optional<Hash> part = hash(probe.path("root1"));
    Optional<Hash> root = hash(probe.path("root2"));
    Optional<List<Hash>> path = path(probe);
    if (part.isEmpty() || root.isEmpty() || path.isEmpty()) {
      return false;
    }
    return new SubtreeConsistency(
            number(probe, "start"), number(probe, "end"), number(probe, "size"), path.get())
        .check(hasher, part.get(), root.get())
        .proven();
  }

  /// 64 bits; what does not fit in 63 reads as negative, and is refused.
  private static long number(JsonNode probe, String field) {
    return probe.path(field).bigIntegerValue().longValue();
  }

  private static Optional<Hash> hash(JsonNode text) {
    return Hash.parse(text.asString("")).found();
  }

  private static Optional<List<Hash>> path(JsonNode probe) {
    List<Hash> path = new ArrayList<>();
    for (JsonNode text : probe.path("proof")) {
      Optional<Hash> hash = hash(text);
      if (hash.isEmpty()) {
        return Optional.empty();
      }
      path.add(hash.get());
    }
    return Optional.of(path);
  }
}
