package org.zhiheng.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.zhiheng.store.postgres.search.Grams;

/// The codes of wide runs that the table `search_code` is known to hold, so that a batch writes
/// only those that are new. Guarded by itself.
///
/// Cost: 4 to 8 bytes a code; all pairs of characters that a million titles hold are some hundred
/// thousand.
final class KnownCodes {

  /// Beyond this the set starts again empty: the table then refuses what it has once more.
  private static final int COUNT_MAX = 4_000_000;

  private IntSet known = new IntSet();

  /// The codes of one transaction.
  Met met() {
    return new Met();
  }

  private synchronized boolean holds(int code) {
    return known.holds(code);
  }

  private synchronized void add(IntSet more) {
    if (known.count() + more.count() > COUNT_MAX) {
      known = new IntSet();
    }
    for (int code : more.values()) {
      known.add(code);
    }
  }

  /// What one transaction meets.
  final class Met {
    private final IntSet fresh = new IntSet();

    /// Notes which of these are new; returns them as they are.
    int[] seen(int[] codes) {
      for (int code : codes) {
        if (Grams.wide(code) && !holds(code)) {
          fresh.add(code);
        }
      }
      return codes;
    }

    /// Writes the new ones, in one order for all transactions.
    void write(Connection connection) throws SQLException {
      if (fresh.count() == 0) {
        return;
      }
      try (PreparedStatement statement =
          connection.prepareStatement(
              "insert into search_code select unnest(?::int[]) on conflict do nothing")) {
        statement.setObject(1, fresh.values());
        statement.executeUpdate();
      }
    }

    /// Remembers them, once they are committed.
    void committed() {
      add(fresh);
    }
  }

  /// A set of numbers in an open table; 0, which no code is, marks a free place.
  private static final class IntSet {
    private int[] places = new int[1 << 10];
    private int count;

    int count() {
      return count;
    }

    boolean holds(int value) {
      int at = place(value);
      while (places[at] != 0) {
        if (places[at] == value) {
          return true;
        }
        at = (at + 1) & (places.length - 1);
      }
      return false;
    }

    void add(int value) {
      if (holds(value)) {
        return;
      }
      if (2 * (count + 1) > places.length) {
        int[] old = places;
        places = new int[old.length * 2];
        for (int kept : old) {
          if (kept != 0) {
            put(kept);
          }
        }
      }
      put(value);
      count++;
    }

    /// All, ascending.
    int[] values() {
      int[] values = new int[count];
      int next = 0;
      for (int kept : places) {
        if (kept != 0) {
          values[next++] = kept;
        }
      }
      Arrays.sort(values);
      return values;
    }

    private void put(int value) {
      int at = place(value);
      while (places[at] != 0) {
        at = (at + 1) & (places.length - 1);
      }
      places[at] = value;
    }

    private int place(int value) {
      int mixed = value * 0x9E37_79B1;
      return (mixed ^ (mixed >>> 15)) & (places.length - 1);
    }
  }
}
