package org.zhiheng.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.ledger.leaf.LeafKind;

/// A process that deposits without end and says what it was told, a line each: `EV7 12`. It is made
/// to be killed.
final class DepositChild {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private DepositChild() {}

  /// Deposits until it is killed.
  ///
  /// @param arguments the workspace's folder, and a word that this run's files begin with
  public static void main(String[] arguments) throws IOException {
    Path home = Path.of(arguments[0]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Surroundings around =
        new Surroundings(
            Map.of(),
            home,
            Clock.systemUTC(),
            "child",
            InputStream.nullInputStream(),
            false,
            false,
            new Stop());
    try (Workspace workspace = new StoredWorkspaces().open(home, around)) {
      ProveDesk desk = workspace.proving().open();
      for (int number = 0; number < Integer.MAX_VALUE; number++) {
        byte[] content = (arguments[1] + " " + number).getBytes(StandardCharsets.UTF_8);
        EvidenceStore.Kept logged = deposited(workspace, desk, content, PATIENCE);
        out.println(logged.id() + " " + logged.index().orElseThrow());
      }
    }
  }

  /// Deposits one file and waits until it is in the log, or for so long.
  static EvidenceStore.Kept deposited(
      Workspace workspace, ProveDesk desk, byte[] content, Duration patience) throws IOException {
    EvidenceStore.Kept kept =
        desk.deposits()
            .deposit(
                workspace.owner(),
                new Deposits.Request(
                    LeafKind.DEPOSIT,
                    Optional.empty(),
                    "",
                    new TreeMap<>(),
                    List.of(
                        new Deposits.Source(
                            "file",
                            "",
                            Optional.empty(),
                            "",
                            "",
                            () -> new ByteArrayInputStream(content)))));
    return desk.turn().await(workspace.owner(), kept, patience);
  }
}
