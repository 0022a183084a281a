package org.zhiheng.intake.table;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.intake.InputSource;
import org.zhiheng.intake.archive.Archive;
import org.zhiheng.intake.archive.Member;
import org.zhiheng.intake.archive.RefusedBytes;
import org.zhiheng.intake.csv.CsvReader;
import org.zhiheng.intake.xml.Element;
import org.zhiheng.intake.xml.ElementConsumer;
import org.zhiheng.intake.xml.Trees;
import org.zhiheng.intake.xml.XmlDocuments;
import org.zhiheng.values.Problem;

/// Reads the first sheet of an XLSX workbook (ECMA-376, part 1, section 18) in two passes: shared
/// texts and styles first, since a sheet may stand before them in the file.
final class Workbook {

  /// The texts of a sheet of a hundred thousand full rows.
  private static final int SHARED_CHARACTERS_MAX = 16 << 20;

  private static final int SHARED_COUNT_MAX = 1_000_000;

  /// Built-in formats that show a date: the general ones, and those of Chinese systems.
  private static final Set<Integer> DATE_FORMATS =
      Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

  /// The last day a sheet can count to, 9999-12-31.
  private static final int DAY_MAX = 2_958_465;

  private final Trees trees = new Trees(Set.of("rPh", "f", "extLst"));
  private final List<String> shared = new ArrayList<>();
  private final Map<String, String> targets = new HashMap<>();

  /// Cell styles that show a date, by number.
  private final Set<Integer> dateStyles = new HashSet<>();

  private String sheetRelation = "";
  private LocalDate epoch = EPOCH;
  private int sharedCharacters;

  private Workbook() {}

  static void read(InputSource source, TableConsumer consumer) throws IOException {
    Workbook workbook = new Workbook();
    try (InputStream in = source.open()) {
      Archive.readOffice(in, workbook::part);
    }
    String target = workbook.targets.getOrDefault(workbook.sheetRelation, "");
    String name = target.startsWith("/") ? target.substring(1) : "xl/" + target;
    if (target.isEmpty()) {
      throw new RefusedBytes(notAWorkbook());
    }
    boolean[] found = {false};
    try (InputStream in = source.open()) {
      Archive.readOffice(
          in,
          member -> {
            if (member instanceof Member.Open open && open.name().equals(name)) {
              found[0] = true;
              workbook.sheet(open.in(), consumer);
              return false;
            }
            return passed(member);
          });
    }
    if (!found[0]) {
      throw new RefusedBytes(notAWorkbook());
    }
  }

  private static Problem notAWorkbook() {
    return Problem.of(
        "table-format", "", "", "It is no XLSX workbook with a sheet; CSV and XLSX are read.");
  }

  private static boolean passed(Member member) throws RefusedBytes {
    if (member instanceof Member.Shut shut) {
      throw new RefusedBytes(shut.problem());
    }
    return true;
  }

  private boolean part(Member member) throws IOException {
    if (member instanceof Member.Open open) {
      switch (open.name()) {
        case "xl/workbook.xml" -> each(open.in(), Set.of("sheet", "workbookPr"), this::workbook);
        case "xl/_rels/workbook.xml.rels" ->
            each(
                open.in(),
                Set.of("Relationship"),
                e -> {
                  targets.put(e.attribute("Id"), e.attribute("Target"));
                  return targets.size() < CsvReader.COLUMNS_MAX;
                });
        case "xl/styles.xml" -> each(open.in(), Set.of("numFmts", "cellXfs"), this::styles);
        case "xl/sharedStrings.xml" -> each(open.in(), Set.of("si"), this::text);
        default -> {
          // themes, drawings and further sheets are not read
        }
      }
    }
    return passed(member);
  }

  private void each(InputStream in, Set<String> names, ElementConsumer consumer)
      throws IOException {
    Optional<XmlDocuments.Found> found = new XmlDocuments(in).next();
    if (found.isEmpty()) {
      throw new RefusedBytes(notAWorkbook());
    }
    switch (found.get()) {
      case XmlDocuments.Found.Refused refused -> throw new RefusedBytes(refused.problem());
      case XmlDocuments.Found.Document document -> {
        Optional<Problem> problem = trees.each(document, names, consumer);
        if (problem.isPresent()) {
          throw new RefusedBytes(problem.get());
        }
      }
    }
  }

  private boolean workbook(Element element) {
    if (element.local().equals("workbookPr")) {
      String flag = element.attribute("date1904");
      epoch = flag.equals("1") || flag.equals("true") ? EPOCH_1904 : EPOCH;
    } else if (sheetRelation.isEmpty() && !element.attribute("state").contains("idden")) {
      sheetRelation = element.attribute("id");
    }
    return true;
  }

  private boolean styles(Element element) {
    if (element.local().equals("numFmts")) {
      for (Element format : element.all("numFmt")) {
        if (showsDate(format.attribute("formatCode"))) {
          // negative: a format of the workbook's own, not yet a style
          dateStyles.add(-whole(format.attribute("numFmtId")) - 1);
        }
      }
      return true;
    }
    List<Element> cells = element.all("xf");
    Set<Integer> styles = new HashSet<>();
    for (int i = 0; i < cells.size(); i++) {
      int format = whole(cells.get(i).attribute("numFmtId"));
      if (DATE_FORMATS.contains(format) || dateStyles.contains(-format - 1)) {
        styles.add(i);
      }
    }
    dateStyles.clear();
    dateStyles.addAll(styles);
    return true;
  }

