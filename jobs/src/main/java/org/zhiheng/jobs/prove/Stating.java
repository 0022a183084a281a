package org.zhiheng.jobs.prove;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.ledger.leaf.Commitment;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;

/// Signs manifests with the workspace's key and binds a leaf to each.
public final class Stating {

  private final SigningKeys keys;
  private final SecureRandom random;

  /// @param random what salts are drawn from
  public Stating(SigningKeys keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  /// What stands around a manifest.
  ///
  /// @param organisation whose it is
  /// @param at when it is stated, by this machine's clock
  /// @param by in whose name
  /// @param title in words, for a list
  /// @param previous the commitment before it in the same matter, if they are to be linked
  record Matter(
      OrganisationId organisation, Instant at, String by, String title, Optional<Hash> previous) {}

  /// Signed, salted, and its leaf.
  EvidenceStore.Fresh signed(Matter matter, Manifest manifest) {
    byte[] statement = SignedStatement.sign(keys.issuer(), manifest, matter.at()).encoded();
    byte[] salt = new byte[Commitment.SALT_LENGTH_BYTES];
    random.nextBytes(salt);
    return new EvidenceStore.Fresh(
        matter.organisation(),
        matter.at(),
        matter.by(),
        manifest.subject(),
        matter.title(),
        new EvidenceStore.Opening(Bytes.of(statement), Hash.at(salt, 0)),
        new Leaf(
            Leaf.BOTH,
            manifest.kind(),
            Commitment.to(salt, statement),
            matter.previous().orElse(Commitment.NONE)),
        manifest.files().stream()
            .map(file -> new Digest(file.sha256().hex()))
            .collect(Collectors.toSet()));
  }
}
