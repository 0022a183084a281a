package org.zhiheng.intake.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.intake.field.Dates;
import org.zhiheng.intake.field.Findings;
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

/// Reads rows of a portfolio by a mapping.
///
/// @param file the table's name
/// @param digest SHA-256 of the table, hexadecimal; may be empty
/// @param mapping which column is which field
public record PortfolioRows(String file, String digest, Mapping<PortfolioField> mapping) {

  /// With the mapping guessed from the header.
  public static PortfolioRows guessed(String file, String digest, List<String> header) {
    return new PortfolioRows(file, digest, Mapping.guess(List.of(PortfolioField.values()), header));
  }

  /// The numbers of a row, by what they count.
  private record RowNumbers(
      Optional<RightNumber> application,
      Optional<RightNumber> publication,
      Optional<RightNumber> registration) {

    List<RightNumber> all() {
      List<RightNumber> all = new ArrayList<>();
      application.ifPresent(all::add);
      publication.ifPresent(all::add);
      registration.ifPresent(all::add);
      return all;
    }
  }

  /// What the row says.
  public PortfolioRow read(TableRow row) {
    Findings findings = new Findings(file);
    return switch (row) {
      case TableRow.Broken broken -> {
        findings.add(broken.problem(), "line " + broken.line());
        yield new PortfolioRow.Refused(findings.all());
      }
      case TableRow.Cells cells -> cells(cells, findings);
    };
  }

  private PortfolioRow cells(TableRow.Cells row, Findings findings) {
    String position = "line " + row.line();
    String at = position + ", ";
    String officeText = mapping.of(row, PortfolioField.OFFICE);
    Office office =
        officeText.isEmpty()
            ? Office.CN
            : findings.of(office(officeText), at + "office").orElse(Office.CN);
    Optional<RightKind> kind = findings.of(kind(mapping.of(row, PortfolioField.KIND)), at + "kind");
    RowNumbers numbers = numbers(row, office, kind, at, findings);
    if (numbers.all().isEmpty() && findings.none()) {
      findings.add(
          "empty",
          at + "application-number",
          "",
          "A right must have an application, publication or registration number.");
    }
    Optional<LocalDate> filed = date(row, PortfolioField.FILING_DATE, at, findings);
    Optional<LocalDate> granted = date(row, PortfolioField.GRANT_DATE, at, findings);
    Optional<LocalDate> until = date(row, PortfolioField.UNTIL, at, findings);
    if (filed.isEmpty() && granted.isEmpty() && findings.none()) {
      findings.add("empty", at + "filing-date", "", "A right must have a filing or a grant date.");
    }
    if (filed.isPresent() && granted.isPresent() && granted.get().isBefore(filed.get())) {
      findings.add(
          "date-order",
          at + "grant-date",
          granted.get().toString(),
          "It cannot be granted before it was filed, " + filed.get() + ".");
    }
    String title = mapping.of(row, PortfolioField.TITLE);
    List<ClassSymbol> classes =
        kind.map(known -> classes(known, row, at, findings)).orElse(List.of());
    if (!findings.none() || kind.isEmpty()) {
      return new PortfolioRow.Refused(findings.all());
    }
    List<Named> named =
        parts(mapping.of(row, PortfolioField.HOLDER)).stream()
            .map(name -> Named.of(Role.HOLDER, name))
            .toList();
    boolean mark = kind.get() == RightKind.MARK;
    Bibliography bibliography =
        new Bibliography(
            title.isEmpty() ? List.of() : List.of(new Text("", title)),
            List.of(),
            named,
            classes,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            mark ? Optional.of(new Sign(title, "", List.of())) : Optional.empty());
    Notice notice =
        new Notice(
            kind.get(),
            office,
            numbers.all(),
            facts(kind.get(), numbers, filed, granted, until, bibliography),
            new Source(file, position, digest));
    return new PortfolioRow.Taken(
        notice,
        mapping.of(row, PortfolioField.OUR_REFERENCE),
        mapping.of(row, PortfolioField.CLIENT_REFERENCE));
  }

