package org.zhiheng.server.rights;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A column of the list that the reader may leave out. Number and title always stand.
public enum Column {
  KIND,
  HOLDER,
  REGION,
  CLASS,
  FILED,
  NOTICED,
  STAGE;

  /// The cookie that keeps the choice.
  public static final String COOKIE = "columns";

  /// Those of a reader who chose none.
  static final Set<Column> USUAL = EnumSet.of(KIND, HOLDER, CLASS, NOTICED, STAGE);

  /// `holder`: the name in cookie, form and message keys.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Reads the cookie: codes apart by dots; empty for the usual ones.
  static List<Column> chosen(String cookie) {
    if (cookie.isEmpty()) {
      return List.copyOf(USUAL);
    }
    List<String> codes = List.of(cookie.split("\\.", values().length + 1));
    List<Column> chosen = new ArrayList<>();
    for (Column column : values()) {
      if (codes.contains(column.code())) {
        chosen.add(column);
      }
    }
    return chosen;
  }
}
