package org.zhiheng.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
import org.zhiheng.jobs.prove.KeyRing;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.ProveStores;
import org.zhiheng.jobs.prove.Renewer;
import org.zhiheng.jobs.prove.SigningKeys;
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
import org.zhiheng.ledger.bundle.Verdicts;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.SignatureLine;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.ledger.time.TimeAuthority;
import org.zhiheng.ledger.time.TimeStampQuery;
import org.zhiheng.store.files.FileKeys;
import org.zhiheng.values.OrganisationId;

/// Question: how many evidence bundles does one core verify in a second?
///
/// Fixture: eight bundles by turns, each of a file of 1 KB under a checkpoint of its own in a small
/// log, signed as a workspace signs (by Ed25519 and ML-DSA-44, the SM3 tree by SM2): without a
/// stamp; with two (by P-256 over SHA-256, by SM2 over SM3); with three cosignatures of Ed25519,
/// two stamps and an evidence record that begins with one of them. All five verdicts must be as
/// they should, by keys and certificates from outside where it is not said otherwise.
///
/// *One trust for all* is whoever checks many bundles: certificates and keys are read once. *Each
/// for itself* reads the trust anew for each bundle and remembers nothing, as a page or a command
/// does that checks one.
///
/// Beside them, in the same run, three bare signatures of Ed25519: what no verifier of statement,
/// checkpoint and receipt can be quicker than. Processor time of the one thread.
///
/// Run: `zhiheng bench bundle [SECONDS [FOLDER]]`. Into the folder it writes one of the last
/// bundles and whom to trust for it, to time a program's start with: `bundle.zip` and `trust`.
final class BundleBench {

  private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
  private static final int WARM = 1_000;
  private static final int BUNDLES = 8;
  private static final int WITNESSES = 3;

  private BundleBench() {}

  /// Runs it.
  ///
  /// @param args seconds a row, 10 where it is not said, and a folder, or none
  /// @throws IOException when the folder cannot be written
  public static void main(String[] args) throws IOException {
    double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 10;
    TestAuthority west = authority(TestAuthority.Signing.ECDSA_P256, 1);
    TestAuthority east = authority(TestAuthority.Signing.SM2, 2);
    Ed25519Key key = Ed25519Key.ofLog("limit", new byte[32]);
    byte[] message = new byte[1_024];
    byte[] signature = key.sign(message);
    row(
        "limit: three signatures of Ed25519",
        seconds,
        _ -> {
          boolean holds = true;
          for (int at = 0; at < 3; at++) {
            holds &= Ed25519Key.verify(key.key().publicKey(), message, signature);
          }
          return holds;
        });
    Bundles bare = Bundles.of(west, east, List.of());
    BundleCheck one = check();
    row(
        "no stamp, keys as the bundle names them",
        seconds,
        round -> one.check(bare.plain(round), Optional.empty(), Optional.empty()).holds());
    Set<Check> stamped = Set.of(Check.STATEMENT, Check.INCLUSION, Check.TIME);
    stamped("two stamps", seconds, bare, stamped);
    Bundles witnessed = Bundles.of(west, east, witnesses());
    stamped(
        "and 3 cosignatures, and a record",
        seconds,
        witnessed,
        Set.of(Check.STATEMENT, Check.INCLUSION, Check.TIME, Check.WITNESS));
    if (args.length > 1) {
      witnessed.write(Path.of(args[1]));
    }
  }

  private static void stamped(String what, double seconds, Bundles bundles, Set<Check> passed)
      throws IOException {
    BundleCheck one = check();
    Optional<Trust> trust = Optional.of(bundles.trust());
    row(
        what + ", one trust for all",
        seconds,
        round -> passed(one.check(bundles.stamped(round), Optional.empty(), trust), passed));
    row(
        what + ", each for itself",
        seconds,
        round ->
            passed(
                check()
                    .check(bundles.stamped(round), Optional.empty(), Optional.of(bundles.trust())),
                passed));
  }

  private static boolean passed(Verdicts verdicts, Set<Check> passed) {
    return Arrays.stream(Check.values())
        .allMatch(one ->
            verdicts.of(one).result()
                == (passed.contains(one) ? Verdict.Result.PASSED : Verdict.Result.ABSENT));
  }

  private static BundleCheck check() {
    return new BundleCheck(
        new StampJudge(NOW), _ -> new Finding(Verdict.Result.FAILED, "no chain here"));
  }

  private static TestAuthority authority(TestAuthority.Signing signing, long seed) {
    return TestAuthority.open(
        signing,
        "authority " + seed,
        NOW.minus(Duration.ofDays(1)),
        NOW.plus(Duration.ofDays(365)),
        seed);
  }

  private static List<Ed25519Key> witnesses() {
    List<Ed25519Key> all = new ArrayList<>();
    for (int at = 0; at < WITNESSES; at++) {
      byte[] secret = new byte[32];
      Arrays.fill(secret, (byte) (at + 1));
      all.add(Ed25519Key.ofWitness("witness" + at + ".example", secret));
    }
    return all;
  }

  /// Whether what was asked for held.
  @FunctionalInterface
  private interface Work {
    boolean held(int round) throws IOException;
  }

