package org.zhiheng.ledger.tree;

/// By what a tree is hashed.
public enum TreeAlgorithm {
  /// SHA-256, as tlog-tiles asks. By the JDK.
  SHA_256,
  /// SM3 (GB/T 32905-2016), for the tree that stands beside. By Bouncy Castle; many at once by our
  /// own.
  SM3;

  /// A fresh hasher, for one thread.
  public Hasher hasher() {
    return switch (this) {
      case SHA_256 -> new Hasher.Sha256();
      case SM3 -> new Hasher.Sm3();
    };
  }
}
