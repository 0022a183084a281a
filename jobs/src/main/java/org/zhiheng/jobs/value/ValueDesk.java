package org.zhiheng.jobs.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zhiheng.deadlines.fee.FeeBook;
import org.zhiheng.deadlines.fee.Filing;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.administer.DocketDesk;
import org.zhiheng.jobs.administer.FeeDue;
import org.zhiheng.jobs.administer.FeesDue;
import org.zhiheng.jobs.administer.Upkeep;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.valuation.Conclusion;
import org.zhiheng.valuation.ModelReport;
import org.zhiheng.valuation.Question;
import org.zhiheng.valuation.Valuation;
import org.zhiheng.valuation.indicator.Fact;
import org.zhiheng.valuation.indicator.IndicatorTree;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Values patents of the register. Safe for many threads.
public final class ValueDesk {

  private final Records records;
  private final DocketDesk docket;
  private final FeeBook fees;
  private final IndicatorTree tree;

  /// Over these; reads the fees and the tree of indicators that the product holds.
  public ValueDesk(Records records, DocketDesk docket) {
    this.records = records;
    this.docket = docket;
    this.fees = FeeBook.load();
    this.tree = IndicatorTree.load();
  }

  /// The report of a patent.
  ///
  /// @param on the day for which it holds, and what was known on it
  /// @param file what a person tells, if anything
  /// @return `not-found` when the acting one sees no such right, `value-kind` when it is no patent
  /// @throws ProblemsException with all that is wrong in the file, each with its line and column
  public Parsed<PatentReport> value(
      Acting acting, RightId right, LocalDate on, Optional<GivenFile> file) {
    Optional<RightFile> found = records.show(acting, right);
    if (found.isEmpty()) {
      return Parsed.refused("not-found", right.toString(), "The register has no such right.");
    }
    RightKind kind = found.get().record().kind();
    if (kind.family() != RightKind.Family.PATENT) {
      return Parsed.refused("value-kind", kind.code(), "Only patents are valued.");
    }
    Function<Upkeep.Relief, Known> knowing = relief -> known(acting, found.get(), on, relief);
    Given given = file.map(text -> GivenReader.read(text, tree, knowing)).orElse(Given.NOTHING);
    return Parsed.ok(report(found.get(), on, given, knowing.apply(given.relief())));
  }

  /// A fee of a patent beside what the patent may be worth on a day.
  ///
  /// @param right that the acting one sees
  /// @param file what a person tells; the same for all
  /// @throws ProblemsException with all that is wrong in the file
  public KeepOrDrop decided(
      Acting acting, RightId right, FeeDue fee, LocalDate on, GivenFile file) {
    Optional<Conclusion> value =
        value(acting, right, on, Optional.of(file))
            .found()
            .flatMap(PatentReport::money)
            .map(ModelReport::conclusion);
    return KeepOrDrop.of(records.show(acting, right).orElseThrow().right(), fee, value);
  }

  private Known known(Acting acting, RightFile file, LocalDate on, Upkeep.Relief relief) {
    RightId id = file.record().id();
    Optional<Term> term =
        docket.docket(acting, id, on).flatMap(deadlines -> Term.of(file.right(), deadlines, on));
    FeesDue owing =
        docket
            .fees(acting, id, new Upkeep.Terms(relief, Filing.ONLINE, on))
            .orElse(new FeesDue(List.of(), List.of(), false, Optional.empty()));
    YearFees all =
        term.map(known -> YearFees.of(file.record().kind(), known, relief, fees))
            .orElse(new YearFees(List.of(), List.of()));
    return new Known(on, RegisterFacts.of(file, term, on), term, all, owing);
  }

  private PatentReport report(RightFile file, LocalDate on, Given given, Known known) {
    List<Fact> facts = new ArrayList<>(known.facts());
    facts.addAll(given.facts());
    List<Problem> problems = new ArrayList<>(known.fees().problems());
    problems.addAll(known.owing().problems());
    return new PatentReport(
        file.record().id(),
        file.title(),
        file.record().kind().code(),
        file.right().stage().code(),
        on,
        given.currency().getCurrencyCode(),
        given.name(),
        known.term().map(Term::last),
        money(file, on, given),
        missing(given, known),
        tree.assess(facts, given.judgements(), given.scene()),
        known.fees().after(on),
        known.owing(),
        problems);
  }

  private static Optional<ModelReport> money(RightFile file, LocalDate on, Given given) {
    if (given.methods().isEmpty()) {
      return Optional.empty();
    }
    String title = file.title().isEmpty() ? file.record().id().toString() : file.title();
    try {
      return Optional.of(
          Valuation.of(
              new Question(
                  title,
                  on,
                  given.currency(),
                  given.purpose(),
                  given.methods(),
                  given.leftOut(),
                  given.draw())));
    } catch (IllegalArgumentException refused) {
      // what a method refuses only at the end of a range, or for too many drawn cases
      throw new ProblemsException(
          Problem.of("value-figure", "methods", "", "It cannot be so: " + refused.getMessage()));
    }
  }

  private static List<Missing> missing(Given given, Known known) {
    List<Missing> missing = new ArrayList<>();
    MethodReader.NEEDS.forEach((key, needs) -> {
      if (given.methods().stream().noneMatch(method -> MethodReader.key(method).equals(key))) {
        boolean byTerm = key.equals("real-option") || key.equals("renewal");
        String reason =
            byTerm && known.term().isEmpty()
                ? "The term is not known: the patent is not in force, or nobody tells its dates."
                : "";
        missing.add(new Missing(key, needs.stream().sorted().toList(), reason));
      }
    });
    return missing;
  }
}
