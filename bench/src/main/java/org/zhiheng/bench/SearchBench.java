package org.zhiheng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.register.record.Rights;
import org.zhiheng.seeds.Seed;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.store.postgres.PostgresRights;
import org.zhiheng.store.postgres.search.SearchText;

/// Question: how long does a page of 50 rows take to find while a term is typed, for terms of one
/// to eight characters, separately for those that over 2 % of the rows hold?
///
/// Fixture: the schema that `ImportBench … keep` left. Terms are pieces of titles, names and
/// numbers of rows drawn with a seed. Counts of a sample are compared with a scan of the whole
/// table.
///
/// Run: `java … org.zhiheng.bench.SearchBench TERMS HOME`.
final class SearchBench {

  private static final int PAGE_ROWS = 50;
  private static final int WARM_UP = 200;
  private static final int CHECKED = 25;

  /// Each term is asked for so often: on a machine that others use, the best shows what the work
  /// itself takes, the first what somebody waits.
  private static final int ROUNDS = 3;

  /// Rows held by more than one in fifty are looked at apart.
  private static final int COMMON_ONE_IN = 50;

  private SearchBench() {}

  /// Runs it.
  ///
  /// @param args how many terms, and the workspace
  /// @throws IOException when the database does not start
  /// @throws SQLException when it refuses something
  public static void main(String[] args) throws IOException, SQLException {
    int count = Integer.parseInt(args[0]);
    PrintStream out = System.out;
    Optional<String> external = Optional.ofNullable(System.getenv("ZHIHENG_DATABASE_URL"));
    try (Database database = Database.openSchema(Path.of(args[1]), external, ImportBench.SCHEMA)) {
      try (Connection connection = database.connections().getConnection();
          Statement statement = connection.createStatement()) {
        // as the server does by itself within a minute
        statement.execute("vacuum analyze right_record");
        statement.execute("vacuum analyze right_number");
      }
      List<String> terms = terms(database, count, Seed.of(1));
      Rights rights = new PostgresRights(database, InstantSource.system());
      for (int at = 0; at < WARM_UP; at++) {
        rights.page(query(terms.get(at % terms.size())));
      }
      long all = rights.count(RightQuery.all(ImportBench.OWNER, 1), Long.MAX_VALUE);
      long[] nanos = new long[count];
      long[] best = new long[count];
      Arrays.fill(best, Long.MAX_VALUE);
      boolean[] common = new boolean[count];
      long found = 0;
      for (int round = 0; round < ROUNDS; round++) {
        for (int at = 0; at < count; at++) {
          long from = System.nanoTime();
          found += rights.page(query(terms.get(at))).rows().size();
          long took = System.nanoTime() - from;
          nanos[at] = round == 0 ? took : nanos[at];
          best[at] = Math.min(best[at], took);
        }
      }
      for (int at = 0; at < count; at++) {
        common[at] = rights.count(query(terms.get(at)), all / COMMON_ONE_IN) == all / COMMON_ONE_IN;
      }
      out.printf("rights %,d, terms %,d, rows found %,d%n", all, count, found / ROUNDS);
      report("first asking, terms in up to 2 % of rows", nanos, common, false, terms, out);
      report("first asking, terms in over 2 % of rows", nanos, common, true, terms, out);
      report("best of 3, terms in up to 2 % of rows", best, common, false, terms, out);
      report("best of 3, terms in over 2 % of rows", best, common, true, terms, out);
      check(database, rights, terms, out);
    }
  }

  private static RightQuery query(String term) {
    return RightQuery.all(ImportBench.OWNER, PAGE_ROWS).withTerm(term);
  }

  private static List<String> terms(Database database, int count, Seed seed) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = database.connections().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select title, holder, number from right_record tablesample system (2)"
                    + " repeatable (1) limit 20000")) {
      while (row.next()) {
        texts.addAll(List.of(row.getString(1), row.getString(1), row.getString(2)));
        texts.add(row.getString(3));
      }
    }
    List<String> terms = new ArrayList<>();
    while (terms.size() < count) {
      int[] points = seed.oneOf(texts).codePoints().toArray();
      int length = seed.between(1, 9);
      boolean number = points.length > 2 && points[0] == 'C' && points[1] == 'N';
      if (points.length < length) {
        continue;
      }
      int from = number ? (seed.chance(0.5) ? 0 : 2) : seed.between(0, points.length - length + 1);
      String term = new String(points, from, Math.min(length, points.length - from));
      if (!SearchText.of(term).isEmpty()) {
        terms.add(term);
      }
    }
    return terms;
  }

  private static void report(
      String name,
      long[] nanos,
      boolean[] common,
      boolean wanted,
      List<String> terms,
      PrintStream out) {
    List<Integer> own = new ArrayList<>();
    for (int at = 0; at < nanos.length; at++) {
      if (common[at] == wanted) {
        own.add(at);
      }
    }
    if (own.isEmpty()) {
      out.printf("%s: none%n", name);
      return;
    }
    long[] sorted = own.stream().mapToLong(at -> nanos[at]).sorted().toArray();
    out.printf(
        "%s: %,d; p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        name,
        sorted.length,
        at(sorted, 0.50),
        at(sorted, 0.90),
        at(sorted, 0.99),
        sorted[sorted.length - 1] / 1e6);
    own.sort((one, other) -> Long.compare(nanos[other], nanos[one]));
    StringBuilder slowest = new StringBuilder();
    own.stream()
        .limit(8)
        .forEach(at ->
            slowest
                .append(' ')
                .append(terms.get(at))
                .append(' ')
                .append(nanos[at] / 1_000_000)
                .append(" ms"));
    out.printf("  slowest:%s%n", slowest);
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / 1e6;
  }

  // terms that can only be texts: what LIKE finds in the whole table is what the search must count
  private static void check(Database database, Rights rights, List<String> terms, PrintStream out)
      throws SQLException {
    long searched = 0;
    long scanned = 0;
    int checked = 0;
    try (Connection connection = database.connections().getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select count(*) from right_record where search_text like all(?)")) {
      for (String term : terms) {
        if (checked == CHECKED || term.chars().anyMatch(one -> one < 0x80)) {
          continue;
        }
        checked++;
        searched += rights.count(query(term), Long.MAX_VALUE);
        Object[] patterns = SearchText.runs(term).stream().map(SearchText::pattern).toArray();
        statement.setArray(1, connection.createArrayOf("text", patterns));
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          scanned += row.getLong(1);
        }
      }
    }
    out.printf(
        "checked %d terms: %,d rows searched, %,d scanned: %s%n",
        checked, searched, scanned, searched == scanned ? "equal" : "DIFFERENT");
    if (searched != scanned) {
      throw new IllegalStateException("the search and the scan differ: " + Arrays.asList(terms));
    }
  }
}
