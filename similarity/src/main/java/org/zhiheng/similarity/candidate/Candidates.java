package org.zhiheng.similarity.candidate;

import java.io.IOException;
import java.util.List;

/// An index of marks. Searches may run beside one writer; a second writer is refused.
///
/// What is written is durable and seen by searches when the call returns. After a kill the index
/// holds all that was written by calls that returned, the call that was under way whole or not at
/// all, and opens again.
///
/// A mark whose name cannot be read (a figure without words, a name too long) is filed, counted and
/// never found.
public interface Candidates extends AutoCloseable {

  /// The marks most alike, best first by the engine's own rating; equals in the order of their
  /// keys. The same version of the space and the same query give the same list, however the entries
  /// came in.
  ///
  /// @throws IOException when the index cannot be read, or is not [#current()]
  List<Candidate> nearest(CandidateQuery query) throws IOException;

  /// Files these, all or none; an entry with a known space and key replaces the one before, and of
  /// two in the list the later counts.
  ///
  /// @throws IOException when the index cannot be written, or is not [#current()]
  void put(List<MarkEntry> entries) throws IOException;

  /// Takes these out, all or none; unknown keys are ignored.
  ///
  /// @throws IOException when the index cannot be written, or is not [#current()]
  void remove(String space, List<String> keys) throws IOException;

  /// Starts anew, beside what is searched: nothing changes for searches until [Rebuild#commit].
  /// What is put and removed meanwhile counts for both, whatever the rebuild adds.
  ///
  /// @throws IOException when no new index can be started
  /// @throws IllegalStateException while another rebuild is under way
  Rebuild rebuild() throws IOException;

  /// What names the state of a space: the same text when the same entries were filed by the same
  /// features, in whatever order. What other spaces hold does not change it.
  ///
  /// @throws IOException when the index cannot be read
  String version(String space) throws IOException;

  /// How many marks the space holds.
  ///
  /// @throws IOException when the index cannot be read
  long count(String space) throws IOException;

  /// Whether it was filed by the features that are in use now; if not, only a rebuild helps.
  boolean current();

  @Override
  void close() throws IOException;

  /// A new index being filled, by one thread.
  interface Rebuild extends AutoCloseable {

    /// Files these into the new index; a key that comes again replaces the one before.
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
