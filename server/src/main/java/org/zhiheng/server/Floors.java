package org.zhiheng.server;

import java.time.InstantSource;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.Accounts;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Gate;
import org.zhiheng.jobs.imports.ImportDesk;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.server.security.GuardSettings;

/// What the roof stands on.
///
/// @param door who comes in
/// @param jobs what is done here
/// @param clock that dates what is shown
public record Floors(Door door, Jobs jobs, InstantSource clock) {

  /// Who comes in.
  ///
  /// @param settings what is turned away
  /// @param gate knows who has the key
  /// @param accounts there are
  /// @param book keeps them
  public record Door(GuardSettings settings, Gate gate, Accounts accounts, AccountBook book) {}

  /// What is done here.
  ///
  /// @param records the rights
  /// @param parties the parties
  /// @param imports the runs there were
  /// @param desk takes uploads
  /// @param audit what was done
  public record Jobs(
      Records records, PartyBook parties, Imports imports, ImportDesk desk, AuditTrail audit) {}
}
