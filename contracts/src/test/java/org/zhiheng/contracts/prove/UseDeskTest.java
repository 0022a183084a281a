package org.zhiheng.contracts.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.examine.assignment.GoodsNearnessBetween;
import org.zhiheng.jobs.prove.CheckpointProofs;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.ProveStores;
import org.zhiheng.jobs.prove.Versions;
import org.zhiheng.jobs.prove.use.AnchorRule;
import org.zhiheng.jobs.prove.use.AnchorRules;
import org.zhiheng.jobs.prove.use.Declarations;
import org.zhiheng.jobs.prove.use.Declared;
import org.zhiheng.jobs.prove.use.Locker;
import org.zhiheng.jobs.prove.use.LockerItem;
import org.zhiheng.jobs.prove.use.UseDeclaration;
import org.zhiheng.jobs.prove.use.UseDesk;
import org.zhiheng.jobs.prove.use.UseItem;
import org.zhiheng.jobs.prove.use.UseKind;
import org.zhiheng.jobs.prove.use.UseQuestion;
import org.zhiheng.jobs.prove.use.UseVerdict;
import org.zhiheng.jobs.prove.use.UseWindow;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Numbers;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.Rights;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// The locker of a mark over signed statements, from deposit to declaration.
final class UseDeskTest {

  private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
  private static final OrganisationId OURS = new OrganisationId(1);
  private static final UseDeclaration.Period PERIOD =
      new UseDeclaration.Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

  private final InstantSource clock = () -> NOW;
  private final RegisterStores register = new MemoryRegister(clock).stores();
  private final MemoryDocuments documents = new MemoryDocuments();
  private final ProveStores stores = new MemoryProving().stores();
  private final Records records =
      new Records(register.rights(), register.parties(), documents, register.trail(), clock);
  private final ProveDesk prove =
      ProveDesk.of(stores, records, documents, register.trail(), new SecureRandom(), clock);
  private final UseDesk desk =
      new UseDesk(
          records, prove.book(), GoodsNearnessBetween.BY_GROUPS, (_, _) -> Optional.empty());
  private final Acting manager = Acting.as(OURS, "李雷", Role.MANAGER);

