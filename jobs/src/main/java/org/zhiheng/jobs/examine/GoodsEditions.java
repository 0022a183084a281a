package org.zhiheng.jobs.examine;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhiheng.values.Digest;

/// Editions of the 类似商品和服务区分表 as they were imported, for the whole workspace. Only ever appended;
/// the same content is kept once.
///
/// Durable when [#keep] returns. Safe for many threads.
public interface GoodsEditions {

  /// An edition's files together, compressed or not, are refused above this: the real table has
  /// below 2 MB.
  int BYTES_MAX = 64 << 20;

  /// Keeps an edition. False when its digest is there already; it is the latest again then.
  ///
  /// @param files name and bytes of each file, as it was imported
  boolean keep(Edition edition, List<NamedBytes> files);

  /// Newest first.
  List<Edition> all();

  /// The files of one.
  ///
  /// @throws IOException when they cannot be read
  Optional<List<NamedBytes>> files(Digest digest) throws IOException;

  /// An edition.
  ///
  /// @param digest over all files, in the order of their names
  /// @param name as the importer gave it, such as `NCL12-2025`
  /// @param importedAt when
  /// @param by who
  /// @param groups how many similar groups
  /// @param items how many rows of items
  /// @param notes how many notes between groups
  record Edition(
      Digest digest,
      String name,
      Instant importedAt,
      String by,
      int groups,
      int items,
      int notes) {}
}
