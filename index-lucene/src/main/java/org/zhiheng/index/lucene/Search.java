package org.zhiheng.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import org.zhiheng.similarity.candidate.Candidate;
import org.zhiheng.similarity.candidate.CandidateQuery;
import org.zhiheng.similarity.word.Feature;
import org.zhiheng.similarity.word.Rater;
import org.zhiheng.similarity.word.Rating;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;

/// One search: from the terms of a name to the marks that share rare ones, from those to the ones
/// that look promising at a glance, and from these, rated by the engine, to the list.
final class Search {

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble((Candidate found) -> found.rating().order())
          .reversed()
          .thenComparing(Candidate::key);

  private final Words words;
  private final Effort effort;

  Search(Words words, Effort effort) {
    this.words = words;
    this.effort = effort;
  }

  List<Candidate> nearest(View view, CandidateQuery query) throws IOException {
    SpaceTerms space = new SpaceTerms(query.space());
    WordMark asked = query.mark();
    Spelling spelling = Spelling.of(asked, words.lexicon());
    List<Shared.Weighed> terms = weighed(space, view.counts(space), asked, spelling);
    if (terms.isEmpty()) {
      return List.of();
    }
    Collection<BytesRef> classes = query.classes().stream().map(space::goodsClass).toList();
    Collection<BytesRef> groups = query.groups().stream().map(space::goodsGroup).toList();
    Shared shared = new Shared(view.reader(), effort.of(query), new Goods(classes, groups));
    return rated(shared.promising(terms, new Glance(spelling)), query);
  }

  // every term that some mark has
  private List<Shared.Weighed> weighed(
      SpaceTerms space, SpaceCounts counts, WordMark asked, Spelling spelling) {
    Map<BytesRef, Integer> kinds = new HashMap<>();
    for (Feature feature : words.features(asked)) {
      kinds.put(space.feature(feature), KindWeights.of(feature.kind()));
    }
    for (Spelling.Key key : spelling.keys(asked)) {
      kinds.put(space.spelling(key), KindWeights.of(key.kind()));
    }
    List<Shared.Weighed> weighed = new ArrayList<>(kinds.size());
    kinds.forEach((term, kind) -> {
      int having = counts.having(term);
      if (having > 0) {
        weighed.add(new Shared.Weighed(term, weight(kind, having, counts.marks()), having));
      }
    });
    weighed.sort(Shared.Weighed.RAREST_FIRST);
    return weighed;
  }

  // kind times the binary digits of the rarity, in eighths
  private static int weight(int kind, int having, long marks) {
    double rarity = Math.log(1 + (double) marks / having) / Math.log(2);
    return Math.clamp(Math.round(kind * rarity), 1, Shared.WEIGHT_MAX);
  }

  private List<Candidate> rated(List<Shared.Promising> promising, CandidateQuery query) {
    Rater rater = words.rater(query.mark());
    Map<String, Rating> byName = new HashMap<>();
    Worst worst = new Worst(query.most());
    List<Candidate> rated = new ArrayList<>(promising.size());
    for (Shared.Promising one : promising) {
      FiledMark mark = one.mark();
      if (mark.space().equals(query.space())) {
        Rating rating =
            byName.computeIfAbsent(
                mark.name(), name -> rater.rate(words.read(name).orThrow(), worst.order()));
        worst.see(rating.order());
        rated.add(new Candidate(mark.key(), mark.name(), rating));
      }
    }
    rated.sort(BEST_FIRST);
    return List.copyOf(rated.subList(0, Math.min(query.most(), rated.size())));
  }

  /// The order that a mark must have to be among so many.
  private static final class Worst {

    private final int most;
    private final java.util.PriorityQueue<Double> best = new java.util.PriorityQueue<>();

    Worst(int most) {
      this.most = most;
    }

    double order() {
      return best.size() < most ? 0 : best.element();
    }

    void see(double order) {
      best.add(order);
      if (best.size() > most) {
        best.remove();
      }
    }
  }
}
