/// Merkle trees: hashes of leaves and nodes, proofs of inclusion and consistency, and the tiles
/// that a tree is published in.
///
/// Not: who signs a root, or where tiles are kept.
///
/// Start with [org.zhiheng.ledger.tree.InclusionProof]. Follows RFC 6962 section 2.1, RFC 9162
/// section 2.1 and C2SP tlog-tiles; the SM3 tree is the same with SM3 (GB/T 32905) for SHA-256.
@NullMarked
package org.zhiheng.ledger.tree;

import org.jspecify.annotations.NullMarked;
