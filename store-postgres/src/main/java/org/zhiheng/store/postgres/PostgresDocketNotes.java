package org.zhiheng.store.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.jobs.administer.DocketNotes;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// Notes on deadlines, a row each; a trigger refuses to change them, another marks the right to be
/// counted anew.
public final class PostgresDocketNotes implements DocketNotes {

  private final JdbcClient client;

  /// @param database open, and kept open by its owner
  public PostgresDocketNotes(Database database) {
    this.client = database.client();
  }

  @Override
  public void keep(Note note) {
    client
        .sql(
            "insert into docket_note (organisation, right_id, key, what, text, by_name, at)"
                + " values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            note.organisation().number(),
            note.right().number(),
            note.key(),
            note.what().code(),
            note.text(),
            note.by(),
            note.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public List<Note> of(OrganisationId organisation, RightId right) {
    return client
        .sql("select * from docket_note where right_id = ? and organisation = ? order by id")
        .params(right.number(), organisation.number())
        .query((row, _) -> note(row))
        .list();
  }

  static Note note(ResultSet row) throws SQLException {
    return new Note(
        new OrganisationId(row.getLong("organisation")),
        new RightId(row.getLong("right_id")),
        row.getString("key"),
        What.of(row.getString("what")).orElseThrow(),
        row.getString("text"),
        row.getString("by_name"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
