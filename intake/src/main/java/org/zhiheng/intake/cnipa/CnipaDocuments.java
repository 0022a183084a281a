package org.zhiheng.intake.cnipa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.intake.field.Dates;
import org.zhiheng.intake.field.Findings;
import org.zhiheng.intake.field.Outcome;
import org.zhiheng.intake.xml.Element;
import org.zhiheng.intake.xml.KnownRoots;
import org.zhiheng.intake.xml.Prolog;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Bibliography.CitedDocument;
import org.zhiheng.register.event.Bibliography.Named;
import org.zhiheng.register.event.Bibliography.Priority;
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
import org.zhiheng.values.Problem;

/// Reads full-text documents of the Chinese office, XML 2.2.1: `docs/formats/cnipa-xml.md`.
public final class CnipaDocuments {

  /// Long, and said of no right.
  public static final Set<String> DROPPED =
      Set.of("Description", "Drawings", "AbstractFigure", "Tables", "Maths", "Chemistry");

  private static final String ROOT = "PatentDocumentAndRelated";

  /// What the office writes where an address has no such part.
  private static final String NOTHING = "0";

  private CnipaDocuments() {}

  /// Why a document that begins so is not read, if it is not.
  public static Optional<Problem> refusal(Prolog prolog) {
    if (prolog.localRoot().equals(ROOT)) {
      return Optional.empty();
    }
    if (prolog.localRoot().equals("cn-application-body")) {
      return Optional.of(
          Problem.of(
              "cnipa-xml-part",
              "/cn-application-body",
              prolog.doctype(),
              "It is a part of an electronic filing (claims, description, abstract or drawings)"
                  + " and names no application; read is the office's full text,"
                  + " PatentDocumentAndRelated."));
    }
    return Optional.of(KnownRoots.refusal(prolog, "PatentDocumentAndRelated of version 2.2.1"));
  }

  /// What the document says.
  public static Outcome read(Element root, Source source) {
    Findings findings = new Findings(source.name());
    Element biblio = root.first("BibliographicData").orElse(root);
    Optional<Element> publication =
        original(biblio.all("PublicationReference")).flatMap(e -> e.first("DocumentID"));
    if (publication.isEmpty()) {
      findings.add(
          "xml-missing",
          at(source, biblio) + "/PublicationReference",
          "",
          "A full text must say under which number it was published.");
      return new Outcome.Refused(findings.all());
    }
    Element published = publication.get();
    String kindCode = published.textOf("Kind");
    Optional<RightNumber> number =
        findings.of(
            Numbers.publication(
                Office.CN,
                published.textOf("WIPOST3Code") + published.textOf("DocNumber") + kindCode),
            at(source, published));
    Optional<LocalDate> day = date(published, "Date", source, findings);
    if (day.isEmpty() && findings.none()) {
      findings.add(
          "xml-missing", at(source, published) + "/Date", "", "A publication must have a date.");
    }
    Optional<RightKind> kind = kind(kindCode);
    if (kind.isEmpty()) {
      findings.add(
          "cnipa-kind",
          at(source, published) + "/Kind",
          kindCode,
          "A kind code begins with A, B or C (invention), U or Y (utility model), S or D"
              + " (design).");
    }
    Optional<Element> application =
        original(biblio.all("ApplicationReference")).flatMap(e -> e.first("DocumentID"));
    Optional<RightNumber> filedAs =
        application.flatMap(e ->
            findings.of(
                Numbers.application(Office.CN, e.textOf("DocNumber")),
                at(source, e) + "/DocNumber"));
    Optional<LocalDate> filed = application.flatMap(e -> date(e, "Date", source, findings));
    Bibliography bibliography = bibliography(root, biblio, source, findings);
    if (!findings.none() || number.isEmpty() || day.isEmpty() || kind.isEmpty()) {
      return new Outcome.Refused(findings.all());
    }
    List<RightNumber> numbers = new ArrayList<>();
    filedAs.ifPresent(numbers::add);
    numbers.add(number.get());
    earlier(biblio, number.get()).ifPresent(numbers::add);
    List<DatedFact> facts = new ArrayList<>();
    filed.ifPresent(on ->
        facts.add(
            new DatedFact(
                on, new Fact.Filed(filedAs.map(List::of).orElse(List.of()), Bibliography.EMPTY))));
    facts.add(
        new DatedFact(
            day.get(),
            kindCode.startsWith("A")
                ? new Fact.Published(number.get(), bibliography)
                : new Fact.Granted(number.get(), bibliography)));
    return new Outcome.Taken(new Notice(kind.get(), Office.CN, numbers, facts, source));
  }

