package org.zhiheng.contracts.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.MemoryAuditTrail;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.prove.MemoryProving;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.uploads.DeclaredFile;
import org.zhiheng.jobs.uploads.Upload;
import org.zhiheng.jobs.uploads.UploadId;
import org.zhiheng.jobs.uploads.UploadLimits;
import org.zhiheng.jobs.uploads.Uploads;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.seeds.Seed;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.ProblemsException;

/// Files that come in parts, from the first word of them to a deposit, over back ends in memory.
final class UploadsTest {

  private static final Acting OURS = Acting.as(new OrganisationId(1), "li.lei", Role.EXAMINER);
  private static final Acting COLLEAGUE =
      Acting.as(new OrganisationId(1), "han.meimei", Role.ADMINISTRATOR);
  private static final Acting THEIRS = Acting.as(new OrganisationId(2), "li.lei", Role.EXAMINER);
  private static final Acting READER = Acting.as(new OrganisationId(1), "li.lei", Role.VIEWER);

  /// One whole part and one of five bytes.
  private static final byte[] BYTES = bytes(DeclaredFile.PART_BYTES + 5);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-27T16:00:00Z"));
  private final RegisterStores register = new MemoryRegister(now::get).stores();
  private final MemoryDocuments documents = new MemoryDocuments();
  private final MemoryAuditTrail trail = new MemoryAuditTrail();
  private final Random random = new Random(1);
  private final MemoryUploads store = new MemoryUploads();
  private final ProveDesk desk =
      ProveDesk.of(
          new MemoryProving().stores(),
          new Records(register.rights(), register.parties(), documents, trail, now::get),
          documents,
          trail,
          new SecureRandom(),
          now::get);
  private final Uploads uploads = within(UploadLimits.USUAL);

  private Uploads within(UploadLimits limits) {
    return new Uploads(store, limits, trail, random, now::get);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    Seed.of(7).random().nextBytes(bytes);
    return bytes;
  }

  private static DeclaredFile file(String name, byte[] bytes) {
    return new DeclaredFile(name, "video/mp4", bytes.length, Digest.of(bytes));
  }

  private static byte[] part(int number) {
    int from = (number - 1) * DeclaredFile.PART_BYTES;
    return Arrays.copyOfRange(BYTES, from, Math.min(BYTES.length, from + DeclaredFile.PART_BYTES));
  }

  private void send(Acting acting, UploadId id, int number, byte[] bytes) throws IOException {
    uploads.part(acting, id, number, Digest.of(bytes), new ByteArrayInputStream(bytes));
  }

  private Upload sent(String name) throws IOException {
    Upload upload = uploads.begin(OURS, file(name, BYTES));
    send(OURS, upload.id(), 2, part(2));
    send(OURS, upload.id(), 1, part(1));
    return uploads.show(OURS, upload.id());
  }

