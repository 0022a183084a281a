package org.zhiheng.contracts.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.finance.DealName;
import org.zhiheng.jobs.finance.deal.DealBook;
import org.zhiheng.values.OrganisationId;

/// What every store of deals must do.
public abstract class DealBookContract {

  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final DealName NAME = new DealName("交易-1");

  /// The store under test.
  protected abstract DealBook book();

  /// An organisation that has no records yet.
  protected abstract OrganisationId newOrganisation();

  private static DealBook.Terms terms(String deal) {
    return new DealBook.Terms("{\"deal\":\"" + deal + "\"}", "{}");
  }

  private static DealBook.Issue issue() {
    return new DealBook.Issue(LocalDate.of(2026, 11, 22), "{\"pool\":[]}", "板", "li", NOW);
  }

  private static DealBook.Report report(int period) {
    return new DealBook.Report(
        period,
        LocalDate.of(2026, 12, 15).plusMonths(period),
        "{\"assume\":\"none\"}",
        "date,interest\n",
        "{\"period\":" + period + "}\n",
        "li",
        NOW);
  }

  @Test
  void draftsFollowOneAnother() {
    OrganisationId owner = newOrganisation();
    assertThat(book().find(owner, NAME)).isEmpty();
    assertThat(book().draft(owner, NAME, terms("a"), 0, "li", NOW))
        .isEqualTo(new DealBook.Drafted.Done(1));
    assertThat(book().draft(owner, NAME, terms("a"), 0, "wang", NOW))
        .isEqualTo(new DealBook.Drafted.Unchanged(1));
    assertThat(book().draft(owner, NAME, terms("b"), 0, "wang", NOW))
        .isEqualTo(new DealBook.Drafted.Stale(1));
    assertThat(book().draft(owner, NAME, terms("b"), 1, "wang", NOW))
        .isEqualTo(new DealBook.Drafted.Done(2));
    assertThat(book().find(owner, NAME))
        .contains(new DealBook.Kept(NAME, 2, terms("b"), "wang", NOW, Optional.empty(), 0));
  }

  @Test
  void whatWasIssuedChangesNoMoreAndIsReportedOnPeriodByPeriod() {
    OrganisationId owner = newOrganisation();
    assertThat(book().issue(owner, NAME, 1, issue())).isFalse();
    book().draft(owner, NAME, terms("a"), 0, "li", NOW);
    book().draft(owner, NAME, terms("b"), 1, "li", NOW);
    assertThat(book().report(owner, NAME, report(1))).isFalse();
    assertThat(book().issue(owner, NAME, 1, issue())).isFalse();
    assertThat(book().issue(owner, NAME, 2, issue())).isTrue();
    assertThat(book().issue(owner, NAME, 2, issue())).isFalse();
    assertThat(book().draft(owner, NAME, terms("c"), 2, "li", NOW))
        .isEqualTo(new DealBook.Drafted.Issued(LocalDate.of(2026, 11, 22)));
    assertThat(book().report(owner, NAME, report(2))).isFalse();
    assertThat(book().report(owner, NAME, report(1))).isTrue();
    assertThat(book().report(owner, NAME, report(1))).isFalse();
    assertThat(book().report(owner, NAME, report(2))).isTrue();
    assertThat(book().reports(owner, NAME)).containsExactly(report(1), report(2));
    DealBook.Kept kept = book().find(owner, NAME).orElseThrow();
    assertThat(kept.terms()).isEqualTo(terms("b"));
    assertThat(kept.issued()).contains(issue());
    assertThat(kept.reported()).isEqualTo(2);
  }

  @Test
  void organisationsAreKeptApart() {
    OrganisationId one = newOrganisation();
    OrganisationId other = newOrganisation();
    book().draft(one, NAME, terms("a"), 0, "li", NOW);
    book().issue(one, NAME, 1, issue());
    book().report(one, NAME, report(1));
    assertThat(book().find(other, NAME)).isEmpty();
    assertThat(book().page(other, Optional.empty(), 10)).isEmpty();
    assertThat(book().reports(other, NAME)).isEmpty();
    assertThat(book().issue(other, NAME, 1, issue())).isFalse();
    assertThat(book().report(other, NAME, report(2))).isFalse();
    assertThat(book().draft(other, NAME, terms("x"), 0, "li", NOW))
        .isEqualTo(new DealBook.Drafted.Done(1));
    assertThat(book().find(one, NAME).orElseThrow().terms()).isEqualTo(terms("a"));
  }

  @Test
  void pagesGoOnBehindAName() {
    OrganisationId owner = newOrganisation();
    for (String name : List.of("c", "a", "b")) {
      book().draft(owner, new DealName(name), terms(name), 0, "li", NOW);
    }
    assertThat(book().page(owner, Optional.empty(), 2))
        .extracting(one -> one.name().text())
        .containsExactly("a", "b");
    assertThat(book().page(owner, Optional.of(new DealName("b")), 2))
        .extracting(one -> one.name().text())
        .containsExactly("c");
  }

  /// Thirty two who would report on the same period: one does.
  @Test
  void onePeriodIsReportedOnce() throws InterruptedException, ExecutionException {
    OrganisationId owner = newOrganisation();
    book().draft(owner, NAME, terms("a"), 0, "li", NOW);
    book().issue(owner, NAME, 1, issue());
    List<Future<Boolean>> answers = new ArrayList<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int client = 0; client < 32; client++) {
        answers.add(clients.submit(() -> book().report(owner, NAME, report(1))));
      }
    }
    int kept = 0;
    for (Future<Boolean> answer : answers) {
      kept += answer.get() ? 1 : 0;
    }
    assertThat(kept).isEqualTo(1);
    assertThat(book().reports(owner, NAME)).hasSize(1);
  }
}
