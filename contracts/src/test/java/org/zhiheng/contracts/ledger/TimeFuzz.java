package org.zhiheng.contracts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhiheng.contracts.ledger.TestAuthority.Signing;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.time.EvidenceRecord;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.ledger.time.TimeEvidence;
import org.zhiheng.ledger.time.TimeEvidence.Finding;
import org.zhiheng.ledger.time.TimeStamp;
import org.zhiheng.ledger.time.TimeStampQuery;
import org.zhiheng.ledger.time.TrustAnchors;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// Tokens, answers and records with several things done to them at once. No exception is allowed
/// out, and nothing that was changed proves anything.
final class TimeFuzz {

  private static final Instant AT = Instant.parse("2026-05-01T00:00:00Z");
  private static final byte[] SUBJECT = "a checkpoint".getBytes(StandardCharsets.US_ASCII);
  private static final TestAuthority AUTHORITY =
      TestAuthority.open(
          Signing.SM2,
          "Fuzzed",
          Instant.parse("2026-01-01T00:00:00Z"),
          Instant.parse("2029-01-01T00:00:00Z"),
          1);
  private static final TrustAnchors ANCHORS = TrustAnchors.of(List.of(AUTHORITY.root())).orThrow();
  private static final TimeStampQuery QUERY =
      TimeStampQuery.of(HashAlgorithm.SM3, SUBJECT, BigInteger.ONE);
  private static final byte[] ANSWER = AUTHORITY.answer(QUERY.der(), AT);
  private static final TimeStamp STAMP = TimeStamp.answer(ANSWER, QUERY).orThrow();
  private static final byte[] RECORD = EvidenceRecord.of(STAMP).der();

  private static byte[] spoilt(byte[] whole, Seed seed) {
    byte[] bytes = whole.clone();
    int changes = seed.between(1, 5);
    for (int i = 0; i < changes; i++) {
      int at = seed.between(0, bytes.length);
      bytes =
          switch (seed.between(0, 4)) {
            case 0 -> Arrays.copyOf(bytes, Math.max(1, at));
            case 1 -> spliced(bytes, at, seed.between(0, bytes.length));
            case 2 -> with(bytes, at, (byte) seed.between(0, 256));
            // lengths and tags that parsers stumble over
            case 3 -> with(bytes, at, seed.oneOf(List.of((byte) 0x80, (byte) 0x84, (byte) 0xff)));
            default -> throw new IllegalStateException("no such change");
          };
    }
    return bytes;
  }

  private static byte[] with(byte[] bytes, int at, byte value) {
    byte[] changed = bytes.clone();
    changed[at] = value;
    return changed;
  }

  /// A part of it again, somewhere else.
  private static byte[] spliced(byte[] bytes, int at, int from) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + Math.min(64, bytes.length - from));
    System.arraycopy(bytes, from, longer, at, Math.min(64, bytes.length - from));
    return longer;
  }

  @Seeds(2000)
  void nothingThatWasChangedProvesAnything(Seed seed) {
    byte[] token = spoilt(STAMP.token().bytes(), seed);
    byte[] record = spoilt(RECORD, seed);
    Finding finding =
        new TimeEvidence(List.of(Octets.of(token)), Optional.of(Octets.of(record)))
            .judge(SUBJECT, ANCHORS, AT);
    if (!Arrays.equals(token, STAMP.token().bytes()) && !Arrays.equals(record, RECORD)) {
      assertThat(finding).as(seed.toString()).isInstanceOf(Finding.Unproven.class);
    }
    assertThat(TimeStamp.answer(spoilt(ANSWER, seed), QUERY)).as(seed.toString()).isNotNull();
    assertThat(TrustAnchors.of(List.of(spoilt(AUTHORITY.root(), seed))))
        .as(seed.toString())
        .isNotNull();
  }
}
