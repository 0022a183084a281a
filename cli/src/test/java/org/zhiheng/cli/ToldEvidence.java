package org.zhiheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.ledger.log.LogEntries;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.Shown;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;

/// What a log acknowledged, and whether it is there.
final class ToldEvidence {

  private final Map<EvidenceId, Long> told = new LinkedHashMap<>();

  /// Takes a line of [DepositChild].
  void take(String line) {
    String[] words = line.split(" ", 2);
    told.put(EvidenceId.parse(words[0]).orThrow(), Long.parseLong(words[1]));
  }

  /// Takes what was acknowledged.
  void take(EvidenceStore.Kept kept) {
    told.put(kept.id(), kept.index().orElseThrow());
  }

  int count() {
    return told.size();
  }

  /// Everything that was told stands where it was told, under a checkpoint that grew.
  TreeHead checked(Workspace workspace, ProveDesk desk, Optional<TreeHead> before)
      throws IOException {
    SignedNote note = desk.log().checkpoint().orElseThrow();
    TreeHead head = Checkpoint.parse(note.text()).orThrow().head();
    LogEntries entries = LogEntries.of(desk.door().tiles(), head.size());
    Hasher hasher = TreeAlgorithm.SHA_256.hasher();
    for (Map.Entry<EvidenceId, Long> one : told.entrySet()) {
      EvidenceStore.Kept kept = desk.book().show(workspace.owner(), one.getKey()).orElseThrow();
      assertThat(kept.index()).hasValue(one.getValue());
      assertThat(entries.entry(one.getValue())).isEqualTo(kept.leaf().bytes());
    }
    if (before.isPresent() && before.get().size() > 0) {
      TreeHead old = before.get();
      assertThat(
              entries
                  .proofs(hasher)
                  .consistency(old.size(), head.size())
                  .check(TreeAlgorithm.SHA_256.hasher(), old.root(), head.root()))
          .isInstanceOf(Shown.Proven.class);
    }
    return head;
  }
}
