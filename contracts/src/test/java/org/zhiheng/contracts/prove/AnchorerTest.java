package org.zhiheng.contracts.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.jobs.access.Acting;

import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.prove.Anchorer;
import org.zhiheng.jobs.prove.ChainAnchor;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.Stamper;
import org.zhiheng.jobs.prove.TrustHints;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.anchor.AccountKey;
import org.zhiheng.ledger.anchor.AnchorPayload;
import org.zhiheng.ledger.anchor.ChainFact;
import org.zhiheng.ledger.anchor.ChainReceipt;
import org.zhiheng.ledger.anchor.Keccak;
import org.zhiheng.ledger.anchor.LegacyTransaction;
import org.zhiheng.ledger.bundle.AnchorJudge;
import org.zhiheng.ledger.bundle.BundleCheck;
import org.zhiheng.ledger.bundle.ByteSource;
import org.zhiheng.ledger.bundle.Check;
import org.zhiheng.ledger.bundle.Finding;
import org.zhiheng.ledger.bundle.Trust;
import org.zhiheng.ledger.bundle.Verdict;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.OrganisationId;

/// Chains that are made up: one that says where it put things, one that lies, one that is silent.
final class AnchorerTest {

  private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
  private static final InstantSource CLOCK = () -> NOW;

  private final Desk ours = new Desk();

  /// Signs transactions and says that a block has them.
  private record MadeUp(String name, boolean lies, boolean forgets) implements ChainAnchor {

    @Override
    public Submission submit(AnchorPayload payload) {
      if (forgets) {
        return new Submission.Silent("nobody is there");
      }
      byte[] secret = new byte[32];
      Arrays.fill(secret, (byte) 0x46);
      AccountKey key = AccountKey.of(secret);
      Octets data = lies ? AnchorPayload.of(new byte[0]).bytes() : payload.bytes();
      Octets raw =
          new LegacyTransaction(
                  5, 0, BigInteger.ZERO, 100_000, key.address(), BigInteger.ZERO, data)
              .signed(key);
      return new Submission.Anchored(
          new ChainReceipt(name, 5, raw, 1, Keccak.of(raw), Optional.empty()));
    }

    @Override
    public Standing verify(ChainReceipt receipt) {
      return new Standing.Held();
    }
  }

  private static final class Desk {
    private final RegisterStores register =
        new MemoryRegister(CLOCK).stores();
    private final MemoryDocuments documents = new MemoryDocuments();
    private final Acting manager = Acting.as(new OrganisationId(1), "李雷", Role.MANAGER);
    private final ProveDesk desk =
        ProveDesk.of(
            new MemoryProving()
                .stores(
                    Stamper.Authorities.NONE,
                    List.of(
                        new MadeUp("good", false, false),
                        new MadeUp("false", true, false),
                        new MadeUp("silent", false, true)),
                    TrustHints.NONE),
            new Records(register.rights(), register.parties(), documents, register.trail(), CLOCK),
            documents,
            register.trail(),
            new SecureRandom(),
            CLOCK);

    EvidenceStore.Kept deposited(String text) throws IOException {
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

    Verdict anchor(EvidenceStore.Kept kept, List<ChainFact> facts) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      desk.exports().export(manager, kept.id(), out);
      return new BundleCheck(
              _ -> new Finding(Verdict.Result.FAILED, "no stamps here"), new AnchorJudge())
          .check(
              new Held(out.toByteArray()),
              Optional.empty(),
              Optional.of(new Trust(List.of(), List.of(), List.of(), List.of(), facts)))
          .of(Check.ANCHOR);
    }
  }

  private static final class Held implements ByteSource {
    private final byte[] bytes;

    private Held(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long sizeBytes() {
      return bytes.length;
    }

    @Override
    public void read(long at, byte[] into, int offset, int count) {
      System.arraycopy(bytes, (int) at, into, offset, count);
    }
  }

  @Test
  void keepsWhatHoldsAndPutsItIntoBundles() throws IOException {
    Anchorer anchorer = ours.desk.anchorer();
    assertThat(anchorer.due()).isFalse();
    EvidenceStore.Kept before = ours.deposited("before");
    assertThat(anchorer.due()).isTrue();
    assertThat(anchorer.anchor())
        .extracting(Anchorer.Outcome::holds)
        .containsExactly(true, false, false);
    assertThat(anchorer.due()).isFalse();
    assertThat(anchorer.anchor()).isEmpty();
    EvidenceStore.Kept behind = ours.deposited("behind");

    Verdict alone = ours.anchor(before, List.of());
    assertThat(alone.result()).as(alone.reason()).isEqualTo(Verdict.Result.ABSENT);
    String hash = alone.reason().replaceFirst(".*Transaction 0x([0-9a-f]{64}).*", "$1");
    ChainFact known = ChainFact.parse("chain 5 transaction 0x" + hash).orThrow();
    assertThat(ours.anchor(before, List.of(known)).result()).isEqualTo(Verdict.Result.PASSED);
    assertThat(ours.anchor(behind, List.of(known)).reason()).contains("no answer of an outside");

    assertThat(anchorer.due()).isTrue();
    assertThat(anchorer.verify(10))
        .containsExactly(
            new Anchorer.Outcome("good", true, "Transaction 0x" + hash + " in block 1."));
  }
}
