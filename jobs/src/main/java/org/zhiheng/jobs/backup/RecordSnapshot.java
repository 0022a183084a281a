package org.zhiheng.jobs.backup;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/// The record as it stood at one moment, part by part.
///
/// Contract: all parts are of the moment at which it was taken, whatever is written meanwhile.
/// [#close] lets that moment go.
public interface RecordSnapshot extends Closeable {

  /// What a part may be called: also the name of its member.
  String PART = "[a-z][a-z0-9_]{0,62}";

  /// The form that the record was in: the number of the newest migration.
  String version();

  /// The parts' names, in the order in which they are put back.
  List<String> parts();

  /// Writes one part.
  ///
  /// @return its rows
  /// @throws IOException when it cannot be read, or not written
  long write(String part, OutputStream out) throws IOException;

  /// Takes one.
  @FunctionalInterface
  interface Taken {
    /// The record as it stands now; the caller closes it.
    ///
    /// @throws IOException when the database does not answer
    RecordSnapshot take() throws IOException;
  }

  /// Puts a record back.
  @FunctionalInterface
  interface Put {
    /// Puts all parts into an empty record, in one transaction.
    ///
    /// @param version the form that they are in
    /// @param parts in the order of [RecordSnapshot#parts]
    /// @throws IOException when one cannot be read, or the database does not take it; nothing is in
    ///   then
    /// @throws org.zhiheng.values.ProblemsException with `workspace-not-empty` when something is
    ///   there, `backup-newer` when the form is not known yet, `backup-member` when a part has
    ///   other rows than were counted
    void put(String version, List<Part> parts) throws IOException;
  }

  /// A part that is put back.
  ///
  /// @param rows that were counted
  record Part(String name, long rows, Opened opened) {}

  /// Opens what a part holds.
  @FunctionalInterface
  interface Opened {
    /// Opened anew; the caller closes it.
    ///
    /// @throws IOException when it cannot be read
    InputStream open() throws IOException;
  }
}
