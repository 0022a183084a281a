package org.zhiheng.store.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.zhiheng.register.event.Bibliography.Named;
import org.zhiheng.register.party.Party;
import org.zhiheng.values.OrganisationId;

/// The parties of the names of one transaction: known ones found, new ones entered.
final class PartyNames {

  private final Connection connection;
  private final OrganisationId owner;
  private final BoundedCache cache;
  private final Map<String, Long> found = new HashMap<>();

  PartyNames(Connection connection, OrganisationId owner, BoundedCache cache) {
    this.connection = connection;
    this.owner = owner;
    this.cache = cache;
  }

  /// Finds or enters these names, by [PartyKey]; [#id] answers for them afterwards.
  void resolve(Map<String, Named> names) throws SQLException {
    // in one order, so that two transactions entering the same names wait for each other in turn
    SequencedMap<String, Named> missing = new TreeMap<>();
    names.forEach((key, named) -> {
      if (!found.containsKey(key)) {
        cache
            .find(cacheKey(key))
            .ifPresentOrElse(id -> found.put(key, id), () -> missing.put(key, named));
      }
    });
    look(missing);
    if (!missing.isEmpty()) {
      enter(missing);
      look(missing); // another transaction may have entered one first: its party holds
    }
    if (!missing.isEmpty()) {
      throw new SQLException("names without a party: " + missing.size());
    }
  }

  /// The party of a name that was resolved.
  long id(String key) {
    Long id = found.get(key);
    if (id == null) {
      throw new IllegalStateException("not resolved: " + key);
    }
    return id;
  }

  /// Remembers what was found, once it is committed.
  void committed() {
    Map<String, Long> more = new HashMap<>();
    found.forEach((key, id) -> more.put(cacheKey(key), id));
    cache.putAll(more);
  }

  private String cacheKey(String key) {
    return owner.number() + "\n" + key;
  }

  private void look(Map<String, Named> missing) throws SQLException {
    if (missing.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        // one look-up a name, as with the numbers of rights
        connection.prepareStatement(
            """
            select k.key, n.party_id from unnest(?::text[]) k(key), lateral
              (select party_id from party_name where organisation = ? and name_key = k.key offset 0) n
            """)) {
      statement.setArray(1, texts(missing.keySet().toArray()));
      statement.setLong(2, owner.number());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getString(1), rows.getLong(2));
          missing.remove(rows.getString(1));
        }
      }
    }
  }

  private void enter(SequencedMap<String, Named> missing) throws SQLException {
    Named[] named = missing.values().toArray(Named[]::new);
    Object[] texts = new Object[named.length];
    Object[] forms = new Object[named.length];
    Object[] countries = new Object[named.length];
    Object[] regions = new Object[named.length];
    for (int at = 0; at < named.length; at++) {
      texts[at] = named[at].name().strip();
      forms[at] =
          (PartyKey.chinese(named[at].name()) ? Party.Form.CHINESE : Party.Form.LATIN).name();
      countries[at] = named[at].country();
      regions[at] = named[at].region();
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            with given as (
              select nextval('party_id_seq') id, g.*
              from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                g(name_key, text, form, country, region)),
            entered as (
              insert into party_name (organisation, name_key, party_id, ordinal, form, text)
              select ?, name_key, id, 0, form, text from given
              on conflict do nothing returning party_id)
            insert into party (id, organisation, country, region)
            select id, ?, country, region from given where id in (select party_id from entered)
            """)) {
      statement.setArray(1, texts(missing.keySet().toArray()));
      statement.setArray(2, texts(texts));
      statement.setArray(3, texts(forms));
      statement.setArray(4, texts(countries));
      statement.setArray(5, texts(regions));
      statement.setLong(6, owner.number());
      statement.setLong(7, owner.number());
      statement.executeUpdate();
    }
  }

  private Array texts(Object[] values) throws SQLException {
    return connection.createArrayOf("text", values);
  }
}
