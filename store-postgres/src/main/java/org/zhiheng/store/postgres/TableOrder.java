package org.zhiheng.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A schema's tables, so that each stands behind those that its rows point to.
final class TableOrder {

  private TableOrder() {}

  /// The tables, without the one that keeps the migrations.
  ///
  /// @throws IllegalStateException when two point to each other
  static List<String> of(Connection connection, String schema) throws SQLException {
    Map<String, Set<String>> pointsTo = new LinkedHashMap<>();
    for (List<String> row :
        rows(
            connection,
            "select c.relname, '' from pg_class c where c.relkind = 'r'"
                + " and c.relnamespace = ?::regnamespace order by c.relname",
            schema)) {
      if (!row.getFirst().equals(Migrations.HISTORY)) {
        pointsTo.put(row.getFirst(), new LinkedHashSet<>());
      }
    }
    for (List<String> row :
        rows(
            connection,
            "select t.relname, o.relname from pg_constraint k"
                + " join pg_class t on t.oid = k.conrelid join pg_class o on o.oid = k.confrelid"
                + " where k.contype = 'f' and t.oid <> o.oid and t.relnamespace = ?::regnamespace",
            schema)) {
      pointsTo.getOrDefault(row.getFirst(), new LinkedHashSet<>()).add(row.getLast());
    }
    List<String> ordered = new ArrayList<>();
    while (ordered.size() < pointsTo.size()) {
      List<String> next =
          pointsTo.entrySet().stream()
              .filter(one -> !ordered.contains(one.getKey()))
              .filter(one -> ordered.containsAll(one.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      if (next.isEmpty()) {
        throw new IllegalStateException("tables point to each other: " + pointsTo);
      }
      ordered.addAll(next);
    }
    return ordered;
  }

  /// The columns that are written: those that are not computed from others.
  static String columns(Connection connection, String schema, String table) throws SQLException {
    List<String> names = new ArrayList<>();
    for (List<String> row :
        rows(
            connection,
            "select quote_ident(a.attname), '' from pg_attribute a"
                + " where a.attrelid = (?::text || '."
                + table
                + "')::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''"
                + " order by a.attnum",
            schema)) {
      names.add(row.getFirst());
    }
    return String.join(", ", names);
  }

  private static List<List<String>> rows(Connection connection, String sql, String schema)
      throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, schema);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(List.of(row.getString(1), row.getString(2)));
        }
      }
    }
    return rows;
  }
}
