package org.zhiheng.index.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/// One state of an index, as searches see it. Never changes; safe for many threads.
final class View {

  private final DirectoryReader reader;

  /// Read when first asked for; never changed.
  private final Map<String, SpaceCounts> counts = new ConcurrentHashMap<>();

  View(DirectoryReader reader) {
    this.reader = reader;
  }

  DirectoryReader reader() {
    return reader;
  }

  /// What the commit says of itself.
  Map<String, String> about() throws IOException {
    return reader.getIndexCommit().getUserData();
  }

  /// Holds the reader open; false when it was closed already.
  boolean hold() {
    return reader.tryIncRef();
  }

  void release() throws IOException {
    reader.decRef();
  }

  /// What names the state of a space.
  String version(SpaceTerms space) throws IOException {
    SpaceCounts now = counts(space);
    return about().getOrDefault(Filing.FEATURES, "unknown")
        + "-"
        + now.marks()
        + "-"
        + now.sum().hex();
  }

  /// The counts of a space; not to be changed.
  SpaceCounts counts(SpaceTerms space) throws IOException {
    SpaceCounts known = counts.get(space.space());
    if (known == null) {
      Optional<Found> found = find(space.counts());
      known = SpaceCounts.empty();
      if (found.isPresent()) {
        known = SpaceCounts.read(found.get().stored());
        counts.put(space.space(), known);
      }
    }
    return known;
  }

  /// Takes over counts that are known to be those of this state.
  void know(String space, SpaceCounts known) {
    counts.put(space, known);
  }

  /// Takes over what is known of the spaces but for these.
  void know(View before, java.util.Set<String> but) {
    before.counts.forEach((space, known) -> {
      if (!but.contains(space)) {
        counts.put(space, known);
      }
    });
  }

  /// The mark with this key.
  Optional<FiledMark> mark(SpaceTerms space, String key) throws IOException {
    Optional<Found> found = find(space.mark(key));
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get().mark());
  }

  private Optional<Found> find(Term term) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(term.field());
      if (terms == null) {
        continue;
      }
      TermsEnum every = terms.iterator();
      if (!every.seekExact(term.bytes())) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      PostingsEnum postings = every.postings(null, PostingsEnum.NONE);
      for (int document = postings.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = postings.nextDoc()) {
        if (live == null || live.get(document)) {
          return Optional.of(new Found(leaf, document));
        }
      }
    }
    return Optional.empty();
  }

  private record Found(LeafReaderContext leaf, int document) {

    BytesRef stored() throws IOException {
      BytesRef bytes =
          leaf.reader().storedFields().document(document).getBinaryValue(Filing.COUNTS);
      if (bytes == null) {
        throw new IOException("the index holds a space without its counts");
      }
      return bytes;
    }

    FiledMark mark() throws IOException {
      BinaryDocValues values = leaf.reader().getBinaryDocValues(Filing.VALUE);
      if (values == null || !values.advanceExact(document)) {
        throw new IOException("the index holds a mark without its value");
      }
      return FiledMark.read(values.binaryValue());
    }
  }
}
