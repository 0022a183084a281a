package org.zhiheng.intake.uspto;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.intake.field.Dates;
import org.zhiheng.intake.field.Findings;
import org.zhiheng.intake.field.Outcome;
import org.zhiheng.intake.st36.DocumentId;
import org.zhiheng.intake.xml.Element;
import org.zhiheng.intake.xml.KnownRoots;
import org.zhiheng.intake.xml.Prolog;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Numbers;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.values.Problem;

/// Reads grants and applications of the USPTO, XML 4.0 to 4.x: `docs/formats/uspto-xml.md`.
///
/// A design grant (S) is a design; all others are patents for inventions, reissues (E) and plants
/// (P) too: the register has no kinds of their own for these.
public final class UsptoDocuments {

  /// Long, and said of no right.
  public static final Set<String> DROPPED =
      Set.of(
          "description",
          "drawings",
          "tables",
          "maths",
          "math",
          "chemistry",
          "us-chemistry",
          "us-math",
          "us-sequence-list-doc",
          "us-megatable-doc",
          "sequence-list-doc",
          "table-external-doc",
          "us-field-of-classification-search",
          "field-of-search",
          "figures");

  private static final String GRANT = "us-patent-grant";
  private static final String APPLICATION = "us-patent-application";

  private UsptoDocuments() {}

  /// Why a document that begins so is not read, if it is not.
  public static Optional<Problem> refusal(Prolog prolog) {
    return prolog.root().equals(GRANT) || prolog.root().equals(APPLICATION)
        ? Optional.empty()
        : Optional.of(
            KnownRoots.refusal(
                prolog,
                "us-patent-grant and us-patent-application of version 4.x (2005 and later)"));
  }

  /// What the document says.
  public static Outcome read(Element root, Source source) {
    Findings findings = new Findings(source.name());
    Optional<Element> found =
        root.first("us-bibliographic-data-grant")
            .or(() -> root.first("us-bibliographic-data-application"));
    Optional<Element> publication = found.flatMap(e -> e.first("publication-reference"));
    if (found.isEmpty() || publication.flatMap(e -> e.first("document-id")).isEmpty()) {
      findings.add(
          "xml-missing",
          source.position() + ", " + root.path(),
          "",
          "A document must say under which number it was published.");
      return new Outcome.Refused(findings.all());
    }
    Element biblio = found.get();
    Element idElement = publication.get().first("document-id").orElse(root);
    DocumentId id = DocumentId.of(idElement);
    Optional<RightNumber> number =
        findings.of(Numbers.publication(Office.US, id.joined()), at(source, idElement));
    Optional<LocalDate> day = findings.of(Dates.parse(id.date()), at(source, idElement) + "/date");
    Optional<Element> application = biblio.first("application-reference", "document-id");
    Optional<DocumentId> applied = application.map(DocumentId::of);
    Optional<RightNumber> filedAs =
        application.flatMap(e ->
            findings.of(
                Numbers.application(Office.US, e.textOf("doc-number")),
                at(source, e) + "/doc-number"));
    Optional<LocalDate> filed =
        application.flatMap(e ->
            e.textOf("date").isEmpty()
                ? Optional.empty()
                : findings.of(Dates.parse(e.textOf("date")), at(source, e) + "/date"));
    Bibliography bibliography = UsptoBibliography.read(root, biblio, source, findings);
    if (!findings.none() || number.isEmpty() || day.isEmpty()) {
      return new Outcome.Refused(findings.all());
    }
    boolean granted =
        root.local().equals(GRANT) && applied.isPresent() && !id.kind().startsWith("H");
    List<RightNumber> numbers = new ArrayList<>();
    filedAs.ifPresent(numbers::add);
    numbers.add(number.get());
    List<DatedFact> facts = new ArrayList<>();
    filed.ifPresent(on ->
        facts.add(
            new DatedFact(
                on, new Fact.Filed(filedAs.map(List::of).orElse(List.of()), Bibliography.EMPTY))));
    facts.add(
        new DatedFact(
            day.get(),
            granted
                ? new Fact.Granted(number.get(), bibliography)
                : new Fact.Published(number.get(), bibliography)));
    biblio.first("us-term-of-grant").ifPresent(term -> terms(term, day.get(), facts));
    return new Outcome.Taken(new Notice(kind(biblio, id), Office.US, numbers, facts, source));
  }

  private static RightKind kind(Element biblio, DocumentId id) {
    String type =
        biblio.first("application-reference").map(e -> e.attribute("appl-type")).orElse("");
    return id.kind().startsWith("S") || type.equals("design")
        ? RightKind.DESIGN
        : RightKind.INVENTION_PATENT;
  }

  /// What the grant says of its term, kept as it is: counting with it is not this module's work.
  private static void terms(Element term, LocalDate day, List<DatedFact> facts) {
    for (Element part : term.children()) {
      if (!part.text().isEmpty()) {
        facts.add(
            new DatedFact(
                day,
                new Fact.Noted(
                    part.local(),
                    switch (part.local()) {
                      case "us-term-extension" -> part.text() + " days";
                      case "length-of-grant" -> part.text() + " years";
                      default -> part.text();
                    })));
      }
    }
  }

  static String at(Source source, Element element) {
    return source.position() + ", " + element.path();
  }
}
