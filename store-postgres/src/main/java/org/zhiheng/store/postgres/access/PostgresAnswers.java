package org.zhiheng.store.postgres.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.jobs.answers.KeptAnswers;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.values.Digest;

/// Kept answers in PostgreSQL: one row a key, claimed by inserting it.
public final class PostgresAnswers implements KeptAnswers {

  /// A claim that was given back between two looks is taken again; not for ever.
  private static final int LOOKS_MAX = 5;

  private final JdbcClient client;

  /// @param database open, and kept open by its owner
  public PostgresAnswers(Database database) {
    this.client = database.client();
  }

  @Override
  public Claim claim(Key key, Digest request, Instant at) {
    for (int look = 0; look < LOOKS_MAX; look++) {
      if (inserted(key, request, at)) {
        return new Claim.Fresh();
      }
      Optional<Claim> standing = standing(key, request);
      if (standing.isPresent()) {
        return standing.get();
      }
    }
    return new Claim.UnderWay();
  }

  private boolean inserted(Key key, Digest request, Instant at) {
    return client
            .sql(
                """
                insert into kept_answer as kept (organisation, who, key, request, at)
                values (:organisation, :who, :key, :request, :at)
                on conflict (organisation, who, key) do update
                  set request = excluded.request, at = excluded.at, status = null,
                    location = '', etag = '', content_type = '', body = ''
                  where kept.at <= case when kept.status is null
                    then :lost::timestamptz else :old::timestamptz end
                """)
            .param("organisation", key.organisation().number())
            .param("who", key.who())
            .param("key", key.text())
            .param("request", request.hex())
            .param("at", time(at))
            .param("lost", time(at.minus(CLAIM_LOST_AFTER)))
            .param("old", time(at.minus(KEPT_FOR)))
            .update()
        == 1;
  }

  private Optional<Claim> standing(Key key, Digest request) {
    return client
        .sql(
            "select request, status, location, etag, content_type, body from kept_answer"
                + " where organisation = ? and who = ? and key = ?")
        .params(key.organisation().number(), key.who(), key.text())
        .query((row, _) -> {
          if (!row.getString("request").equals(request.hex())) {
            return (Claim) new Claim.Different();
          }
          int status = row.getInt("status");
          if (row.wasNull()) {
            return (Claim) new Claim.UnderWay();
          }
          return (Claim)
              new Claim.Answered(
                  new Answer(
                      status,
                      row.getString("location"),
                      row.getString("etag"),
                      row.getString("content_type"),
                      row.getString("body")));
        })
        .optional();
  }

  @Override
  public void keep(Key key, Answer answer, Instant at) {
    client
        .sql(
            """
            update kept_answer
            set at = ?, status = ?, location = ?, etag = ?, content_type = ?, body = ?
            where organisation = ? and who = ? and key = ?
            """)
        .params(
            time(at),
            answer.status(),
            answer.location(),
            answer.etag(),
            answer.contentType(),
            answer.body(),
            key.organisation().number(),
            key.who(),
            key.text())
        .update();
  }

  @Override
  public void release(Key key) {
    client
        .sql(
            "delete from kept_answer"
                + " where organisation = ? and who = ? and key = ? and status is null")
        .params(key.organisation().number(), key.who(), key.text())
        .update();
  }

  @Override
  public int forget(Instant before) {
    return client.sql("delete from kept_answer where at < ?").param(time(before)).update();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
