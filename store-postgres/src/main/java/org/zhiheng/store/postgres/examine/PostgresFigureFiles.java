package org.zhiheng.store.postgres.examine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.jobs.examine.FigureFiles;
import org.zhiheng.jobs.examine.NamedBytes;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// Features of figures, a row for each picture of a mark.
public final class PostgresFigureFiles implements FigureFiles {

  /// Rows read at a time: some kilobytes each.
  private static final int BATCH = 500;

  private final JdbcClient client;

  /// @param database open, and kept open by its owner
  public PostgresFigureFiles(Database database) {
    this.client = database.client();
  }

  @Override
  public void keep(
      OrganisationId organisation, RightId right, Digest picture, NamedBytes features) {
    client
        .sql(
            """
            insert into figure (organisation, right_id, picture, version, features)
            values (?, ?, ?, ?, ?)
            on conflict (organisation, right_id, picture) do update
              set version = excluded.version, features = excluded.features
            """)
        .params(
            organisation.number(), right.number(), picture.hex(), features.name(), features.bytes())
        .update();
  }

  @Override
  public void each(OrganisationId organisation, Consumer<Filed> consumer) {
    long right = Long.MIN_VALUE;
    String picture = "";
    List<Filed> batch;
    do {
      batch =
          client
              .sql(
                  """
                  select * from figure where organisation = ? and (right_id, picture) > (?, ?)
                  order by right_id, picture limit ?
                  """)
              .params(organisation.number(), right, picture, BATCH)
              .query((row, _) -> filed(row))
              .list();
      batch.forEach(consumer);
      if (!batch.isEmpty()) {
        right = batch.getLast().right().number();
        picture = batch.getLast().picture().hex();
      }
    } while (batch.size() == BATCH);
  }

  @Override
  public List<Filed> of(OrganisationId organisation, RightId right) {
    return client
        .sql("select * from figure where organisation = ? and right_id = ? order by picture")
        .params(organisation.number(), right.number())
        .query((row, _) -> filed(row))
        .list();
  }

  @Override
  public void asked(OrganisationId organisation, Digest picture) {
    client
        .sql(
            "insert into asked_picture (organisation, picture) values (?, ?)"
                + " on conflict do nothing")
        .params(organisation.number(), picture.hex())
        .update();
  }

  @Override
  public boolean knows(OrganisationId organisation, Digest picture) {
    return client
        .sql(
            """
            select exists (select from asked_picture where organisation = ? and picture = ?)
                or exists (select from figure where organisation = ? and picture = ?)
            """)
        .params(organisation.number(), picture.hex(), organisation.number(), picture.hex())
        .query(Boolean.class)
        .single();
  }

  private static Filed filed(ResultSet row) throws SQLException {
    return new Filed(
        new RightId(row.getLong("right_id")),
        new Digest(row.getString("picture")),
        new NamedBytes(row.getString("version"), row.getBytes("features")));
  }
}
