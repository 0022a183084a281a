package org.zhiheng.contracts.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.ledger.TestAuthority;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.LogDoor;
import org.zhiheng.jobs.prove.Outbox;
import org.zhiheng.jobs.prove.ProveDesk;
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
import org.zhiheng.ledger.log.LogStopped;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.ledger.time.TimeAuthority;
import org.zhiheng.ledger.time.TimeStampQuery;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Evidence from its deposit to a bundle that others judge, over back ends in memory.
final class ProveDeskTest {

  private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
  private static final OrganisationId OURS = new OrganisationId(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final InstantSource clock = () -> NOW;
  private final RegisterStores register = new MemoryRegister(clock).stores();
  private final MemoryDocuments documents = new MemoryDocuments();
  private final MemoryProving proving = new MemoryProving();
  private final ProveDesk desk = over(Stamper.Authorities.NONE);
  private final Acting manager = Acting.as(OURS, "李雷", Role.MANAGER);

  private ProveDesk over(Stamper.Authorities authorities) {
    return ProveDesk.of(
        proving.stores(authorities, TrustHints.NONE),
        new Records(register.rights(), register.parties(), documents, register.trail(), clock),
        documents,
        register.trail(),
        new SecureRandom(),
        clock);
  }

  private static Deposits.Source source(String name, byte[] bytes) {
    return new Deposits.Source(
        name, "", Optional.empty(), "", "", () -> new ByteArrayInputStream(bytes));
  }

  private EvidenceStore.Kept deposited(byte[]... files) throws IOException {
    List<Deposits.Source> sources = new ArrayList<>();
    for (byte[] file : files) {
      sources.add(source("file-" + sources.size(), file));
    }
    EvidenceStore.Kept kept =
        desk.deposits()
            .deposit(
                manager,
                new Deposits.Request(
                    LeafKind.DEPOSIT, Optional.empty(), "", new TreeMap<>(), sources));
    return desk.turn().await(manager, kept, PATIENCE);
  }

  private byte[] exported(EvidenceId id) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    desk.exports().export(manager, id, out);
    return out.toByteArray();
  }

  private static Verdicts judged(byte[] bundle) throws IOException {
    return new BundleCheck(_ -> none(), _ -> none())
        .check(new HeldBytes(Octets.of(bundle)), Optional.empty(), Optional.empty());
  }