  private static void row(String what, double seconds, Work work) throws IOException {
    int held = 0;
    for (int at = 0; at < WARM; at++) {
      held += work.held(at) ? 1 : 0;
    }
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long from = clock.getCurrentThreadCpuTime();
    int rounds = 0;
    while (clock.getCurrentThreadCpuTime() - from < seconds * 1e9) {
      held += work.held(rounds) ? 1 : 0;
      rounds++;
    }
    double took = (clock.getCurrentThreadCpuTime() - from) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%-54s %,9.0f a processor second   (%s)%n",
        what,
        rounds / took,
        held == rounds + WARM ? "all held" : "NOT all held");
  }

  /// Bundles of one workspace, and whom its reader trusts.
  private static final class Bundles {
    private final List<HeldBytes> plain = new ArrayList<>();
    private final List<HeldBytes> stamped = new ArrayList<>();
    private final TestAuthority west;
    private final TestAuthority east;
    private final List<Ed25519Key> witnesses;
    private final SigningKeys keys;

    private Bundles(
        TestAuthority west, TestAuthority east, List<Ed25519Key> witnesses, SigningKeys keys) {
      this.west = west;
      this.east = east;
      this.witnesses = witnesses;
      this.keys = keys;
    }

    HeldBytes plain(int round) {
      return plain.get(round % plain.size());
    }

    HeldBytes stamped(int round) {
      return stamped.get(round % stamped.size());
    }

    /// Read anew, as from files.
    Trust trust() {
      List<VerifierKey> logs = new ArrayList<>(keys.log().keys());
      logs.addAll(keys.log().siblingKeys());
      return new Trust(
          logs.stream().map(Bundles::read).toList(),
          witnesses.stream().map(one -> read(one.key())).toList(),
          List.of(read(keys.issuer().key())),
          List.of(Octets.of(west.root()), Octets.of(east.root())));
    }

    void write(Path folder) throws IOException {
      Path named = Files.createDirectories(folder.resolve("trust"));
      HeldBytes bundle = stamped(0);
      byte[] bytes = new byte[(int) bundle.sizeBytes()];
      bundle.read(0, bytes, 0, bytes.length);
      Files.write(folder.resolve("bundle.zip"), bytes);
      Trust trust = trust();
      Files.write(named.resolve("logs.txt"), trust.logs().stream().map(Object::toString).toList());
      Files.write(
          named.resolve("witnesses.txt"),
          trust.witnesses().stream().map(Object::toString).toList());
      Files.write(
          named.resolve("issuers.txt"), trust.issuers().stream().map(Object::toString).toList());
      Files.write(named.resolve("west.der"), west.root());
      Files.write(named.resolve("east.der"), east.root());
    }

    private static VerifierKey read(VerifierKey key) {
      return VerifierKey.parse(key.toString()).orThrow();
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

    /// All sign whatever they are shown.
    private record Willing(List<Ed25519Key> keys) implements Witnesses {
      @Override
      public List<SignatureLine> cosign(SignedNote checkpoint, Growth growth) {
        return keys.stream().map(key -> key.line(checkpoint.text(), Optional.of(NOW))).toList();
      }

      @Override
      public long largestSeen(String origin) {
        return 0;
      }

      @Override
      public void close() {}
    }

    private static TrustHints hints(List<Ed25519Key> witnesses) {
      if (witnesses.isEmpty()) {
        return TrustHints.NONE;
      }
      StringBuilder policy = new StringBuilder();
      StringBuilder group = new StringBuilder("group all all");
      for (Ed25519Key witness : witnesses) {
        policy.append("witness ").append(witness.key().name()).append(' ');
        policy.append(witness.key()).append('\n');
        group.append(' ').append(witness.key().name());
      }
      return new TrustHints(
          policy.append(group).append("\nquorum all\n").toString(), new TreeMap<>());
    }

    static Bundles of(TestAuthority west, TestAuthority east, List<Ed25519Key> witnesses)
        throws IOException {
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
                  hints(witnesses));
      Path folder = Files.createTempDirectory("bench");
      KeyRing keys = FileKeys.open(folder, new SecureRandom());
      ProveDesk desk =
          ProveDesk.of(
              new ProveStores(
                  keys,
                  memory.evidence(),
                  memory.outbox(),
                  memory.proofs(),
                  memory.tiles(),
                  memory.wal(),
                  memory.head(),
                  memory.claim(),
                  () -> new Willing(witnesses),
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
      Bundles bundles = new Bundles(west, east, witnesses, keys);
      for (int at = 0; at < BUNDLES; at++) {
        byte[] file = ("contract " + at + " ").repeat(100).getBytes(StandardCharsets.UTF_8);
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
        bundles.plain.add(exported(desk, manager, kept));
        desk.stamper().stamp();
        if (!witnesses.isEmpty()) {
          desk.renewer().renew(Renewer.AHEAD);
        }
        bundles.stamped.add(exported(desk, manager, kept));
      }
      return bundles;
    }

    private static HeldBytes exported(ProveDesk desk, Acting manager, EvidenceStore.Kept kept)
        throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      desk.exports().export(manager, kept.id(), out);
      return new HeldBytes(Octets.of(out.toByteArray()));
    }
  }
}
