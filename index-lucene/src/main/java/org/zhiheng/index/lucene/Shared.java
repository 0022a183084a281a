package org.zhiheng.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/// Chooses the marks that a search rates: of those that share the rarest terms, the ones that look
/// most like the name at a glance.
///
/// Lists are gone through from the rarest on, as long as the effort lasts; a common list adds
/// little to what rare ones have found. What is chosen depends on the entries alone, not on where
/// they lie in the index: whole classes of like sums are taken, and where a class must be cut, the
/// digests of the entries decide.
final class Shared {

  /// The most a term weighs.
  static final int WEIGHT_MAX = 1023;

  /// So many terms of a query at most are looked up.
  private static final int TERMS_MAX = 96;

  /// What the share of the terms' weight adds to what is seen at a glance.
  private static final float SHARE = 0.15f;

  /// Of those rated, one in so many is chosen by the shared terms alone: names that mean the same
  /// look different.
  private static final int BY_TERMS = 6;

  /// Marks that look exactly as promising as the last one chosen are taken too, up to so many times
  /// the number asked for: often they have the same name, which is rated once.
  private static final int EQUALS_MAX = 16;

  /// Sums up to 96 × 1023 in classes of 32.
  private static final int CLASSES = 1 << 12;

  private static final int CLASS_SHIFT = 5;

  private final IndexReader reader;
  private final Effort effort;
  private final Goods goods;

  Shared(IndexReader reader, Effort effort, Goods goods) {
    this.reader = reader;
    this.effort = effort;
    this.goods = goods;
  }

  /// A term of the query.
  ///
  /// @param weight what sharing it promises, 1..[#WEIGHT_MAX]
  /// @param having about how many marks have it
  record Weighed(BytesRef term, int weight, int having) {

    /// The rarest first; equals in the order of their bytes.
    static final Comparator<Weighed> RAREST_FIRST =
        Comparator.comparingInt(Weighed::having).thenComparing(Weighed::term);
  }

  /// A mark to be rated.
  record Promising(FiledMark mark, float promise, long draw) {

    static final Comparator<Promising> BEST_FIRST =
        Comparator.comparingDouble(Promising::promise)
            .reversed()
            .thenComparingLong(Promising::draw);
  }