  private RowNumbers numbers(
      TableRow.Cells row, Office office, Optional<RightKind> kind, String at, Findings findings) {
    boolean mark = kind.filter(known -> known == RightKind.MARK).isPresent();
    String application = mapping.of(row, PortfolioField.APPLICATION_NUMBER);
    String publication = mapping.of(row, PortfolioField.PUBLICATION_NUMBER);
    // 专利号 is ZL and the application number
    if (application.isEmpty() && publication.startsWith("ZL")) {
      application = publication;
      publication = "";
    } else if (publication.startsWith("ZL")) {
      publication = "";
    }
    return new RowNumbers(
        number(
            application,
            text -> mark ? Numbers.registration(office, text) : Numbers.application(office, text),
            at + "application-number",
            findings),
        number(
            publication,
            text -> Numbers.publication(office, text),
            at + "publication-number",
            findings),
        number(
            mapping.of(row, PortfolioField.REGISTRATION_NUMBER),
            text -> Numbers.registration(office, text),
            at + "registration-number",
            findings));
  }

  private static Optional<RightNumber> number(
      String text,
      java.util.function.Function<String, Parsed<RightNumber>> reading,
      String path,
      Findings findings) {
    return text.isEmpty() ? Optional.empty() : findings.of(reading.apply(text), path);
  }

  private Optional<LocalDate> date(
      TableRow.Cells row, PortfolioField field, String at, Findings findings) {
    String text = mapping.of(row, field);
    return text.isEmpty() ? Optional.empty() : findings.of(Dates.parse(text), at + field.code());
  }

  private List<ClassSymbol> classes(
      RightKind kind, TableRow.Cells row, String at, Findings findings) {
    Optional<ClassScheme> scheme =
        switch (kind) {
          case INVENTION_PATENT, UTILITY_MODEL -> Optional.of(ClassScheme.IPC);
          case DESIGN -> Optional.of(ClassScheme.LOCARNO);
          case MARK -> Optional.of(ClassScheme.NICE);
          case SOFTWARE_COPYRIGHT,
              WORK,
              GEOGRAPHICAL_INDICATION,
              LAYOUT_DESIGN,
              DATA_IP_REGISTRATION ->
              Optional.empty();
        };
    List<ClassSymbol> classes = new ArrayList<>();
    if (scheme.isPresent()) {
      for (String part : parts(mapping.of(row, PortfolioField.CLASSES))) {
        findings.of(Symbols.read(scheme.get(), part), at + "classes").ifPresent(classes::add);
      }
    }
    return classes;
  }

  private static List<DatedFact> facts(
      RightKind kind,
      RowNumbers numbers,
      Optional<LocalDate> filed,
      Optional<LocalDate> granted,
      Optional<LocalDate> until,
      Bibliography bibliography) {
    List<DatedFact> facts = new ArrayList<>();
    filed.ifPresent(on ->
        facts.add(
            new DatedFact(
                on,
                new Fact.Filed(
                    numbers.application().map(List::of).orElse(List.of()), bibliography))));
    granted.ifPresent(on ->
        facts.add(
            new DatedFact(
                on,
                switch (kind.family()) {
                  case PATENT ->
                      new Fact.Granted(
                          numbers.publication().orElse(numbers.all().getFirst()), bibliography);
                  case MARK, RECORDED ->
                      new Fact.Registered(
                          numbers
                              .registration()
                              .or(numbers::application)
                              .map(List::of)
                              .orElse(List.of()),
                          until,
                          bibliography);
                })));
    return facts;
  }

  /// A code, or what people write in its place.
  static Parsed<RightKind> kind(String text) {
    return switch (text) {
      case "发明", "发明专利" -> Parsed.ok(RightKind.INVENTION_PATENT);
      case "实用新型", "新型", "实用新型专利" -> Parsed.ok(RightKind.UTILITY_MODEL);
      case "外观设计", "外观", "外观设计专利" -> Parsed.ok(RightKind.DESIGN);
      case "商标" -> Parsed.ok(RightKind.MARK);
      case "软件著作权", "计算机软件著作权", "软著" -> Parsed.ok(RightKind.SOFTWARE_COPYRIGHT);
      case "作品", "作品著作权" -> Parsed.ok(RightKind.WORK);
      case "地理标志" -> Parsed.ok(RightKind.GEOGRAPHICAL_INDICATION);
      case "集成电路布图设计", "布图设计" -> Parsed.ok(RightKind.LAYOUT_DESIGN);
      case "数据知识产权", "数据知识产权登记" -> Parsed.ok(RightKind.DATA_IP_REGISTRATION);
      default ->
          switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "patent", "invention" -> Parsed.ok(RightKind.INVENTION_PATENT);
            case "trademark", "trade mark" -> Parsed.ok(RightKind.MARK);
            default -> RightKind.parse(text);
          };
    };
  }

  private static Parsed<Office> office(String text) {
    return text.equals("中国") || text.equals("国家知识产权局") ? Parsed.ok(Office.CN) : Office.parse(text);
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.replace('；', ';').split(";", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }
}
