package org.zhiheng.similarity.candidate;

import java.io.IOException;
import java.util.List;

/// An index of marks. Searches may run beside one writer; a second writer is refused.
///
/// What is written is durable and seen by searches when the call returns. After a kill the index
/// holds all that was written before the last call that returned, and opens again.
public interface Candidates extends AutoCloseable {

  /// The marks most alike, best first by the engine's own rating; equals in the order of their
  /// keys. The same index version and query give the same list.
  ///
  /// @throws IOException when the index cannot be read
  List<Candidate> nearest(CandidateQuery query) throws IOException;

  /// Files these; an entry with a known space and key replaces the one before.
  ///
  /// @throws IOException when the index cannot be written
  void put(List<MarkEntry> entries) throws IOException;

  /// Takes these out; unknown keys are ignored.
  ///
  /// @throws IOException when the index cannot be written
  void remove(String space, List<String> keys) throws IOException;

  /// Starts anew, beside what is searched: nothing changes for searches until [Rebuild#commit].
  ///
  /// @throws IOException when no new index can be started
  Rebuild rebuild() throws IOException;

  /// What names this state of the index: the same text when the same entries were filed by the same
  /// features.
  ///
  /// @throws IOException when the index cannot be read
  String version() throws IOException;

  /// How many marks it holds.
  ///
  /// @throws IOException when the index cannot be read
  long count() throws IOException;

  @Override
  void close() throws IOException;

  /// A new index being filled.
  interface Rebuild extends AutoCloseable {

    /// Files these into the new index.
    ///
    /// @throws IOException when it cannot be written
    void add(List<MarkEntry> entries) throws IOException;

    /// Swaps the new index in, at once and whole.
    ///
    /// @throws IOException when it cannot be written; the old one stays
    void commit() throws IOException;

    /// Discards what was not committed.
    @Override
    void close() throws IOException;
  }
}
