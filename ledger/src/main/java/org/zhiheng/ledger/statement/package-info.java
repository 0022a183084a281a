/// What a leaf stands for: a list of files and facts, and who said so.
///
/// Not: where it is logged, nor when it was said; a statement's own time is only its signer's word.
///
/// CBOR and JSON are read and written by code of our own, some 500 lines for both. Statements come
/// from strangers: what is read here is the least that the formats need, in the one spelling that
/// each value has, with every length checked before room is made for it. A library would bring
/// floats, indefinite lengths, big numbers and dates that no statement may hold, and would still
/// have to be told to refuse a second spelling.
///
/// Start with [org.zhiheng.ledger.statement.SignedStatement]. Follows RFC 8785 (JCS), RFC 8949
/// (CBOR), RFC 9052 (COSE), RFC 9597 (claims in its headers), RFC 9943 (signed statements of SCITT)
/// and RFC 9942 (receipts). The format is described in docs/formats/statement.md.
@NullMarked
package org.zhiheng.ledger.statement;

import org.jspecify.annotations.NullMarked;
