package org.zhiheng.index.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.zhiheng.similarity.candidate.Candidate;
import org.zhiheng.similarity.candidate.CandidateQuery;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.candidate.MarkEntry;

/// An index as it was when it was opened, to search only: whoever writes it beside is not
/// disturbed.
final class ReadCandidates implements Candidates {

  private final Generations.Place place;
  private final View view;
  private final Search search;
  private final boolean current;

  ReadCandidates(Generations.Place place, Search search) throws IOException {
    this.place = place;
    this.view = new View(DirectoryReader.open(place.directory()));
    this.search = search;
    Map<String, String> about = view.about();
    this.current = about.equals(Filing.about());
  }

  @Override
  public List<Candidate> nearest(CandidateQuery query) throws IOException {
    if (!current) {
      throw new IOException(Filing.NOT_CURRENT);
    }
    hold();
    try {
      return search.nearest(view, query);
    } finally {
      view.release();
    }
  }

  @Override
  public void put(List<MarkEntry> entries) throws IOException {
    throw refused();
  }

  @Override
  public void remove(String space, List<String> keys) throws IOException {
    throw refused();
  }

  @Override
  public Rebuild rebuild() throws IOException {
    throw refused();
  }

  private static IOException refused() {
    return new IOException("the index was opened to search, not to write");
  }

  @Override
  public String version(String space) throws IOException {
    hold();
    try {
      return view.version(new SpaceTerms(space));
    } finally {
      view.release();
    }
  }

  @Override
  public long count(String space) throws IOException {
    hold();
    try {
      return view.counts(new SpaceTerms(space)).marks();
    } finally {
      view.release();
    }
  }

  private void hold() {
    if (!view.hold()) {
      throw new IllegalStateException("the index is closed");
    }
  }

  @Override
  public boolean current() {
    return current;
  }

  @Override
  public void close() throws IOException {
    view.reader().close(); // closing twice does nothing
    place.directory().close();
  }
}
