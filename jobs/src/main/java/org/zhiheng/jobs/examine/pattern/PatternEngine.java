package org.zhiheng.jobs.examine.pattern;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.zhiheng.similarity.word.Words;

/// Computes the factors: a pure function of what it is given, whatever the order of the filings.
///
/// Of one's own and of others' filings the figures are the same; only what is said beside differs.
/// Safe for many threads.
public final class PatternEngine {

  private final Words words;

  /// Names are compared by these.
  public PatternEngine(Words words) {
    this.words = words;
  }

  /// The pattern of these filings.
  ///
  /// @throws IOException when the known marks cannot be read
  public Pattern pattern(
      Portfolio portfolio, KnownMarks known, Pattern.Purpose purpose, Pattern.Settings settings)
      throws IOException {
    Factors factors = new Factors(portfolio, purpose);
    List<Factor> all = new ArrayList<>();
    for (Factor.Kind kind : Factor.Kind.values()) {
      all.add(
          switch (kind) {
            case BURST -> Bursts.of(factors);
            case CLASS_SPREAD -> ClassSpread.of(factors, portfolio.businessClasses());
            case RESEMBLANCE ->
                new Resemblances(words, known, settings.likenessPerMille()).of(factors);
            case RESALE -> Histories.resale(factors, settings.resaleMonths());
            case DECISIONS -> Histories.decisions(factors);
            case NON_USE -> Histories.nonUse(factors);
            case NETWORK -> Network.of(factors, portfolio.links(), portfolio.agentClients());
            case SERIES ->
                new SeriesNames(words, settings.seriesNames())
                    .of(factors, portfolio.references().names());
          });
    }
    return new Pattern(
        portfolio.subject(),
        portfolio.name(),
        purpose,
        portfolio.asOf(),
        factors.count(),
        portfolio.filingsLeftOut(),
        settings,
        Words.ORDER,
        known.basis(),
        all);
  }
}
