package org.zhiheng.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/// Collects the marks that promise most. Of two that promise the same, the digest of the entry
/// decides, not the place in the index: so the same marks are chosen whatever the segments.
final class Promising implements Collector {

  private static final Comparator<Hit> WORST_FIRST =
      Comparator.comparingDouble(Hit::score).thenComparing(Hit::draw, Comparator.reverseOrder());

  private final int most;
  private final PriorityQueue<Hit> hits = new PriorityQueue<>(WORST_FIRST);

  private Promising(int most) {
    this.most = most;
  }

  /// A mark that promises something.
  record Hit(float score, long draw, LeafReaderContext leaf, int document) {}

  /// Searches for so many; gives them in the order in which they lie in the index.
  static CollectorManager<Promising, List<Hit>> most(int most) {
    return new CollectorManager<>() {
      @Override
      public Promising newCollector() {
        return new Promising(most);
      }

      @Override
      public List<Hit> reduce(Collection<Promising> collectors) {
        List<Hit> all = new ArrayList<>();
        collectors.forEach(collector -> all.addAll(collector.hits));
        all.sort(WORST_FIRST.reversed());
        List<Hit> best = new ArrayList<>(all.subList(0, Math.min(most, all.size())));
        best.sort(
            Comparator.<Hit>comparingInt(hit -> hit.leaf().ord).thenComparingInt(Hit::document));
        return best;
      }
    };
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.TOP_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
    return new Leaf(leaf, DocValues.getBinary(leaf.reader(), Filing.VALUE));
  }

  private final class Leaf implements LeafCollector {

    private final LeafReaderContext leaf;
    private final BinaryDocValues values;
    private Scorable scorer = new Unscored();

    Leaf(LeafReaderContext leaf, BinaryDocValues values) {
      this.leaf = leaf;
      this.values = values;
    }

    @Override
    public void setScorer(Scorable scorable) throws IOException {
      scorer = scorable;
      require();
    }

    @Override
    public void collect(int document) throws IOException {
      float score = scorer.score();
      boolean full = hits.size() == most;
      if (full && score < hits.element().score()) {
        return;
      }
      if (!values.advanceExact(document)) {
        throw new IOException("the index holds a mark without its value");
      }
      Hit hit = new Hit(score, FiledMark.draw(values.binaryValue()), leaf, document);
      if (!full) {
        hits.add(hit);
      } else if (WORST_FIRST.compare(hit, hits.element()) > 0) {
        hits.poll();
        hits.add(hit);
      }
      require();
    }

    // as much as the worst, not more: of equals the digest decides, so all are to be seen
    private void require() throws IOException {
      if (hits.size() == most) {
        scorer.setMinCompetitiveScore(hits.element().score());
      }
    }
  }

  /// Stands until Lucene sets one.
  private static final class Unscored extends Scorable {
    @Override
    public float score() {
      throw new IllegalStateException("collect was called before setScorer");
    }
  }
}
