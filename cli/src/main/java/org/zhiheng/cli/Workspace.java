package org.zhiheng.cli;

import java.io.Closeable;
import java.io.IOException;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.OrganisationBook;
import org.zhiheng.jobs.examine.GoodsShelf;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.jobs.imports.TableImports;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.jobs.records.Records;

/// The jobs of one open workspace, and in whose name the command line calls them.
///
/// @param owner the workspace's owner: whoever may read its folder may do everything in it
/// @param records the rights
/// @param imports takes offices' files in
/// @param tables takes tables of one's own records in
/// @param parties the parties
/// @param accounts users and tokens
/// @param organisations who shares the workspace
/// @param trail what was done
/// @param goods the table of similar goods
/// @param marks opens what examining marks needs
/// @param proving opens what proving needs
/// @param administering opens what administering rights needs
/// @param financing opens what financing needs
/// @param closing lets the database go
record Workspace(
    Acting owner,
    Records records,
    Imports imports,
    TableImports tables,
    PartyBook parties,
    AccountBook accounts,
    OrganisationBook organisations,
    AuditTrail trail,
    GoodsShelf goods,
    Marks marks,
    Proving proving,
    Administering administering,
    Financing financing,
    Closeable closing)
    implements Closeable {

  @Override
  public void close() throws IOException {
    closing.close();
  }
}
