package org.zhiheng.index.lucene;

import java.nio.charset.StandardCharsets;
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

  /// 2^22: with 10 million names about 20 marks in each.
  private static final int CUT_TERMS = 1 << 22;

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

  BytesRef feature(Feature feature) {
    return spelt(feature.kind().name(), feature.text());
  }

  /// A key of a name's spelling. Of those with a sign left out there are too many to keep each:
  /// they share [#CUT_TERMS] terms, and what shares one by chance does not pass the first glance.
  BytesRef spelling(Spelling.Key key) {
    return switch (key.kind()) {
      case WHOLE, RUN -> spelt(key.kind().name(), key.text());
      case CUT -> cut(key.text());
    };
  }

  private BytesRef cut(String text) {
    int hash = 0x811c9dc5;
    for (int at = 0; at < text.length(); at++) {
      hash = (hash ^ text.charAt(at)) * 0x01000193;
    }
    hash ^= hash >>> 15;
    hash *= 0x85ebca6b;
    hash ^= hash >>> 13;
    byte[] term = java.util.Arrays.copyOf(prefix, PREFIX_BYTES + 4);
    term[PREFIX_BYTES] = '-';
    int number = hash & (CUT_TERMS - 1);
    term[PREFIX_BYTES + 1] = (byte) (number >>> 16);
    term[PREFIX_BYTES + 2] = (byte) (number >>> 8);
    term[PREFIX_BYTES + 3] = (byte) number;
    return new BytesRef(term);
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
