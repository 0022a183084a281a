package org.zhiheng.jobs.examine.pattern;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhiheng.similarity.word.Rating;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.RightId;

/// Filings whose names are like known marks of others that were there before.
final class Resemblances {

  private static final Comparator<Evidence.Pair> MOST_ALIKE_FIRST =
      Comparator.comparingDouble((Evidence.Pair pair) -> pair.rating().order())
          .reversed()
          .thenComparing(Evidence.Pair::right)
          .thenComparing(pair -> pair.known().name())
          .thenComparing(pair -> pair.known().holder())
          .thenComparing(pair -> pair.known().right().map(RightId::number).orElse(0L));

  private final Words words;
  private final KnownMarks known;
  private final int perMille;

  /// What each different name is near to; the same name is filed in many classes.
  private final Map<String, List<Rated>> byForm = new HashMap<>();

  Resemblances(Words words, KnownMarks known, int perMille) {
    this.words = words;
    this.known = known;
    this.perMille = perMille;
  }

  /// A known mark and how like it a name is.
  private record Rated(KnownMark mark, Rating rating) {}

  Factor of(Factors factors) throws IOException {
    Set<RightId> own = new HashSet<>(Factors.ids(factors.filings()));
    List<Evidence.Pair> pairs = new ArrayList<>();
    TreeSet<RightId> readable = new TreeSet<>();
    TreeSet<String> holders = new TreeSet<>();
    TreeSet<RightId> undated = new TreeSet<>();
    for (Filing filing : factors.filings()) {
      Optional<WordMark> mark = words.read(filing.name()).found();
      if (mark.isEmpty()) {
        continue;
      }
      readable.add(filing.right());
      alike(mark.get()).stream()
          .filter(rated -> rated.mark().right().map(right -> !own.contains(right)).orElse(true))
          .filter(rated -> earlier(rated.mark(), filing))
          .map(rated ->
              new Evidence.Pair(filing.right(), filing.name(), rated.mark(), rated.rating()))
          .min(MOST_ALIKE_FIRST)
          .ifPresent(best -> {
            pairs.add(best);
            if (!best.known().holder().isBlank()) {
              holders.add(best.known().holder());
            }
            if (best.known().since().isEmpty() || filing.filedOn().isEmpty()) {
              undated.add(filing.right());
            }
          });
    }
    pairs.sort(MOST_ALIKE_FIRST);
    TreeSet<RightId> resembling = new TreeSet<>();
    pairs.forEach(pair -> resembling.add(pair.right()));
    List<Figure> figures =
        List.of(
            factors.share(
                "filings-resembling-known",
                resembling.size(),
                readable.size(),
                "filings",
                new Said("与他人在先商标近似的申请", "filings that resemble known marks of others"),
                resembling),
            factors.count(
                "holders-resembled",
                holders.size(),
                "parties",
                new Said("所涉他人数", "others whose marks they resemble"),
                resembling),
            factors.count(
                "resembling-order-of-time-unknown",
                undated.size(),
                "filings",
                new Said("先后不明者", "of them, those where it is unknown which came first"),
                undated));
    Said basis = known.basis();
    return factors.of(
        Factor.Kind.RESEMBLANCE,
        figures,
        pairs,
        readable.isEmpty() ? Factor.Confidence.THIN : Factor.Confidence.COMPUTED,
        new Said(
            basis.zh() + "界限为 " + perMille + "‰（" + Words.ORDER.name() + "，本系统自定）。",
            basis.en()
                + " From "
                + perMille
                + " per mille on ("
                + Words.ORDER.name()
                + "; the limit is ours)."));
  }

  private List<Rated> alike(WordMark mark) throws IOException {
    List<Rated> cached = byForm.get(mark.form());
    if (cached != null) {
      return cached;
    }
    List<Rated> alike = new ArrayList<>();
    for (KnownMark one : known.near(mark)) {
      Optional<WordMark> other = words.read(one.name()).found();
      if (other.isPresent()) {
        Rating rating = words.rate(mark, other.get());
        if (rating.order() * 1000 >= perMille) {
          alike.add(new Rated(one, rating));
        }
      }
    }
    byForm.put(mark.form(), alike);
    return alike;
  }

  /// What came later cannot have been followed; what is undated may have been.
  private static boolean earlier(KnownMark mark, Filing filing) {
    return mark.since().isEmpty()
        || filing.filedOn().isEmpty()
        || mark.since().get().isBefore(filing.filedOn().get());
  }
}
