package org.zhiheng.ledger.time;

import org.zhiheng.ledger.statement.Octets;

/// Something that a record is about: bytes of any length, known here by their hashes alone. Who has
/// a large file hashes it as it streams.
///
/// Source: the term is that of RFC 4998, section 1.3.
@FunctionalInterface
public interface DataObject {

  /// The hash of all its bytes; always the same for one algorithm.
  Octets digest(HashAlgorithm algorithm);

  /// These bytes.
  static DataObject of(byte[] bytes) {
    byte[] kept = bytes.clone();
    return algorithm -> algorithm.digest(kept);
  }
}
