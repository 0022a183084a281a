package org.zhiheng.jobs.prove;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.ledger.leaf.Commitment;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.statement.Sm2Signature;
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
  /// @param rowSecret of a data set, what the salts of its rows are drawn from
  record Matter(
      OrganisationId organisation,
      Instant at,
      String by,
      String title,
      Optional<Hash> previous,
      Optional<Hash> rowSecret) {

    /// Without rows.
    Matter(
        OrganisationId organisation, Instant at, String by, String title, Optional<Hash> previous) {
      this(organisation, at, by, title, previous, Optional.empty());
    }
  }

  /// 32 bytes that nobody else knows.
  Hash drawn() {
    byte[] secret = new byte[Hash.LENGTH_BYTES];
    random.nextBytes(secret);
    return Hash.at(secret, 0);
  }

  /// A second signature, where there is a key for one.
  private Optional<Bytes> second(Manifest manifest) {
    return keys.second()
        .map(second ->
            Bytes.of(
                Sm2Signature.sign(second.key(), second.certificate().bytes(), manifest.bytes())));
  }

  /// Signed, salted, and its leaf.
  EvidenceStore.Fresh signed(Matter matter, Manifest manifest) {
    return signed(keys.issuer(), matter, manifest);
  }

  /// The same, signed with this key.
  EvidenceStore.Fresh signed(Ed25519Key signer, Matter matter, Manifest manifest) {
    byte[] statement = SignedStatement.sign(signer, manifest, matter.at()).encoded();
    byte[] salt = new byte[Commitment.SALT_LENGTH_BYTES];
    random.nextBytes(salt);
    return new EvidenceStore.Fresh(
        matter.organisation(),
        matter.at(),
        matter.by(),
        manifest.subject(),
        matter.title(),
        new EvidenceStore.Opening(
            Bytes.of(statement), Hash.at(salt, 0), matter.rowSecret(), second(manifest)),
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
