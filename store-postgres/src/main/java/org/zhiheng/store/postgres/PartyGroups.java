package org.zhiheng.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;

/// A party and all that are merged into it.
final class PartyGroups {

  private PartyGroups() {}

  /// The ids of the group that a party is in, the one it is shown as first; empty when the viewer
  /// has no such party.
  static List<Long> of(Connection connection, OrganisationId viewer, PartyId id)
      throws SQLException {
    List<Long> group = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            with recursive up as (
              select id, into_id from party where id = ? and organisation = ?
              union select p.id, p.into_id from party p join up on p.id = up.into_id),
            down as (
              select id, 0 depth from up where into_id is null
              union all select p.id, down.depth + 1 from party p join down on p.into_id = down.id)
            select id from down order by depth, id
            """)) {
      statement.setLong(1, id.number());
      statement.setLong(2, viewer.number());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          group.add(row.getLong(1));
        }
      }
    }
    return group;
  }
}
