package org.zhiheng.store.postgres.examine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiheng.jobs.examine.GoodsEditions;
import org.zhiheng.jobs.examine.NamedBytes;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.values.Digest;

/// Editions of the goods table with their files, as they were imported.
public final class PostgresGoodsEditions implements GoodsEditions {

  private final JdbcClient client;
  private final TransactionTemplate transaction;

  /// @param database open, and kept open by its owner
  public PostgresGoodsEditions(Database database) {
    this.client = database.client();
    this.transaction = database.transaction();
  }

  @Override
  public boolean keep(Edition edition, List<NamedBytes> files) {
    long bytes = files.stream().mapToLong(file -> file.bytes().length).sum();
    if (bytes > BYTES_MAX) {
      throw new IllegalArgumentException("files must be <= " + BYTES_MAX + " bytes: " + bytes);
    }
    return Objects.requireNonNull(transaction.execute(_ -> kept(edition, files)));
  }

  private boolean kept(Edition edition, List<NamedBytes> files) {
    boolean fresh =
        client
            .sql(
                """
                insert into goods_edition as known
                  (digest, name, imported_at, by_name, groups, items, notes, kept_order)
                values (?, ?, ?, ?, ?, ?, ?, nextval('goods_edition_seq'))
                on conflict (digest) do update
                  set name = excluded.name, imported_at = excluded.imported_at,
                    by_name = excluded.by_name, kept_order = excluded.kept_order
                returning not exists (select from goods_file where digest = known.digest)
                """)
            .params(
                edition.digest().hex(),
                edition.name(),
                Columns.time(edition.importedAt()),
                edition.by(),
                edition.groups(),
                edition.items(),
                edition.notes())
            .query(Boolean.class)
            .single();
    if (fresh) {
      for (int ordinal = 0; ordinal < files.size(); ordinal++) {
        NamedBytes file = files.get(ordinal);
        client
            .sql("insert into goods_file (digest, ordinal, name, content) values (?, ?, ?, ?)")
            .params(edition.digest().hex(), ordinal, file.name(), file.bytes())
            .update();
      }
    }
    return fresh;
  }

  @Override
  public List<Edition> all() {
    return client
        .sql("select * from goods_edition order by kept_order desc")
        .query((row, _) ->
            new Edition(
                new Digest(row.getString("digest")),
                row.getString("name"),
                Columns.time(row, "imported_at"),
                row.getString("by_name"),
                row.getInt("groups"),
                row.getInt("items"),
                row.getInt("notes")))
        .list();
  }

  @Override
  public Optional<List<NamedBytes>> files(Digest digest) {
    List<NamedBytes> files =
        client
            .sql("select name, content from goods_file where digest = ? order by ordinal")
            .param(digest.hex())
            .query((row, _) -> new NamedBytes(row.getString("name"), row.getBytes("content")))
            .list();
    return Optional.of(files).filter(found -> !found.isEmpty());
  }
}
