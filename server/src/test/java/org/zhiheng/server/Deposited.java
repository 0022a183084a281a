package org.zhiheng.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.values.RightId;

/// Evidence in a house.
final class Deposited {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Deposited() {}

  /// In the log, and held, so that every part of its page shows.
  static EvidenceId held(
      ProveDesk prove, Acting acting, RightId right, String title, String file, byte[] content)
      throws IOException {
    EvidenceId id =
        prove
            .deposits()
            .deposit(
                acting,
                new Deposits.Request(
                    LeafKind.DEPOSIT,
                    Optional.of(right),
                    title,
                    new TreeMap<>(Map.of("said", title)),
                    List.of(
                        new Deposits.Source(
                            file,
                            "text/html",
                            Optional.empty(),
                            title,
                            title,
                            () -> new ByteArrayInputStream(content)))))
            .id();
    prove.turn().until(() -> prove.exports().ready(acting, id), PATIENCE);
    prove.erasure().hold(acting, id, title);
    return id;
  }
}
