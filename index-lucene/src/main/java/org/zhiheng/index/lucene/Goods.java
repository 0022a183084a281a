package org.zhiheng.index.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The goods that a search is for.
///
/// @param classes one of these, as terms; any when empty
/// @param groups and one of these; any when empty
record Goods(List<BytesRef> classes, List<BytesRef> groups) {

  Goods(Collection<BytesRef> classes, Collection<BytesRef> groups) {
    this(List.copyOf(classes), List.copyOf(groups));
  }

  /// Which documents a search may see: those that are not removed and have the goods; all when
  /// null.
  @Nullable Bits seen(LeafReader segment) throws IOException {
    Bits live = segment.getLiveDocs();
    if (classes.isEmpty() && groups.isEmpty()) {
      return live;
    }
    FixedBitSet having = new FixedBitSet(segment.maxDoc());
    if (classes.isEmpty()) {
      gather(segment, groups, having);
    } else {
      gather(segment, classes, having);
      if (!groups.isEmpty()) {
        FixedBitSet other = new FixedBitSet(segment.maxDoc());
        gather(segment, groups, other);
        having.and(other);
      }
    }
    if (live != null) {
      live.applyMask(having, 0);
    }
    return having;
  }

  private static void gather(LeafReader segment, List<BytesRef> goods, FixedBitSet into)
      throws IOException {
    Terms terms = segment.terms(SpaceTerms.GOODS);
    if (terms == null) {
      return;
    }
    TermsEnum every = terms.iterator();
    PostingsEnum postings = null;
    for (BytesRef one : goods) {
      if (every.seekExact(one)) {
        postings = every.postings(postings, PostingsEnum.NONE);
        into.or(postings);
      }
    }
  }
}
