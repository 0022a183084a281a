package org.zhiheng.store.postgres.prove;

import java.util.List;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.values.Digest;

/// The documents that evidence names, over all organisations: for checks of a whole workspace.
///
/// @param database open, and kept open by its owner
public record PostgresEvidenceFiles(Database database) {

  /// Those of evidence that was not erased.
  public List<Digest> named() {
    return database
        .client()
        .sql(
            "select distinct f.sha256 from evidence_file f join evidence e on e.id = f.evidence"
                + " where e.erased_by is null order by 1")
        .query((row, _) -> new Digest(row.getString(1)))
        .list();
  }
}
