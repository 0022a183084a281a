package org.zhiheng.intake.epo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.intake.field.Findings;
import org.zhiheng.intake.field.Outcome;
import org.zhiheng.intake.st36.DocumentId;
import org.zhiheng.intake.xml.Element;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;

/// Reads an `exchange-document`: one publication and what is known of it.
final class ExchangeDocument {

  private ExchangeDocument() {}

  static Outcome read(Element document, Source source) {
    Findings findings = new Findings(source.name());
    String at = OpsReplies.at(source, document);
    if (document.attribute("status").equals("not found")) {
      return OpsReplies.refused(
          document,
          source,
          "ops-fault",
          document.attribute("country") + document.attribute("doc-number"),
          "OPS does not know this document.");
    }
    Optional<Element> biblio = document.first("bibliographic-data");
    Optional<Element> reference = biblio.flatMap(e -> e.first("publication-reference"));
    Optional<Element> idElement = reference.flatMap(OpsNumbers::id);
    if (biblio.isEmpty() || idElement.isEmpty()) {
      return OpsReplies.refused(
          document,
          source,
          "xml-missing",
          "",
          "An exchange document must have a publication reference.");
    }
    DocumentId id = DocumentId.of(idElement.get());
    Optional<Office> office = OpsNumbers.office(id, at, findings);
    Optional<RightNumber> number = office.flatMap(o -> OpsNumbers.publication(o, id, at, findings));
    Optional<LocalDate> day = id.day();
    if (day.isEmpty()) {
      findings.add(
          "xml-missing", at + "/date", id.date(), "A publication must have a date that exists.");
    }
    Optional<Element> applicationElement = biblio.get().first("application-reference");
    Optional<RightNumber> application =
        office.flatMap(o -> applicationElement.flatMap(e -> OpsNumbers.application(o, e)));
    Optional<LocalDate> filed = applicationElement.flatMap(ExchangeDocument::filed);
    Bibliography bibliography = OpsBibliography.read(document, biblio.get(), source, findings);
    if (!findings.none() || office.isEmpty() || number.isEmpty() || day.isEmpty()) {
      return new Outcome.Refused(findings.all());
    }
    List<RightNumber> numbers = new ArrayList<>();
    application.ifPresent(numbers::add);
    numbers.add(number.get());
    List<DatedFact> facts = new ArrayList<>();
    filed.ifPresent(on ->
        facts.add(
            new DatedFact(
                on,
                new Fact.Filed(application.map(List::of).orElse(List.of()), Bibliography.EMPTY))));
    facts.add(new DatedFact(day.get(), fact(office.get(), id, number.get(), bibliography)));
    return new Outcome.Taken(new Notice(OpsNumbers.kind(id), office.get(), numbers, facts, source));
  }

  /// The filing date, which stands beside one form of the number or another.
  static Optional<LocalDate> filed(Element reference) {
    return reference.all("document-id").stream()
        .map(DocumentId::of)
        .flatMap(id -> id.day().stream())
        .findFirst();
  }

  static Fact fact(Office office, DocumentId id, RightNumber number, Bibliography bibliography) {
    return switch (OpsNumbers.stage(office, id)) {
      case PUBLISHED -> new Fact.Published(number, bibliography);
      case GRANTED -> new Fact.Granted(number, bibliography);
      case OTHER -> new Fact.Described(List.of(number), bibliography);
    };
  }
}
