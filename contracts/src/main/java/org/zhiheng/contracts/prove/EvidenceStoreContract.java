package org.zhiheng.contracts.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.ledger.leaf.Commitment;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// What every [EvidenceStore] passes.
public abstract class EvidenceStoreContract {

  /// The store of this test; other tests' evidence may be in it.
  protected abstract EvidenceStore evidence();

  /// An organisation that nobody else has.
  protected abstract OrganisationId newOrganisation();

  private long drawn;

  private EvidenceStore.Fresh fresh(OrganisationId owner, Optional<RightId> right, String title) {
    Hash salt = new Hash(owner.number(), ++drawn, 3, 4);
    byte[] statement = title.getBytes(StandardCharsets.UTF_8);
    return new EvidenceStore.Fresh(
        owner,
        Instant.parse("2026-11-28T12:00:00.000001Z"),
        "李雷",
        right,
        title,
        new EvidenceStore.Opening(
            Bytes.of(statement),
            salt,
            right.map(about -> new Hash(about.number(), 2, drawn, 4)),
            right.map(about -> Bytes.of(new byte[] {(byte) about.number(), 0}))),
        Leaf.first(LeafKind.DEPOSIT, Commitment.to(salt.bytes(), statement)),
        Set.of(Digest.of(statement)));
  }

  @Test
  void givesBackWhatWasEntered() {
    OrganisationId owner = newOrganisation();
    EvidenceStore.Fresh one = fresh(owner, Optional.of(new RightId(7)), "合同");
    EvidenceStore.Kept kept = evidence().enter(one);
    assertThat(kept).isEqualTo(EvidenceStore.Kept.of(kept.id(), one));
    assertThat(kept.index()).isEmpty();
    assertThat(evidence().find(owner, kept.id())).hasValue(kept);
    assertThat(evidence().find(newOrganisation(), kept.id())).isEmpty();
  }

  @Test
  void listsTheNewestFirst() {
    OrganisationId owner = newOrganisation();
    EvidenceStore.Kept first = evidence().enter(fresh(owner, Optional.of(new RightId(7)), "first"));
    EvidenceStore.Kept second = evidence().enter(fresh(owner, Optional.empty(), "second"));
    EvidenceStore.Kept third = evidence().enter(fresh(owner, Optional.of(new RightId(7)), "third"));
    assertThat(evidence().page(owner, Optional.empty(), Optional.empty(), 2))
        .containsExactly(third, second);
    assertThat(evidence().page(owner, Optional.empty(), Optional.of(second.id()), 2))
        .containsExactly(first);
    assertThat(evidence().page(owner, Optional.of(new RightId(7)), Optional.empty(), 9))
        .containsExactly(third, first);
    assertThat(evidence().page(owner, of(LeafKind.DEPOSIT), Optional.of(third.id()), 9))
        .containsExactly(second, first);
    assertThat(evidence().page(owner, of(LeafKind.DATA_IP), Optional.empty(), 9)).isEmpty();
  }

  private static EvidenceStore.Selection of(LeafKind kind) {
    return new EvidenceStore.Selection(Optional.empty(), Set.of(kind));
  }

  @Test
  void leavesWaitUntilTheirIndexIsSaid() {
    OrganisationId owner = newOrganisation();
    EvidenceStore.Kept one = evidence().enter(fresh(owner, Optional.empty(), "one"));
    EvidenceStore.Kept two = evidence().enter(fresh(owner, Optional.empty(), "two"));
    assertThat(waiting()).contains(one.id(), two.id());
    long place = evidence().lastIndex().orElse(0L) + 5;
    evidence().logged(Map.of(one.id(), place));
    evidence().logged(Map.of(one.id(), place));
    assertThat(waiting()).contains(two.id()).doesNotContain(one.id());
    assertThat(evidence().find(owner, one.id()).flatMap(EvidenceStore.Kept::index)).hasValue(place);
    assertThat(evidence().lastIndex()).hasValue(place);
    assertThatThrownBy(() -> evidence().logged(Map.of(one.id(), place + 1)))
        .isInstanceOf(IllegalStateException.class);
    evidence().logged(Map.of(two.id(), place + 1));
    evidence().logged(Map.of());
  }

  @Test
  void whatOpensALeafIsErasedOnceAndTheLeafStays() {
    OrganisationId owner = newOrganisation();
    EvidenceStore.Fresh content = fresh(owner, Optional.empty(), "private " + owner);
    EvidenceStore.Kept kept = evidence().enter(content);
    EvidenceStore.Kept twin = evidence().enter(withDocuments(owner, content.documents()));
    evidence().logged(Map.of(kept.id(), evidence().lastIndex().orElse(0L) + 7));
    EvidenceStore.Fresh notice = fresh(owner, Optional.empty(), "notice");
    assertThat(evidence().erase(kept.id(), fresh(newOrganisation(), Optional.empty(), "theirs")))
        .isEmpty();
    EvidenceStore.Kept entered = evidence().erase(kept.id(), notice).orElseThrow();
    EvidenceStore.Kept erased = evidence().find(owner, kept.id()).orElseThrow();
    assertThat(erased.opening()).isEmpty();
    assertThat(erased.title()).isEmpty();
    assertThat(erased.leaf()).isEqualTo(kept.leaf());
    assertThat(erased.notice()).hasValue(entered.id());
    assertThat(waiting()).contains(entered.id());
    assertThat(evidence().erase(kept.id(), fresh(owner, Optional.empty(), "again"))).isEmpty();
    assertThat(evidence().unnamed(content.documents())).isEmpty();
    assertThat(evidence().erase(twin.id(), fresh(owner, Optional.empty(), "of the twin")))
        .isPresent();
    assertThat(evidence().unnamed(content.documents())).isEqualTo(content.documents());
  }

