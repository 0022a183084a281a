package org.zhiheng.jobs.examine;

import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.similarity.goods.GoodsPicker;
import org.zhiheng.similarity.goods.GoodsSuggestion;
import org.zhiheng.similarity.goods.GoodsTable;
import org.zhiheng.similarity.goods.GoodsTableReader;
import org.zhiheng.values.ProblemsException;

/// The 类似商品和服务区分表 as it was imported: takes editions in and hands out the latest.
///
/// Safe for many threads; the table in use is read once.
public final class GoodsShelf {

  private final GoodsEditions editions;
  private final AuditTrail trail;
  private final InstantSource clock;

  /// Guarded by this.
  private Optional<InUse> inUse = Optional.empty();

  /// Over these editions.
  public GoodsShelf(GoodsEditions editions, AuditTrail trail, InstantSource clock) {
    this.editions = editions;
    this.trail = trail;
    this.clock = clock;
  }

  /// What taking an edition in came to.
  ///
  /// @param edition as it is kept
  /// @param fresh false when its content was there already
  public record Taken(GoodsEditions.Edition edition, boolean fresh) {}

  /// What free text may mean by the latest table.
  ///
  /// @param edition the table's name
  /// @param terms how many English terms came with it; with none, English text finds nothing
  /// @param suggestions best first
  public record Suggested(String edition, int terms, List<GoodsSuggestion> suggestions) {
    /// Copies the list.
    public Suggested {
      suggestions = List.copyOf(suggestions);
    }
  }

  /// A table that was read, its list in English, and the picker over both.
  private record InUse(GoodsTable table, int terms, GoodsPicker picker) {}

  /// Takes an edition in.
  ///
  /// @param name of the edition, such as `NCL12-2025`
  /// @param files each by its name, as `docs/formats/goods-table.md` says
  /// @throws ProblemsException with all problems when it is refused; nothing is kept then
  public Taken take(Acting acting, String name, Map<String, byte[]> files) {
    acting.must(Permission.IMPORT);
    GoodsTable table =
        switch (GoodsTableReader.read(name, files)) {
          case GoodsTableReader.Outcome.Read read -> read.table();
          case GoodsTableReader.Outcome.Refused refused ->
              throw new ProblemsException(refused.problems());
        };
    GoodsEditions.Edition edition =
        new GoodsEditions.Edition(
            table.digest(),
            name,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            acting.name(),
            table.rows().groups().size(),
            table.rows().items().size(),
            table.rows().notes().size());
    List<NamedBytes> kept =
        new TreeMap<>(files)
            .entrySet().stream()
                .map(file -> new NamedBytes(file.getKey(), file.getValue()))
                .toList();
    boolean fresh = editions.keep(edition, kept);
    trail.keep(
        new AuditTrail.Entry(
            edition.importedAt(),
            acting.organisation(),
            acting.name(),
            "import",
            "goods-table",
            name + " " + table.digest().brief()));
    return new Taken(edition, fresh);
  }

  /// All editions, newest first.
  public List<GoodsEditions.Edition> all() {
    return editions.all();
  }

  /// The newest, if one was imported.
  ///
  /// @throws IOException when it cannot be read
  public Optional<GoodsTable> latest() throws IOException {
    return inUse().map(InUse::table);
  }

  /// Goods and services that free text, Chinese or English, may mean by the newest table; empty
  /// when none was imported.
  ///
  /// @param text one thing, not a list; what is longer than [GoodsPicker#TEXT_LENGTH_MAX] is cut
  /// @param most how many at most, 1..[GoodsPicker#MOST_MAX]
  /// @throws IOException when the table cannot be read
  public Optional<Suggested> suggest(String text, int most) throws IOException {
    return inUse()
        .map(use ->
            new Suggested(use.table().edition(), use.terms(), use.picker().suggest(text, most)));
  }

  private synchronized Optional<InUse> inUse() throws IOException {
    List<GoodsEditions.Edition> all = editions.all();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    GoodsEditions.Edition newest = all.getFirst();
    if (inUse.map(use -> use.table().digest().equals(newest.digest())).orElse(false)) {
      return inUse;
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (NamedBytes file :
        editions
            .files(newest.digest())
            .orElseThrow(() -> new IOException("the goods table's files are not there"))) {
      files.put(file.name(), file.bytes());
    }
    inUse =
        switch (GoodsTableReader.read(newest.name(), files)) {
          case GoodsTableReader.Outcome.Read read ->
              Optional.of(
                  new InUse(
                      read.table(),
                      read.terms().size(),
                      GoodsPicker.of(read.table(), read.terms())));
          case GoodsTableReader.Outcome.Refused refused ->
              throw new IOException(
                  "the kept goods table does not read: " + refused.problems().getFirst().line());
        };
    return inUse;
  }
}
