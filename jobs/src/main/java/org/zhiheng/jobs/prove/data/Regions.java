package org.zhiheng.jobs.prove.data;

import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.jobs.cited.CitedFile;
import org.zhiheng.jobs.prove.use.Said;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Parsed;

/// The places that register data, as three files of data with their sources say: none of it is in
/// code. A line that has another number of cells, or lacks its source, refuses the whole.
public final class Regions {

  private final List<Region> all;

  private Regions(List<Region> all) {
    this.all = List.copyOf(all);
  }

  /// Reads the files that come with the program.
  public static Regions load() {
    List<List<String>> fields = CitedFile.lines(Regions.class, "fields.tsv", 5);
    List<List<String>> terms = CitedFile.lines(Regions.class, "terms.tsv", 8);
    return new Regions(
        CitedFile.lines(Regions.class, "regions.tsv", 10).stream()
            .map(cells -> region(cells, fields, terms))
            .toList());
  }

  private static Region region(
      List<String> cells, List<List<String>> fields, List<List<String>> terms) {
    String code = cells.getFirst();
    return new Region(
        code,
        new Said(cells.get(1), cells.get(2)),
        cells.get(3),
        new Said(cells.get(8), cells.get(9)),
        citation(cells, cells.get(5), cells.get(7)),
        fields.stream()
            .filter(one -> one.getFirst().equals(code))
            .map(one ->
                new Region.Field(
                    one.get(1),
                    Region.Need.valueOf(one.get(2).toUpperCase(Locale.ROOT)),
                    new Said(one.get(3), one.get(4))))
            .toList(),
        term(cells, terms, "publicity"),
        term(cells, terms, "validity"));
  }

  private static Region.Term term(List<String> region, List<List<String>> terms, String name) {
    List<String> cells =
        terms.stream()
            .filter(one -> one.getFirst().equals(region.getFirst()) && one.get(1).equals(name))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException(region.getFirst() + " has no line on " + name));
    String value = cells.get(2);
    return new Region.Term(
        value.startsWith("P") ? Optional.of(Period.parse(value)) : Optional.empty(),
        !value.equals("unknown"),
        cells.get(3),
        new Said(cells.get(6), cells.get(7)),
        citation(region, cells.get(4), cells.get(5)));
  }

  private static Citation citation(List<String> region, String article, String checked) {
    return CitedFile.citation(region.get(4), article, region.get(6), checked);
  }

  /// All of them, in the order of the file.
  public List<Region> all() {
    return all;
  }

  /// Reads `zhejiang`; refused with `data-region`.
  public Parsed<Region> parse(String code) {
    Optional<Region> found = all.stream().filter(one -> one.code().equals(code)).findFirst();
    return found.isPresent()
        ? Parsed.ok(found.get())
        : Parsed.refused(
            "data-region",
            code,
            "A region is one of "
                + all.stream().map(Region::code).collect(Collectors.joining(", "))
                + ".");
  }
}
