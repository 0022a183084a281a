package org.zhiheng.similarity.goods;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;

/// Reads a goods table from its CSV files, written in `docs/formats/goods-table.md`.
///
/// All problems are found in one pass, at most [#PROBLEMS_MAX] of them; a table with a problem is
/// refused whole, since a missing row would make goods look dissimilar.
public final class GoodsTableReader {

  /// A file above this is refused: the biggest real one has below 1 MB.
  public static final int FILE_BYTES_MAX = 16 << 20;

  /// More rows a file are refused: the real table has 12,300.
  public static final int ROWS_MAX = 200_000;

  /// A longer cell is refused: the longest notes of a group have 4,000 characters.
  public static final int CELL_LENGTH_MAX = 64 * 1024;

  /// More problems are not listed: the file is another one than was meant.
  public static final int PROBLEMS_MAX = 200;

  /// Files that must be there.
  public static final List<String> NEEDED = List.of("groups.csv", "items.csv");

  /// The alphabetical list in English, which may be there beside a table: [TermReader].
  public static final String TERMS = "terms.csv";

  /// All files of a table that are read; but for [#TERMS] others are passed over.
  public static final List<String> FILES =
      List.of(
          "classes.csv",
          "cross_group_items.csv",
          "group_similarity_notes.csv",
          "groups.csv",
          "items.csv");

  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, byte[]> files;

  private GoodsTableReader(Map<String, byte[]> files) {
    this.files = files;
  }

  /// What reading gave.
  public sealed interface Outcome {

    /// The table.
    ///
    /// @param terms the list in English that came with it, or empty
    record Read(GoodsTable table, List<TermRow> terms) implements Outcome {
      /// Copies the list.
      public Read {
        terms = List.copyOf(terms);
      }
    }

    /// It is refused, for these reasons; at least one.
    record Refused(List<Problem> problems) implements Outcome {
      /// Copies the list.
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads a table.
  ///
  /// @param edition its name, such as `NCL12-2025`
  /// @param files content by file name, without folders
  public static Outcome read(String edition, Map<String, byte[]> files) {
    return new GoodsTableReader(files).table(edition);
  }

  /// The digest of a set of files: SHA-256 over, for each file that is read ([#FILES] and [#TERMS])
  /// in the order of names, its name in UTF-8, a zero byte, its length as 8 bytes (big-endian) and
  /// its bytes.
  public static Digest digest(Map<String, byte[]> files) {
    MessageDigest digest = Digest.sha256();
    for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
      if (FILES.contains(file.getKey()) || file.getKey().equals(TERMS)) {
        digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(ByteBuffer.allocate(8).putLong(file.getValue().length).array());
        digest.update(file.getValue());
      }
    }
    return new Digest(java.util.HexFormat.of().formatHex(digest.digest()));
  }

  private Outcome table(String edition) {
    if (edition.isBlank() || edition.length() > 80) {
      refuse("goods-edition", "", edition, "An edition has a name of 1 to 80 characters.", "");
    }
    for (String name : NEEDED) {
      if (!files.containsKey(name)) {
        refuse("goods-file", "", "", "The file " + name + " is missing.", name);
      }
    }
    if (!problems.isEmpty()) {
      return new Outcome.Refused(problems);
    }
    List<GroupRow> groups = groups();
    Set<String> known = new HashSet<>();
    for (GroupRow group : groups) {
      known.add(group.group());
    }
    GoodsRows rows =
        new GoodsRows(classes(), groups, items(known), notes(known), crossItems(known));
    if (groups.isEmpty() && problems.isEmpty()) {
      refuse("goods-file", "", "", "The file has no group.", "groups.csv");
    }
    List<TermRow> terms = terms();
    return problems.isEmpty()
        ? new Outcome.Read(GoodsTable.of(edition, digest(files), rows), terms)
        : new Outcome.Refused(problems);
  }

  private List<TermRow> terms() {
    byte[] bytes = files.get(TERMS);
    if (bytes == null) {
      return List.of();
    }
    return switch (TermReader.read(bytes)) {
      case TermReader.Outcome.Read read -> read.terms();
      case TermReader.Outcome.Refused refused -> {
        refused.problems().forEach(this::keep);
        yield List.of();
      }
    };
  }

  private CsvText open(String file, List<String> columns) {
    byte[] bytes = files.get(file);
    return bytes == null
        ? new CsvText(columns, List.of())
        : CsvText.read(file, bytes, columns, this::keep);
  }

  private List<ClassRow> classes() {
    String file = "classes.csv";
    CsvText csv = open(file, List.of("class", "name", "heading_and_notes"));
    List<ClassRow> rows = new ArrayList<>();
    for (CsvText.Row row : csv.rows()) {
      String niceClass = csv.cell(row, "class");
      if (isClass(niceClass, row, file)) {
        rows.add(
            new ClassRow(niceClass, csv.cell(row, "name"), csv.cell(row, "heading_and_notes")));
      }
    }
    return rows;
  }

