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
import java.util.TreeSet;
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
import org.zhiheng.jobs.prove.Versions;
import org.zhiheng.jobs.prove.data.DataDesk;
import org.zhiheng.jobs.prove.data.DataItem;
import org.zhiheng.jobs.prove.data.DataOpening;
import org.zhiheng.jobs.prove.data.DataSheet;
import org.zhiheng.jobs.prove.data.LicenceChain;
import org.zhiheng.jobs.prove.data.LicenceLink;
import org.zhiheng.jobs.prove.data.SetFingerprint;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.ProblemsException;

/// A data set from its deposit to opened rows and the chain of its licences.
final class DataDeskTest {

  private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
  private static final OrganisationId OURS = new OrganisationId(1);
  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  private final InstantSource clock = () -> NOW;
  private final RegisterStores register = new MemoryRegister(clock).stores();
  private final MemoryDocuments documents = new MemoryDocuments();
  private final Records records =
      new Records(register.rights(), register.parties(), documents, register.trail(), clock);
  private final ProveDesk prove =
      ProveDesk.of(
          new MemoryProving().stores(),
          records,
          documents,
          register.trail(),
          new SecureRandom(),
          clock);
  private final DataDesk desk = new DataDesk(records, prove, register.trail(), clock);
  private final Acting manager = Acting.as(OURS, "李雷", Role.MANAGER);