  private EvidenceStore.Kept deposited(Uploads.Taken taken) throws IOException {
    return desk.deposits()
        .deposit(
            OURS,
            new Deposits.Request(
                LeafKind.DEPOSIT, Optional.empty(), "", new TreeMap<>(), taken.sources()));
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemsException.class,
            refused -> assertThat(refused.problems().getFirst().code()).isEqualTo(code));
  }

  @Test
  void becomesADepositOfTheSameBytesAndIsGone() throws IOException {
    Upload upload = sent("监控录像.mp4");
    EvidenceStore.Kept kept;
    try (Uploads.Taken taken = uploads.take(OURS, List.of(upload.id()))) {
      kept = deposited(taken);
      taken.deposited();
    }
    StatedFile stated =
        SignedStatement.parse(kept.opening().orElseThrow().statement().array())
            .orThrow()
            .manifest()
            .files()
            .getFirst();
    assertThat(stated.name()).isEqualTo("监控录像.mp4");
    assertThat(stated.type()).isEqualTo("video/mp4");
    assertThat(stated.sizeBytes()).isEqualTo(BYTES.length);
    assertThat(stated.sha256().hex()).isEqualTo(Digest.of(BYTES).hex());
    assertThat(documents.bytes(Digest.of(BYTES))).contains((long) BYTES.length);
    assertThat(uploads.list(OURS)).isEmpty();
    refused("not-found", () -> uploads.show(OURS, upload.id()));
  }

  @Test
  void goesOnWithTheUploadOfTheSameFile() throws IOException {
    Upload upload = uploads.begin(OURS, file("a.mp4", BYTES));
    send(OURS, upload.id(), 2, part(2));
    Upload again = uploads.begin(OURS, file("a.mp4", BYTES));
    assertThat(again.id()).isEqualTo(upload.id());
    assertThat(again.missing()).containsExactly(1);
    assertThat(again.thereBytes()).isEqualTo(5);
    assertThat(uploads.begin(OURS, file("b.mp4", BYTES)).id()).isNotEqualTo(upload.id());
    assertThat(uploads.begin(COLLEAGUE, file("a.mp4", BYTES)).id()).isNotEqualTo(upload.id());
  }

  @Test
  void isSeenByNobodyButWhoBeganIt() throws IOException {
    UploadId id = sent("a.mp4").id();
    for (Acting other : List.of(COLLEAGUE, THEIRS)) {
      assertThat(uploads.list(other)).isEmpty();
      refused("not-found", () -> uploads.show(other, id));
      refused("not-found", () -> send(other, id, 1, part(1)));
      refused("not-found", () -> uploads.discard(other, id));
      refused("not-found", () -> uploads.take(other, List.of(id)));
    }
    refused("forbidden", () -> uploads.begin(READER, file("a.mp4", BYTES)));
    refused("forbidden", () -> uploads.list(READER));
    refused("forbidden", () -> send(READER, id, 1, part(1)));
    refused("forbidden", () -> uploads.take(READER, List.of(id)));
    assertThat(uploads.show(OURS, id).missing()).isEmpty();
  }

  @Test
  void refusesPartsThatAreNone() throws IOException {
    UploadId id = uploads.begin(OURS, file("a.mp4", BYTES)).id();
    refused("upload-part", () -> send(OURS, id, 0, part(1)));
    refused("upload-part", () -> send(OURS, id, 3, new byte[0]));
    refused("upload-part-size", () -> send(OURS, id, 2, new byte[6]));
    refused("upload-part-size", () -> send(OURS, id, 2, new byte[4]));
    refused(
        "upload-part-digest",
        () -> uploads.part(OURS, id, 2, Digest.of(part(2)), new ByteArrayInputStream(new byte[5])));
    assertThat(uploads.show(OURS, id).there()).isEmpty();
  }

  @Test
  void refusesFilesThatAreNone() {
    Digest digest = Digest.of(BYTES);
    refused("upload-size", () -> new DeclaredFile("a", "", 0, digest));
    refused("upload-size", () -> new DeclaredFile("a", "", (1L << 31) + 1, digest));
    refused("upload-name", () -> new DeclaredFile(" ", "", 1, digest));
    refused("upload-name", () -> new DeclaredFile("a\nb", "", 1, digest));
    refused("upload-name", () -> new DeclaredFile("长".repeat(251), "", 1, digest));
    refused("upload-type", () -> new DeclaredFile("a", "x".repeat(256), 1, digest));
    // 2^31 / 2^23
    assertThat(new DeclaredFile("a", "", 1L << 31, digest).parts()).isEqualTo(256);
    assertThat(new DeclaredFile("a", "", 1L << 31, digest).lengthBytes(256)).isEqualTo(8 << 20);
    assertThat(new DeclaredFile("a", "", 1, digest).lengthBytes(1)).isEqualTo(1);
  }

  @Test
  void isNotDepositedWhileAPartIsMissing() throws IOException {
    Upload upload = uploads.begin(OURS, file("a.mp4", BYTES));
    send(OURS, upload.id(), 2, part(2));
    refused("upload-missing", () -> uploads.take(OURS, List.of(upload.id())));
    send(OURS, upload.id(), 1, part(1));
    try (Uploads.Taken taken = uploads.take(OURS, List.of(upload.id()))) {
      assertThat(taken.sources()).hasSize(1);
    }
  }

  @Test
  void isNotDepositedWhenItsBytesAreOthersThanDeclared() throws IOException {
    Upload upload = uploads.begin(OURS, file("a.mp4", BYTES));
    byte[] other = part(2);
    other[0] ^= 1;
    send(OURS, upload.id(), 1, part(1));
    send(OURS, upload.id(), 2, other);
    try (Uploads.Taken taken = uploads.take(OURS, List.of(upload.id()))) {
      assertThatThrownBy(() -> deposited(taken))
          .isInstanceOf(ProblemsException.class)
          .hasMessageContaining(Digest.of(BYTES).hex())
          .hasMessageContaining("file-digest");
    }
    assertThat(desk.book().page(OURS, Optional.empty(), Optional.empty(), 1)).isEmpty();
    // the part is sent again, and it is well
    send(OURS, upload.id(), 2, part(2));
    try (Uploads.Taken taken = uploads.take(OURS, List.of(upload.id()))) {
      deposited(taken);
    }
    assertThat(desk.book().page(OURS, Optional.empty(), Optional.empty(), 2)).hasSize(1);
  }

  @Test
  void isTakenByOneDepositAtATime() throws IOException {
    UploadId one = sent("a.mp4").id();
    UploadId other = sent("b.mp4").id();
    try (Uploads.Taken _ = uploads.take(OURS, List.of(one))) {
      refused("upload-busy", () -> uploads.take(OURS, List.of(other, one)));
      refused("upload-busy", () -> uploads.discard(OURS, one));
      // what was taken along with it is free again
      try (Uploads.Taken second = uploads.take(OURS, List.of(other, other))) {
        assertThat(second.sources()).hasSize(1);
      }
    }
    uploads.discard(OURS, one);
    assertThat(uploads.list(OURS)).extracting(Upload::id).containsExactly(other);
  }

  @Test
  void keepsAnOrganisationToItsNumberAndItsBytes() throws IOException {
    Uploads few = within(new UploadLimits(2, 1_000, Duration.ofHours(1)));
    few.begin(OURS, file("a", new byte[10]));
    few.begin(COLLEAGUE, file("b", new byte[10]));
    refused("uploads-open", () -> few.begin(OURS, file("c", new byte[10])));
    few.begin(THEIRS, file("c", new byte[10]));
    // 1,000 less twice 10 are left
    Uploads little = within(new UploadLimits(9, 1_000, Duration.ofHours(1)));
    refused("uploads-bytes", () -> little.begin(OURS, file("c", new byte[981])));
    little.begin(OURS, file("c", new byte[980]));
    refused("uploads-bytes", () -> little.begin(OURS, file("d", new byte[1])));
    little.begin(THEIRS, file("d", new byte[1]));
  }

  @Test
  void sweepsWhatWasLeftForSoLongAndSaysSo() throws IOException {
    Duration idle = UploadLimits.USUAL.idle();
    Instant begun = now.get();
    UploadId left = uploads.begin(OURS, file("left.mp4", BYTES)).id();
    UploadId slow = uploads.begin(OURS, file("slow.mp4", BYTES)).id();
    now.set(begun.plus(idle));
    send(OURS, slow, 2, part(2));
    assertThat(uploads.sweep("server")).isZero();
    assertThat(uploads.sweptAt(uploads.show(OURS, left))).isEqualTo(begun.plus(idle));
    now.set(begun.plus(idle).plusMillis(1));
    assertThat(uploads.sweep("server")).isEqualTo(1);
    refused("not-found", () -> uploads.show(OURS, left));
    assertThat(uploads.show(OURS, slow).there()).containsExactly(2);
    AuditTrail.Entry entry =
        trail.page(OURS.organisation(), Optional.empty(), 1).getFirst().entry();
    assertThat(entry.action()).isEqualTo("upload-sweep");
    assertThat(entry.who()).isEqualTo("server");
    assertThat(entry.subject()).isEqualTo(left.toString());
    assertThat(entry.detail()).isEqualTo("li.lei: left.mp4");
    now.set(begun.plus(idle).plus(idle).plusMillis(1));
    try (Uploads.Taken taken = uploads.take(OURS, finished(slow))) {
      assertThat(taken.sources()).hasSize(1);
      now.set(now.get().plus(idle).plusMillis(1));
      assertThat(uploads.sweep("server")).isZero();
    }
    assertThat(uploads.sweep("server")).isEqualTo(1);
  }

  private List<UploadId> finished(UploadId id) throws IOException {
    send(OURS, id, 1, part(1));
    return List.of(id);
  }
}
