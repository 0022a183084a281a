package org.zhiheng.store.postgres.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.access.AccountsContract;
import org.zhiheng.contracts.answers.KeptAnswersContract;
import org.zhiheng.jobs.access.Accounts;
import org.zhiheng.jobs.access.Tries;
import org.zhiheng.jobs.answers.KeptAnswers;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.store.postgres.TestDatabase;
import org.zhiheng.values.OrganisationId;

/// The contracts of accounts and of kept answers, on PostgreSQL.
final class PostgresAccountsTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_accounts");

  private static long count;

  private static synchronized String next() {
    count++;
    return "n" + count;
  }

  @Test
  void remembersTriesThroughAnotherPool() throws IOException {
    Tries tries = new Tries(7, Instant.parse("2026-11-22T08:00:00.123456Z"));
    assertThat(new PostgresAccounts(DATABASE.get()).replaceTries("?77", Tries.NONE, tries))
        .isTrue();

    try (Database again = DATABASE.opened()) {
      assertThat(new PostgresAccounts(again).tries("?77")).isEqualTo(tries);
    }
  }

  @Nested
  final class OfAccounts extends AccountsContract {
    private final PostgresAccounts accounts = new PostgresAccounts(DATABASE.get());

    @Override
    protected Accounts accounts() {
      return accounts;
    }

    @Override
    protected String unique() {
      return next();
    }
  }

  @Nested
  final class OfAnswers extends KeptAnswersContract {
    private final PostgresAnswers answers = new PostgresAnswers(DATABASE.get());

    @Override
    protected KeptAnswers answers() {
      return answers;
    }

    @Override
    protected OrganisationId organisation() {
      return new OrganisationId(1);
    }

    @Override
    protected OrganisationId otherOrganisation() {
      return new OrganisationId(2);
    }

    @Override
    protected String unique() {
      return next();
    }
  }
}