  private static Deposits.Source file(String name, String text) {
    return new Deposits.Source(
        name,
        "",
        Optional.empty(),
        "",
        "",
        () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static DataItem heldBy(String holder) {
    return new DataItem("", holder, new TreeMap<>(), "", "", "", Optional.empty());
  }

  private EvidenceStore.Kept deposited(Deposits.Source... files) throws IOException {
    return desk.deposit(
        manager,
        new Deposits.Request(
            LeafKind.DATA_IP, Optional.empty(), "", new TreeMap<>(), List.of(files)),
        heldBy("甲公司"),
        false);
  }

  @Test
  void opensRowsOfOneFileAmongSeveral() throws IOException {
    EvidenceStore.Kept kept =
        deposited(file("a.csv", "x\n1\n2\n"), file("b.csv", "y\n3\n4"), file("c.bin", "zzz"));
    DataOpening opening =
        desk.open(manager, kept.id(), Optional.of("b.csv"), new TreeSet<>(List.of(0L, 2L)));
    SetFingerprint stated = desk.sheet(manager, kept.id()).fingerprint().orElseThrow();
    assertThat(stated.units().size()).isEqualTo(7);
    assertThat(opening.check(stated)).isEmpty();
    assertThat(opening.rows().stream().map(row -> row.text().orElseThrow()))
        .containsExactly("y", "4");
    assertThat(opening.rows().stream().map(row -> stated.units().place(row.index()).number()))
        .containsExactly(0L, 2L);
    assertThatThrownBy(
            () -> desk.open(manager, kept.id(), Optional.empty(), new TreeSet<>(List.of(3L))))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("data-rows");
    assertThatThrownBy(() ->
            desk.open(
                Acting.as(new OrganisationId(2), "韩梅", Role.MANAGER),
                kept.id(),
                Optional.empty(),
                new TreeSet<>(List.of(0L))))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("not-found");
  }

  @Test
  void theSameSetTwiceHasTwoFingerprints() throws IOException {
    EvidenceStore.Kept one = deposited(file("a.csv", "x\n1\n"));
    EvidenceStore.Kept two = deposited(file("a.csv", "x\n1\n"));
    assertThat(desk.sheet(manager, one.id()).fingerprint())
        .isNotEqualTo(desk.sheet(manager, two.id()).fingerprint());
  }

  @Test
  void aNoteStatesTheFingerprintAndNoneOfTheSet() throws IOException {
    EvidenceStore.Kept kept = deposited(file("a.csv", "x\n1\n"));
    EvidenceStore.Kept note = desk.note(manager, kept.id());
    assertThat(note.leaf().previous()).isEqualTo(kept.leaf().commitment().sha256());
    SignedStatement signed =
        SignedStatement.parse(note.opening().orElseThrow().statement().array()).orThrow();
    assertThat(SetFingerprint.of(signed.manifest().statement()))
        .isEqualTo(desk.sheet(manager, kept.id()).fingerprint());
    assertThat(signed.manifest().files()).hasSize(1);
    assertThat(signed.manifest().files().getFirst().name()).isEqualTo("fingerprint.json");
    byte[] salts = kept.opening().orElseThrow().rowSecret().orElseThrow().bytes();
    assertThat(new String(signed.encoded(), StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(salts, StandardCharsets.ISO_8859_1));
  }

  private EvidenceId licensed(
      EvidenceStore.Kept set, String from, String to, int years, boolean sublicensable)
      throws IOException {
    LicenceLink link =
        new LicenceLink(
            from, to, "使用", START, Optional.of(START.plusYears(years)), false, sublicensable, "");
    return desk.license(manager, set.id(), link, List.of(file("合同.pdf", from + to))).id();
  }

  @Test
  void aChainTellsItsGaps() throws IOException {
    EvidenceStore.Kept set = deposited(file("a.csv", "x\n1\n"));
    EvidenceId below = licensed(set, "乙公司", "丙公司", 1, true);
    licensed(set, "甲公司", "乙公司", 2, true);
    EvidenceId longer = licensed(set, "乙公司", "丁公司", 3, false);
    EvidenceId not = licensed(set, "丁公司", "戊公司", 1, true);
    EvidenceId circle = licensed(set, "己公司", "庚公司", 1, true);
    EvidenceId back = licensed(set, "庚公司", "己公司", 1, true);
    LicenceChain chain = desk.sheet(manager, set.id()).chain();
    assertThat(chain.links()).hasSize(6);
    assertThat(chain.links().getFirst().id()).isEqualTo(below);
    assertThat(chain.flags().stream().map(flag -> flag.link() + " " + flag.code()))
        .containsExactly(
            longer + " outlives", not + " no-right", circle + " no-right", back + " no-right");
  }

  @Test
  void aLicenceThatWasReplacedStandsInTheChainOnceAndLaterOnesStillNameIt() throws IOException {
    EvidenceStore.Kept set = deposited(file("a.csv", "x\n1\n"));
    EvidenceId first = licensed(set, "甲公司", "乙公司", 2, true);
    final String named = desk.commitment(manager, first);
    EvidenceStore.Kept logged =
        prove
            .turn()
            .await(manager, prove.book().show(manager, first).orElseThrow(), Duration.ofSeconds(5));
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("licence.to", START.plusYears(5).toString());
    EvidenceId newest =
        prove
            .versions()
            .replace(
                manager,
                logged.id(),
                new Versions.Change("", facts, List.of(file("合同二.pdf", "two"))))
            .id();
    for (String previous : List.of(named, desk.commitment(manager, newest))) {
      desk.license(
          manager,
          set.id(),
          new LicenceLink(
              "乙公司", "丙公司", "使用", START, Optional.of(START.plusYears(4)), false, false, previous),
          List.of(file("合同.pdf", previous)));
    }
    LicenceChain chain = desk.sheet(manager, set.id()).chain();
    assertThat(chain.links()).hasSize(3);
    assertThat(chain.links().getFirst().id()).isEqualTo(newest);
    assertThat(chain.links().getFirst().link().to()).hasValue(START.plusYears(5));
    assertThat(chain.flags()).isEmpty();
  }

  @Test
  void aSetIsNotReplaced() throws IOException {
    EvidenceStore.Kept set =
        prove.turn().await(manager, deposited(file("a.csv", "x\n1\n")), Duration.ofSeconds(5));
    assertThatThrownBy(() ->
            prove
                .versions()
                .replace(
                    manager,
                    set.id(),
                    new Versions.Change("", new TreeMap<>(), List.of(file("b.csv", "y\n")))))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("evidence-kind");
  }

  @Test
  void anErasedSetOpensNothing() throws IOException {
    EvidenceStore.Kept kept =
        prove.turn().await(manager, deposited(file("a.csv", "x\n1\n")), Duration.ofSeconds(5));
    prove.erasure().erase(manager, kept.id(), "依法删除");
    assertThatThrownBy(
            () -> desk.open(manager, kept.id(), Optional.empty(), new TreeSet<>(List.of(0L))))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("data-none");
  }

  @Test
  void withoutARegionNoTermIsTold() throws IOException {
    DataSheet sheet = desk.sheet(manager, deposited(file("a.csv", "x\n")).id());
    assertThat(sheet.term()).isEmpty();
    assertThat(sheet.region()).isEmpty();
  }
}
