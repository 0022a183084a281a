package org.zhiheng.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessException;
import org.zhiheng.contracts.finance.DealBookContract;
import org.zhiheng.jobs.finance.DealName;
import org.zhiheng.jobs.finance.deal.DealBook;
import org.zhiheng.jobs.prove.Outbox;
import org.zhiheng.store.postgres.prove.PostgresOutbox;
import org.zhiheng.values.OrganisationId;

final class PostgresDealBookTest extends DealBookContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_deals");

  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

  @Override
  protected DealBook book() {
    return new PostgresDealBook(DATABASE.get());
  }

  @Override
  protected OrganisationId newOrganisation() {
    return DATABASE.newOrganisation();
  }

  /// The transaction that keeps a report makes it due, with all it was reckoned from.
  @Test
  void aReportIsDueToBeLoggedAndNothingIsTakenAway() {
    OrganisationId owner = newOrganisation();
    DealName name = new DealName("due-1");
    book().draft(owner, name, new DealBook.Terms("{\"d\":1}", "{\"a\":1}"), 0, "li", NOW);
    book()
        .issue(owner, name, 1, new DealBook.Issue(LocalDate.EPOCH, "{\"pool\":1}", "", "li", NOW));
    book()
        .report(
            owner,
            name,
            new DealBook.Report(
                1, LocalDate.EPOCH, "{\"k\":1}", "date\n", "{\"r\":1}\n", "li", NOW));
    Outbox outbox = new PostgresOutbox(DATABASE.get());
    List<Outbox.Recorded> recorded =
        outbox.due(10_000).stream()
            .filter(one -> one.kind() == Outbox.Kind.DEAL_REPORT)
            .flatMap(one -> outbox.recorded(one).stream())
            .filter(one -> one.organisation().equals(owner))
            .toList();
    assertThat(recorded)
        .containsExactly(
            new Outbox.Recorded.DealReport(
                owner,
                "due-1",
                1,
                "{\"d\":1}",
                "{\"a\":1}",
                "{\"k\":1}",
                "date\n",
                "{\"r\":1}\n",
                "{\"pool\":1}"));
    for (String change :
        List.of(
            "update deal_version set deal = 'x'",
            "delete from deal_issue",
            "update deal_report set body = 'x'",
            "truncate deal_version cascade")) {
      assertThatThrownBy(() -> DATABASE.get().client().sql(change).update())
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
  }
}
