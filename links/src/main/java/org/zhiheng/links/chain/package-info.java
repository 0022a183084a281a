/// Chains whose nodes speak Ethereum's JSON-RPC: digests are put on them, and receipts are asked
/// about.
///
/// Not: whether what a node says holds; the ledger checks what can be checked, and the rest is only
/// the node's word. Start with [org.zhiheng.links.chain.EthereumChain]. Follows Ethereum's JSON-RPC
/// (ethereum.org, execution-apis).
@NullMarked
package org.zhiheng.links.chain;

import org.jspecify.annotations.NullMarked;
