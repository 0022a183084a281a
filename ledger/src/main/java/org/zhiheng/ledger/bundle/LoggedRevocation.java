package org.zhiheng.ledger.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.ledger.leaf.Commitment;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.proof.LogProof;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.ProblemsException;

/// A [Revocation] with all that shows that it was signed and logged, as it goes along with the
/// bundle of the statement that it withdraws: among the copies of its [BundleParts.Hints].
///
/// It stands there because whoever hands a bundle on may leave it out; nobody can prove that there
/// is none. One that is there proves itself.
///
/// @param statement signed, its manifest a [Revocation]
/// @param salt of it, 32 bytes
/// @param leaf of it
/// @param proof that the leaf is in the log, under a checkpoint of its own
/// @param changes where the issuer's key changed between the two, the statements of kind key event
///   by which each key names the next, oldest first; else none
public record LoggedRevocation(
    SignedStatement statement,
    Octets salt,
    Leaf leaf,
    LogProof proof,
    List<SignedStatement> changes) {

  /// More changes of the key are not brought along.
  public static final int CHANGES_MAX = 9;

  private static final String STATEMENT = "revocation.cose";
  private static final String SALT = "revocation.salt.bin";
  private static final String LEAF = "revocation.leaf";
  private static final String PROOF = "revocation.proof";

  private static final Set<String> NAMES = Set.of(STATEMENT, SALT, LEAF, PROOF);

  /// @throws IllegalArgumentException when the salt has another length or there are too many
  ///   changes
  public LoggedRevocation {
    changes = List.copyOf(changes);
    if (changes.size() > CHANGES_MAX) {
      throw new IllegalArgumentException("at most 9 changes of the key: " + changes.size());
    }
    if (salt.length() != Commitment.SALT_LENGTH_BYTES) {
      throw new IllegalArgumentException("a salt has 32 bytes: " + salt.length());
    }
  }

  /// Signed with the key of the statement that it withdraws.
  ///
  /// @throws IllegalArgumentException when the salt has another length
  public LoggedRevocation(SignedStatement statement, Octets salt, Leaf leaf, LogProof proof) {
    this(statement, salt, leaf, proof, List.of());
  }

  private static String change(int at) {
    return "revocation.key" + (at + 1) + ".cose";
  }

  /// As copies of a bundle, by name.
  public SortedMap<String, Octets> copies() {
    SortedMap<String, Octets> copies =
        new TreeMap<>(
            Map.of(
                STATEMENT, Octets.of(statement.encoded()),
                SALT, salt,
                LEAF, Octets.of(leaf.bytes()),
                PROOF, Octets.of(proof.toString().getBytes(StandardCharsets.UTF_8))));
    for (int at = 0; at < changes.size(); at++) {
      copies.put(change(at), Octets.of(changes.get(at).encoded()));
    }
    return copies;
  }

  /// The one among a bundle's copies.
  ///
  /// @return nothing where there is none; refused with `bundle-member` where what is there is not
  ///   all of one
  static Optional<Parsed<LoggedRevocation>> in(SortedMap<String, Octets> copies) {
    if (copies.keySet().stream().noneMatch(NAMES::contains)) {
      return Optional.empty();
    }
    if (!copies.keySet().containsAll(NAMES)) {
      return Optional.of(refused("A revocation is statement, salt, leaf and proof."));
    }
    try {
      List<SignedStatement> changes = new ArrayList<>();
      for (int at = 0; at < CHANGES_MAX && copies.containsKey(change(at)); at++) {
        changes.add(SignedStatement.parse(bytes(copies, change(at))).orThrow());
      }
      return Optional.of(
          Parsed.ok(
              new LoggedRevocation(
                  SignedStatement.parse(bytes(copies, STATEMENT)).orThrow(),
                  Octets.of(bytes(copies, SALT)),
                  Leaf.parse(bytes(copies, LEAF)).orThrow(),
                  LogProof.parse(bytes(copies, PROOF)).orThrow(),
                  changes)));
    } catch (ProblemsException not) {
      return Optional.of(new Parsed.Refused<>(not.problems().getFirst()));
    } catch (IllegalArgumentException not) {
      return Optional.of(refused("The revocation's salt has 32 bytes."));
    }
  }

  private static byte[] bytes(SortedMap<String, Octets> copies, String name) {
    return copies.getOrDefault(name, Octets.of(new byte[0])).bytes();
  }

  private static Parsed<LoggedRevocation> refused(String reason) {
    return Parsed.refused("bundle-member", "trust", reason);
  }
}
