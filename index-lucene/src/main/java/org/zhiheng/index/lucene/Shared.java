package org.zhiheng.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
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
/// they lie in the index: whole classes of equal sums are taken, and where a class must be cut, the
/// digests of the entries decide.
final class Shared {

  /// The most a term weighs.
  static final int WEIGHT_MAX = 1023;

  /// So many terms of a query at most are looked up.
  static final int TERMS_MAX = 96;

  /// What the share of the terms' weight adds to what is seen at a glance.
  private static final float SHARE = 0.15f;

  /// Of those rated, one in so many is chosen by the shared terms alone: names that mean the same
  /// look different.
  private static final int BY_TERMS = 6;

  /// Marks that look exactly as promising as the last one chosen are taken too, up to so many times
  /// the number asked for: often they have the same name.
  private static final int EQUALS_MAX = 16;

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
  record Weighed(BytesRef term, int weight, int having) {}

  /// A mark to be rated.
  record Promising(FiledMark mark, float promise, long draw) {

    static final Comparator<Promising> BEST_FIRST =
        Comparator.comparingDouble(Promising::promise)
            .reversed()
            .thenComparingLong(Promising::draw);
  }

  /// @param terms the rarest first
  List<Promising> promising(List<Weighed> terms, Glance glance) throws IOException {
    List<Weighed> walked = walked(terms);
    long expected = 0;
    long weight = 0;
    for (Weighed one : walked) {
      expected += one.having();
      weight += one.weight();
    }
    List<Tally> tallies = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      tally(leaf, walked, expected, tallies);
    }
    return glanced(chosen(tallies), weight, glance);
  }

  // lists that are walked: all but the common ones, and at least the rarest
  private List<Weighed> walked(List<Weighed> terms) {
    List<Weighed> walked = new ArrayList<>();
    long entries = 0;
    for (Weighed one : terms) {
      boolean few = entries < effort.glanced() && walked.size() < TERMS_MAX;
      if (few || (entries + one.having() <= effort.walked() && walked.size() < TERMS_MAX)) {
        walked.add(one);
        entries += one.having();
      } else {
        break;
      }
    }
    return walked;
  }

  private void tally(
      LeafReaderContext leaf, List<Weighed> walked, long expected, List<Tally> tallies)
      throws IOException {
    Terms terms = leaf.reader().terms(SpaceTerms.FEATURE);
    if (terms == null) {
      return;
    }
    Bits seen = goods.seen(leaf.reader());
    Tally tally = new Tally(leaf, (int) Math.min(expected, leaf.reader().maxDoc()));
    TermsEnum every = terms.iterator();
    PostingsEnum postings = null;
    for (Weighed one : walked) {
      if (every.seekExact(one.term())) {
        postings = every.postings(postings, PostingsEnum.NONE);
        for (int document = postings.nextDoc();
            document != DocIdSetIterator.NO_MORE_DOCS;
            document = postings.nextDoc()) {
          if (seen == null || seen.get(document)) {
            tally.add(document, one.weight());
          }
        }
      }
    }
    tallies.add(tally);
  }

  /// Documents of a segment in their order, and what each shares.
  private static final class Chosen {
    final LeafReaderContext leaf;
    final int[] documents;
    final int[] sums;

    Chosen(LeafReaderContext leaf, int[] documents, int[] sums) {
      this.leaf = leaf;
      this.documents = documents;
      this.sums = sums;
    }
  }

  private List<Chosen> chosen(List<Tally> tallies) throws IOException {
    int[] classes = new int[CLASSES];
    for (Tally tally : tallies) {
      tally.each((_, sum) -> classes[classOf(sum)]++);
    }
    int room = effort.glanced();
    int least = CLASSES;
    while (least > 0 && classes[least - 1] <= room) {
      least--;
      room -= classes[least];
    }
    long drawMost = Long.MIN_VALUE;
    boolean cut = least > 0 && room > effort.glanced() / 2;
    if (cut) {
      drawMost = draw(tallies, least - 1, room);
    }
    List<Chosen> chosen = new ArrayList<>();
    for (Tally tally : tallies) {
      chosen.add(chosen(tally, least, cut, drawMost));
    }
    return chosen;
  }

  private static int classOf(int sum) {
    return Math.min(CLASSES - 1, sum >>> CLASS_SHIFT);
  }

  private static Chosen chosen(Tally tally, int least, boolean cut, long drawMost)
      throws IOException {
    Picked picked = new Picked();
    tally.each((document, sum) -> {
      if (classOf(sum) >= (cut ? least - 1 : least)) {
        picked.add((long) document << 32 | sum);
      }
    });
    long[] sorted = picked.sorted();
    int[] documents = new int[sorted.length];
    int[] sums = new int[sorted.length];
    BinaryDocValues values = DocValues.getBinary(tally.leaf().reader(), Filing.VALUE);
    int count = 0;
    for (long one : sorted) {
      int document = (int) (one >>> 32);
      int sum = (int) one;
      if (classOf(sum) >= least || FiledMark.draw(value(values, document)) <= drawMost) {
        documents[count] = document;
        sums[count++] = sum;
      }
    }
    return new Chosen(tally.leaf(), Arrays.copyOf(documents, count), Arrays.copyOf(sums, count));
  }

  // the draw up to which so many of a class are taken
  private static long draw(List<Tally> tallies, int number, int room) throws IOException {
    Picked draws = new Picked();
    for (Tally tally : tallies) {
      Picked documents = new Picked();
      tally.each((document, sum) -> {
        if (classOf(sum) == number) {
          documents.add(document);
        }
      });
      BinaryDocValues values = DocValues.getBinary(tally.leaf().reader(), Filing.VALUE);
      for (long document : documents.sorted()) {
        draws.add(FiledMark.draw(value(values, (int) document)));
      }
    }
    return draws.sorted()[room - 1];
  }

  private static BytesRef value(BinaryDocValues values, int document) throws IOException {
    if (!values.advanceExact(document)) {
      throw new IOException("the index holds a mark without its value");
    }
    return values.binaryValue();
  }

  private List<Promising> glanced(List<Chosen> chosen, long weight, Glance glance)
      throws IOException {
    int all = 0;
    for (Chosen one : chosen) {
      all += one.documents.length;
    }
    float[] promises = new float[all];
    float[] shares = new float[all];
    int at = 0;
    for (Chosen one : chosen) {
      BinaryDocValues values = DocValues.getBinary(one.leaf.reader(), Filing.VALUE);
      for (int place = 0; place < one.documents.length; place++) {
        BytesRef value = value(values, one.documents[place]);
        float share = (float) one.sums[place] / weight;
        shares[at] = share;
        promises[at++] =
            glance.promise(value.bytes, value.offset + FiledMark.SPELLING_AT) + SHARE * share;
      }
    }
    float promiseLeast = least(promises, effort.rated() - effort.rated() / BY_TERMS);
    float shareLeast = least(shares, effort.rated() / BY_TERMS);
    List<Promising> best = new ArrayList<>();
    at = 0;
    for (Chosen one : chosen) {
      BinaryDocValues values = DocValues.getBinary(one.leaf.reader(), Filing.VALUE);
      for (int place = 0; place < one.documents.length; place++, at++) {
        if (promises[at] >= promiseLeast || shares[at] >= shareLeast) {
          BytesRef value = value(values, one.documents[place]);
          best.add(new Promising(FiledMark.read(value), promises[at], FiledMark.draw(value)));
        }
      }
    }
    best.sort(Promising.BEST_FIRST);
    return best.subList(0, Math.min(best.size(), EQUALS_MAX * effort.rated()));
  }

  // what the n-th best has
  private static float least(float[] values, int number) {
    if (values.length <= number) {
      return Float.NEGATIVE_INFINITY;
    }
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - number];
  }

  /// Numbers without boxes.
  private static final class Picked {

    private long[] numbers = new long[1024];
    private int count;

    void add(long number) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = number;
    }

    long[] sorted() {
      long[] sorted = Arrays.copyOf(numbers, count);
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
