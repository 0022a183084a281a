/// Chain anchors: the digest of a checkpoint as the data of a transaction on a chain that others
/// run, what is kept of it, and what that shows offline.
///
/// Not: how a node is reached, nor whether a block is the chain's: nothing in a receipt can show
/// that, for whoever holds a key can make blocks and seal them. That comes from outside, as a
/// [org.zhiheng.ledger.anchor.ChainFact].
///
/// Start with [org.zhiheng.ledger.anchor.ChainReceipt]. Follows the Ethereum Yellow Paper (RLP,
/// Merkle Patricia trie, block header), EIP-155, EIP-2718, EIP-2930 and EIP-1559, and for seals
/// Hyperledger Besu's IBFT 2.0 and QBFT. The bytes are described in docs/formats/anchor.md.
@NullMarked
package org.zhiheng.ledger.anchor;

import org.jspecify.annotations.NullMarked;
