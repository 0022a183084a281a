package org.zhiheng.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.SigningKeys;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.witness.Witness;

/// Opens what proving needs, or the workspace as a witness of others; the workspace's keys are read
/// for no other command.
interface Proving {

  /// The desk.
  ///
  /// @throws IOException when the workspace's keys cannot be read
  ProveDesk open() throws IOException;

  /// The key that signs statements a second time; nothing where nobody made one.
  ///
  /// @throws IOException when it cannot be read
  Optional<SigningKeys.SecondKey> secondKey() throws IOException;

  /// Makes that key, with a certificate that it gives itself.
  ///
  /// @param name of whom the certificate says it is
  /// @throws IOException when it cannot be written, or there is one
  SigningKeys.SecondKey makeSecondKey(String name) throws IOException;

  /// The workspace as a witness.
  ///
  /// @param logs the keys of each log that it watches, by its origin
  /// @throws IOException when the workspace's keys cannot be read
  OwnWitness witness(Map<String, List<VerifierKey>> logs) throws IOException;

  /// A witness and what it signs with.
  ///
  /// @param key that its lines are checked with
  /// @param witness remembers in the workspace
  record OwnWitness(VerifierKey key, Witness witness) {}
}
