package org.zhiheng.store.postgres.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.examine.MarkFeedContract;
import org.zhiheng.jobs.examine.MarkFeed;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.Rights;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.store.postgres.PostgresRights;
import org.zhiheng.store.postgres.TestDatabase;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

final class PostgresMarkFeedTest extends MarkFeedContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_markfeed");

  private final MarkFeed feed = new PostgresMarkFeed(DATABASE.get());
  private final Rights rights = DATABASE.rights();

  @Override
  protected MarkFeed feed() {
    return feed;
  }

  @Override
  protected Rights rights() {
    return rights;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return DATABASE.newOrganisation();
  }

  @Override
  protected void settle() {
    Settling.of(DATABASE.get());
  }

  // the writer begins first and ends last
  @Test
  void passesOverNoWriterThatWasStillOpen() throws SQLException {
    OrganisationId owner = newOrganisation();
    RightId slow = entered(owner, mark(1));
    RightId quick = entered(owner, mark(2));
    Optional<MarkFeed.Point> before = end();
    try (Connection open = DATABASE.get().connections().getConnection();
        Statement statement = open.createStatement()) {
      open.setAutoCommit(false);
      statement.execute(
          "update right_record set title = 'slow', changed_in = pg_current_xact_id() where id = "
              + slow.number());
      touch(quick);
      assertThat(read(owner, before, 1)).isEmpty();
      Optional<MarkFeed.Point> meanwhile = feed.since(before, 9).through();
      assertThat(meanwhile).isEqualTo(before);

      open.commit();
      settle();
      assertThat(read(owner, meanwhile, 1))
          .extracting(MarkFeed.Marked::right)
          .containsExactly(slow, quick);
    }
  }

  @Test
  void givesNothingOfAWriterThatWasTurnedBack() throws SQLException {
    OrganisationId owner = newOrganisation();
    RightId mark = entered(owner, mark(1));
    Optional<MarkFeed.Point> before = end();
    try (Connection open = DATABASE.get().connections().getConnection();
        Statement statement = open.createStatement()) {
      open.setAutoCommit(false);
      statement.execute(
          "update right_record set changed_in = pg_current_xact_id() where id = " + mark.number());
      open.rollback();
    }
    settle();
    assertThat(read(owner, before, 1)).isEmpty();
  }

  @Test
  void givesAllThatOneTransactionWroteInPagesOfOne() {
    OrganisationId owner = newOrganisation();
    RightId first = entered(owner, mark(1));
    RightId second = entered(owner, mark(2));
    RightId third = entered(owner, mark(3));
    Optional<MarkFeed.Point> before = end();
    touch(first, second, third);
    settle();
    assertThat(read(owner, before, 1))
        .extracting(MarkFeed.Marked::right)
        .containsExactly(first, second, third);
  }

  @Test
  void knowsItsPointsThroughAnotherPool() throws IOException {
    OrganisationId owner = newOrganisation();
    entered(owner, mark(1));
    Optional<MarkFeed.Point> end = end();
    try (Database again = DATABASE.opened()) {
      MarkFeed other = new PostgresMarkFeed(again);
      assertThat(other.since(end, 9)).isEqualTo(new MarkFeed.Changes(List.of(), end, false));
      RightId later = entered(owner, mark(2));
      assertThat(other.since(end, 9).marks())
          .extracting(MarkFeed.Marked::right)
          .containsExactly(later);
    }
  }

  @Test
  void namesAnotherSchemaAnotherStore() throws IOException {
    entered(newOrganisation(), mark(1));
    MarkFeed.Point end = end().orElseThrow();
    try (Database other =
        Database.openSchema(Path.of("target", "test-postgres"), external(), "t_markfeed_other")) {
      PostgresRights rights = new PostgresRights(other, InstantSource.system());
      rights.enter(new OrganisationId(1), mark(1), References.NONE, "li");
      settle();
      MarkFeed.Changes changes = new PostgresMarkFeed(other).since(Optional.of(end), 9);
      assertThat(changes.marks()).hasSize(1);
      assertThat(changes.through().orElseThrow().store()).isNotEqualTo(end.store());
      other.dropSchema();
    }
  }

  private static Optional<String> external() {
    return Optional.ofNullable(System.getenv("ZHIHENG_DATABASE_URL")).filter(url -> !url.isBlank());
  }

  // in one transaction
  private static void touch(RightId... ids) {
    Long[] numbers = Arrays.stream(ids).map(RightId::number).toArray(Long[]::new);
    DATABASE
        .get()
        .client()
        .sql("update right_record set changed_in = pg_current_xact_id() where id = any(?)")
        .param(numbers)
        .update();
  }
}
