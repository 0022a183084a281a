package org.zhiheng.intake.uspto;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.zhiheng.intake.field.Dates;
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

/// Reads what a USPTO document says beside its numbers and dates.
final class UsptoBibliography {

  /// A national class is printed in columns: three for the class, three for the subclass, then
  /// decimals.
  private static final int NATIONAL_CLASS_WIDTH = 3;

  private static final int NATIONAL_SUBCLASS_END = 6;

  private UsptoBibliography() {}

  static Bibliography read(Element root, Element biblio, Source source, Findings findings) {
    String title = biblio.textOf("invention-title");
    if (title.isEmpty()) {
      findings.add(
          "xml-missing",
          UsptoDocuments.at(source, biblio) + "/invention-title",
          "",
          "A document must have a title.");
    }
    List<Text> abstracts = new ArrayList<>();
    for (Element summary : root.all("abstract")) {
      if (!summary.text().isEmpty()) {
        abstracts.add(new Text("en", summary.text()));
      }
    }
    List<String> claims = new ArrayList<>();
    for (Element all : root.all("claims")) {
      for (Element claim : all.all("claim")) {
        if (!claim.text().isEmpty()) {
          claims.add(claim.text());
        }
      }
    }
    return new Bibliography(
        List.of(new Text("en", title.isEmpty() ? "-" : title)),
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
    SequencedSet<Named> named = new LinkedHashSet<>();
    for (String group : List.of("parties", "us-parties")) {
      for (Element parties : biblio.all(group)) {
        applicants(parties, named);
        for (Element inventor : parties.below("inventor")) {
          named(Role.INVENTOR, inventor).ifPresent(named::add);
        }
        for (Element agent : parties.below("agent")) {
          named(Role.AGENT, agent).ifPresent(named::add);
        }
      }
    }
    for (Element assignees : biblio.all("assignees")) {
      for (Element assignee : assignees.all("assignee")) {
        named(Role.HOLDER, assignee).ifPresent(named::add);
      }
    }
    for (Element examiners : biblio.all("examiners")) {
      for (Element examiner : examiners.children()) {
        named(Role.EXAMINER, examiner).ifPresent(named::add);
      }
    }
    return List.copyOf(named);
  }

  /// Until 2012 the inventors applied, and stand as applicants only.
  private static void applicants(Element parties, SequencedSet<Named> named) {
    for (String tag : List.of("applicant", "us-applicant")) {
      for (Element applicant : parties.below(tag)) {
        named(Role.APPLICANT, applicant).ifPresent(named::add);
        if (applicant.attribute("app-type").equals("applicant-inventor")) {
          named(Role.INVENTOR, applicant).ifPresent(named::add);
        }
      }
    }
  }

  private static Optional<Named> named(Role role, Element party) {
    Element book = party.first("addressbook").orElse(party);
    String name = book.textOf("orgname");
    if (name.isEmpty()) {
      name = (book.textOf("first-name") + " " + book.textOf("last-name")).strip();
    }
    if (name.isEmpty()) {
      name = book.textOf("name");
    }
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Element> address = book.first("address");
    return Optional.of(
        new Named(
            role,
            name,
            address.map(e -> e.textOf("state")).orElse(""),
            address.map(e -> country(e.textOf("country"))).orElse(""),
            address.map(e -> e.textOf("city")).orElse("")));
  }

  /// The office writes `unknown` and `omitted` where it has no country.
  private static String country(String text) {
    return text.length() == 2 ? text : "";
  }

  private static List<ClassSymbol> classes(Element biblio, Source source, Findings findings) {
    SequencedSet<ClassSymbol> classes = new LinkedHashSet<>();
    for (Element locarno : biblio.all("classification-locarno")) {
      Optional<Element> main = locarno.first("main-classification");
      main.flatMap(e ->
              findings.of(
                  Symbols.read(ClassScheme.LOCARNO, hyphened(e.text())),
                  UsptoDocuments.at(source, e)))
          .ifPresent(classes::add);
    }
    for (Element group : biblio.all("classifications-ipcr")) {
      for (Element symbol : group.all("classification-ipcr")) {
        add(ClassScheme.IPC, Symbol.joined(symbol), symbol, classes, source, findings);
      }
    }
    for (Element older : biblio.all("classification-ipc")) {
      for (Element symbol : older.children()) {
        if (symbol.local().endsWith("-classification")) {
          add(ClassScheme.IPC, symbol.text(), symbol, classes, source, findings);
        }
      }
    }
    for (Element group : biblio.all("classifications-cpc")) {
      for (Element symbol : group.below("classification-cpc")) {
        add(ClassScheme.CPC, Symbol.joined(symbol), symbol, classes, source, findings);
      }
    }
    for (Element national : biblio.all("classification-national")) {
      for (Element symbol : national.children()) {
        if (symbol.local().endsWith("-classification")) {
          // ranges and digests have forms of their own; the scheme ended in 2015: left out
          Symbols.read(ClassScheme.USPC, national(symbol.raw())).found().ifPresent(classes::add);
        }
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
          .of(Symbols.read(scheme, text), UsptoDocuments.at(source, element))
          .ifPresent(classes::add);
    }
  }

  /// `0203` as `02-03`; with a hyphen, as it is.
  private static String hyphened(String text) {
    return text.length() == 4 && text.indexOf('-') < 0
        ? text.substring(0, 2) + "-" + text.substring(2)
        : text;
  }

  /// `705 26` as `705/26`, `34053912` as `340/539.12`, `D14138 G` as `D14/138 G`.
  static String national(String raw) {
    String text = raw.replace("\n", "").stripTrailing();
    if (text.length() <= NATIONAL_CLASS_WIDTH) {
      return text.strip();
    }
    String main = text.substring(0, NATIONAL_CLASS_WIDTH).replace(" ", "");
    String rest = text.substring(NATIONAL_CLASS_WIDTH);
    if (text.length() <= NATIONAL_SUBCLASS_END) {
      return main + "/" + rest.strip();
    }
    String subclass = text.substring(NATIONAL_CLASS_WIDTH, NATIONAL_SUBCLASS_END).strip();
    String decimals = text.substring(NATIONAL_SUBCLASS_END).strip();
    if (decimals.isEmpty() || decimals.chars().allMatch(c -> c == '0')) {
      return main + "/" + subclass;
    }
    return Character.isDigit(decimals.charAt(0))
        ? main + "/" + subclass + "." + decimals
        : main + "/" + subclass + " " + decimals;
  }

  private static List<Priority> priorities(Element biblio, Source source, Findings findings) {
    List<Priority> priorities = new ArrayList<>();
    for (Element group : biblio.all("priority-claims")) {
      for (Element claim : group.all("priority-claim")) {
        String number = claim.textOf("doc-number");
        if (!number.isEmpty()) {
          String at = UsptoDocuments.at(source, claim);
          Optional<Office> office =
              findings.of(Office.parse(claim.textOf("country")), at + "/country");
          Optional<LocalDate> date =
              claim.textOf("date").isEmpty()
                  ? Optional.empty()
                  : findings.of(Dates.parse(claim.textOf("date")), at + "/date");
          office.ifPresent(o -> priorities.add(new Priority(o, number, date)));
        }
      }
    }
    return priorities;
  }

  private static List<CitedDocument> citations(Element biblio) {
    List<CitedDocument> citations = new ArrayList<>();
    for (String group : List.of("us-references-cited", "references-cited")) {
      for (Element references : biblio.all(group)) {
        for (Element citation : references.children()) {
          citation(citation).ifPresent(citations::add);
        }
      }
    }
    return citations;
  }

  private static Optional<CitedDocument> citation(Element citation) {
    Optional<DocumentId> id = citation.first("patcit", "document-id").map(DocumentId::of);
    String number = id.map(DocumentId::joined).orElse("");
    String text =
        citation
            .first("nplcit", "othercit")
            .or(() -> citation.first("nplcit"))
            .map(Element::text)
            .orElseGet(() ->
                citation.first("patcit", "document-id", "name").map(Element::text).orElse(""));
    if (number.isEmpty() && text.isEmpty()) {
      return Optional.empty();
    }
    String category = citation.textOf("category");
    String phase = category.startsWith("cited by ") ? category.substring(9) : "";
    return Optional.of(
        new CitedDocument(number, text, category, phase, id.flatMap(DocumentId::day)));
  }
}
