package org.zhiheng.jobs.prove.use;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.statement.StatedFile;

/// Evidence of use in the locker of a mark.
///
/// @param id its id
/// @param depositedAt when it was deposited, by this machine's clock: no evidence of time
/// @param by in whose name
/// @param index of its leaf in the log; nothing while it waits
/// @param leaf what is logged
/// @param files as stated
/// @param item what it says of the use
public record LockerItem(
    EvidenceId id,
    Instant depositedAt,
    String by,
    Optional<Long> index,
    Leaf leaf,
    List<StatedFile> files,
    UseItem item) {

  /// Copies the list.
  public LockerItem {
    files = List.copyOf(files);
  }
}
