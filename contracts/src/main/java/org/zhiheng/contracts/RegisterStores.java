package org.zhiheng.contracts;

import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.imports.ImportRuns;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.record.Rights;

/// The record's ports as one back end gives them, all over the same records.
///
/// @param rights the rights
/// @param parties the parties they name
/// @param runs the import runs
/// @param trail the audit trail
public record RegisterStores(Rights rights, Parties parties, ImportRuns runs, AuditTrail trail) {}
