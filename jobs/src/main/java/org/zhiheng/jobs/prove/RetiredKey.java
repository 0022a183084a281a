package org.zhiheng.jobs.prove;

import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.statement.KeyEvent;
import org.zhiheng.values.OrganisationId;

/// A key that signed once, and what is needed to check what it signed.
///
/// @param use what it signed
/// @param key its public half
/// @param last index of the last entry that was logged while it signed; -1 where none was
/// @param organisation whose evidence the statement of its end is
/// @param event that statement
public record RetiredKey(
    KeyEvent.Use use, VerifierKey key, long last, OrganisationId organisation, EvidenceId event) {}