  private List<GroupRow> groups() {
    String file = "groups.csv";
    CsvText csv = open(file, List.of("class", "group", "title", "notes"));
    List<GroupRow> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (CsvText.Row row : csv.rows()) {
      String niceClass = csv.cell(row, "class");
      String group = csv.cell(row, "group");
      if (isClass(niceClass, row, file) && isGroup(group, niceClass, row, file)) {
        if (seen.add(group)) {
          rows.add(new GroupRow(niceClass, group, csv.cell(row, "title"), csv.cell(row, "notes")));
        } else {
          refuse("goods-group", at(row, "group"), group, "The group stands twice.", file);
        }
      }
    }
    return rows;
  }

  private List<ItemRow> items(Set<String> known) {
    String file = "items.csv";
    CsvText csv = open(file, List.of("class", "group", "part", "item_code", "name"));
    List<ItemRow> rows = new ArrayList<>();
    for (CsvText.Row row : csv.rows()) {
      String niceClass = csv.cell(row, "class");
      String group = csv.cell(row, "group");
      if (!isClass(niceClass, row, file)
          || !isGroup(group, niceClass, row, file)
          || !isKnown(group, known, row, "group", file)) {
        continue;
      }
      OptionalInt part = Codes.part(csv.cell(row, "part"));
      if (part.isEmpty()) {
        refuse(
            "goods-part",
            at(row, "part"),
            csv.cell(row, "part"),
            "A part is written 一 to 九十九 or left empty.",
            file);
      }
      String code = csv.cell(row, "item_code");
      if (!code.matches("(C?[0-9]{6})?")) {
        refuse(
            "goods-item",
            at(row, "item_code"),
            code,
            "An item's code has six digits, C before them or not, or is left empty.",
            file);
        continue;
      }
      String name = ItemNames.shown(csv.cell(row, "name"));
      if (name.isEmpty()) {
        refuse("goods-item", at(row, "name"), "", "An item has a name.", file);
        continue;
      }
      rows.add(new ItemRow(niceClass, group, part.orElse(0), code, name));
    }
    return rows;
  }

  private List<NoteRow> notes(Set<String> known) {
    String file = "group_similarity_notes.csv";
    CsvText csv = open(file, List.of("group", "other_group", "relation", "note"));
    List<NoteRow> rows = new ArrayList<>();
    for (CsvText.Row row : csv.rows()) {
      String group = csv.cell(row, "group");
      String other = csv.cell(row, "other_group");
      if (isKnown(group, known, row, "group", file)
          && isKnown(other, known, row, "other_group", file)) {
        rows.add(new NoteRow(group, other, csv.cell(row, "relation"), csv.cell(row, "note")));
      }
    }
    return rows;
  }

  private List<CrossItemRow> crossItems(Set<String> known) {
    String file = "cross_group_items.csv";
    CsvText csv = open(file, List.of("group", "item", "groups"));
    List<CrossItemRow> rows = new ArrayList<>();
    for (CsvText.Row row : csv.rows()) {
      String group = csv.cell(row, "group");
      List<String> groups = List.of(csv.cell(row, "groups").split("\\s*[,;]\\s*", -1));
      boolean all = isKnown(group, known, row, "group", file);
      for (String other : groups) {
        all = isKnown(other, known, row, "groups", file) && all;
      }
      if (all) {
        rows.add(new CrossItemRow(group, csv.cell(row, "item"), groups));
      }
    }
    return rows;
  }

  private boolean isClass(String text, CsvText.Row row, String file) {
    if (!Codes.isClass(text)) {
      refuse("goods-class", at(row, "class"), text, "A class is written 01 to 45.", file);
      return false;
    }
    return true;
  }

  private boolean isGroup(String text, String niceClass, CsvText.Row row, String file) {
    if (!Codes.isGroup(text) || !text.startsWith(niceClass)) {
      refuse(
          "goods-group",
          at(row, "group"),
          text,
          "A group has four digits, the first two those of its class " + niceClass + ".",
          file);
      return false;
    }
    return true;
  }

  private boolean isKnown(
      String group, Set<String> known, CsvText.Row row, String column, String file) {
    if (!known.contains(group)) {
      refuse("goods-group", at(row, column), group, "groups.csv has no such group.", file);
      return false;
    }
    return true;
  }

  private static String at(CsvText.Row row, String column) {
    return "line " + row.line() + ", column " + column;
  }

  private void refuse(String code, String path, String given, String reason, String file) {
    keep(new Problem(code, path, given, reason, file));
  }

  private void keep(Problem problem) {
    if (problems.size() < PROBLEMS_MAX) {
      problems.add(problem);
    }
  }
}