  private static Optional<RightKind> kind(String code) {
    return switch (code.isEmpty() ? ' ' : code.charAt(0)) {
      case 'A', 'B', 'C' -> Optional.of(RightKind.INVENTION_PATENT);
      case 'U', 'Y' -> Optional.of(RightKind.UTILITY_MODEL);
      case 'S', 'D' -> Optional.of(RightKind.DESIGN);
      default -> Optional.empty();
    };
  }

  /// The publication of the application that this one grants, where it is another number of it.
  private static Optional<RightNumber> earlier(Element biblio, RightNumber number) {
    return biblio
        .first("RelatedDocuments", "RelatedPublicationDoc", "DocumentID")
        .flatMap(e ->
            Numbers.publication(
                    Office.CN, e.textOf("WIPOST3Code") + e.textOf("DocNumber") + e.textOf("Kind"))
                .found())
        .filter(other -> !other.text().equals(number.text()));
  }

  private static Bibliography bibliography(
      Element root, Element biblio, Source source, Findings findings) {
    List<Text> titles = new ArrayList<>();
    for (Element title : biblio.all("InventionTitle")) {
      if (!title.text().isEmpty()) {
        titles.add(new Text(title.attribute("lang"), title.text()));
      }
    }
    if (titles.isEmpty()) {
      findings.add(
          "xml-missing",
          at(source, biblio) + "/InventionTitle",
          "",
          "A full text must have a title.");
    }
    List<Text> abstracts = new ArrayList<>();
    for (Element summary : root.all("Abstract")) {
      if (!summary.text().isEmpty()) {
        abstracts.add(new Text(summary.attribute("lang"), summary.text()));
      }
    }
    List<String> claims = new ArrayList<>();
    for (Element all : root.all("Claims")) {
      for (Element claim : all.all("Claim")) {
        if (!claim.text().isEmpty()) {
          claims.add(claim.text());
        }
      }
    }
    return new Bibliography(
        titles,
        abstracts,
        named(biblio),
        classes(biblio, source, findings),
        priorities(biblio, source, findings),
        citations(biblio),
        List.of(),
        claims,
        Optional.empty());
  }

  private static List<Named> named(Element biblio) {
    List<Named> named = new ArrayList<>();
    for (Element applicant : biblio.below("Applicant")) {
      named(Role.APPLICANT, applicant).ifPresent(named::add);
    }
    for (Element holder : biblio.below("Assignee")) {
      named(Role.HOLDER, holder).ifPresent(named::add);
    }
    for (Element inventor : biblio.below("Inventor")) {
      named(Role.INVENTOR, inventor).ifPresent(named::add);
    }
    for (Element agent : biblio.below("Agent")) {
      agent.first("Agency").flatMap(agency -> named(Role.AGENT, agency)).ifPresent(named::add);
      named(Role.AGENT, agent).ifPresent(named::add);
    }
    for (Element examiner : biblio.below("Examiner")) {
      named(Role.EXAMINER, examiner).ifPresent(named::add);
    }
    return named;
  }

