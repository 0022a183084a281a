package org.zhiheng.store.postgres.examine;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.jobs.examine.Answers;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;

/// Answers of the other side, a row each; a trigger refuses to change them.
public final class PostgresAnswers implements Answers {

  private final JdbcClient client;

  /// @param database open, and kept open by its owner
  public PostgresAnswers(Database database) {
    this.client = database.client();
  }

  @Override
  public void keep(Answer answer) {
    client
        .sql(
            "insert into answer (organisation, party_id, at, by_name, text)"
                + " values (?, ?, ?, ?, ?)")
        .params(
            answer.organisation().number(),
            answer.party().number(),
            Columns.time(answer.at()),
            answer.by(),
            answer.text())
        .update();
  }

  @Override
  public List<Answer> about(OrganisationId organisation, PartyId party) {
    return client
        .sql("select * from answer where organisation = ? and party_id = ? order by id")
        .params(organisation.number(), party.number())
        .query((row, _) ->
            new Answer(
                organisation,
                party,
                Columns.time(row, "at"),
                row.getString("by_name"),
                row.getString("text")))
        .list();
  }
}
