package org.zhiheng.jobs.prove.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.jobs.prove.use.Said;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.Parsed;

/// The regions that come with the program: data with sources, none of it in code.
///
/// Two files of text with cells between tabs, as their heads say; a cell that is missing refuses
/// the whole.
public final class DataRegions {

  private static final int REGION_CELLS = 13;
  private static final int FIELD_CELLS = 5;
  private static final String UNKNOWN = "unknown";

  private final List<DataRegion> all;

  private DataRegions(List<DataRegion> all) {
    this.all = List.copyOf(all);
  }

  /// Reads the files that come with the program.
  public static DataRegions load() {
    List<List<String>> fields =
        lines("fields-cn.tsv").stream().map(line -> cells(line, FIELD_CELLS)).toList();
    return new DataRegions(
        lines("regions-cn.tsv").stream()
            .map(line -> region(cells(line, REGION_CELLS), fields))
            .toList());
  }

  private static List<String> lines(String file) {
    try (InputStream in = DataRegions.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  private static List<String> cells(String line, int count) {
    List<String> cells = List.of(line.split("\t", -1));
    if (cells.size() != count) {
      throw new IllegalArgumentException("a line has " + count + " cells: " + line);
    }
    return cells;
  }

  private static DataRegion region(List<String> cells, List<List<String>> fields) {
    List<String> checked = List.of(cells.get(10).split(" "));
    return new DataRegion(
        cells.get(0),
        new Said(cells.get(1), cells.get(2)),
        new Citation(
            cells.get(3),
            "",
            cells.get(9),
            checked.size() > 1 ? Optional.of(LocalDate.parse(checked.get(1))) : Optional.empty(),
            Confidence.valueOf(checked.getFirst().toUpperCase(Locale.ROOT))),
        count(cells.get(5), " days"),
        count(cells.get(6), " years"),
        known(cells.get(7), "registration"),
        known(cells.get(8), "required"),
        fields.stream()
            .filter(field -> field.getFirst().equals(cells.getFirst()))
            .map(field ->
                new DataRegion.Field(
                    field.get(1),
                    known(field.get(2), "required").orElse(false),
                    new Said(field.get(3), field.get(4))))
            .toList(),
        new Said(cells.get(11), cells.get(12)));
  }

  private static Optional<Integer> count(String cell, String unit) {
    return cell.equals(UNKNOWN)
        ? Optional.empty()
        : Optional.of(Integer.parseInt(cell.substring(0, cell.length() - unit.length())));
  }

  private static Optional<Boolean> known(String cell, String word) {
    return cell.equals(UNKNOWN) ? Optional.empty() : Optional.of(cell.equals(word));
  }

  /// All of them.
  public List<DataRegion> all() {
    return all;
  }

  /// One by its code.
  public Parsed<DataRegion> parse(String code) {
    return all.stream()
        .filter(one -> one.code().equals(code.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(Parsed::ok)
        .orElseGet(() ->
            Parsed.refused(
                "data-region",
                code,
                "A region is one of "
                    + all.stream().map(DataRegion::code).collect(Collectors.joining(", "))
                    + "."));
  }
}
