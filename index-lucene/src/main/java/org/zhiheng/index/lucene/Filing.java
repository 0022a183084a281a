package org.zhiheng.index.lucene;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.zhiheng.similarity.candidate.MarkEntry;
import org.zhiheng.similarity.word.FeatureKind;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.Digest;

/// Makes of an entry what Lucene files.
final class Filing {

  /// The [FiledMark] of a mark.
  static final String VALUE = "value";

  /// The [SpaceCounts] of a space.
  static final String COUNTS = "counts";

  /// The key of what names the features, in what the index says of itself.
  static final String FEATURES = "features";

  /// Why an index is neither searched nor written.
  static final String NOT_CURRENT =
      "the index was filed by features that are no longer in use: rebuild it";

  /// Counts up when names are filed or chosen otherwise, though the words are the same.
  private static final int FORMAT = 2;

  private static final FieldType POSTINGS = postings();

  private final Words words;

  Filing(Words words) {
    this.words = words;
  }

  private static FieldType postings() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(IndexOptions.DOCS);
    type.freeze();
    return type;
  }

  /// An entry made ready.
  ///
  /// @param features its terms, each once; none when its name cannot be read
  record Sheet(FiledMark mark, List<BytesRef> features, Document document) {
    Sheet {
      features = List.copyOf(features);
    }
  }

  Sheet sheet(MarkEntry entry) {
    SpaceTerms terms = new SpaceTerms(entry.space());
    Optional<WordMark> read = words.read(entry.name()).found();
    List<BytesRef> features = read.map(mark -> features(terms, mark)).orElse(List.of());
    FiledMark mark = FiledMark.of(entry, read.map(this::spelling));
    Document document = new Document();
    document.add(new StringField(SpaceTerms.MARK, terms.mark(entry.key()).bytes(), Field.Store.NO));
    document.add(new BinaryDocValuesField(VALUE, mark.bytes()));
    if (!features.isEmpty()) {
      document.add(new Field(SpaceTerms.FEATURE, new Terms(features), POSTINGS));
    }
    for (String number : new TreeSet<>(entry.classes())) {
      document.add(new StringField(SpaceTerms.GOODS, terms.goodsClass(number), Field.Store.NO));
    }
    for (String number : new TreeSet<>(entry.groups())) {
      document.add(new StringField(SpaceTerms.GOODS, terms.goodsGroup(number), Field.Store.NO));
    }
    return new Sheet(mark, features, document);
  }

  /// The terms of a name; none when it cannot be read.
  List<BytesRef> features(SpaceTerms terms, String name) {
    return words.read(name).found().map(mark -> features(terms, mark)).orElse(List.of());
  }

  private List<BytesRef> features(SpaceTerms terms, WordMark mark) {
    Set<BytesRef> once = new LinkedHashSet<>();
    words.features(mark).forEach(feature -> once.add(terms.feature(feature)));
    spelling(mark).keys(mark).forEach(key -> once.add(terms.spelling(key)));
    return List.copyOf(once);
  }

  private Spelling spelling(WordMark mark) {
    return Spelling.of(mark, words.lexicon());
  }

  /// The counts of a space as a document of their own: they change with its marks, in one commit.
  static Document counts(SpaceTerms terms, SpaceCounts counts) {
    Document document = new Document();
    document.add(new StringField(SpaceTerms.SPACE, terms.counts().bytes(), Field.Store.NO));
    document.add(new StoredField(COUNTS, counts.bytes()));
    return document;
  }

  /// What the index says of itself in every commit: which features it files by, and how they weigh.
  static Map<String, String> about() {
    StringBuilder kinds = new StringBuilder();
    for (FeatureKind kind : FeatureKind.values()) {
      kinds.append(kind.name()).append(' ').append(KindWeights.of(kind)).append('\n');
    }
    for (Spelling.KeyKind kind : Spelling.KeyKind.values()) {
      kinds.append(kind.name()).append(' ').append(KindWeights.of(kind)).append('\n');
    }
    String digest = Digest.of(kinds.toString().getBytes(StandardCharsets.UTF_8)).brief();
    return Map.of(
        FEATURES, FORMAT + "-" + Words.ORDER.name() + "-" + Words.ORDER.version() + "-" + digest);
  }

  private static final class Terms extends TokenStream {

    private final List<BytesRef> terms;
    private final BytesTermAttribute attribute = addAttribute(BytesTermAttribute.class);
    private int at;

    Terms(List<BytesRef> terms) {
      this.terms = terms;
    }

    @Override
    public boolean incrementToken() {
      if (at == terms.size()) {
        return false;
      }
      clearAttributes();
      attribute.setBytesRef(terms.get(at++));
      return true;
    }
  }
}
