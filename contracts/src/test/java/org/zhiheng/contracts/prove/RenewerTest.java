package org.zhiheng.contracts.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.ledger.TestAuthority;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.Renewer;
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
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.ledger.time.TimeAuthority;
import org.zhiheng.ledger.time.TimeStampQuery;
import org.zhiheng.values.OrganisationId;

/// Time stamps renewed before they end, by a clock that is set.
final class RenewerTest {

  private static final Instant BEGIN = Instant.parse("2026-11-29T08:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
  private final InstantSource clock = now::get;
  private final RegisterStores register = new MemoryRegister(clock).stores();
  private final MemoryDocuments documents = new MemoryDocuments();
  private final MemoryProving proving = new MemoryProving();
  private final Acting manager = Acting.as(new OrganisationId(1), "李雷", Role.MANAGER);

  private record Near(String name, TestAuthority authority, InstantSource clock)
      implements TimeAuthority {
    @Override
    public Answer ask(TimeStampQuery query) {
      return new Answer.Given(authority.stamp(query, clock.instant()));
    }
  }

  /// One that is down.
  private record Away(String name) implements TimeAuthority {
    @Override
    public Answer ask(TimeStampQuery query) {
      return new Answer.Silent("nobody answers");
    }
  }

  private static TestAuthority authority(
      TestAuthority.Signing signing, long seed, Instant from, int days) {
    return TestAuthority.open(signing, "授时 " + seed, from, from.plus(Duration.ofDays(days)), seed);
  }

  private ProveDesk asking(List<TestAuthority> believed, Stamper.Asked... asked) {
    return ProveDesk.of(
        proving.stores(
            new Stamper.Authorities(
                List.of(asked), believed.stream().map(TestAuthority::root).toList()),
            TrustHints.NONE),
        new Records(register.rights(), register.parties(), documents, register.trail(), clock),
        documents,
        register.trail(),
        new SecureRandom(),
        clock);
  }

  private Stamper.Asked asked(TestAuthority authority, HashAlgorithm algorithm) {
    return new Stamper.Asked(new Near("near", authority, clock), algorithm);
  }

  private EvidenceStore.Kept deposited(ProveDesk desk, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
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
                            "a.txt",
                            "",
                            Optional.empty(),
                            "",
                            "",
                            () -> new ByteArrayInputStream(bytes)))));
    return desk.turn().await(manager, kept, Duration.ofSeconds(5));
  }

  private Verdict time(ProveDesk desk, EvidenceStore.Kept kept, List<TestAuthority> believed)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    desk.exports().export(manager, kept.id(), out);
    Trust trust =
        new Trust(
            List.of(),
            List.of(),
            List.of(),
            believed.stream().map(one -> Octets.of(one.root())).toList());
    return new BundleCheck(
            new StampJudge(now.get()), _ -> new Finding(Verdict.Result.ABSENT, "no chain"))
        .check(new HeldBytes(Octets.of(out.toByteArray())), Optional.empty(), Optional.of(trust))
        .of(Check.TIME);
  }

  /// Twelve years over four authorities, whose certificates end after three to four: the hash and
  /// the signature change under way.
  @Test
  void whatWasStampedOnceIsProvedYearsAfterItsCertificateEnded() throws IOException {
    List<TestAuthority> believed = new ArrayList<>();
    believed.add(authority(TestAuthority.Signing.ECDSA_P256, 1, BEGIN.minusSeconds(60), 1_200));
    ProveDesk first = asking(believed, asked(believed.getFirst(), HashAlgorithm.SHA_256));
    List<EvidenceStore.Kept> all = new ArrayList<>();
    for (int at = 0; at < 3; at++) {
      all.add(deposited(first, "entry " + at));
      assertThat(first.stamper().stamp()).extracting(Stamper.Outcome::stamped).containsOnly(true);
    }
    assertThat(first.renewer().renew(Renewer.AHEAD))
        .isEqualTo(new Renewer.Round(3, 0, 0, 0, List.of()));

    for (int turn = 1; turn <= 3; turn++) {
      now.set(BEGIN.plus(Duration.ofDays(1_100L * turn)));
      TestAuthority next =
          authority(
              turn == 2 ? TestAuthority.Signing.SM2 : TestAuthority.Signing.ECDSA_P256,
              turn + 1L,
              now.get().minusSeconds(60),
              1_200);
      believed.add(next);
      ProveDesk desk =
          asking(
              believed,
              new Stamper.Asked(new Away("away"), HashAlgorithm.SHA_256),
              asked(next, turn == 2 ? HashAlgorithm.SM3 : HashAlgorithm.SHA_256));
      assertThat(desk.renewer().renew(Renewer.AHEAD))
          .isEqualTo(new Renewer.Round(3, 0, 3, 3, List.of("away: nobody answers")));
      assertThat(desk.renewer().renew(Renewer.AHEAD))
          .isEqualTo(new Renewer.Round(3, 0, 0, 0, List.of()));
    }

    now.set(BEGIN.plus(Duration.ofDays(4_400)));
    for (EvidenceStore.Kept one : all) {
      Verdict verdict = time(first, one, believed);
      assertThat(verdict.result()).as(verdict.reason()).isEqualTo(Verdict.Result.PASSED);
      assertThat(verdict.reason()).contains("2026-11-29T08:00:00Z", "renewed 3 times");
      assertThat(time(first, one, believed.subList(0, 3)).result())
          .isNotEqualTo(Verdict.Result.PASSED);
    }
  }

  @Test
  void whatLapsedBeforeAnybodyRenewedItStaysSo() throws IOException {
    TestAuthority old = authority(TestAuthority.Signing.ECDSA_P256, 1, BEGIN.minusSeconds(60), 100);
    ProveDesk first = asking(List.of(old), asked(old, HashAlgorithm.SHA_256));
    EvidenceStore.Kept kept = deposited(first, "entry");
    first.stamper().stamp();
    now.set(BEGIN.plus(Duration.ofDays(101)));
    TestAuthority young =
        authority(TestAuthority.Signing.ECDSA_P256, 2, now.get().minusSeconds(60), 1_000);
    ProveDesk desk = asking(List.of(old, young), asked(young, HashAlgorithm.SHA_256));
    assertThat(desk.renewer().renew(Renewer.AHEAD))
        .isEqualTo(new Renewer.Round(1, 1, 0, 0, List.of()));
    assertThat(time(desk, kept, List.of(old, young)).result()).isEqualTo(Verdict.Result.ABSENT);
  }

  /// A stamp that ends earlier than what it is to renew would shorten the proof.
  @Test
  void aStampThatEndsEarlierRenewsNothing() throws IOException {
    TestAuthority old = authority(TestAuthority.Signing.ECDSA_P256, 1, BEGIN.minusSeconds(60), 100);
    TestAuthority shorter =
        authority(TestAuthority.Signing.ECDSA_P256, 2, BEGIN.minusSeconds(60), 90);
    TestAuthority stranger =
        authority(TestAuthority.Signing.ECDSA_P256, 3, BEGIN.minusSeconds(60), 900);
    ProveDesk first = asking(List.of(old), asked(old, HashAlgorithm.SHA_256));
    deposited(first, "entry");
    first.stamper().stamp();
    Renewer.Round round =
        asking(
                List.of(old, shorter),
                asked(shorter, HashAlgorithm.SHA_256),
                asked(stranger, HashAlgorithm.SHA_256))
            .renewer()
            .renew(Renewer.AHEAD);
    assertThat(round.due()).isEqualTo(1);
    assertThat(round.renewed()).isZero();
    assertThat(round.refusals())
        .hasSize(2)
        .first()
        .asString()
        .contains("no later than what it is to renew");
  }
}
