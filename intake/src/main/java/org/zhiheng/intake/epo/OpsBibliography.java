package org.zhiheng.intake.epo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.zhiheng.intake.field.Findings;
import org.zhiheng.intake.st36.DocumentId;
import org.zhiheng.intake.st36.Symbol;
import org.zhiheng.intake.xml.Element;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Bibliography.CitedDocument;
import org.zhiheng.register.event.Bibliography.Named;
import org.zhiheng.register.event.Bibliography.Priority;
import org.zhiheng.register.event.Bibliography.Role;
import org.zhiheng.register.event.Bibliography.Text;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.Symbols;

/// Reads what an exchange document says beside its numbers and dates.
final class OpsBibliography {

  private OpsBibliography() {}

  static Bibliography read(Element document, Element biblio, Source source, Findings findings) {
    List<Text> titles = new ArrayList<>();
    for (Element title : biblio.all("invention-title")) {
      text(title).ifPresent(titles::add);
    }
    List<Text> abstracts = new ArrayList<>();
    for (Element summary : document.all("abstract")) {
      text(summary).ifPresent(abstracts::add);
    }
    return new Bibliography(
        titles,
        abstracts,
        named(biblio),
        classes(biblio, source, findings),
        priorities(biblio.below("priority-claim")),
        citations(biblio),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static Optional<Text> text(Element element) {
    String text = element.text();
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new Text(element.attribute("lang"), text));
  }

  /// Names in the form the office printed; the form for searching (`epodoc`) ends in the country.
  private static List<Named> named(Element biblio) {
    SequencedSet<Named> named = new LinkedHashSet<>();
    for (Element parties : biblio.all("parties")) {
      named(Role.APPLICANT, parties.below("applicant"), "applicant-name", named);
      named(Role.INVENTOR, parties.below("inventor"), "inventor-name", named);
    }
    return List.copyOf(named);
  }

  private static void named(
      Role role, List<Element> parties, String tag, SequencedSet<Named> into) {
    for (Element party : parties) {
      boolean printed =
          !party.attribute("data-format").equals("epodoc")
              || parties.stream()
                  .noneMatch(other ->
                      other.attribute("data-format").equals("original")
                          && other.attribute("sequence").equals(party.attribute("sequence")));
      String name = party.textOf(tag, "name");
      if (printed && !name.isEmpty()) {
        into.add(new Named(role, name, "", country(party, parties), ""));
      }
    }
  }

  /// Out of `NAME [NL]`, as the form for searching writes it.
  private static String country(Element party, List<Element> parties) {
    for (Element other : parties) {
      String text = other.text();
      if (other.attribute("sequence").equals(party.attribute("sequence"))
          && other.attribute("data-format").equals("epodoc")
          && text.length() > 4
          && text.endsWith("]")
          && text.charAt(text.length() - 4) == '[') {
        return text.substring(text.length() - 3, text.length() - 1);
      }
    }
    return "";
  }

  private static List<ClassSymbol> classes(Element biblio, Source source, Findings findings) {
    SequencedSet<ClassSymbol> classes = new LinkedHashSet<>();
    List<Element> current = biblio.below("classification-ipcr");
    for (Element symbol : current) {
      add(ClassScheme.IPC, symbol.textOf("text"), symbol, classes, source, findings);
    }
    if (current.isEmpty()) {
      for (Element older : biblio.all("classification-ipc")) {
        for (Element symbol : older.all("text")) {
          add(ClassScheme.IPC, symbol.text(), symbol, classes, source, findings);
        }
      }
    }
    for (Element symbol : biblio.below("patent-classification")) {
      String scheme =
          symbol.first("classification-scheme").map(e -> e.attribute("scheme")).orElse("");
      if (scheme.startsWith("CPC") && !symbol.all("section").isEmpty()) {
        add(ClassScheme.CPC, Symbol.joined(symbol), symbol, classes, source, findings);
      }
    }
    return List.copyOf(classes);
  }

  private static void add(
      ClassScheme scheme,
      String text,
      Element element,
      SequencedSet<ClassSymbol> classes,
      Source source,
      Findings findings) {
    if (!text.isEmpty()) {
      findings
          .of(Symbols.read(scheme, text), OpsReplies.at(source, element))
          .ifPresent(classes::add);
    }
  }

  /// Priorities whose office can be told; a form for searching holds it before the number.
  static List<Priority> priorities(List<Element> claims) {
    SequencedSet<Priority> priorities = new LinkedHashSet<>();
    for (Element claim : claims) {
      Optional<DocumentId> docdb = OpsNumbers.id(claim, "docdb").map(DocumentId::of);
      Optional<DocumentId> epodoc = OpsNumbers.id(claim, "epodoc").map(DocumentId::of);
      if (docdb.isPresent()) {
        Office.parse(docdb.get().country())
            .found()
            .ifPresent(office ->
                priorities.add(new Priority(office, docdb.get().number(), docdb.get().day())));
      } else if (epodoc.isPresent() && epodoc.get().number().length() > 2) {
        String number = epodoc.get().number();
        String printed =
            OpsNumbers.id(claim, "original")
                .map(e -> e.textOf("doc-number"))
                .filter(text -> !text.isEmpty())
                .orElse(number);
        Office.parse(number.substring(0, 2))
            .found()
            .ifPresent(office -> priorities.add(new Priority(office, printed, epodoc.get().day())));
      }
    }
    return List.copyOf(priorities);
  }

  private static List<CitedDocument> citations(Element biblio) {
    List<CitedDocument> citations = new ArrayList<>();
    for (Element group : biblio.all("references-cited")) {
      for (Element citation : group.all("citation")) {
        Optional<DocumentId> id =
            citation.first("patcit").flatMap(OpsNumbers::id).map(DocumentId::of);
        String number = id.map(DocumentId::joined).orElse("");
        String text =
            citation
                .first("nplcit")
                .map(Element::text)
                .orElseGet(() -> citation.textOf("rel-passage"));
        String phase = citation.attribute("cited-phase");
        if (!number.isEmpty() || !text.isEmpty()) {
          citations.add(
              new CitedDocument(
                  number,
                  text,
                  citation.textOf("category"),
                  phase.isEmpty() ? citation.attribute("cited-by") : phase,
                  id.flatMap(DocumentId::day)));
        }
      }
    }
    return citations;
  }
}
