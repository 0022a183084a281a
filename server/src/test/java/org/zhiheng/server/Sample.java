package org.zhiheng.server;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.server.page.Visitor;
import org.zhiheng.values.OrganisationId;

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
    AuditTrail audit =
        new AuditTrail() {
          @Override
          public void keep(Entry entry) {}

          @Override
          public List<Kept> page(OrganisationId organisation, Optional<Long> before, int limit) {
            return List.of();
          }
        };
    SampleParties parties = new SampleParties();
    return new Floors(
        _ -> Optional.of(visitor),
        new Records(new SampleRights(rights), parties, new NoDocuments(), audit, CLOCK),
        new PartyBook(parties, audit, CLOCK),
        CLOCK);
  }
}
