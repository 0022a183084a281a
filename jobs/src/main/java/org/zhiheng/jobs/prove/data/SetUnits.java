package org.zhiheng.jobs.prove.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How many pieces each file of a set has, in the order of the statement. The leaves of the
/// fingerprint are the pieces of the first file, then those of the second, and so on.
///
/// @param files a count for each
public record SetUnits(List<Count> files) {

  /// Copies the list.
  public SetUnits {
    files = List.copyOf(files);
  }

  /// The pieces of a file.
  ///
  /// @param kind rows or chunks
  /// @param count how many
  public record Count(UnitKind kind, long count) {
    /// @throws IllegalArgumentException when the count is negative
    public Count {
      if (count < 0) {
        throw new IllegalArgumentException("count must be >= 0: " + count);
      }
    }
  }

  /// A piece of a file.
  ///
  /// @param file which file, from 0
  /// @param kind what the file is cut into
  /// @param number within the file, from 0
  public record Place(int file, UnitKind kind, long number) {}

  /// All pieces: the leaves of the fingerprint.
  public long size() {
    return files.stream().mapToLong(Count::count).sum();
  }

  /// Which leaf the first piece of a file is.
  long start(int file) {
    return files.subList(0, file).stream().mapToLong(Count::count).sum();
  }

  /// Where a leaf stands.
  ///
  /// @throws IllegalArgumentException when there is none
  public Place place(long leaf) {
    long left = leaf;
    for (int file = 0; file < files.size() && left >= 0; file++) {
      if (left < files.get(file).count()) {
        return new Place(file, files.get(file).kind(), left);
      }
      left -= files.get(file).count();
    }
    throw new IllegalArgumentException("there is no leaf " + leaf);
  }

  /// Some files in one text: `rows:120 chunks:3`.
  static String text(List<Count> files) {
    return files.stream()
        .map(one -> one.kind().code() + ":" + one.count())
        .collect(Collectors.joining(" "));
  }

  /// Reads what [#text] wrote.
  static Optional<List<Count>> counts(String text) {
    List<Count> counts = new ArrayList<>();
    for (String one : Stream.of(text.split(" ", -1)).toList()) {
      if (!one.matches("[a-z]+:(0|[1-9][0-9]{0,15})")) {
        return Optional.empty();
      }
      Optional<UnitKind> kind = UnitKind.of(one.substring(0, one.indexOf(':')));
      if (kind.isEmpty()) {
        return Optional.empty();
      }
      counts.add(new Count(kind.get(), Long.parseLong(one.substring(one.indexOf(':') + 1))));
    }
    return Optional.of(counts);
  }
}
