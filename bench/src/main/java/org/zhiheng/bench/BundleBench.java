package org.zhiheng.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.ledger.TestAuthority;
import org.zhiheng.contracts.prove.MemoryProving;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.ProveStores;
import org.zhiheng.jobs.prove.Stamper;
import org.zhiheng.jobs.prove.TrustHints;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.bundle.BundleCheck;
import org.zhiheng.ledger.bundle.Check;
import org.zhiheng.ledger.bundle.Finding;
import org.zhiheng.ledger.bundle.HeldBytes;
import org.zhiheng.ledger.bundle.StampJudge;
import org.zhiheng.ledger.bundle.Trust;
import org.zhiheng.ledger.bundle.Verdict;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.ledger.time.TimeAuthority;
import org.zhiheng.ledger.time.TimeStampQuery;
import org.zhiheng.store.files.FileKeys;
import org.zhiheng.values.OrganisationId;

/// Question: how many evidence bundles does one core verify in a second?
///
/// Fixture: a bundle of one file of 1 KB in a log of a few entries, signed as a workspace signs (by
/// Ed25519 and ML-DSA-44, the SM3 tree by SM2), without a stamp and with two (by P-256 over
/// SHA-256, by SM2 over SM3), judged with the authorities' certificates from outside. Beside them,
/// in the same run, three bare signatures of Ed25519: what no verifier of statement, checkpoint and
/// receipt can be quicker than. Processor time of the one thread.
///
/// Run: `zhiheng bench bundle [SECONDS]`.
final class BundleBench {

  private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
  private static final int WARM = 1_000;

  private BundleBench() {}

  /// Runs it.
  ///
  /// @param args seconds a row, 10 where it is not said
  /// @throws IOException never
  public static void main(String[] args) throws IOException {
    double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 10;
    TestAuthority west = authority(TestAuthority.Signing.ECDSA_P256, 1);
    TestAuthority east = authority(TestAuthority.Signing.SM2, 2);
    Optional<Trust> trust =
        Optional.of(
            new Trust(
                List.of(),
                List.of(),
                List.of(),
                List.of(Octets.of(west.root()), Octets.of(east.root()))));
    Bundles bundles = Bundles.of(west, east);
    BundleCheck check =
        new BundleCheck(
            new StampJudge(NOW), _ -> new Finding(Verdict.Result.FAILED, "no chain here"));
    Ed25519Key key = Ed25519Key.ofLog("limit", new byte[32]);
    byte[] message = new byte[1_024];
    byte[] signature = key.sign(message);
    PrintStream out = System.out;
    row(
        out,
        "limit: three signatures of Ed25519",
        seconds,
        () -> {
          boolean holds = true;
          for (int at = 0; at < 3; at++) {
            holds &= Ed25519Key.verify(key.key().publicKey(), message, signature);
          }
          return holds;
        });
    HeldBytes plain = new HeldBytes(Octets.of(bundles.plain));
    HeldBytes stamped = new HeldBytes(Octets.of(bundles.stamped));
    row(
        out,
        "bundle, no stamp",
        seconds,
        () -> check.check(plain, Optional.empty(), Optional.empty()).holds());
    row(
        out,
        "bundle, two stamps",
        seconds,
        () -> {
          return check.check(stamped, Optional.empty(), trust).of(Check.TIME).result()
              == Verdict.Result.PASSED;
        });
  }

  private static TestAuthority authority(TestAuthority.Signing signing, long seed) {
    return TestAuthority.open(
        signing,
        "authority " + seed,
        NOW.minus(Duration.ofDays(1)),
        NOW.plus(Duration.ofDays(365)),
        seed);
  }

  /// Whether what was asked for held.
  @FunctionalInterface
  private interface Work {
    boolean held() throws IOException;
  }

  private static void row(PrintStream out, String what, double seconds, Work work)
      throws IOException {
    long held = 0;
    for (int at = 0; at < WARM; at++) {
      held += work.held() ? 1 : 0;
    }
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long from = clock.getCurrentThreadCpuTime();
    long rounds = 0;
    while (clock.getCurrentThreadCpuTime() - from < seconds * 1e9) {
      held += work.held() ? 1 : 0;
      rounds++;
    }
    double took = (clock.getCurrentThreadCpuTime() - from) / 1e9;
    out.printf(
        Locale.ROOT,
        "%-36s %,9.0f a processor second   (%s)%n",
        what,
        rounds / took,
        held == rounds + WARM ? "all held" : "NOT all held");
  }

  private static final class Bundles {
    private final byte[] plain;
    private final byte[] stamped;

    private Bundles(byte[] plain, byte[] stamped) {
      this.plain = plain;
      this.stamped = stamped;
    }

    private record Near(TestAuthority authority) implements TimeAuthority {
      @Override
      public String name() {
        return "near";
      }

      @Override
      public Answer ask(TimeStampQuery query) {
        return new Answer.Given(authority.stamp(query, NOW));
      }
    }

    static Bundles of(TestAuthority west, TestAuthority east) throws IOException {
      RegisterStores register = new MemoryRegister(() -> NOW).stores();
      MemoryDocuments documents = new MemoryDocuments();
      ProveStores memory =
          new MemoryProving()
              .stores(
                  new Stamper.Authorities(
                      List.of(
                          new Stamper.Asked(new Near(west), HashAlgorithm.SHA_256),
                          new Stamper.Asked(new Near(east), HashAlgorithm.SM3)),
                      List.of(west.root(), east.root())),
                  TrustHints.NONE);
      Path folder = Files.createTempDirectory("bench");
      ProveDesk desk =
          ProveDesk.of(
              new ProveStores(
                  FileKeys.open(folder, new SecureRandom()),
                  memory.evidence(),
                  memory.outbox(),
                  memory.proofs(),
                  memory.tiles(),
                  memory.wal(),
                  memory.head(),
                  memory.claim(),
                  memory.witnesses(),
                  memory.rounds(),
                  memory.authorities(),
                  memory.chains(),
                  memory.hints()),
              new Records(
                  register.rights(), register.parties(), documents, register.trail(), () -> NOW),
              documents,
              register.trail(),
              new SecureRandom(),
              () -> NOW);
      Acting manager = Acting.as(new OrganisationId(1), "bench", Role.MANAGER);
      byte[] file = "a contract ".repeat(100).getBytes(StandardCharsets.UTF_8);
      EvidenceStore.Kept kept =
          desk.deposits()
              .deposit(
                  manager,
                  new Deposits.Request(
                      LeafKind.DEPOSIT,
                      Optional.empty(),
                      "",
                      new TreeMap<>(),
                      List.of(
                          new Deposits.Source(
                              "contract.txt",
                              "text/plain",
                              Optional.empty(),
                              "",
                              "",
                              () -> new ByteArrayInputStream(file)))));
      desk.turn().await(manager, kept, Duration.ofSeconds(5));
      ByteArrayOutputStream plain = new ByteArrayOutputStream();
      desk.exports().export(manager, kept.id(), plain);
      desk.stamper().stamp();
      ByteArrayOutputStream stamped = new ByteArrayOutputStream();
      desk.exports().export(manager, kept.id(), stamped);
      return new Bundles(plain.toByteArray(), stamped.toByteArray());
    }
  }
}
