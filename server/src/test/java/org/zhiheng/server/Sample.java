package org.zhiheng.server;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.zhiheng.contracts.access.MemoryTrail;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.imports.ImportDesk;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.server.page.Visitor;

/// A house full of made-up records, with somebody signed in.
final class Sample {

  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T01:30:00Z"));

  private Sample() {}

  static Floors floors(int rights) {
    Visitor visitor =
        new Visitor(
            Acting.as(SampleRights.OURS, "li.na", Role.ADMINISTRATOR),
            "李娜",
            "administrator",
            "吉林省知识产权局");
    MemoryTrail audit = new MemoryTrail();
    audit.keep(
        new AuditTrail.Entry(
            CLOCK.instant(), SampleRights.OURS, "li.na", "import", "I1", "gazette-2019-36.csv"));
    audit.keep(
        new AuditTrail.Entry(
            CLOCK.instant(), SampleRights.OURS, "li.na", "export", "rights", "kind=design"));
    SampleParties parties = new SampleParties();
    NoDocuments documents = new NoDocuments();
    Imports imports = new Imports(new SampleRuns(), audit, CLOCK);
    return new Floors(
        _ -> Optional.of(visitor),
        new Records(new SampleRights(rights), parties, documents, audit, CLOCK),
        new PartyBook(parties, audit, CLOCK),
        imports,
        new ImportDesk(imports, documents),
        audit,
        CLOCK);
  }
}
