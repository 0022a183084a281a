package org.zhiheng.intake.marks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.intake.csv.Columns;
import org.zhiheng.intake.csv.CsvRecord;
import org.zhiheng.intake.field.Dates;
import org.zhiheng.intake.field.Findings;
import org.zhiheng.intake.field.Memo;
import org.zhiheng.intake.field.Outcome;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Bibliography.Named;
import org.zhiheng.register.event.Bibliography.Role;
import org.zhiheng.register.event.Bibliography.Sign;
import org.zhiheng.register.event.Bibliography.Text;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.Numbers;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.number.Symbols;
import org.zhiheng.values.Parsed;

/// Reads rows of marks: `docs/formats/marks-csv.md`.
///
/// One file each, one thread.
public final class MarkRows {

  /// The columns that a file must have.
  public static final List<String> NEEDED = List.of("kind", "application_number", "classes");

  /// The columns that are read.
  public static final List<String> KNOWN =
      List.of(
          "word",
          "figure_file",
          "kind",
          "application_number",
          "registration_number",
          "madrid_number",
          "filing_date",
          "preliminary_approval_date",
          "registration_date",
          "valid_until",
          "classes",
          "similar_groups",
          "goods",
          "holder",
          "holder_en",
          "holder_country",
          "agent",
          "status");

  private final String file;
  private final String digest;
  private final Columns columns;
  private final Memo<Parsed<LocalDate>> dates = new Memo<>(Dates::parse);
  private final Memo<Parsed<ClassSymbol>> classes =
      new Memo<>(text -> Symbols.read(ClassScheme.NICE, text));
  private final Memo<Parsed<ClassSymbol>> groups =
      new Memo<>(text -> Symbols.read(ClassScheme.SIMILAR_GROUP, text));

  private MarkRows(String file, String digest, Columns columns) {
    this.file = file;
    this.digest = digest;
    this.columns = columns;
  }

  /// For the rows of a file with this header.
  public static Parsed<MarkRows> of(String file, String digest, List<String> header) {
    return Columns.find(header, NEEDED, KNOWN).map(columns -> new MarkRows(file, digest, columns));
  }

  /// The dates of a row.
  private record Days(
      Optional<LocalDate> filed,
      Optional<LocalDate> approved,
      Optional<LocalDate> registered,
      Optional<LocalDate> until) {}

  /// What the row says.
  ///
  /// @param position where it stands, as sources and problems print it (`line 17`)
  public Outcome read(CsvRecord.Row row, String position) {
    Findings findings = new Findings(file);
    String at = position + ", column ";
    String word = text(row, "word");
    String figure = text(row, "figure_file");
    sign(text(row, "kind"), word, figure, at, findings);
    List<RightNumber> filedAs = new ArrayList<>();
    List<RightNumber> registeredAs = new ArrayList<>();
    // a Chinese mark keeps the number of its application as its registration number
    number(row, "application_number", at, findings, false).ifPresent(filedAs::add);
    number(row, "registration_number", at, findings, false).ifPresent(registeredAs::add);
    number(row, "madrid_number", at, findings, true).ifPresent(registeredAs::add);
    Days days =
        new Days(
            date(row, "filing_date", at, findings),
            date(row, "preliminary_approval_date", at, findings),
            date(row, "registration_date", at, findings),
            date(row, "valid_until", at, findings));
    days(days, at, findings);
    List<ClassSymbol> symbols = new ArrayList<>();
    for (String part : parts(text(row, "classes"))) {
      findings.of(classes.of(part), at + "classes").ifPresent(symbols::add);
    }
    for (String part : parts(text(row, "similar_groups"))) {
      findings.of(groups.of(part), at + "similar_groups").ifPresent(symbols::add);
    }
    if (symbols.isEmpty() && findings.none()) {
      findings.add("empty", at + "classes", "", "A mark must have a class.");
    }
    if (filedAs.isEmpty() && registeredAs.isEmpty() && findings.none()) {
      findings.add(
          "empty",
          at + "application_number",
          "",
          "A mark must have an application, registration or Madrid number.");
    }
    if (!findings.none()) {
      return new Outcome.Refused(findings.all());
    }
    List<RightNumber> numbers = new ArrayList<>(filedAs);
    registeredAs.stream().filter(number -> !numbers.contains(number)).forEach(numbers::add);
    Bibliography bibliography =
        new Bibliography(
            word.isEmpty() ? List.of() : List.of(new Text("", word)),
            List.of(),
            named(row),
            symbols,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.of(new Sign(word, figure, parts(text(row, "goods")))));
    return new Outcome.Taken(
        new Notice(
            RightKind.MARK,
            Office.CN,
            numbers,
            facts(days, filedAs, registeredAs, text(row, "status"), bibliography),
            new Source(file, position, digest)));
  }

