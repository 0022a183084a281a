package org.zhiheng.intake.cnipa;

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

/// Reads rows of the CNIPA gazette: `docs/formats/cnipa-gazette-csv.md`.
///
/// One file each, one thread.
public final class GazetteRows {

  /// The columns that a file must have.
  public static final List<String> NEEDED =
      List.of("kind", "title", "publication_number", "publication_date");

  /// The columns that are read.
  public static final List<String> KNOWN =
      List.of(
          "kind",
          "title",
          "publication_number",
          "publication_date",
          "application_number",
          "filing_date",
          "applicant_org",
          "province",
          "class");

  /// How the source marks a natural person whose name it took out.
  private static final String PERSON_REMOVED = "(natural person, removed)";

  private static final String PROVINCE_UNKNOWN = "foreign/unknown";

  private final String file;
  private final String digest;
  private final Columns columns;
  private final Memo<Parsed<LocalDate>> dates = new Memo<>(Dates::parse);
  private final Memo<Parsed<Section>> sections = new Memo<>(Section::parse);
  private final Memo<String> provinces = new Memo<>(text -> text);
  private final Memo<Parsed<ClassSymbol>> patentClasses =
      new Memo<>(text -> Symbols.read(ClassScheme.IPC, text));
  private final Memo<Parsed<ClassSymbol>> designClasses =
      new Memo<>(text -> Symbols.read(ClassScheme.LOCARNO, text));

  /// A part of the gazette.
  private enum Section {
    INVENTION_PUBLISHED(RightKind.INVENTION_PATENT),
    INVENTION_GRANTED(RightKind.INVENTION_PATENT),
    UTILITY_MODEL(RightKind.UTILITY_MODEL),
    DESIGN(RightKind.DESIGN);

    private final RightKind kind;

    Section(RightKind kind) {
      this.kind = kind;
    }

    static Parsed<Section> parse(String text) {
      return switch (text) {
        case "invention_published" -> Parsed.ok(INVENTION_PUBLISHED);
        case "invention_granted" -> Parsed.ok(INVENTION_GRANTED);
        case "utility_model" -> Parsed.ok(UTILITY_MODEL);
        case "design" -> Parsed.ok(DESIGN);
        default ->
            Parsed.refused(
                "gazette-kind",
                text,
                "A kind is invention_published, invention_granted, utility_model or design.");
      };
    }
  }

  private GazetteRows(String file, String digest, Columns columns) {
    this.file = file;
    this.digest = digest;
    this.columns = columns;
  }

  /// For the rows of a file with this header.
  public static Parsed<GazetteRows> of(String file, String digest, List<String> header) {
    return Columns.find(header, NEEDED, KNOWN)
        .map(columns -> new GazetteRows(file, digest, columns));
  }

  /// What the row says.
  ///
  /// @param position where it stands, as sources and problems print it (`line 17`)
  public Outcome read(CsvRecord.Row row, String position) {
    Findings findings = new Findings(file);
    String at = position + ", column ";
    Optional<Section> section = findings.of(sections.of(text(row, "kind")), at + "kind");
    String title = text(row, "title");
    if (title.isEmpty()) {
      findings.add("empty", at + "title", "", "A row must have a title.");
    }
    Optional<RightNumber> publication =
        findings.of(
            Numbers.publication(Office.CN, text(row, "publication_number")),
            at + "publication_number");
    Optional<LocalDate> published =
        findings.of(dates.of(text(row, "publication_date")), at + "publication_date");
    Optional<RightNumber> application = Optional.empty();
    String applicationText = text(row, "application_number");
    if (!applicationText.isEmpty()) {
      application =
          findings.of(Numbers.application(Office.CN, applicationText), at + "application_number");
    }
    Optional<LocalDate> filed = Optional.empty();
    String filedText = text(row, "filing_date");
    if (!filedText.isEmpty()) {
      filed = findings.of(dates.of(filedText), at + "filing_date");
    }
    List<ClassSymbol> classes =
        section.map(known -> classes(known, text(row, "class"), findings, at)).orElse(List.of());
    if (filed.isPresent() && published.isPresent() && filed.get().isAfter(published.get())) {
      findings.add(
          "date-order",
          at + "filing_date",
          filedText,
          "It cannot be filed after it was published.");
    }
    if (!findings.none() || section.isEmpty() || publication.isEmpty() || published.isEmpty()) {
      return new Outcome.Refused(findings.all());
    }
    Bibliography bibliography =
        new Bibliography(
            List.of(new Text("zh", title)),
            List.of(),
            applicants(row),
            classes,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());
    List<RightNumber> numbers = new ArrayList<>(2);
    application.ifPresent(numbers::add);
    numbers.add(publication.get());
    return new Outcome.Taken(
        new Notice(
            section.get().kind,
            Office.CN,
            numbers,
            facts(
                section.get(),
                publication.get(),
                published.get(),
                application,
                filed,
                bibliography),
            new Source(file, position, digest)));
  }

  private static List<DatedFact> facts(
      Section section,
      RightNumber publication,
      LocalDate published,
      Optional<RightNumber> application,
      Optional<LocalDate> filed,
      Bibliography bibliography) {
    List<RightNumber> applications = application.map(List::of).orElse(List.of());
    List<DatedFact> facts = new ArrayList<>(2);
    filed.ifPresent(
        day -> facts.add(new DatedFact(day, new Fact.Filed(applications, Bibliography.EMPTY))));
    facts.add(
        new DatedFact(
            published,
            switch (section) {
              case INVENTION_PUBLISHED -> new Fact.Published(publication, bibliography);
              case INVENTION_GRANTED, UTILITY_MODEL, DESIGN ->
                  new Fact.Granted(publication, bibliography);
            }));
    return facts;
  }

  private List<Named> applicants(CsvRecord.Row row) {
    String applicant = text(row, "applicant_org");
    if (applicant.isEmpty() || applicant.equals(PERSON_REMOVED)) {
      return List.of();
    }
    String province = text(row, "province");
    String region = province.equals(PROVINCE_UNKNOWN) ? "" : provinces.of(province);
    return List.of(new Named(Role.APPLICANT, applicant, region, "", ""));
  }

  private List<ClassSymbol> classes(Section section, String text, Findings findings, String at) {
    if (text.isEmpty()) {
      return List.of();
    }
    Memo<Parsed<ClassSymbol>> memo =
        switch (section) {
          case DESIGN -> designClasses;
          case INVENTION_PUBLISHED, INVENTION_GRANTED, UTILITY_MODEL -> patentClasses;
        };
    List<ClassSymbol> classes = new ArrayList<>(2);
    int from = 0;
    while (from <= text.length()) {
      int to = from;
      while (to < text.length() && !separates(text.charAt(to))) {
        to++;
      }
      String symbol = text.substring(from, to).strip();
      if (!symbol.isEmpty()) {
        findings.of(memo.of(symbol), at + "class").ifPresent(classes::add);
      }
      from = to + 1;
    }
    return classes;
  }

  /// Between two symbols; `?` is what a lossy re-encoding left of the office's blank.
  private static boolean separates(char c) {
    return c == ';' || c == ',' || c == '?' || c == '；' || c == '，';
  }

  private String text(CsvRecord.Row row, String column) {
    return columns.of(row, column);
  }
}
