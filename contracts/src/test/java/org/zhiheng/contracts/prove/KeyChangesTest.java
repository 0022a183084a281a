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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.prove.CheckpointProofs;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.KeyChange;
import org.zhiheng.jobs.prove.KeyChanges;
import org.zhiheng.jobs.prove.LogDoor;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.ProveStores;
import org.zhiheng.jobs.prove.RetiredKey;
import org.zhiheng.jobs.prove.TrustHints;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.bundle.BundleCheck;
import org.zhiheng.ledger.bundle.Check;
import org.zhiheng.ledger.bundle.Finding;
import org.zhiheng.ledger.bundle.HeldBytes;
import org.zhiheng.ledger.bundle.Trust;
import org.zhiheng.ledger.bundle.Verdict;
import org.zhiheng.ledger.bundle.Verdicts;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.SignatureLine;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.statement.KeyEvent;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.ProblemsException;

/// Keys are changed, and what was signed before and behind is judged.
final class KeyChangesTest {

  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
  private static final OrganisationId OURS = new OrganisationId(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final InstantSource clock = () -> NOW;
  private final RegisterStores register = new MemoryRegister(clock).stores();
  private final MemoryDocuments documents = new MemoryDocuments();
  private final MemoryProving proving = new MemoryProving();
  private final ProveDesk desk =
      ProveDesk.of(
          proving.stores(),
          new Records(register.rights(), register.parties(), documents, register.trail(), clock),
          documents,
          register.trail(),
          new SecureRandom(),
          clock);
  private final Acting owner = Acting.as(OURS, "李雷", Role.ADMINISTRATOR);

  private EvidenceStore.Kept deposited(String text) throws IOException {
    return desk.turn().await(owner, entered(text), PATIENCE);
  }

  private EvidenceStore.Kept entered(String text) throws IOException {
    return desk.deposits()
        .deposit(
            owner,
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
                        () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))));
  }

  private byte[] exported(EvidenceId id) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    desk.exports().export(owner, id, out);
    return out.toByteArray();
  }

  private static Verdicts judged(byte[] bundle, Optional<Trust> trust) throws IOException {
    return new BundleCheck(_ -> none(), _ -> none())
        .check(new HeldBytes(Octets.of(bundle)), Optional.empty(), trust);
  }

  private static Finding none() {
    return new Finding(Verdict.Result.FAILED, "nothing to judge");
  }

  private Optional<Trust> trusting(VerifierKey... issuers) {
    return Optional.of(new Trust(desk.log().keys(), List.of(), List.of(issuers), List.of()));
  }

  private List<KeyEvent> events() {
    return desk
        .book()
        .page(
            owner,
            new EvidenceStore.Selection(Optional.empty(), Set.of(LeafKind.KEY_EVENT)),
            Optional.empty(),
            99)
        .stream()
        .map(kept ->
            KeyEvent.of(
                    SignedStatement.parse(kept.opening().orElseThrow().statement().array())
                        .orThrow()
                        .manifest())
                .orElseThrow())
        .toList();
  }

  private VerifierKey issuer() {
    return desk.keys().issuers().getLast().key();
  }

  @Test
  void theOldKeyNamesTheNewOneAndEachSignsItsOwn() throws IOException {
    VerifierKey old = issuer();
    EvidenceStore.Kept before = deposited("before");
    final byte[] handedOut = exported(before.id());
    assertThat(desk.keys().changeStatement(owner, " a notebook was lost ", true, PATIENCE))
        .isEmpty();
    VerifierKey fresh = issuer();
    assertThat(fresh.name()).isEqualTo(old.name());
    assertThat(fresh).isNotEqualTo(old);
    final EvidenceStore.Kept after = deposited("after");

    assertThat(events())
        .containsExactly(
            new KeyEvent(
                desk.door().origin(),
                KeyEvent.Use.STATEMENT,
                KeyEvent.Step.CHANGED,
                List.of(old),
                List.of(fresh),
                before.index(),
                "a notebook was lost"));
    assertThat(desk.keys().issuers())
        .containsExactly(
            new KeyChanges.Issuer(old, 0, before.index()),
            new KeyChanges.Issuer(fresh, before.index().orElseThrow() + 1, Optional.empty()));
    assertThat(judged(handedOut, trusting(old)).holds()).isTrue();
    assertThat(judged(exported(before.id()), trusting(old)).holds()).isTrue();
    assertThat(judged(exported(after.id()), trusting(fresh)).holds()).isTrue();
    assertThat(judged(exported(after.id()), trusting(old, fresh)).holds()).isTrue();
    assertThat(judged(exported(after.id()), trusting(old)).of(Check.STATEMENT).reason())
        .contains("is not one of those trusted");
  }

  @Test
  void whatTheOldKeySignedIsWithdrawnWithAnyLaterOne() throws IOException {
    VerifierKey old = issuer();
    final EvidenceStore.Kept kept = deposited("before");
    desk.keys().changeStatement(owner, "it ages", false, PATIENCE);
    desk.keys().changeStatement(owner, "it ages again", false, PATIENCE);
    assertThat(events()).extracting(KeyEvent::reason).containsExactly("it ages again", "it ages");
    desk.turn()
        .await(owner, desk.revocations().revoke(owner, kept.id(), "the wrong one"), PATIENCE);

    byte[] bundle = exported(kept.id());
    assertThat(judged(bundle, Optional.empty()).holds()).isTrue();
    assertThat(judged(bundle, Optional.empty()).facts()).containsKey("revokedAt");
    assertThat(judged(bundle, trusting(old, issuer())).facts()).containsKey("revokedAt");
  }

  @Test
  void aRunningHolderOfTheLogStatesTheChange() throws IOException {
    VerifierKey old = issuer();
    try (LogDoor.OpenLog held = desk.door().open().orElseThrow()) {
      KeyChange waiting =
          desk.keys().changeStatement(owner, "it leaked", true, Duration.ZERO).orElseThrow();
      assertThat(waiting.stage()).isEqualTo(KeyChange.Stage.CHANGED);
      assertThat(waiting.old()).containsExactly(old);
      assertThat(issuer()).isNotEqualTo(old);
      assertThat(events()).isEmpty();
      held.keeper().work();
      assertThat(events()).hasSize(1);
      assertThat(desk.keys().underWay(KeyEvent.Use.STATEMENT)).isEmpty();
      held.keeper().work();
      assertThat(events()).hasSize(1);
    }
  }

  /// The first write is that of the new key, the second that the old one is retired.
  @Test
  void aChangeThatBreaksOffAtAnyStepIsCarriedOn() throws IOException {
    deposited("before");
    VerifierKey old = issuer();
    proving.keys().failAt(1);
    assertThatThrownBy(() -> desk.keys().changeStatement(owner, "it leaked", true, PATIENCE))
        .hasMessage("torn");
    assertThat(issuer()).isEqualTo(old);
    assertThat(events()).isEmpty();

    proving.keys().failAt(2);
    assertThatThrownBy(() -> desk.keys().changeStatement(owner, "it leaked", true, PATIENCE))
        .hasMessage("torn");
    VerifierKey fresh = issuer();
    assertThat(fresh).isNotEqualTo(old);
    assertThat(desk.keys().underWay(KeyEvent.Use.STATEMENT)).isPresent();

    // whoever opens the log next carries on; the event is there once, and no third key is made
    EvidenceStore.Kept after = deposited("after");
    assertThat(desk.keys().underWay(KeyEvent.Use.STATEMENT)).isEmpty();
    assertThat(issuer()).isEqualTo(fresh);
    assertThat(events()).hasSize(1);
    assertThat(desk.keys().retired(KeyEvent.Use.STATEMENT)).hasSize(1);
    assertThat(judged(exported(after.id()), trusting(fresh)).holds()).isTrue();
  }

  @Test
  void keysThatAreOlderThanTheRecordAreTold() throws IOException {
    desk.keys().changeStatement(owner, "it ages", false, PATIENCE);
    EvidenceId event = desk.keys().retired(KeyEvent.Use.STATEMENT).getFirst().event();
    assertThat(desk.keys().ahead(owner)).isEmpty();
    proving.keys().forget();
    assertThat(desk.keys().ahead(owner)).containsExactly(event);
  }

  @Test
  void whoMayNotOrSaysNotWhyIsRefused() throws IOException {
    VerifierKey old = issuer();
    Acting manager = Acting.as(OURS, "韩梅梅", Role.MANAGER);
    assertThatThrownBy(() -> desk.keys().changeStatement(manager, "why", true, PATIENCE))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("forbidden");
    assertThatThrownBy(() -> desk.keys().changeStatement(owner, " ", true, PATIENCE))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("required");
    assertThat(issuer()).isEqualTo(old);
  }

  @Test
  void aKeyEventIsNotErased() throws IOException {
    desk.keys().changeStatement(owner, "it ages", false, PATIENCE);
    EvidenceId event = desk.keys().retired(KeyEvent.Use.STATEMENT).getFirst().event();
    assertThatThrownBy(() -> desk.erasure().erase(owner, event, "PIPL art. 47"))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("evidence-kind");
  }

  private List<VerifierKey> logKeys() {
    return desk.log().keys();
  }

  private SignedNote published(ProveDesk of) throws IOException {
    return of.log().checkpoint().orElseThrow();
  }

  private static Optional<Trust> trustingLog(List<VerifierKey> logs, VerifierKey issuer) {
    return Optional.of(new Trust(logs, List.of(), List.of(issuer), List.of()));
  }

  private static void signedBy(SignedNote note, VerifierKey... keys) {
    for (VerifierKey key : keys) {
      assertThat(note.check(List.of(key)).signers()).as(key.toString()).hasSize(1);
    }
    assertThat(note.signatures()).hasSize(keys.length);
  }

  private Optional<KeyChange> finished(KeyChanges.Unwitnessed unwitnessed) throws IOException {
    return desk.keys().finishLog(owner, "all know it", true, unwitnessed, PATIENCE);
  }

  @Test
  void bothKeysOfTheLogSignUntilTheOldOneEnds() throws IOException {
    final EvidenceStore.Kept first = deposited("before");
    final byte[] handedOut = exported(first.id());
    List<VerifierKey> old = logKeys();
    signedBy(published(desk), old.getFirst());

    KeyChange change = desk.keys().changeLog(owner, "it ages", PATIENCE);
    assertThat(change.stage()).isEqualTo(KeyChange.Stage.BOTH);
    assertThat(change.old()).isEqualTo(old);
    List<VerifierKey> fresh = change.fresh();
    assertThat(logKeys())
        .containsExactly(old.getFirst(), fresh.getFirst(), old.getLast(), fresh.getLast());
    signedBy(published(desk), old.getFirst(), fresh.getFirst());
    final EvidenceStore.Kept second = deposited("meanwhile");
    byte[] meanwhile = exported(second.id());
    for (List<VerifierKey> known : List.of(old, fresh, logKeys())) {
      assertThat(judged(meanwhile, trustingLog(known, issuer())).holds()).isTrue();
    }

    assertThat(finished(KeyChanges.Unwitnessed.REFUSE)).isEmpty();
    assertThat(logKeys()).isEqualTo(fresh);
    final EvidenceStore.Kept third = deposited("after");
    signedBy(published(desk), fresh.getFirst());
    assertThat(judged(exported(third.id()), trustingLog(fresh, issuer())).holds()).isTrue();
    assertThat(judged(exported(third.id()), trustingLog(old, issuer())).holds()).isFalse();
    assertThat(judged(exported(first.id()), trustingLog(fresh, issuer())).holds()).isTrue();
    assertThat(judged(handedOut, trustingLog(old, issuer())).holds()).isTrue();
    assertThat(desk.log().fsck().faults()).isEmpty();
    assertThat(events())
        .extracting(KeyEvent::step)
        .containsExactly(KeyEvent.Step.FINISHED, KeyEvent.Step.BEGUN);
    assertThat(desk.keys().retired(KeyEvent.Use.LOG)).extracting(RetiredKey::key).isEqualTo(old);
  }

  /// A checkpoint that was stamped before the change was signed by the old key alone.
  @Test
  void aBundleUnderAnOlderCheckpointNamesTheKeyThatSignedIt() throws IOException {
    EvidenceStore.Kept kept = deposited("before");
    SignedNote before = published(desk);
    proving
        .stores()
        .proofs()
        .keep(
            new CheckpointProofs.Proof(
                Checkpoint.parse(before.text()).orThrow().head().size(),
                before.toString(),
                CheckpointProofs.What.CHAIN,
                "chain",
                NOW,
                Bytes.of(new byte[] {1})));
    List<VerifierKey> old = logKeys();
    desk.keys().changeLog(owner, "it ages", PATIENCE);
    assertThat(finished(KeyChanges.Unwitnessed.REFUSE)).isEmpty();
    assertThat(judged(exported(kept.id()), trustingLog(logKeys(), issuer())).of(Check.INCLUSION))
        .extracting(Verdict::result)
        .isEqualTo(Verdict.Result.FAILED);
    List<VerifierKey> all = new ArrayList<>(logKeys());
    all.addAll(old);
    assertThat(judged(exported(kept.id()), trustingLog(all, issuer())).of(Check.INCLUSION))
        .extracting(Verdict::result)
        .isEqualTo(Verdict.Result.PASSED);
    // the bundle's own policy names both
    assertThat(judged(exported(kept.id()), Optional.empty()).of(Check.INCLUSION).result())
        .isEqualTo(Verdict.Result.PASSED);
  }

  @Test
  void aHolderOfTheLogThatRunsSignsWithTheNewKeysToo() throws IOException {
    deposited("before");
    try (LogDoor.OpenLog held = desk.door().open().orElseThrow()) {
      KeyChange begun = desk.keys().changeLog(owner, "it ages", Duration.ZERO);
      assertThat(begun.stage()).isEqualTo(KeyChange.Stage.BEGUN);
      assertThatThrownBy(() ->
              desk.keys()
                  .finishLog(owner, "soon", true, KeyChanges.Unwitnessed.ACCEPT, Duration.ZERO))
          .isInstanceOf(ProblemsException.class)
          .hasMessageContaining("key-change");
      held.keeper().work();
      signedBy(published(desk), begun.old().getFirst(), begun.fresh().getFirst());
      assertThat(
              desk.keys()
                  .finishLog(owner, "now", true, KeyChanges.Unwitnessed.ACCEPT, Duration.ZERO))
          .isPresent();
      held.keeper().work();
      assertThat(desk.keys().underWay(KeyEvent.Use.LOG)).isEmpty();
      EvidenceStore.Kept after = entered("after");
      held.keeper().work();
      assertThat(desk.book().show(owner, after.id()).orElseThrow().index()).isPresent();
      signedBy(published(desk), begun.fresh().getFirst());
    }
    deposited("the log opens under the new key alone");
  }

  /// Writes: new keys, begun is logged, the old ones are to end, that is logged.
  @Test
  void aChangeOfTheLogThatBreaksOffAtAnyStepIsCarriedOn() throws IOException {
    for (int write = 1; write <= 4; write++) {
      List<VerifierKey> old = logKeys();
      proving.keys().failAt(write);
      try {
        desk.keys().changeLog(owner, "it ages", PATIENCE);
        finished(KeyChanges.Unwitnessed.REFUSE);
        throw new AssertionError("write " + write + " did not fail");
      } catch (IOException torn) {
        assertThat(torn).hasMessage("torn");
      }
      deposited("whoever comes next, " + write);
      if (desk.keys().underWay(KeyEvent.Use.LOG).isPresent() || logKeys().equals(old)) {
        assertThat(desk.keys().changeLog(owner, "it ages", PATIENCE).stage())
            .isEqualTo(KeyChange.Stage.BOTH);
        assertThat(finished(KeyChanges.Unwitnessed.REFUSE)).isEmpty();
      }
      assertThat(logKeys()).hasSize(2).doesNotContainAnyElementsOf(old);
      assertThat(events()).as("write " + write).hasSize(2 * write);
      assertThat(desk.log().fsck().faults()).isEmpty();
      deposited("and the log goes on, " + write);
      signedBy(published(desk), logKeys().getFirst());
    }
  }

  @Test
  void theOldKeyEndsWhenEveryWitnessSignedWithTheNewOne() throws IOException {
    Ed25519Key notary = Ed25519Key.ofWitness("notary.example/w", new byte[32]);
    AtomicBoolean awake = new AtomicBoolean();
    Witnesses witnesses =
        new Witnesses() {
          @Override
          public List<SignatureLine> cosign(SignedNote checkpoint, Growth growth) {
            return awake.get()
                ? List.of(notary.line(checkpoint.text(), Optional.of(NOW)))
                : List.of();
          }

          @Override
          public long largestSeen(String origin) {
            return 0;
          }

          @Override
          public void close() {}
        };
    ProveStores own = proving.stores();
    ProveDesk witnessed =
        ProveDesk.of(
            new ProveStores(
                own.keys(),
                own.evidence(),
                own.outbox(),
                own.proofs(),
                own.tiles(),
                own.wal(),
                own.head(),
                own.claim(),
                () -> witnesses,
                own.rounds(),
                own.authorities(),
                own.chains(),
                new TrustHints(
                    "witness notary " + notary.key() + "\nquorum notary\n", new TreeMap<>())),
            new Records(register.rights(), register.parties(), documents, register.trail(), clock),
            documents,
            register.trail(),
            new SecureRandom(),
            clock);
    assertThatThrownBy(() ->
            witnessed.keys().finishLog(owner, "x", true, KeyChanges.Unwitnessed.ACCEPT, PATIENCE))
        .hasMessageContaining("key-change");
    witnessed.keys().changeLog(owner, "it ages", PATIENCE);
    assertThatThrownBy(() ->
            witnessed.keys().finishLog(owner, "x", true, KeyChanges.Unwitnessed.REFUSE, PATIENCE))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("key-witnesses")
        .hasMessageContaining("notary");
    assertThat(logKeys()).hasSize(4);
    awake.set(true);
    EvidenceStore.Kept kept = entered("news");
    witnessed.turn().await(owner, kept, PATIENCE);
    assertThat(
            witnessed.keys().finishLog(owner, "x", true, KeyChanges.Unwitnessed.REFUSE, PATIENCE))
        .isEmpty();

    // and without: somebody decides so
    awake.set(false);
    witnessed.keys().changeLog(owner, "again", PATIENCE);
    assertThat(
            witnessed
                .keys()
                .finishLog(owner, "he is gone", true, KeyChanges.Unwitnessed.ACCEPT, PATIENCE))
        .isEmpty();
  }
}
