package org.zhiheng.bench.quality;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhiheng.jobs.examine.pattern.Amount;
import org.zhiheng.jobs.examine.pattern.Factor;
import org.zhiheng.jobs.examine.pattern.Figure;
import org.zhiheng.jobs.examine.pattern.Filing;
import org.zhiheng.jobs.examine.pattern.KnownMark;
import org.zhiheng.jobs.examine.pattern.ListedMarks;
import org.zhiheng.jobs.examine.pattern.Pattern;
import org.zhiheng.jobs.examine.pattern.PatternEngine;
import org.zhiheng.jobs.examine.pattern.Portfolio;
import org.zhiheng.jobs.examine.pattern.References;
import org.zhiheng.jobs.examine.pattern.Said;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.RightId;

/// Question: how well does each figure of a filing pattern tell invented hoarders from invented
/// ordinary applicants, and the names that a rule made from others?
///
/// The product draws no line; to measure it, each figure gets the line that 95 of 100 ordinary
/// applicants of one half keep, and the other half of applicants is counted against it. Precision
/// is of as many hoarders as ordinary ones, which no register has: where one applicant in a hundred
/// hoards, the same recall at five false alarms of a hundred gives a precision of a few in a
/// hundred.
///
/// Fixture: [MadePortfolio] by a fixed seed; nothing of it was seen in a register. Run: `./zhiheng
/// bench quality-pattern [applicants of each kind]`.
public final class PatternQuality {