  private static Finding none() {
    return new Finding(Verdict.Result.FAILED, "nothing to judge");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Seeds(12)
  void whatWasDepositedIsProvedToOthers(Seed seed) throws IOException {
    List<EvidenceStore.Kept> all = new ArrayList<>();
    int deposits = seed.between(1, 9);
    for (int at = 0; at < deposits; at++) {
      byte[][] files = new byte[seed.between(1, 4)][];
      for (int file = 0; file < files.length; file++) {
        files[file] = new byte[seed.between(0, 3_000)];
        seed.random().nextBytes(files[file]);
      }
      all.add(deposited(files));
    }
    for (EvidenceStore.Kept one : all) {
      byte[] bundle = exported(one.id());
      assertThat(judged(bundle).holds()).isTrue();
      int at = seed.between(0, bundle.length - 1);
      bundle[at] ^= (byte) (1 << seed.between(0, 7));
      assertThat(judged(bundle).holds()).as("byte " + at).isFalse();
    }
  }

  @Test
  void aLeafThatWaitsIsNotExported() throws IOException {
    try (LogDoor.OpenLog _ = desk.door().open().orElseThrow()) {
      EvidenceStore.Kept waits =
          desk.deposits()
              .deposit(
                  manager,
                  new Deposits.Request(
                      LeafKind.DEPOSIT,
                      Optional.empty(),
                      "合同",
                      new TreeMap<>(),
                      List.of(source("合同.pdf", utf8("%PDF")))));
      assertThat(desk.turn().await(manager, waits, Duration.ZERO).index()).isEmpty();
      assertThatThrownBy(() -> exported(waits.id()))
          .isInstanceOf(ProblemsException.class)
          .hasMessageContaining("evidence-waits");
    }
    EvidenceStore.Kept waited =
        desk.book().page(manager, Optional.empty(), Optional.empty(), 1).getFirst();
    assertThat(desk.turn().await(manager, waited, PATIENCE).index()).hasValue(0L);
    assertThat(judged(exported(waited.id())).holds()).isTrue();
  }

  @Test
  void whatOthersMayNotIsRefused() throws IOException {
    EvidenceStore.Kept kept = deposited(utf8("ours"));
    Acting viewer = Acting.as(OURS, "viewer", Role.VIEWER);
    Acting stranger = Acting.as(new OrganisationId(2), "stranger", Role.MANAGER);
    assertThat(desk.book().show(stranger, kept.id())).isEmpty();
    assertThat(desk.book().page(stranger, Optional.empty(), Optional.empty(), 9)).isEmpty();
    assertThat(desk.exports().ready(stranger, kept.id())).isFalse();
    assertThatThrownBy(
            () -> desk.exports().export(stranger, kept.id(), new ByteArrayOutputStream()))
        .hasMessageContaining("not-found");
    assertThatThrownBy(() -> desk.erasure().erase(stranger, kept.id(), "PIPL art. 47"))
        .hasMessageContaining("not-found");
    assertThatThrownBy(() -> desk.erasure().erase(viewer, kept.id(), "PIPL art. 47"))
        .hasMessageContaining("forbidden");
    assertThatThrownBy(() ->
            desk.deposits()
                .deposit(
                    viewer,
                    new Deposits.Request(
                        LeafKind.DEPOSIT,
                        Optional.empty(),
                        "",
                        new TreeMap<>(),
                        List.of(source("a", utf8("a"))))))
        .hasMessageContaining("forbidden");
    assertThatThrownBy(() ->
            desk.deposits()
                .deposit(
                    manager,
                    new Deposits.Request(
                        LeafKind.DEPOSIT,
                        Optional.of(new RightId(99)),
                        "",
                        new TreeMap<>(),
                        List.of(source("a", utf8("a"))))))
        .hasMessageContaining("not-found");
  }

  @Test
  void whatIsErasedLeavesAProofThatItExisted() throws IOException {
    byte[] secret = utf8("private");
    byte[] shared = utf8("named twice");
    EvidenceStore.Kept kept = deposited(secret, shared);
    deposited(shared);
    desk.erasure().hold(manager, kept.id(), "case 1");
    assertThatThrownBy(() -> desk.erasure().erase(manager, kept.id(), "PIPL art. 47"))
        .hasMessageContaining("legal-hold");
    assertThat(desk.erasure().lift(manager, kept.id())).isEqualTo(1);
    EvidenceStore.Kept notice = desk.erasure().erase(manager, kept.id(), "PIPL art. 47");
    assertThat(documents.open(Digest.of(secret))).isEmpty();
    assertThat(documents.open(Digest.of(shared))).isPresent();
    desk.turn().await(manager, notice, PATIENCE);
    byte[] bundle = exported(kept.id());
    assertThat(new String(bundle, StandardCharsets.ISO_8859_1)).doesNotContain("private");
    Verdicts verdicts = judged(bundle);
    assertThat(verdicts.of(Check.STATEMENT).result()).isEqualTo(Verdict.Result.ERASED);
    assertThat(verdicts.holds()).isTrue();
    assertThatThrownBy(() -> desk.erasure().erase(manager, kept.id(), "PIPL art. 47"))
        .hasMessageContaining("erased");
  }

  @Test
  void whatIsRecordedIsLoggedByItself() throws IOException {
    proving
        .outbox()
        .note(
            Outbox.Kind.EVENTS,
            List.of(
                new Outbox.Recorded.Events(
                    OURS,
                    List.of(
                        new Outbox.RecordedEvent(
                            new RightId(7),
                            3,
                            LocalDate.of(2026, 11, 20),
                            NOW,
                            "韩梅",
                            "by hand",
                            "",
                            "{\"kind\":\"published\"}")))));
    deposited(utf8("beside"));
    EvidenceStore.Kept change =
        desk.book().page(manager, Optional.of(new RightId(7)), Optional.empty(), 9).getFirst();
    assertThat(change.leaf().kind()).isEqualTo(LeafKind.REGISTER_CHANGE);
    assertThat(judged(exported(change.id())).holds()).isTrue();
  }

  @Test
  void aLogThatLacksWhatTheRecordWasToldIsNotOpened() throws IOException {
    EvidenceStore.Kept kept;
    try (LogDoor.OpenLog _ = desk.door().open().orElseThrow()) {
      kept =
          desk.deposits()
              .deposit(
                  manager,
                  new Deposits.Request(
                      LeafKind.DEPOSIT,
                      Optional.empty(),
                      "",
                      new TreeMap<>(),
                      List.of(source("a", utf8("a")))));
    }
    // as if the write-ahead log had lost its last frame after the index was told
    desk.door().store().logged(Map.of(kept.id(), 7L));
    assertThatThrownBy(() -> desk.door().open())
        .isInstanceOf(LogStopped.class)
        .hasMessageContaining("knows entry 7");
  }

  /// An authority that is asked without a network.
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

  private static TestAuthority authority(TestAuthority.Signing signing, long seed) {
    return TestAuthority.open(
        signing, "授时 " + seed, NOW.minusSeconds(86_400), NOW.plus(Duration.ofDays(700)), seed);
  }

  private static Verdict time(byte[] bundle, Instant asOf, Optional<Trust> trust)
      throws IOException {
    return new BundleCheck(new StampJudge(asOf), _ -> none())
        .check(new HeldBytes(Octets.of(bundle)), Optional.empty(), trust)
        .of(Check.TIME);
  }

  private static Optional<Trust> trusting(TestAuthority... authorities) {
    return Optional.of(
        new Trust(
            List.of(),
            List.of(),
            List.of(),
            Stream.of(authorities).map(one -> Octets.of(one.root())).toList()));
  }

  @Test
  void whatIsPublishedIsStampedByTwoAuthoritiesAndProvedUnderTheirStamps() throws IOException {
    TestAuthority west = authority(TestAuthority.Signing.ECDSA_P256, 1);
    TestAuthority east = authority(TestAuthority.Signing.SM2, 2);
    TestAuthority other = authority(TestAuthority.Signing.ECDSA_P256, 3);
    ProveDesk stamped =
        over(
            new Stamper.Authorities(
                List.of(
                    new Stamper.Asked(new Near(west), HashAlgorithm.SHA_256),
                    new Stamper.Asked(new Near(other), HashAlgorithm.SHA_256),
                    new Stamper.Asked(new Near(east), HashAlgorithm.SM3)),
                List.of(west.root(), east.root())));
    assertThat(stamped.stamper().due()).isFalse();
    EvidenceStore.Kept first = deposited(utf8("before the stamp"));
    assertThat(stamped.stamper().due()).isTrue();
    assertThat(stamped.stamper().stamp())
        .extracting(Stamper.Outcome::stamped)
        .containsExactly(true, false, true);
    assertThat(stamped.stamper().due()).isFalse();
    assertThat(stamped.stamper().stamp()).isEmpty();
    EvidenceStore.Kept second = deposited(utf8("behind the stamp"));

    byte[] bundle = exported(first.id());
    Verdict proved = time(bundle, NOW, trusting(west, east));
    assertThat(proved.result()).as(proved.reason()).isEqualTo(Verdict.Result.PASSED);
    assertThat(proved.reason()).contains("2026-11-29T08:00:00Z");
    assertThat(time(bundle, NOW, trusting(other)).result()).isEqualTo(Verdict.Result.FAILED);
    assertThat(time(bundle, NOW, trusting()).result()).isEqualTo(Verdict.Result.ABSENT);
    assertThat(time(bundle, NOW, Optional.empty()).result()).isEqualTo(Verdict.Result.ABSENT);
    Verdict later = time(bundle, NOW.plus(Duration.ofDays(800)), trusting(west, east));
    assertThat(later.result()).as(later.reason()).isEqualTo(Verdict.Result.ABSENT);
    assertThat(time(exported(second.id()), NOW, trusting(west, east)).reason())
        .isEqualTo("The bundle has no time stamp.");
  }
}
