package org.zhiheng.cli;

import java.time.InstantSource;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.administer.DocketDesk;
import org.zhiheng.jobs.finance.FinanceDesk;
import org.zhiheng.jobs.finance.deal.DealDesk;
import org.zhiheng.jobs.prove.EvidenceBook;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.store.postgres.PostgresDealBook;
import org.zhiheng.store.postgres.PostgresDocketNotes;
import org.zhiheng.store.postgres.PostgresPledges;
import org.zhiheng.store.postgres.PostgresRights;
import org.zhiheng.store.postgres.prove.PostgresCheckpointProofs;
import org.zhiheng.store.postgres.prove.PostgresEvidence;

/// Financing over a workspace on PostgreSQL.
record StoredFinancing(
    Records records,
    PostgresRights rights,
    Database database,
    AuditTrail trail,
    InstantSource clock)
    implements Financing {

  @Override
  public FinanceDesk open() {
    return desk(docket());
  }

  @Override
  public DealDesk deals() {
    DocketDesk docket = docket();
    return new DealDesk(records, docket, desk(docket), new PostgresDealBook(database), trail);
  }

  private DocketDesk docket() {
    return new DocketDesk(records, new PostgresDocketNotes(database), trail, clock);
  }

  private FinanceDesk desk(DocketDesk docket) {
    return new FinanceDesk(
        records,
        docket,
        new PostgresPledges(database, rights),
        new EvidenceBook(new PostgresEvidence(database), new PostgresCheckpointProofs(database)),
        trail);
  }
}
