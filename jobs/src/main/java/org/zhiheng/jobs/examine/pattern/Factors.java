package org.zhiheng.jobs.examine.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhiheng.values.RightId;

/// Puts a factor together: figures, evidence within the limit, law, what speaks against.
final class Factors {

  static final Comparator<Filing> BY_DAY =
      Comparator.comparing((Filing filing) -> filing.filedOn().orElse(java.time.LocalDate.MAX))
          .thenComparing(Filing::right);

  private final Map<RightId, Filing> filings = new TreeMap<>();
  private final References references;
  private final Pattern.Purpose purpose;

  Factors(Portfolio portfolio, Pattern.Purpose purpose) {
    portfolio.filings().forEach(filing -> filings.put(filing.right(), filing));
    this.references = portfolio.references();
    this.purpose = purpose;
  }

  /// All filings, by id.
  List<Filing> filings() {
    return List.copyOf(filings.values());
  }

  int count() {
    return filings.size();
  }

  Factor of(
      Factor.Kind kind,
      List<Figure> figures,
      List<? extends Evidence> evidence,
      Factor.Confidence confidence,
      Said why) {
    Set<RightId> inputs = new TreeSet<>();
    figures.forEach(figure -> inputs.addAll(figure.inputs()));
    List<Filing> concerned =
        inputs.stream().map(filings::get).filter(java.util.Objects::nonNull).toList();
    List<Said> against = new ArrayList<>();
    switch (purpose) {
      case OTHERS -> {}
      case OWN -> against.addAll(Against.toShow(kind));
    }
    against.addAll(Against.of(kind));
    int shown = Math.min(evidence.size(), Factor.EVIDENCE_MAX);
    return new Factor(
        kind,
        figures,
        List.copyOf(evidence.subList(0, shown)),
        evidence.size() - shown,
        FilingLaw.of(kind, concerned),
        confidence,
        why,
        against);
  }

  Figure count(String code, long count, String unit, Said label, Collection<RightId> inputs) {
    return figure(code, new Amount.Count(count), unit, label, inputs);
  }

  Figure share(
      String code, long part, long whole, String unit, Said label, Collection<RightId> inputs) {
    return figure(code, new Amount.Share(part, whole), unit, label, inputs);
  }

  private Figure figure(
      String code, Amount amount, String unit, Said label, Collection<RightId> inputs) {
    Optional<Figure.Reference> reference =
        Optional.ofNullable(references.medians().get(code))
            .map(median ->
                new Figure.Reference(median, references.applicants(), references.basis()));
    return new Figure(code, amount, unit, label, List.copyOf(inputs), reference);
  }

  static List<RightId> ids(Collection<Filing> filings) {
    return filings.stream().map(Filing::right).sorted().toList();
  }
}