  private static final long SEED = 20_261_128;
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 28);

  /// The figure by which a factor is measured.
  private static final Map<String, Factor.Kind> FIGURES =
      new java.util.TreeMap<>(
          Map.ofEntries(
              Map.entry("filings-in-7-days-max", Factor.Kind.BURST),
              Map.entry("filings-in-30-days-max", Factor.Kind.BURST),
              Map.entry("names-in-7-days-max", Factor.Kind.BURST),
              Map.entry("names-in-30-days-max", Factor.Kind.BURST),
              Map.entry("classes", Factor.Kind.CLASS_SPREAD),
              Map.entry("classes-beside-widest-name", Factor.Kind.CLASS_SPREAD),
              Map.entry("filings-resembling-known", Factor.Kind.RESEMBLANCE),
              Map.entry("holders-resembled", Factor.Kind.RESEMBLANCE),
              Map.entry("assigned-early-untied", Factor.Kind.RESALE),
              Map.entry("names-by-counter", Factor.Kind.SERIES),
              Map.entry("names-by-combination", Factor.Kind.SERIES),
              Map.entry("names-one-apart", Factor.Kind.SERIES),
              Map.entry("names-of-rare-letters", Factor.Kind.SERIES)));

  private final PatternEngine engine = new PatternEngine(Words.load());

  private PatternQuality() {}

  /// Prints a line for each figure and kind of applicant.
  ///
  /// @param arguments how many applicants of each kind; 20 if absent
  /// @throws IOException never: nothing is read
  public static void main(String[] arguments) throws IOException {
    int each = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    new PatternQuality().run(each);
  }

  /// An applicant, measured.
  private record Measured(MadePortfolio made, Pattern pattern) {}

  private void run(int each) throws IOException {
    MadePortfolio.Maker others = new MadePortfolio.Maker(SEED, List.of());
    List<String> names = new ArrayList<>();
    for (int at = 0; at < 900; at++) {
      names.add(others.word());
    }
    List<String> known = names.subList(0, 400);
    ListedMarks marks =
        new ListedMarks(
            known.stream()
                .map(name ->
                    new KnownMark(
                        name,
                        "holder of " + name,
                        Optional.empty(),
                        Optional.of(LocalDate.of(2010, 1, 1))))
                .toList());
    References references =
        new References(Map.of(), 0, new Said("种子生成的名称。", "Seeded names."), names);
    List<Measured> all = new ArrayList<>();
    for (MadePortfolio.Kind kind : MadePortfolio.Kind.values()) {
      for (int at = 0; at < each; at++) {
        MadePortfolio made =
            new MadePortfolio.Maker(SEED + 1_000L * (names.size() + all.size()), known).of(kind);
        all.add(
            new Measured(
                made,
                engine.pattern(
                    portfolio(made, references),
                    marks,
                    Pattern.Purpose.OTHERS,
                    Pattern.Settings.USUAL)));
      }
    }
    System.out.println(all.size() + " applicants, " + each + " of each kind, seed " + SEED);
    FIGURES.forEach((code, kind) -> figure(code, kind, all));
    series(all);
  }

  private static Portfolio portfolio(MadePortfolio made, References references) {
    return new Portfolio(
        new PartyId(1),
        made.kind().name(),
        AS_OF,
        made.filings(),
        0,
        List.of(),
        0,
        new TreeSet<>(),
        references);
  }

  private static double value(Measured one, String code, Factor.Kind kind) {
    return one.pattern().factor(kind).figures().stream()
        .filter(figure -> figure.code().equals(code))
        .findFirst()
        .map(figure -> value(figure.amount()))
        .orElse(0.0);
  }

  private static double value(Amount amount) {
    return switch (amount) {
      case Amount.Count(long count) -> count;
      case Amount.Share(long part, long whole) -> whole == 0 ? 0 : (double) part / whole;
    };
  }

  private static void figure(String code, Factor.Kind kind, List<Measured> all) {
    List<Double> usual = new ArrayList<>();
    for (int at = 0; at < all.size(); at += 2) {
      if (all.get(at).made().kind().ordinary) {
        usual.add(value(all.get(at), code, kind));
      }
    }
    usual.sort(null);
    double line = usual.get((int) Math.min(usual.size() - 1, Math.ceil(0.95 * usual.size())));
    Map<MadePortfolio.Kind, int[]> counts = new EnumMap<>(MadePortfolio.Kind.class);
    int[] alarms = new int[2];
    int[] sizes = new int[2];
    for (int at = 1; at < all.size(); at += 2) {
      MadePortfolio.Kind of = all.get(at).made().kind();
      int alarm = value(all.get(at), code, kind) > line ? 1 : 0;
      int[] count = counts.computeIfAbsent(of, _ -> new int[2]);
      count[0] += alarm;
      count[1]++;
      alarms[of.ordinary ? 0 : 1] += alarm;
      sizes[of.ordinary ? 0 : 1]++;
    }
    double falseAlarms = (double) alarms[0] / sizes[0];
    double recall = (double) alarms[1] / sizes[1];
    StringBuilder text = new StringBuilder();
    counts.forEach((of, count) ->
        text.append(
            String.format(
                Locale.ROOT,
                " %s %.2f",
                of.name().toLowerCase(Locale.ROOT),
                (double) count[0] / count[1])));
    System.out.printf(
        Locale.ROOT,
        "%-26s line > %-6.2f false alarms %.3f  recall %.3f  precision %.3f |%s%n",
        code,
        line,
        falseAlarms,
        recall,
        recall + falseAlarms == 0 ? 0 : recall / (recall + falseAlarms),
        text);
  }

  /// Names that some rule of the series lists, against those that a rule made.
  private static void series(List<Measured> all) {
    for (String code :
        List.of(
            "names-by-counter",
            "names-by-combination",
            "names-one-apart",
            "names-of-rare-letters",
            "any")) {
      int hit = 0;
      int listed = 0;
      int made = 0;
      int falseOrdinary = 0;
      int ordinary = 0;
      for (Measured one : all) {
        Set<RightId> rights = new HashSet<>();
        for (Figure figure : one.pattern().factor(Factor.Kind.SERIES).figures()) {
          if (code.equals("any") || figure.code().equals(code)) {
            rights.addAll(figure.inputs());
          }
        }
        Set<String> seen = new HashSet<>();
        for (Filing filing : one.made().filings()) {
          if (!seen.add(filing.name())) {
            continue;
          }
          boolean byRule = one.made().made().contains(filing.name());
          boolean found = rights.contains(filing.right());
          made += byRule ? 1 : 0;
          listed += found ? 1 : 0;
          hit += byRule && found ? 1 : 0;
          if (one.made().kind().ordinary && !byRule) {
            ordinary++;
            falseOrdinary += found ? 1 : 0;
          }
        }
      }
      System.out.printf(
          Locale.ROOT,
          "series %-24s made %d listed %d precision %.3f recall %.3f; of %d other names of ordinary"
              + " applicants %.3f listed%n",
          code,
          made,
          listed,
          listed == 0 ? 0 : (double) hit / listed,
          (double) hit / made,
          ordinary,
          (double) falseOrdinary / ordinary);
    }
  }
}