  /// Whether a format code shows a year or a day: `yyyy-mm-dd`, `yyyy"年"m"月"`, not `[Red]0.00`.
  private static boolean showsDate(String code) {
    boolean quoted = false;
    boolean bracketed = false;
    for (int i = 0; i < code.length(); i++) {
      char c = Character.toLowerCase(code.charAt(i));
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '[' || c == ']')) {
        bracketed = c == '[';
      } else if (!quoted && !bracketed && (c == 'y' || c == 'd')) {
        return true;
      }
    }
    return false;
  }

  private boolean text(Element element) throws RefusedBytes {
    String text = element.raw();
    sharedCharacters += text.length();
    if (sharedCharacters > SHARED_CHARACTERS_MAX || shared.size() >= SHARED_COUNT_MAX) {
      throw new RefusedBytes(
          Problem.of(
              "table-size",
              "xl/sharedStrings.xml",
              "",
              "A workbook may have "
                  + SHARED_CHARACTERS_MAX
                  + " characters and "
                  + SHARED_COUNT_MAX
                  + " texts at most; split it, or save it as CSV."));
    }
    shared.add(text);
    return true;
  }

  private void sheet(InputStream in, TableConsumer consumer) throws IOException {
    int[] width = {-1};
    long[] line = {0};
    each(
        in,
        Set.of("row"),
        row -> {
          int given = whole(row.attribute("r"));
          line[0] = given > line[0] ? given : line[0] + 1;
          if (line[0] > TableReader.ROWS_MAX) {
            throw new RefusedBytes(TableReader.tooManyRows());
          }
          Optional<List<String>> cells = cells(row);
          if (cells.isEmpty()) {
            return consumer.row(
                new TableRow.Broken(
                    line[0],
                    Problem.of(
                        "csv-columns",
                        "line " + line[0],
                        "",
                        "A row may have " + CsvReader.COLUMNS_MAX + " columns at most.")));
          }
          if (cells.get().stream().allMatch(String::isBlank)) {
            return true;
          }
          if (width[0] < 0) {
            width[0] = cells.get().size();
            return consumer.header(cells.get().stream().map(String::strip).toList());
          }
          return consumer.row(new TableRow.Cells(line[0], fitted(cells.get(), width[0])));
        });
    if (width[0] < 0) {
      throw new RefusedBytes(
          Problem.of(
              "csv-header",
              "line 1",
              "",
              "The sheet is empty; its first row must name" + " the columns."));
    }
  }

  /// A row ends where its last cell is; what stands right of the header has no name.
  private static List<String> fitted(List<String> cells, int width) {
    List<String> fitted = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
    while (fitted.size() < width) {
      fitted.add("");
    }
    return fitted;
  }

  /// The row's texts by column, or nothing when it is too wide.
  private Optional<List<String>> cells(Element row) {
    String[] texts = new String[CsvReader.COLUMNS_MAX];
    Arrays.fill(texts, "");
    int next = 0;
    int width = 0;
    for (Element cell : row.all("c")) {
      int column = column(cell.attribute("r"), next);
      if (column >= texts.length) {
        return Optional.empty();
      }
      texts[column] = value(cell);
      next = column + 1;
      width = Math.max(width, next);
    }
    return Optional.of(List.of(Arrays.copyOf(texts, width)));
  }

  /// `C12` is 2; without a reference, the next one.
  private static int column(String reference, int next) {
    int column = 0;
    int at = 0;
    while (at < reference.length() && Character.isLetter(reference.charAt(at))) {
      char letter = Character.toUpperCase(reference.charAt(at));
      if (letter < 'A' || letter > 'Z' || at > 3) {
        return CsvReader.COLUMNS_MAX;
      }
      column = column * 26 + (letter - 'A' + 1);
      at++;
    }
    return at == 0 ? next : column - 1;
  }

  private String value(Element cell) {
    String value = cell.textOf("v");
    return switch (cell.attribute("t")) {
      case "s" -> {
        int index = whole(value);
        yield index >= 0 && index < shared.size() ? shared.get(index) : "";
      }
      case "inlineStr" -> cell.first("is").map(Element::raw).orElse("");
      case "str" -> cell.first("v").map(Element::raw).orElse("");
      case "b" -> value.equals("1") ? "true" : "false";
      case "e" -> "";
      default -> number(value, dateStyles.contains(whole(cell.attribute("s"))));
    };
  }

  /// A number as it was typed, or the date it shows.
  private String number(String value, boolean date) {
    if (value.length() > 40
        || !value.matches("-?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?")) {
      return value;
    }
    BigDecimal number = new BigDecimal(value);
    if (date && number.signum() > 0 && number.compareTo(BigDecimal.valueOf(DAY_MAX)) <= 0) {
      return epoch.plusDays(number.longValue()).toString();
    }
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static int whole(String text) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
  }
}