  private static void sign(String kind, String word, String figure, String at, Findings findings) {
    boolean needsWord = kind.equals("word") || kind.equals("combined");
    boolean needsFigure = kind.equals("figure") || kind.equals("combined");
    if (!needsWord && !needsFigure) {
      findings.add("mark-kind", at + "kind", kind, "A kind is word, figure or combined.");
    }
    if (needsWord && word.isEmpty()) {
      findings.add("empty", at + "word", "", "A mark of this kind must have a word.");
    }
    if (needsFigure && figure.isEmpty()) {
      findings.add("empty", at + "figure_file", "", "A mark of this kind must have a figure.");
    }
    if (figure.indexOf('/') >= 0 || figure.indexOf('\\') >= 0 || figure.startsWith(".")) {
      findings.add(
          "mark-figure",
          at + "figure_file",
          figure,
          "A figure is named by its file's name alone, without folders.");
    }
  }

  private Optional<RightNumber> number(
      CsvRecord.Row row, String column, String at, Findings findings, boolean madrid) {
    String text = text(row, column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return findings.of(
        madrid ? Numbers.madrid(text) : Numbers.registration(Office.CN, text), at + column);
  }

  private Optional<LocalDate> date(CsvRecord.Row row, String column, String at, Findings findings) {
    String text = text(row, column);
    return text.isEmpty() ? Optional.empty() : findings.of(dates.of(text), at + column);
  }

  private static void days(Days days, String at, Findings findings) {
    if (days.filed.isEmpty() && days.approved.isEmpty() && days.registered.isEmpty()) {
      if (findings.none()) {
        findings.add(
            "empty",
            at + "filing_date",
            "",
            "A mark must have a date of filing, approval or registration.");
      }
      return;
    }
    ordered(days.filed, days.approved, at + "preliminary_approval_date", findings);
    ordered(days.filed, days.registered, at + "registration_date", findings);
    ordered(days.approved, days.registered, at + "registration_date", findings);
    ordered(days.registered, days.until, at + "valid_until", findings);
  }

  private static void ordered(
      Optional<LocalDate> first, Optional<LocalDate> then, String path, Findings findings) {
    if (first.isPresent() && then.isPresent() && then.get().isBefore(first.get())) {
      findings.add(
          "date-order",
          path,
          then.get().toString(),
          "It cannot be before " + first.get() + ", the date of the step before it.");
    }
  }

  private static List<DatedFact> facts(
      Days days,
      List<RightNumber> filedAs,
      List<RightNumber> registeredAs,
      String status,
      Bibliography bibliography) {
    List<DatedFact> facts = new ArrayList<>();
    days.filed.ifPresent(on -> facts.add(new DatedFact(on, new Fact.Filed(filedAs, bibliography))));
    days.approved.ifPresent(
        on -> facts.add(new DatedFact(on, new Fact.PreliminarilyApproved(filedAs, bibliography))));
    days.registered.ifPresent(on ->
        facts.add(new DatedFact(on, new Fact.Registered(registeredAs, days.until, bibliography))));
    if (!status.isEmpty()) {
      facts.add(new DatedFact(facts.getLast().on(), new Fact.Noted("status", status)));
    }
    return facts;
  }

  private List<Named> named(CsvRecord.Row row) {
    List<Named> named = new ArrayList<>();
    String country = text(row, "holder_country");
    for (String column : List.of("holder", "holder_en")) {
      String name = text(row, column);
      if (!name.isEmpty()) {
        named.add(new Named(Role.HOLDER, name, "", country, ""));
      }
    }
    String agent = text(row, "agent");
    if (!agent.isEmpty()) {
      named.add(Named.of(Role.AGENT, agent));
    }
    return named;
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int to = from;
      while (to < text.length() && text.charAt(to) != ';' && text.charAt(to) != '；') {
        to++;
      }
      String part = text.substring(from, to).strip();
      if (!part.isEmpty()) {
        parts.add(part);
      }
      from = to + 1;
    }
    return parts;
  }

  private String text(CsvRecord.Row row, String column) {
    return columns.of(row, column);
  }
}
