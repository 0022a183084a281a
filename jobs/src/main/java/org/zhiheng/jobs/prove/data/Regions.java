package org.zhiheng.jobs.prove.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.jobs.prove.use.Said;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;
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
    List<List<String>> fields = lines("fields.tsv", 5);
    List<List<String>> terms = lines("terms.tsv", 8);
    return new Regions(
        lines("regions.tsv", 10).stream().map(cells -> region(cells, fields, terms)).toList());
  }

  private static List<List<String>> lines(String file, int count) {
    try (InputStream in = Regions.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> cells(file, line, count))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  private static List<String> cells(String file, String line, int count) {
    List<String> cells = List.of(line.split("\t", -1));
    if (cells.size() != count) {
      throw new IllegalArgumentException(file + " has " + count + " cells a line: " + line);
    }
    return cells;
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
    List<String> words = List.of(checked.split(" "));
    return new Citation(
        region.get(4),
        article,
        region.get(6),
        words.size() > 1 ? Optional.of(LocalDate.parse(words.get(1))) : Optional.empty(),
        Confidence.valueOf(words.getFirst().toUpperCase(Locale.ROOT)));
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
