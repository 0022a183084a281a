package org.zhiheng.index.lucene;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.zhiheng.similarity.word.Feature;
import org.zhiheng.values.Digest;

/// How what is filed in one space is spelt as terms.
///
/// Every term begins with 8 bytes of the space's digest and the kind: the lists of one space are as
/// long as that space alone makes them, whatever lies beside it. Two spaces with the same 8 bytes
/// would only slow each other: a mark that is found is looked at once more.
final class SpaceTerms {

  /// Features of names.
  static final String FEATURE = "feature";

  /// Classes and groups.
  static final String GOODS = "goods";

  /// One mark, by its key.
  static final String MARK = "mark";

  /// The counts of a space.
  static final String SPACE = "space";

  private static final int PREFIX_BYTES = 8;
  private static final int FEATURE_BYTES_MAX = 128;

  private final String space;
  private final byte[] prefix;

  SpaceTerms(String space) {
    this.space = space;
    byte[] digest = Digest.of(space.getBytes(StandardCharsets.UTF_8)).bytes();
    this.prefix = java.util.Arrays.copyOf(digest, PREFIX_BYTES);
  }

  String space() {
    return space;
  }

  /// The features as terms, each once, in their order.
  List<BytesRef> features(List<Feature> features) {
    Set<Feature> once = new LinkedHashSet<>(features);
    List<BytesRef> terms = new ArrayList<>(once.size());
    for (Feature feature : once) {
      terms.add(feature(feature));
    }
    return terms;
  }

  BytesRef feature(Feature feature) {
    return spelt(feature.kind().name(), feature.text());
  }

  BytesRef goodsClass(String number) {
    return spelt("class", number);
  }

  BytesRef goodsGroup(String number) {
    return spelt("group", number);
  }

  Term mark(String key) {
    return new Term(MARK, new BytesRef(whole(key)));
  }

  Term counts() {
    return new Term(SPACE, new BytesRef(space));
  }

  private String whole(String key) {
    return space.length() + ":" + space + key;
  }

  private BytesRef spelt(String kind, String text) {
    byte[] kindBytes = (kind + ':').getBytes(StandardCharsets.UTF_8);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    // a term may have 32,766 bytes; a feature that long says no more than its digest
    byte[] rest = bytes.length > FEATURE_BYTES_MAX ? Digest.of(bytes).bytes() : bytes;
    byte[] term = new byte[PREFIX_BYTES + kindBytes.length + rest.length];
    System.arraycopy(prefix, 0, term, 0, PREFIX_BYTES);
    System.arraycopy(kindBytes, 0, term, PREFIX_BYTES, kindBytes.length);
    System.arraycopy(rest, 0, term, PREFIX_BYTES + kindBytes.length, rest.length);
    return new BytesRef(term);
  }
}
