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
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.bundle.BundleCheck;
import org.zhiheng.ledger.bundle.Check;
import org.zhiheng.ledger.bundle.Finding;
import org.zhiheng.ledger.bundle.HeldBytes;
import org.zhiheng.ledger.bundle.Verdict;
import org.zhiheng.ledger.bundle.Verdicts;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.ProblemsException;

/// Evidence that is withdrawn, over back ends in memory.
final class RevocationsTest {

  private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
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

  private EvidenceStore.Kept deposited(String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return logged(
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
                            "file",
                            "",
                            Optional.empty(),
                            "",
                            "",
                            () -> new ByteArrayInputStream(bytes))))));
  }

  private EvidenceStore.Kept logged(EvidenceStore.Kept kept) throws IOException {
    return desk.turn().await(manager, kept, PATIENCE);
  }

  private Verdicts exported(EvidenceId id) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    desk.exports().export(manager, id, out);
    return new BundleCheck(_ -> none(), _ -> none())
        .check(new HeldBytes(Octets.of(out.toByteArray())), Optional.empty(), Optional.empty());
  }

  private static Finding none() {
    return new Finding(Verdict.Result.FAILED, "nothing to judge");
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            ProblemsException.class,
            refused -> assertThat(refused.problems().getFirst().code()).isEqualTo(code));
  }

  @Test
  void whatIsWithdrawnStaysAndItsBundleSaysSo() throws IOException {
    EvidenceStore.Kept kept = deposited("a contract");
    EvidenceStore.Kept other = deposited("another");
    assertThat(exported(kept.id()).facts()).doesNotContainKey("revokedAt");
    EvidenceStore.Kept revocation =
        desk.revocations().revoke(manager, kept.id(), " the wrong contract ");
    assertThat(desk.exports().ready(manager, kept.id())).isFalse();
    refused("evidence-waits", () -> exported(kept.id()));
    EvidenceStore.Kept entered = logged(revocation);
    assertThat(entered.leaf().kind()).isEqualTo(LeafKind.REVOKE);
    assertThat(entered.leaf().previous()).isEqualTo(kept.leaf().commitment().sha256());
    assertThat(desk.book().show(manager, kept.id())).hasValue(kept);
    assertThat(desk.book().revocation(manager, kept)).hasValue(entered);
    assertThat(desk.exports().ready(manager, kept.id())).isTrue();

    Verdicts verdicts = exported(kept.id());
    assertThat(verdicts.holds()).isTrue();
    assertThat(verdicts.facts())
        .containsEntry("revokedAt", Long.toString(entered.index().orElseThrow()));
    assertThat(verdicts.of(Check.STATEMENT).reason())
        .contains("withdrew it later, on entry " + entered.index().orElseThrow() + " of the log")
        .contains("the wrong contract.");
    assertThat(exported(other.id()).facts()).doesNotContainKey("revokedAt");
    assertThat(register.trail().page(OURS, Optional.empty(), 10))
        .anySatisfy(one -> assertThat(one.entry().action()).isEqualTo("evidence-revoke"));
  }

  @Test
  void refusesWhatCannotBeWithdrawn() throws IOException {
    EvidenceStore.Kept kept = deposited("a contract");
    refused("required", () -> desk.revocations().revoke(manager, kept.id(), "  "));
    refused("required", () -> desk.revocations().revoke(manager, kept.id(), "字".repeat(334)));
    refused("not-found", () -> desk.revocations().revoke(manager, new EvidenceId(99), "x"));
    refused(
        "not-found",
        () ->
            desk.revocations()
                .revoke(
                    Acting.as(new OrganisationId(2), "韩梅", Role.MANAGER), kept.id(), "not ours"));
    assertThatThrownBy(
            () -> desk.revocations().revoke(Acting.as(OURS, "reader", Role.VIEWER), kept.id(), "x"))
        .isInstanceOf(RuntimeException.class);
    EvidenceStore.Kept revocation = logged(desk.revocations().revoke(manager, kept.id(), "once"));
    refused("evidence-withdrawn", () -> desk.revocations().revoke(manager, kept.id(), "twice"));
    refused("evidence-kind", () -> desk.revocations().revoke(manager, revocation.id(), "undo"));
    desk.erasure().erase(manager, kept.id(), "PIPL art. 47");
    refused("erased", () -> desk.revocations().revoke(manager, kept.id(), "gone"));
  }

  /// The reason may have to go, by law; the withdrawal need not.
  @Test
  void anErasedRevocationIsMadeAnew() throws IOException {
    EvidenceStore.Kept kept = deposited("a contract");
    EvidenceStore.Kept first =
        logged(desk.revocations().revoke(manager, kept.id(), "a person's name"));
    logged(desk.erasure().erase(manager, first.id(), "PIPL art. 47"));
    assertThat(exported(kept.id()).facts()).doesNotContainKey("revokedAt");
    EvidenceStore.Kept second =
        logged(desk.revocations().revoke(manager, kept.id(), "the wrong contract"));
    assertThat(exported(kept.id()).facts())
        .containsEntry("revokedAt", Long.toString(second.index().orElseThrow()));
    refused("evidence-withdrawn", () -> desk.revocations().revoke(manager, kept.id(), "again"));
  }

  @Test
  void whatWasErasedAfterwardsSaysThatAlone() throws IOException {
    EvidenceStore.Kept kept = deposited("a contract");
    logged(desk.revocations().revoke(manager, kept.id(), "the wrong one"));
    logged(desk.erasure().erase(manager, kept.id(), "PIPL art. 47"));
    Verdicts verdicts = exported(kept.id());
    assertThat(verdicts.of(Check.STATEMENT).result()).isEqualTo(Verdict.Result.ERASED);
    assertThat(verdicts.facts()).doesNotContainKey("revokedAt");
  }
}
