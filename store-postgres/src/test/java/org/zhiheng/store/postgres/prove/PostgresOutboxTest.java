package org.zhiheng.store.postgres.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.SampleNotices;
import org.zhiheng.jobs.examine.Examinations;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.Outbox;
import org.zhiheng.jobs.prove.Recorder;
import org.zhiheng.jobs.prove.SigningKeys;
import org.zhiheng.jobs.prove.Stating;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.register.record.References;
import org.zhiheng.seeds.Seed;
import org.zhiheng.store.postgres.TestDatabase;
import org.zhiheng.store.postgres.examine.PostgresExaminations;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;

final class PostgresOutboxTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_outbox");

  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  private final EvidenceStore evidence = new PostgresEvidence(DATABASE.get());
  private final Outbox outbox = new PostgresOutbox(DATABASE.get());
  private final MemoryDocuments documents = new MemoryDocuments();
  private final Recorder recorder =
      new Recorder(
          outbox, documents, new Stating(new IssuerAlone(), new SecureRandom()), () -> NOW);

  /// No log, and a key of this test.
  private record IssuerAlone() implements SigningKeys {
    @Override
    public LogIdentity log() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Ed25519Key issuer() {
      return Ed25519Key.ofLog("test/issuer", new byte[32]);
    }

    @Override
    public Optional<SecondKey> second() {
      return Optional.empty();
    }

    @Override
    public Ed25519Key witness() {
      throw new UnsupportedOperationException();
    }
  }

  private List<Manifest> stated(OrganisationId owner) {
    List<Manifest> stated = new ArrayList<>();
    for (EvidenceStore.Kept kept :
        evidence.page(owner, Optional.empty(), Optional.empty(), 100).reversed()) {
      SignedStatement statement =
          SignedStatement.parse(kept.opening().orElseThrow().statement().array()).orThrow();
      assertThat(statement.holds()).isTrue();
      stated.add(statement.manifest());
    }
    return stated;
  }

  private String file(Manifest manifest) throws IOException {
    assertThat(manifest.files()).hasSize(1);
    Digest digest = new Digest(manifest.files().getFirst().sha256().hex());
    return new String(documents.open(digest).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void whatIsRecordedIsDueFromItsCommitOnAndStatedOnce() throws IOException {
    OrganisationId owner = DATABASE.newOrganisation();
    SampleNotices notices = new SampleNotices(Seed.of(7));
    DATABASE.rights().enter(owner, notices.notice(), References.NONE, "李雷");
    DATABASE.rights().enter(owner, notices.notice(), References.NONE, "李雷");
    assertThat(outbox.due(10_000)).isNotEmpty();
    recorder.work();
    assertThat(outbox.due(1)).isEmpty();
    assertThat(recorder.work()).isZero();
    List<Manifest> stated = stated(owner);
    assertThat(stated).hasSize(2);
    for (Manifest one : stated) {
      assertThat(one.kind()).isEqualTo(LeafKind.REGISTER_CHANGE);
      assertThat(one.subject()).isPresent();
      List<String> lines = file(one).lines().toList();
      assertThat(one.statement().get("events")).isEqualTo(Integer.toString(lines.size()));
      assertThat(lines)
          .allSatisfy(line -> assertThat(line).contains("\"recordedBy\":\"李雷\"", "\"fact\":{"));
    }
  }

  @Test
  void whatWasRolledBackIsNotDue() {
    OrganisationId owner = DATABASE.newOrganisation();
    assertThatThrownBy(() ->
            DATABASE
                .get()
                .transaction()
                .executeWithoutResult(_ -> {
                  keep(owner, "rolled back");
                  throw new IllegalStateException("no");
                }))
        .hasMessage("no");
    assertThat(outbox.due(10_000).stream().filter(one -> one.kind() == Outbox.Kind.EXAMINATION))
        .isEmpty();
  }

  private static Examinations.Kept keep(OrganisationId owner, String name) {
    return new PostgresExaminations(DATABASE.get())
        .keep(
            new Examinations.Fresh(
                owner,
                NOW,
                "韩梅",
                name,
                "{\"name\":\"" + name + "\"}",
                "{}",
                Digest.of(name.getBytes(StandardCharsets.UTF_8)),
                "[]"));
  }

  @Test
  void aKeptExaminationIsStatedAsItWasKept() throws IOException {
    OrganisationId owner = DATABASE.newOrganisation();
    Examinations.Kept kept = keep(owner, "拉布布");
    recorder.work();
    Manifest stated = stated(owner).getFirst();
    assertThat(stated.kind()).isEqualTo(LeafKind.EXAMINATION);
    assertThat(stated.statement()).containsEntry("examination", kept.id().toString());
    assertThat(file(stated)).contains("\"inquiry\":{\"name\":\"拉布布\"}", "\"by\":\"韩梅\"");
  }

  @Test
  void whatIsSettledTwiceIsEnteredOnce() {
    OrganisationId owner = DATABASE.newOrganisation();
    keep(owner, "twice");
    Outbox.Due due =
        outbox.due(10_000).stream()
            .filter(one -> one.kind() == Outbox.Kind.EXAMINATION)
            .toList()
            .getLast();
    assertThat(outbox.settle(due, List.of())).isTrue();
    assertThat(outbox.settle(due, List.of())).isFalse();
    assertThat(outbox.recorded(due)).isEmpty();
  }
}