  private RightId mark() {
    List<RightNumber> numbers = List.of(Numbers.registration(Office.CN, "90000001").orThrow());
    Bibliography bibliography =
        new Bibliography(
            List.of(new Bibliography.Text("", "知衡样例")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.of(new Bibliography.Sign("知衡样例", "", List.of("数据处理程序"))));
    Rights.Entered entered =
        register
            .rights()
            .enter(
                OURS,
                new Notice(
                    RightKind.MARK,
                    Office.CN,
                    numbers,
                    List.of(
                        new DatedFact(
                            LocalDate.of(2019, 3, 1), new Fact.Filed(numbers, bibliography))),
                    Source.BY_HAND),
                References.NONE,
                "李雷");
    return ((Rights.Entered.New) entered).id();
  }

  private EvidenceStore.Kept deposited(RightId right, SortedMap<String, String> facts)
      throws IOException {
    EvidenceStore.Kept kept =
        prove
            .deposits()
            .deposit(
                manager,
                new Deposits.Request(
                    LeafKind.USE_DECLARATION,
                    Optional.of(right),
                    "",
                    facts,
                    List.of(
                        new Deposits.Source(
                            "a.pdf",
                            "",
                            Optional.empty(),
                            "",
                            "",
                            () ->
                                new ByteArrayInputStream(
                                    facts.toString().getBytes(StandardCharsets.UTF_8))))));
    return prove.turn().await(manager, kept, Duration.ofSeconds(5));
  }

  private static UseItem item(UseKind kind, int month) {
    LocalDate day = LocalDate.of(2025, month, 3);
    return new UseItem(kind, day, day, "上海", "CN", List.of("数据处理程序"), "知衡样例", "", "");
  }

  private Declarations declarations(AnchorRules rules) {
    return new Declarations(desk, prove, rules, register.trail(), clock);
  }

  private static AnchorRules required() {
    return AnchorRules.of(
        List.of("CN\t2020-01-01\t\trequired\t样例规定\t第一条\t\tunknown\t须上链。\tA chain is asked for."));
  }

  @Test
  void whatWasDepositedIsReadBackFromItsStatement() throws IOException {
    RightId right = mark();
    EvidenceStore.Kept invoice = deposited(right, item(UseKind.INVOICE, 3).facts());
    deposited(right, new TreeMap<>());
    EvidenceStore.Kept photo = deposited(right, item(UseKind.PHOTO, 4).facts());
    Locker locker = desk.locker(manager, right);
    assertThat(locker.items()).extracting(LockerItem::id).containsExactly(invoice.id(), photo.id());
    assertThat(locker.items().getFirst().item()).isEqualTo(item(UseKind.INVOICE, 3));
    assertThat(locker.items().getFirst().index()).isEqualTo(invoice.index());
    assertThat(locker.unread()).hasSize(1);
    UseQuestion question =
        new UseQuestion(UseQuestion.Basis.NON_USE_REQUEST, LocalDate.of(2026, 11, 22), List.of());
    assertThat(desk.window(manager, right, question).goods().getFirst().verdict())
        .isEqualTo(UseVerdict.PROVED);
    prove.erasure().erase(manager, photo.id(), "PIPL art. 47");
    UseWindow after = desk.window(manager, right, question);
    assertThat(after.goods().getFirst().verdict()).isEqualTo(UseVerdict.WEAK);
    assertThat(after.remarks())
        .filteredOn(remark -> remark.code().equals("erased"))
        .extracting(UseWindow.Remark::subject)
        .containsExactly(List.of(photo.id().toString()));
  }

  private EvidenceStore.Kept replaced(EvidenceStore.Kept old, SortedMap<String, String> facts)
      throws IOException {
    EvidenceStore.Kept kept =
        prove
            .versions()
            .replace(
                manager,
                old.id(),
                new Versions.Change(
                    "",
                    facts,
                    List.of(
                        new Deposits.Source(
                            "b.pdf",
                            "",
                            Optional.empty(),
                            "",
                            "",
                            () -> new ByteArrayInputStream(new byte[] {1})))));
    return prove.turn().await(manager, kept, Duration.ofSeconds(5));
  }

  @Test
  void ofSeveralVersionsTheNewestCountsAlone() throws IOException {
    RightId right = mark();
    EvidenceStore.Kept first = deposited(right, item(UseKind.INVOICE, 3).facts());
    EvidenceStore.Kept second = replaced(first, new TreeMap<>());
    EvidenceStore.Kept third = replaced(second, item(UseKind.INVOICE, 5).facts());
    deposited(right, item(UseKind.PHOTO, 4).facts());
    Locker locker = desk.locker(manager, right);
    assertThat(locker.items()).hasSize(2);
    assertThat(locker.items().getFirst().id()).isEqualTo(third.id());
    assertThat(locker.items().getFirst().item()).isEqualTo(item(UseKind.INVOICE, 5));
    assertThat(locker.unread())
        .extracting(Locker.Unread::id)
        .containsExactly(first.id(), second.id());
    assertThat(locker.unread())
        .allMatch(one -> one.problems().getFirst().code().equals("evidence-replaced"));

    // the one that was replaced does not count again
    prove
        .turn()
        .await(
            manager,
            prove.revocations().revoke(manager, third.id(), "存错了文件"),
            Duration.ofSeconds(5));
    assertThat(desk.locker(manager, right).items()).hasSize(1);
    prove.erasure().erase(manager, third.id(), "PIPL art. 47");
    assertThat(desk.locker(manager, right).items()).hasSize(1);
    assertThat(desk.locker(manager, right).unread()).hasSize(2);
  }

  @Test
  void strangersSeeNothing() throws IOException {
    RightId right = mark();
    deposited(right, item(UseKind.INVOICE, 3).facts());
    Acting stranger = Acting.as(new OrganisationId(2), "stranger", Role.MANAGER);
    assertThat(desk.locker(stranger, right).items()).isEmpty();
    assertThatThrownBy(() -> desk.mark(stranger, right)).hasMessageContaining("not-found");
    assertThatThrownBy(
            () -> declarations(AnchorRules.load()).declare(stranger, right, PERIOD, Office.CN))
        .hasMessageContaining("not-found");
  }

  @Test
  void whereNothingIsKnownOfAChainItIsSaid() throws IOException {
    RightId right = mark();
    EvidenceStore.Kept late = deposited(right, item(UseKind.PHOTO, 9).facts());
    EvidenceStore.Kept early = deposited(right, item(UseKind.INVOICE, 3).facts());
    assertThat(declarations(AnchorRules.load()).declare(manager, right, PERIOD, Office.CN))
        .isInstanceOfSatisfying(
            Declared.Issued.class,
            issued -> {
              UseDeclaration declaration = issued.declaration();
              assertThat(declaration.anchoring().need()).isEqualTo(AnchorRule.Need.UNKNOWN);
              assertThat(declaration.lines())
                  .extracting(line -> line.evidence().id())
                  .containsExactly(early.id(), late.id());
              assertThat(declaration.lines()).noneMatch(UseDeclaration.Line::anchored);
              assertThat(declaration.lines().getFirst().evidence().leaf()).isEqualTo(early.leaf());
            });
    assertThat(register.trail().page(OURS, Optional.empty(), 1).getFirst().entry().action())
        .isEqualTo("use-declaration");
  }

  @Test
  void whereAChainIsAskedForNothingIsDeclaredWithoutOne() throws IOException {
    RightId right = mark();
    EvidenceStore.Kept kept = deposited(right, item(UseKind.INVOICE, 3).facts());
    assertThat(declarations(required()).declare(manager, right, PERIOD, Office.CN))
        .isInstanceOfSatisfying(
            Declared.Withheld.class,
            withheld -> assertThat(withheld.missing()).containsExactly(kept.id()));
    stores
        .proofs()
        .keep(
            new CheckpointProofs.Proof(
                kept.index().orElseThrow() + 1,
                "note",
                CheckpointProofs.What.CHAIN,
                "sample chain",
                NOW,
                Bytes.of(new byte[] {1})));
    assertThat(declarations(required()).declare(manager, right, PERIOD, Office.CN))
        .isInstanceOf(Declared.Issued.class);
  }

  @Test
  void aDeclarationIsNoEvidenceOfUse() throws IOException {
    RightId right = mark();
    deposited(right, item(UseKind.INVOICE, 3).facts());
    if (declarations(AnchorRules.load()).declare(manager, right, PERIOD, Office.CN)
        instanceof Declared.Issued(UseDeclaration declaration)) {
      deposited(right, declaration.facts());
    }
    Locker locker = desk.locker(manager, right);
    assertThat(locker.items()).hasSize(1);
    assertThat(locker.unread()).isEmpty();
    assertThat(prove.book().page(manager, Optional.of(right), Optional.empty(), 9))
        .extracting(one -> one.leaf().kind())
        .contains(LeafKind.USE_DECLARATION);
    assertThatThrownBy(() ->
            declarations(AnchorRules.load())
                .declare(
                    manager,
                    right,
                    new UseDeclaration.Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 2)),
                    Office.CN))
        .hasMessageContaining("use-none");
  }
}
