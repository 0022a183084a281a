package org.zhiheng.jobs.prove;

import java.util.List;
import org.zhiheng.ledger.log.Head;
import org.zhiheng.ledger.log.Tiles;

/// The back ends that proving stands on.
///
/// @param keys of the workspace
/// @param evidence statements and their leaves
/// @param outbox what is to be logged by itself
/// @param proofs what others said about checkpoints
/// @param tiles what the log publishes
/// @param wal opens the write-ahead log
/// @param head what the log signed last
/// @param claim who may write it
/// @param witnesses opens those who are asked to sign along
/// @param rounds what those answered last
/// @param authorities who is asked for the time
/// @param chains that checkpoints are anchored in
/// @param hints whom the workspace would trust
public record ProveStores(
    KeyRing keys,
    EvidenceStore evidence,
    Outbox outbox,
    CheckpointProofs proofs,
    Tiles tiles,
    WorkspaceLog.OpenWal wal,
    Head head,
    LogClaim claim,
    WorkspaceLog.OpenWitnesses witnesses,
    WitnessRounds rounds,
    Stamper.Authorities authorities,
    List<ChainAnchor> chains,
    TrustHints hints) {

  /// Copies the list.
  public ProveStores {
    chains = List.copyOf(chains);
  }
}
