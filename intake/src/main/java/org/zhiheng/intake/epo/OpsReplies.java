package org.zhiheng.intake.epo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.intake.field.Findings;
import org.zhiheng.intake.field.Outcome;
import org.zhiheng.intake.xml.Element;
import org.zhiheng.intake.xml.KnownRoots;
import org.zhiheng.intake.xml.Prolog;
import org.zhiheng.register.event.Source;
import org.zhiheng.values.Problem;

/// Reads replies of the EPO's Open Patent Services 3.2: `docs/formats/epo-ops-xml.md`.
///
/// A reply may hold several records: each exchange document is one, each application of a family is
/// one, each full text is one.
public final class OpsReplies {

  /// Long, and said of no right.
  public static final Set<String> DROPPED = Set.of("description", "tables", "maths", "chemistry");

  private OpsReplies() {}

  /// Why a reply that begins so is not read, if it is not.
  public static Optional<Problem> refusal(Prolog prolog) {
    return switch (prolog.localRoot()) {
      case "world-patent-data", "exchange-documents", "fault", "error" -> Optional.empty();
      default ->
          Optional.of(
              KnownRoots.refusal(
                  prolog, "OPS replies: world-patent-data with biblio, family, legal or claims"));
    };
  }

  /// What the reply says, one outcome for each record.
  public static List<Outcome> read(Element root, Source source) {
    Optional<Outcome> fault = fault(root, source);
    if (fault.isPresent()) {
      return List.of(fault.get());
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Element document : exchangeDocuments(root)) {
      outcomes.add(ExchangeDocument.read(document, source));
    }
    for (Element family : root.all("patent-family")) {
      outcomes.addAll(PatentFamily.read(family, source));
    }
    for (Element texts : root.all("fulltext-documents")) {
      for (Element text : texts.all("fulltext-document")) {
        outcomes.add(FullText.read(text, source));
      }
    }
    if (outcomes.isEmpty()) {
      return List.of(
          refused(
              root,
              source,
              "ops-empty",
              "",
              "The reply has no exchange document, family or full text; search results and lists"
                  + " of numbers alone are not read."));
    }
    return outcomes;
  }

  private static List<Element> exchangeDocuments(Element root) {
    List<Element> documents = new ArrayList<>(root.all("exchange-document"));
    for (Element group : root.all("exchange-documents")) {
      documents.addAll(group.all("exchange-document"));
    }
    for (Element search : root.below("search-result")) {
      documents.addAll(search.below("exchange-document"));
    }
    return documents;
  }

  private static Optional<Outcome> fault(Element root, Source source) {
    List<Element> faults = new ArrayList<>(root.all("fault"));
    faults.addAll(root.all("error"));
    if (root.local().equals("fault") || root.local().equals("error")) {
      faults.add(root);
    }
    return faults.stream()
        .findFirst()
        .map(fault ->
            refused(
                fault,
                source,
                "ops-fault",
                fault.textOf("code"),
                "OPS refused the request: "
                    + (fault.textOf("message").isEmpty() ? fault.text() : fault.textOf("message"))
                    + ". Ask OPS again."));
  }

  static Outcome refused(Element where, Source source, String code, String given, String reason) {
    Findings findings = new Findings(source.name());
    findings.add(code, at(source, where), given, reason);
    return new Outcome.Refused(findings.all());
  }

  static String at(Source source, Element element) {
    return source.position() + ", " + element.path();
  }
}
