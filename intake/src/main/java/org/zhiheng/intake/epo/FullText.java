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

/// Reads a `fulltext-document`: the claims of one publication.
final class FullText {

  private FullText() {}

  static Outcome read(Element document, Source source) {
    Findings findings = new Findings(source.name());
    String at = OpsReplies.at(source, document);
    Optional<DocumentId> id =
        document
            .first("bibliographic-data", "publication-reference")
            .flatMap(OpsNumbers::id)
            .map(DocumentId::of);
    List<String> claims = new ArrayList<>();
    document.first("claims").ifPresent(all -> claims(all, claims));
    if (id.isEmpty() || claims.isEmpty()) {
      return OpsReplies.refused(
          document,
          source,
          "ops-empty",
          "",
          "A full text is read for its claims, and must say of which publication they are;"
              + " descriptions are not read.");
    }
    Optional<Office> office = OpsNumbers.office(id.get(), at, findings);
    Optional<RightNumber> number =
        office.flatMap(o -> OpsNumbers.publication(o, id.get(), at, findings));
    Optional<LocalDate> day = id.get().day();
    if (day.isEmpty()) {
      findings.add(
          "xml-missing",
          at + "/bibliographic-data/publication-reference",
          id.get().joined(),
          "The claims have no date; ask OPS for claims with biblio.");
    }
    if (!findings.none() || office.isEmpty() || number.isEmpty() || day.isEmpty()) {
      return new Outcome.Refused(findings.all());
    }
    Bibliography bibliography =
        new Bibliography(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            claims,
            Optional.empty());
    return new Outcome.Taken(
        new Notice(
            OpsNumbers.kind(id.get()),
            office.get(),
            List.of(number.get()),
            List.of(
                new DatedFact(day.get(), new Fact.Described(List.of(number.get()), bibliography))),
            source));
  }

  private static void claims(Element all, List<String> into) {
    for (Element claim : all.all("claim")) {
      for (Element text : claim.all("claim-text")) {
        if (!text.text().isEmpty()) {
          into.add(text.text());
        }
      }
    }
  }
}