  /// The marks to be rated, the most promising first.
  ///
  /// @param terms the rarest first
  List<Promising> promising(List<Weighed> terms, Glance glance) throws IOException {
    List<Weighed> walked = walked(terms);
    long entries = 0;
    long weight = 0;
    for (Weighed one : walked) {
      entries += one.having();
      weight += one.weight();
    }
    List<Found> found = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      LeafReader segment = leaf.reader();
      Terms lists = segment.terms(SpaceTerms.FEATURE);
      if (lists != null) {
        int expected = (int) Math.min(entries, segment.maxDoc());
        found.add(new Found(segment, tally(segment, lists, walked, expected)));
      }
    }
    return glanced(picked(found), weight, glance);
  }

  /// A segment and what of it shares a term.
  private record Found(LeafReader segment, Tally tally) {

    BinaryDocValues values() throws IOException {
      return DocValues.getBinary(segment, Filing.VALUE);
    }
  }

  // all lists but the common ones, and as many of the rarest as it takes to see some marks
  private List<Weighed> walked(List<Weighed> terms) {
    long entries = 0;
    int count = 0;
    while (count < Math.min(TERMS_MAX, terms.size())) {
      int having = terms.get(count).having();
      if (entries >= effort.glanced() && entries + having > effort.walked()) {
        break;
      }
      entries += having;
      count++;
    }
    return terms.subList(0, count);
  }

  private Tally tally(LeafReader segment, Terms lists, List<Weighed> walked, int expected)
      throws IOException {
    Bits seen = goods.seen(segment);
    Tally tally = new Tally(expected);
    TermsEnum every = lists.iterator();
    PostingsEnum postings = null;
    for (Weighed one : walked) {
      if (every.seekExact(one.term())) {
        postings = every.postings(postings, PostingsEnum.NONE);
        int weight = one.weight();
        for (int document = postings.nextDoc();
            document != DocIdSetIterator.NO_MORE_DOCS;
            document = postings.nextDoc()) {
          if (seen == null || seen.get(document)) {
            tally.add(document, weight);
          }
        }
      }
    }
    return tally;
  }

  /// Documents of a segment in their order, and what each shares.
  private static final class Picked {

    private final Found from;

    /// The number of the document in the high half, the sum in the low one.
    private long[] all = new long[256];

    private int count;

    Picked(Found from) {
      this.from = from;
    }

    void add(int document, int sum) {
      if (count == all.length) {
        all = Arrays.copyOf(all, 2 * count);
      }
      all[count++] = (long) document << Integer.SIZE | sum;
    }

    void sort() {
      Arrays.sort(all, 0, count);
    }

    int document(int place) {
      return (int) (all[place] >>> Integer.SIZE);
    }

    int sum(int place) {
      return (int) all[place];
    }
  }

  private static int classOf(int sum) {
    return Math.min(CLASSES - 1, sum >>> CLASS_SHIFT);
  }

  private List<Picked> picked(List<Found> found) throws IOException {
    int[] sizes = new int[CLASSES];
    int all = 0;
    for (Found one : found) {
      Tally tally = one.tally();
      for (int place = 0; place < tally.count(); place++) {
        sizes[classOf(tally.sum(place))]++;
      }
      all += tally.count();
    }
    // from the best class on: whole ones as long as they fit
    int room = effort.glanced();
    int least = CLASSES;
    while (least > 0 && all > 0 && sizes[least - 1] <= room) {
      least--;
      room -= sizes[least];
      all -= sizes[least];
    }
    // a class far too large is cut when little was taken before it
    boolean cut = least > 0 && all > 0 && room > effort.glanced() / 2;
    List<Picked> picked = new ArrayList<>();
    for (Found one : found) {
      picked.add(within(one, least, CLASSES));
    }
    if (cut) {
      List<Picked> edge = new ArrayList<>();
      for (Found one : found) {
        edge.add(within(one, least - 1, least));
      }
      drawn(edge, room, picked);
    }
    picked.forEach(Picked::sort);
    return picked;
  }

  private static Picked within(Found found, int from, int to) {
    Picked picked = new Picked(found);
    Tally tally = found.tally();
    for (int place = 0; place < tally.count(); place++) {
      int number = classOf(tally.sum(place));
      if (number >= from && number < to) {
        picked.add(tally.document(place), tally.sum(place));
      }
    }
    return picked;
  }

  // so many of one class: those with the smallest draws
  private static void drawn(List<Picked> edge, int room, List<Picked> into) throws IOException {
    int all = 0;
    for (Picked one : edge) {
      one.sort();
      all += one.count;
    }
    long[] draws = new long[all];
    int at = 0;
    for (Picked one : edge) {
      BinaryDocValues values = one.from.values();
      for (int place = 0; place < one.count; place++) {
        draws[at++] = FiledMark.draw(value(values, one.document(place)));
      }
    }
    long[] sorted = draws.clone();
    Arrays.sort(sorted);
    long most = sorted[Math.min(room, all) - 1];
    at = 0;
    for (int number = 0; number < edge.size(); number++) {
      Picked one = edge.get(number);
      for (int place = 0; place < one.count; place++) {
        if (draws[at++] <= most) {
          into.get(number).add(one.document(place), one.sum(place));
        }
      }
    }
  }

  private static BytesRef value(BinaryDocValues values, int document) throws IOException {
    if (!values.advanceExact(document)) {
      throw new IOException("the index holds a mark without its value");
    }
    return values.binaryValue();
  }

  private List<Promising> glanced(List<Picked> picked, long weight, Glance glance)
      throws IOException {
    int all = 0;
    for (Picked one : picked) {
      all += one.count;
    }
    int byTerms = Math.max(1, effort.rated() / BY_TERMS);
    Best promiseBest = new Best(Math.max(1, effort.rated() - byTerms));
    Best shareBest = new Best(byTerms);
    float[] promises = new float[all];
    float[] shares = new float[all];
    int at = 0;
    for (Picked one : picked) {
      BinaryDocValues values = one.from.values();
      for (int place = 0; place < one.count; place++) {
        BytesRef value = value(values, one.document(place));
        shares[at] = (float) one.sum(place) / weight;
        promises[at] =
            glance.promise(value.bytes, value.offset + FiledMark.SPELLING_AT) + SHARE * shares[at];
        promiseBest.see(promises[at]);
        shareBest.see(shares[at++]);
      }
    }
    List<Promising> best = new ArrayList<>();
    at = 0;
    for (Picked one : picked) {
      BinaryDocValues values = one.from.values();
      for (int place = 0; place < one.count; place++, at++) {
        if (promises[at] >= promiseBest.least() || shares[at] >= shareBest.least()) {
          BytesRef value = value(values, one.document(place));
          best.add(new Promising(FiledMark.read(value), promises[at], FiledMark.draw(value)));
        }
      }
    }
    best.sort(Promising.BEST_FIRST);
    return best.subList(0, Math.min(best.size(), EQUALS_MAX * effort.rated()));
  }
}
