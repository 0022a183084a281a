package org.zhiheng.intake.epo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.zhiheng.intake.field.Dates;
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

/// Reads a `patent-family` with or without legal events: one record for each application in it,
/// since the publications of one application are one right.
final class PatentFamily {

  private PatentFamily() {}

  static List<Outcome> read(Element family, Source source) {
    Map<String, List<Element>> byApplication = new LinkedHashMap<>();
    for (Element member : family.all("family-member")) {
      byApplication.computeIfAbsent(application(member), _ -> new ArrayList<>()).add(member);
    }
    SequencedSet<RightNumber> all = new LinkedHashSet<>();
    for (Element member : family.all("family-member")) {
      publication(member, source, new Findings(source.name())).ifPresent(all::add);
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (List<Element> members : byApplication.values()) {
      outcomes.add(right(members, all, source));
    }
    return outcomes;
  }

  private static String application(Element member) {
    return member
        .first("application-reference")
        .flatMap(OpsNumbers::id)
        .map(id -> DocumentId.of(id).joined())
        .orElse(member.path());
  }

  private static Optional<RightNumber> publication(
      Element member, Source source, Findings findings) {
    return member
        .first("publication-reference")
        .flatMap(OpsNumbers::id)
        .flatMap(id -> {
          String at = OpsReplies.at(source, id);
          DocumentId read = DocumentId.of(id);
          return OpsNumbers.office(read, at, findings)
              .flatMap(office -> OpsNumbers.publication(office, read, at, findings));
        });
  }

  private static Outcome right(List<Element> members, Collection<RightNumber> all, Source source) {
    Findings findings = new Findings(source.name());
    Element first = members.getFirst();
    SequencedSet<RightNumber> own = new LinkedHashSet<>();
    for (Element member : members) {
      publication(member, source, findings).ifPresent(own::add);
    }
    if (own.isEmpty()) {
      if (findings.none()) {
        findings.add(
            "xml-missing",
            OpsReplies.at(source, first),
            "",
            "A member of a family must have a publication reference.");
      }
      return new Outcome.Refused(findings.all());
    }
    Office office = own.getFirst().office();
    Optional<Element> reference = first.first("application-reference");
    Optional<RightNumber> application = reference.flatMap(e -> OpsNumbers.application(office, e));
    List<DatedFact> facts = new ArrayList<>();
    reference
        .flatMap(ExchangeDocument::filed)
        .ifPresent(on ->
            facts.add(
                new DatedFact(
                    on,
                    new Fact.Filed(
                        application.map(List::of).orElse(List.of()), Bibliography.EMPTY))));
    Bibliography bibliography =
        new Bibliography(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            OpsBibliography.priorities(first.all("priority-claim")),
            List.of(),
            all.stream().filter(number -> !own.contains(number)).toList(),
            List.of(),
            Optional.empty());
    for (Element member : members) {
      published(member, source, bibliography, findings).ifPresent(facts::add);
    }
    facts.addAll(legal(members, source, findings));
    if (!findings.none()) {
      return new Outcome.Refused(findings.all());
    }
    List<RightNumber> numbers = new ArrayList<>();
    application.ifPresent(numbers::add);
    numbers.addAll(own);
    DocumentId id =
        first
            .first("publication-reference")
            .flatMap(OpsNumbers::id)
            .map(DocumentId::of)
            .orElse(new DocumentId("", "", "", ""));
    return new Outcome.Taken(new Notice(OpsNumbers.kind(id), office, numbers, facts, source));
  }

  private static Optional<DatedFact> published(
      Element member, Source source, Bibliography bibliography, Findings findings) {
    Optional<Element> element = member.first("publication-reference").flatMap(OpsNumbers::id);
    Optional<RightNumber> number = publication(member, source, new Findings(source.name()));
    if (element.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    DocumentId id = DocumentId.of(element.get());
    if (id.day().isEmpty()) {
      findings.add(
          "xml-missing",
          OpsReplies.at(source, element.get()) + "/date",
          id.date(),
          "A publication must have a date that exists.");
    }
    return id.day()
        .map(on ->
            new DatedFact(
                on, ExchangeDocument.fact(number.get().office(), id, number.get(), bibliography)));
  }

  /// The legal events, each once though several publications of the application may list it.
  private static Collection<DatedFact> legal(
      List<Element> members, Source source, Findings findings) {
    SequencedSet<DatedFact> events = new LinkedHashSet<>();
    for (Element member : members) {
      for (Element legal : member.all("legal")) {
        Optional<LocalDate> on =
            date(legal, "L007EP").or(() -> effective(legal)).or(() -> date(legal, "L019EP"));
        String code = legal.attribute("code").strip();
        if (on.isEmpty() || code.isEmpty()) {
          findings.add(
              "ops-legal",
              OpsReplies.at(source, legal),
              code,
              "A legal event must have a code and a gazette or effective date.");
        } else {
          events.add(new DatedFact(on.get(), new Fact.Noted(code, words(legal))));
        }
      }
    }
    return events;
  }

  private static Optional<LocalDate> date(Element legal, String field) {
    return Dates.parse(legal.textOf(field)).found();
  }

  private static Optional<LocalDate> effective(Element legal) {
    return legal.below("L525EP").stream().findFirst().flatMap(e -> Dates.parse(e.text()).found());
  }

  /// The event's description, then what its further fields say.
  private static String words(Element legal) {
    StringBuilder words = new StringBuilder(legal.attribute("desc").strip());
    for (Element group : legal.all("L500EP")) {
      for (Element field : group.children()) {
        if (!field.text().isEmpty()) {
          words.append("; ").append(field.attribute("desc")).append(": ").append(field.text());
        }
      }
    }
    return words.toString();
  }
}