  @Test
  void aRevocationIsFoundByWhatItFollows() {
    OrganisationId owner = newOrganisation();
    EvidenceStore.Kept kept = evidence().enter(fresh(owner, Optional.empty(), "stated " + owner));
    Hash commitment = kept.leaf().commitment().sha256();
    assertThat(evidence().revocation(owner, commitment)).isEmpty();
    // of another kind: it follows, and withdraws nothing
    evidence().enter(following(owner, LeafKind.DEPOSIT, commitment));
    assertThat(evidence().revocation(owner, commitment)).isEmpty();
    EvidenceStore.Kept one = evidence().enter(following(owner, LeafKind.REVOKE, commitment));
    EvidenceStore.Kept another = evidence().enter(following(owner, LeafKind.REVOKE, commitment));
    EvidenceStore.Kept newer = evidence().enter(following(owner, LeafKind.SUPERSEDE, commitment));
    assertThat(evidence().following(owner, LeafKind.SUPERSEDE, commitment)).hasValue(newer);
    // a version is replaced once
    assertThatThrownBy(() -> evidence().enter(following(owner, LeafKind.SUPERSEDE, commitment)))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("evidence-replaced");
    assertThat(evidence().following(owner, LeafKind.SUPERSEDE, commitment)).hasValue(newer);
    assertThat(evidence().following(owner, LeafKind.KEY_EVENT, commitment)).isEmpty();
    assertThat(evidence().revocation(owner, commitment)).hasValue(one);
    assertThat(evidence().revocation(newOrganisation(), commitment)).isEmpty();
    assertThat(evidence().revocation(owner, one.leaf().commitment().sha256())).isEmpty();
    // one that was erased says nothing any more
    assertThat(evidence().erase(one.id(), fresh(owner, Optional.empty(), "gone"))).isPresent();
    assertThat(evidence().revocation(owner, commitment)).hasValue(another);
  }

  private EvidenceStore.Fresh following(OrganisationId owner, LeafKind kind, Hash previous) {
    EvidenceStore.Fresh one = fresh(owner, Optional.of(new RightId(9)), "follows");
    return new EvidenceStore.Fresh(
        owner,
        one.at(),
        one.by(),
        one.right(),
        one.title(),
        one.opening(),
        new Leaf(Leaf.BOTH, kind, one.leaf().commitment(), previous),
        one.documents());
  }

  private EvidenceStore.Fresh withDocuments(OrganisationId owner, Set<Digest> documents) {
    EvidenceStore.Fresh one = fresh(owner, Optional.empty(), "twin");
    return new EvidenceStore.Fresh(
        owner, one.at(), one.by(), one.right(), one.title(), one.opening(), one.leaf(), documents);
  }

  @Test
  void whatIsHeldIsNotErased() {
    OrganisationId owner = newOrganisation();
    Instant at = Instant.parse("2026-11-28T12:00:00Z");
    EvidenceStore.Kept kept = evidence().enter(fresh(owner, Optional.empty(), "held"));
    assertThat(evidence().hold(newOrganisation(), kept.id(), at, "李雷", "case 1")).isEmpty();
    EvidenceStore.Hold one = evidence().hold(owner, kept.id(), at, "李雷", "case 1").orElseThrow();
    EvidenceStore.Hold two = evidence().hold(owner, kept.id(), at, "李雷", "case 2").orElseThrow();
    assertThat(evidence().holds(owner, kept.id())).containsExactly(one, two);
    assertThat(evidence().holds(newOrganisation(), kept.id())).isEmpty();
    EvidenceStore.Fresh notice = fresh(owner, Optional.empty(), "notice");
    assertThat(evidence().erase(kept.id(), notice)).isEmpty();
    assertThat(evidence().lift(newOrganisation(), one.number(), at, "韩梅")).isFalse();
    assertThat(evidence().lift(owner, one.number(), at, "韩梅")).isTrue();
    assertThat(evidence().lift(owner, one.number(), at, "韩梅")).isFalse();
    assertThat(evidence().erase(kept.id(), notice)).isEmpty();
    assertThat(evidence().lift(owner, two.number(), at, "韩梅")).isTrue();
    assertThat(evidence().erase(kept.id(), notice)).isPresent();
    assertThat(evidence().hold(owner, kept.id(), at, "李雷", "case 3")).isEmpty();
  }

  /// Enters evidence whose leaf waits for the log.
  protected final EvidenceStore.Kept enterOneThatWaits() {
    return evidence().enter(fresh(newOrganisation(), Optional.empty(), "waiting"));
  }

  private List<EvidenceId> waiting() {
    return evidence().pending(10_000).stream().map(EvidenceStore.Pending::id).toList();
  }
}
