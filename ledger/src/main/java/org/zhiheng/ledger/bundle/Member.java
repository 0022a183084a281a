package org.zhiheng.ledger.bundle;

import org.zhiheng.ledger.tree.Hash;

/// A member of a bundle as the digest list names it.
///
/// @param name in the bundle, ASCII
/// @param sizeBytes how long it is
/// @param crc32 as ZIP has it
/// @param sha256 of its bytes
/// @param sm3 of its bytes
record Member(String name, long sizeBytes, int crc32, Hash sha256, Hash sm3) {}
