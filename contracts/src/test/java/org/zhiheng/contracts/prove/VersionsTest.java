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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.LogDoor;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.Versions;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.bundle.BundleCheck;
import org.zhiheng.ledger.bundle.Finding;
import org.zhiheng.ledger.bundle.HeldBytes;
import org.zhiheng.ledger.bundle.Supersession;
import org.zhiheng.ledger.bundle.Verdict;
import org.zhiheng.ledger.bundle.Verdicts;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.ProblemsException;

/// Evidence is replaced by a newer version.
final class VersionsTest {

  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
  private static final OrganisationId OURS = new OrganisationId(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final InstantSource clock = () -> NOW;
  private final RegisterStores register = new MemoryRegister(clock).stores();
  private final MemoryDocuments documents = new MemoryDocuments();
  private final ProveDesk desk =
      ProveDesk.of(
          new MemoryProving().stores(),
          new Records(register.rights(), register.parties(), documents, register.trail(), clock),
          documents,
          register.trail(),
          new SecureRandom(),
          clock);
  private final Acting manager = Acting.as(OURS, "李雷", Role.MANAGER);

  private static Deposits.Source file(String name) {
    return new Deposits.Source(
        name,
        "",
        Optional.empty(),
        "",
        "",
        () -> new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)));
  }

  private EvidenceStore.Kept entered(LeafKind kind, Map<String, String> facts) throws IOException {
    return desk.deposits()
        .deposit(
            manager,
            new Deposits.Request(
                kind, Optional.empty(), "合同", new TreeMap<>(facts), List.of(file("a.pdf"))));
  }

  private EvidenceStore.Kept logged(EvidenceStore.Kept kept) throws IOException {
    return desk.turn().await(manager, kept, PATIENCE);
  }

  private EvidenceStore.Kept replaced(EvidenceId id, String title, Map<String, String> facts)
      throws IOException {
    return desk.versions()
        .replace(
            manager, id, new Versions.Change(title, new TreeMap<>(facts), List.of(file("b.pdf"))));
  }

  private void refuses(EvidenceId id, String code) {
    assertThatThrownBy(() -> replaced(id, "", Map.of()))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining(code);
  }

  private static Manifest manifest(EvidenceStore.Kept kept) {
    return SignedStatement.parse(kept.opening().orElseThrow().statement().array())
        .orThrow()
        .manifest();
  }

  private static Finding none() {
    return new Finding(Verdict.Result.FAILED, "nothing to judge");
  }

  private Verdicts judged(EvidenceId id) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    desk.exports().export(manager, id, out);
    return new BundleCheck(_ -> none(), _ -> none())
        .check(new HeldBytes(Octets.of(out.toByteArray())), Optional.empty(), Optional.empty());
  }

  @Test
  void theNewVersionNamesTheOldOneAndStatesWhatItStated() throws IOException {
    EvidenceStore.Kept old =
        logged(entered(LeafKind.DEPOSIT, Map.of("place", "上海", "copy", "1", "mail.from", "x")));
    EvidenceStore.Kept fresh = logged(replaced(old.id(), "", Map.of("copy", "2")));
    Supersession named =
        new Supersession(
            desk.door().origin(),
            old.index().orElseThrow(),
            TreeAlgorithm.SHA_256.hasher().leaf(old.leaf().bytes()),
            old.id().toString(),
            LeafKind.DEPOSIT);
    assertThat(fresh.leaf().kind()).isEqualTo(LeafKind.SUPERSEDE);
    assertThat(fresh.leaf().previous()).isEqualTo(old.leaf().commitment().sha256());
    assertThat(fresh.title()).isEqualTo("合同");
    assertThat(Supersession.of(manifest(fresh))).hasValue(named);
    TreeMap<String, String> facts = new TreeMap<>(named.facts());
    facts.put("place", "上海");
    facts.put("copy", "2");
    assertThat(manifest(fresh).statement()).isEqualTo(facts);
    assertThat(desk.book().replacement(manager, old).map(EvidenceStore.Kept::id))
        .hasValue(fresh.id());
    assertThat(desk.book().replacement(manager, fresh)).isEmpty();

    EvidenceStore.Kept third = logged(replaced(fresh.id(), "合同终稿", Map.of()));
    assertThat(third.title()).isEqualTo("合同终稿");
    assertThat(Supersession.of(manifest(third)).orElseThrow().evidence())
        .isEqualTo(fresh.id().toString());
    assertThat(Supersession.of(manifest(third)).orElseThrow().kind()).isEqualTo(LeafKind.DEPOSIT);
    for (EvidenceStore.Kept one : List.of(old, fresh, third)) {
      assertThat(judged(one.id()).holds()).isTrue();
    }
  }

  @Test
  void whatHasEndedOrWaitsIsNotReplaced() throws IOException {
    EvidenceStore.Kept old = logged(entered(LeafKind.DEPOSIT, Map.of()));
    EvidenceStore.Kept fresh = logged(replaced(old.id(), "", Map.of()));
    refuses(old.id(), "evidence-replaced");
    logged(desk.revocations().revoke(manager, fresh.id(), "the wrong one"));
    refuses(fresh.id(), "evidence-withdrawn");
    desk.erasure().erase(manager, fresh.id(), "PIPL art. 47");
    refuses(fresh.id(), "erased");
    refuses(new EvidenceId(99), "not-found");
    refuses(logged(entered(LeafKind.VALUATION, Map.of())).id(), "evidence-kind");
    try (LogDoor.OpenLog _ = desk.door().open().orElseThrow()) {
      refuses(entered(LeafKind.DEPOSIT, Map.of()).id(), "evidence-waits");
    }
    EvidenceStore.Kept other = logged(entered(LeafKind.DEPOSIT, Map.of()));
    assertThatThrownBy(() -> replaced(other.id(), "", Map.of("replaces.log", "x")))
        .hasMessageContaining("evidence-text");
  }

  @Test
  void whatIsHeldIsReplacedAndStaysHeld() throws IOException {
    EvidenceStore.Kept old = logged(entered(LeafKind.DEPOSIT, Map.of()));
    desk.erasure().hold(manager, old.id(), "(2026) 1");
    logged(replaced(old.id(), "", Map.of()));
    assertThatThrownBy(() -> desk.erasure().erase(manager, old.id(), "PIPL art. 47"))
        .hasMessageContaining("legal-hold");
  }
}