  private static Optional<Named> named(Role role, Element party) {
    if (party.attribute("dataFormat").equals("standard")) {
      return Optional.empty();
    }
    Element book = party.first("AddressBook").orElse(party);
    String name = book.textOf("OrganizationName");
    name = name.isEmpty() ? book.textOf("Name") : name;
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Named(
            role,
            name,
            part(book.textOf("Address", "Province")),
            part(book.textOf("Address", "WIPOST3Code")),
            part(book.textOf("Address", "Text"))));
  }

  private static String part(String text) {
    return text.equals(NOTHING) ? "" : text;
  }

  private static List<ClassSymbol> classes(Element biblio, Source source, Findings findings) {
    List<ClassSymbol> classes = new ArrayList<>();
    for (Element older : biblio.all("ClassificationIPC")) {
      for (Element symbol : older.children()) {
        if (symbol.local().endsWith("Classification")
            && !symbol.attribute("dataFormat").equals("standard")) {
          symbol(ClassScheme.IPC, symbol, source, findings).ifPresent(classes::add);
        }
      }
    }
    for (Element symbol : biblio.below("ClassificationIPCR")) {
      symbol
          .first("Text")
          .flatMap(text -> symbol(ClassScheme.IPC, text, source, findings))
          .ifPresent(classes::add);
    }
    for (Element locarno : biblio.below("ClassificationLocarno")) {
      for (Element symbol : locarno.children()) {
        if (symbol.local().endsWith("Classification")
            && !symbol.attribute("dataFormat").equals("standard")) {
          symbol(ClassScheme.LOCARNO, symbol, source, findings).ifPresent(classes::add);
        }
      }
    }
    return classes;
  }

  private static Optional<ClassSymbol> symbol(
      ClassScheme scheme, Element element, Source source, Findings findings) {
    String text = element.text();
    return text.isEmpty()
        ? Optional.empty()
        : findings.of(Symbols.read(scheme, text), at(source, element));
  }

  private static List<Priority> priorities(Element biblio, Source source, Findings findings) {
    List<Priority> priorities = new ArrayList<>();
    for (Element priority : biblio.below("Priority")) {
      if (priority.attribute("dataFormat").equals("standard")) {
        continue;
      }
      Element id = priority.first("DocumentID").orElse(priority);
      String number = id.textOf("DocNumber");
      if (!number.isEmpty()) {
        Optional<Office> office =
            findings.of(Office.parse(id.textOf("WIPOST3Code")), at(source, id) + "/WIPOST3Code");
        Optional<LocalDate> date = date(id, "Date", source, findings);
        office.ifPresent(o -> priorities.add(new Priority(o, number, date)));
      }
    }
    return priorities;
  }

  private static List<CitedDocument> citations(Element biblio) {
    List<CitedDocument> citations = new ArrayList<>();
    for (Element citation : biblio.below("Citation")) {
      List<Element> references = citation.below("PublicationReference");
      Optional<Element> id =
          original(references)
              .or(() -> references.stream().findFirst())
              .flatMap(e -> e.first("DocumentID"));
      String number =
          id.map(e -> e.textOf("WIPOST3Code") + e.textOf("DocNumber") + e.textOf("Kind"))
              .orElse("");
      String text = id.isPresent() ? "" : citation.text();
      String category =
          citation.below("Category").stream().findFirst().map(Element::text).orElse("");
      Optional<LocalDate> date = id.flatMap(e -> Dates.parse(e.textOf("Date")).found());
      if (!number.isEmpty() || !text.isEmpty()) {
        citations.add(
            new CitedDocument(number, text, category, citation.attribute("srepPhase"), date));
      }
    }
    return citations;
  }

  /// The one as the office printed it; the other is a form for sorting.
  private static Optional<Element> original(List<Element> forms) {
    return forms.stream()
        .filter(form -> !form.attribute("dataFormat").equals("standard"))
        .findFirst();
  }

  private static Optional<LocalDate> date(
      Element parent, String child, Source source, Findings findings) {
    return parent
        .first(child)
        .filter(e -> !e.text().isEmpty())
        .flatMap(e -> findings.of(Dates.parse(e.text()), at(source, e)));
  }

  private static String at(Source source, Element element) {
    return source.position() + ", " + element.path();
  }
}
