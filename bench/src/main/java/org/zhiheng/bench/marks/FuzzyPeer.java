package org.zhiheng.bench.marks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;

/// Lucene's `FuzzyQuery` with two edits, on the whole name or on its words.
public final class FuzzyPeer implements Peer {

  private static final String WHOLE = "whole";
  private static final String WORDS = "words";

  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final boolean byWords;

  private FuzzyPeer(FSDirectory directory, DirectoryReader reader, boolean byWords) {
    this.directory = directory;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.searcher.setQueryCache(null);
    this.byWords = byWords;
  }

  /// Builds the index once for both ways.
  ///
  /// @throws IOException when it cannot be written
  public static void build(Path folder, MarkNames names, long count) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(
                directory,
                new IndexWriterConfig(new StandardAnalyzer())
                    .setOpenMode(IndexWriterConfig.OpenMode.CREATE))) {
      for (long number = 0; number < count; number++) {
        String name = names.name(number);
        Document document = new Document();
        document.add(new StringField(WHOLE, name.toLowerCase(Locale.ROOT), Field.Store.NO));
        document.add(new TextField(WORDS, name, Field.Store.NO));
        document.add(new org.apache.lucene.document.StoredField("name", name));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  /// Searches whole names.
  ///
  /// @throws IOException when it cannot be read
  public static FuzzyPeer whole(Path folder) throws IOException {
    FSDirectory directory = FSDirectory.open(folder);
    return new FuzzyPeer(directory, DirectoryReader.open(directory), false);
  }

  /// Searches the words of names.
  ///
  /// @throws IOException when it cannot be read
  public static FuzzyPeer words(Path folder) throws IOException {
    FSDirectory directory = FSDirectory.open(folder);
    return new FuzzyPeer(directory, DirectoryReader.open(directory), true);
  }

  @Override
  public String title() {
    return byWords ? "FuzzyQuery, words" : "FuzzyQuery, whole";
  }

  @Override
  public List<String> find(String asked, int most) throws IOException {
    List<String> found = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query(asked), most).scoreDocs) {
      found.add(searcher.storedFields().document(hit.doc).get("name"));
    }
    return found;
  }

  private Query query(String asked) {
    String lower = asked.toLowerCase(Locale.ROOT);
    if (!byWords) {
      return new FuzzyQuery(new Term(WHOLE, lower), 2);
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String word : lower.split("[^\\p{L}\\p{N}]+", -1)) {
      if (word.codePoints().anyMatch(MarkNames::isHan)) {
        // the analyzer files each Han character as a word
        word.codePoints()
            .forEach(point ->
                any.add(
                    new FuzzyQuery(new Term(WORDS, Character.toString(point)), 0),
                    BooleanClause.Occur.SHOULD));
      } else if (!word.isEmpty()) {
        any.add(new FuzzyQuery(new Term(WORDS, word), 2), BooleanClause.Occur.SHOULD);
      }
    }
    return any.build();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
