package org.zhiheng.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.zhiheng.similarity.candidate.Candidate;
import org.zhiheng.similarity.candidate.CandidateQuery;
import org.zhiheng.similarity.word.Feature;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;

/// One search: from the features of a name to the marks that promise most, and from those, rated by
/// the engine, to the list.
final class Search {

  /// How many marks are rated at least. Of 193 questions whose answer stood among the 400 that
  /// promised most (100,000 names), it stood among the first 200 for 192, among the first 20 for
  /// 186.
  private static final int RATED_MIN = 200;

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble((Candidate found) -> found.rating().order())
          .reversed()
          .thenComparing(Candidate::key);

  private final Words words;

  Search(Words words) {
    this.words = words;
  }

  List<Candidate> nearest(View view, CandidateQuery query) throws IOException {
    return rated(promising(view, query, Math.max(RATED_MIN, 3 * query.most())), query);
  }

  /// The marks that share most, in the order in which they lie in the index.
  List<Promising.Hit> promising(View view, CandidateQuery query, int most) throws IOException {
    SpaceTerms space = new SpaceTerms(query.space());
    List<Feature> features = new ArrayList<>(new LinkedHashSet<>(words.features(query.mark())));
    List<Weighed> weighed = weighed(space, view.counts(space), features);
    if (weighed.isEmpty()) {
      return List.of();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Weighed term : weighed) {
      Query holds = new TermQuery(new Term(SpaceTerms.FEATURE, term.bytes()));
      any.add(new BoostQuery(holds, term.weight()), BooleanClause.Occur.SHOULD);
    }
    any.setMinimumNumberShouldMatch(1);
    within(any, query.classes().stream().map(space::goodsClass).toList());
    within(any, query.groups().stream().map(space::goodsGroup).toList());
    IndexSearcher searcher = new IndexSearcher(view.reader());
    searcher.setSimilarity(new SharedFeatures(features.size()));
    searcher.setQueryCache(null);
    return searcher.search(any.build(), Promising.most(most));
  }

  private static void within(BooleanQuery.Builder any, Collection<BytesRef> goods) {
    if (!goods.isEmpty()) {
      any.add(new TermInSetQuery(SpaceTerms.GOODS, goods), BooleanClause.Occur.FILTER);
    }
  }

  private record Weighed(BytesRef bytes, int weight) {}

  // the weightiest terms that some mark has; equals in the order of their bytes
  private static List<Weighed> weighed(
      SpaceTerms space, SpaceCounts counts, List<Feature> features) {
    List<Weighed> weighed = new ArrayList<>();
    for (Feature feature : features) {
      BytesRef term = space.feature(feature);
      int having = counts.having(term);
      if (having > 0) {
        weighed.add(new Weighed(term, weight(feature, having, counts.marks())));
      }
    }
    weighed.sort(Comparator.comparingInt(Weighed::weight).reversed().thenComparing(Weighed::bytes));
    return weighed.subList(0, Math.min(SharedFeatures.TERMS_MAX, weighed.size()));
  }

  // kind times the binary digits of the rarity, in eighths
  private static int weight(Feature feature, int having, long marks) {
    double rarity = Math.log(1 + (double) marks / having) / Math.log(2);
    long weight = Math.round(KindWeights.of(feature.kind()) * rarity);
    return Math.clamp(weight, 1, SharedFeatures.WEIGHT_MAX);
  }

  private List<Candidate> rated(List<Promising.Hit> hits, CandidateQuery query) throws IOException {
    List<Candidate> rated = new ArrayList<>(hits.size());
    WordMark asked = query.mark();
    LeafReaderContext leaf = null;
    BinaryDocValues values = DocValues.emptyBinary();
    for (Promising.Hit hit : hits) {
      if (hit.leaf() != leaf) {
        leaf = hit.leaf();
        values = DocValues.getBinary(leaf.reader(), Filing.VALUE);
      }
      if (!values.advanceExact(hit.document())) {
        throw new IOException("the index holds a mark without its value");
      }
      FiledMark mark = FiledMark.read(values.binaryValue());
      if (mark.space().equals(query.space())) {
        WordMark name = words.read(mark.name()).orThrow();
        rated.add(new Candidate(mark.key(), mark.name(), words.rate(asked, name)));
      }
    }
    rated.sort(BEST_FIRST);
    return List.copyOf(rated.subList(0, Math.min(query.most(), rated.size())));
  }
}
