package org.zhiheng.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.register.event.Source;

/// The rows of the files that events of one transaction were read from.
final class Sources {

  private final Connection connection;
  private final BoundedCache cache;
  private final Map<String, Long> found = new HashMap<>();

  Sources(Connection connection, BoundedCache cache) {
    this.connection = connection;
    this.cache = cache;
  }

  /// Finds the row of this source's file or enters it; [#id] answers for it afterwards.
  void resolve(Source source) throws SQLException {
    String key = key(source);
    if (found.containsKey(key)) {
      return;
    }
    Optional<Long> cached = cache.find(key);
    found.put(key, cached.isPresent() ? cached.get() : entered(source));
  }

  /// The row of a source that was resolved.
  long id(Source source) {
    Long id = found.get(key(source));
    if (id == null) {
      throw new IllegalStateException("not resolved: " + source);
    }
    return id;
  }

  private static String key(Source source) {
    return source.digest() + "\n" + source.name();
  }

  /// Remembers what was found, once it is committed.
  void committed() {
    cache.putAll(found);
  }

  private long entered(Source source) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into source (name, digest) values (?, ?) on conflict do nothing")) {
      statement.setString(1, source.name());
      statement.setString(2, source.digest());
      statement.executeUpdate();
    }
    try (PreparedStatement statement =
        connection.prepareStatement("select id from source where name = ? and digest = ?")) {
      statement.setString(1, source.name());
      statement.setString(2, source.digest());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("a source that was entered is not there: " + source.name());
        }
        return row.getLong(1);
      }
    }
  }
}
