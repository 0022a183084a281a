package org.zhiheng.jobs.prove;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.ledger.time.TimeAuthority;
import org.zhiheng.ledger.time.TimeStamp;
import org.zhiheng.ledger.time.TimeStampQuery;
import org.zhiheng.ledger.time.TimeVerdict;
import org.zhiheng.ledger.time.TrustAnchors;
import org.zhiheng.values.Bytes;

/// Has time authorities stamp the whole signed checkpoint that is published: one token covers every
/// entry before it.
///
/// A token is kept only when it holds under the workspace's own anchors, so that a bundle is not
/// sunk by one that does not.
public final class Stamper {

  private static final int NONCE_BITS = 63;

  private final PublicLog log;
  private final CheckpointProofs proofs;
  private final Authorities authorities;
  private final SecureRandom random;
  private final InstantSource clock;

  /// Over this log.
  ///
  /// @param random what nonces are drawn from
  public Stamper(
      PublicLog log,
      CheckpointProofs proofs,
      Authorities authorities,
      SecureRandom random,
      InstantSource clock) {
    this.log = log;
    this.proofs = proofs;
    this.authorities = authorities;
    this.random = random;
    this.clock = clock;
  }

  /// Who is asked, and whom to believe.
  ///
  /// @param asked each with the hash that it is asked to stamp
  /// @param anchors certificates in DER or PEM that their stamps must lead back to
  public record Authorities(List<Asked> asked, List<byte[]> anchors) {

    /// Nobody.
    public static final Authorities NONE = new Authorities(List.of(), List.of());

    /// Copies the lists.
    public Authorities {
      asked = List.copyOf(asked);
      anchors = List.copyOf(anchors);
    }
  }

  /// An authority and the hash that it is asked to stamp: SHA-256 or SM3.
  public record Asked(TimeAuthority authority, HashAlgorithm algorithm) {}

  /// What one of them gave.
  ///
  /// @param authority its name
  /// @param algorithm of the hash
  /// @param stamped whether a token was kept
  /// @param reason what it says, or why not
  public record Outcome(
      String authority, HashAlgorithm algorithm, boolean stamped, String reason) {}

  /// Whether what is published was not stamped yet, and somebody could be asked.
  ///
  /// @throws IOException when the checkpoint cannot be read
  public boolean due() throws IOException {
    Optional<SignedNote> published = log.checkpoint();
    return !authorities.asked().isEmpty() && published.isPresent() && !stamped(published.get());
  }

  private boolean stamped(SignedNote note) {
    return proofs.covering(size(note) - 1, CheckpointProofs.What.TIME).stream()
        .anyMatch(one -> one.note().equals(note.toString()));
  }

  private static long size(SignedNote note) {
    return Checkpoint.parse(note.text()).orThrow().head().size();
  }

  /// When a checkpoint was stamped last, by this machine's clock.
  public Optional<Instant> last() {
    return proofs.newest(CheckpointProofs.What.TIME, 1).stream()
        .map(CheckpointProofs.Proof::at)
        .findFirst();
  }

  /// Asks each authority, unless the published checkpoint was stamped before.
  ///
  /// @return what each gave; empty when nobody was asked
  /// @throws IOException when the checkpoint cannot be read
  public List<Outcome> stamp() throws IOException {
    Optional<SignedNote> published = log.checkpoint();
    if (published.isEmpty() || stamped(published.get())) {
      return List.of();
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Asked one : authorities.asked()) {
      outcomes.add(asked(one, published.get()));
    }
    return outcomes;
  }

  private Outcome asked(Asked one, SignedNote note) {
    TimeStampQuery query =
        TimeStampQuery.of(one.algorithm(), note.bytes(), new BigInteger(NONCE_BITS, random));
    return switch (one.authority().ask(query)) {
      case TimeAuthority.Answer.Given(TimeStamp stamp) -> kept(one, note, stamp);
      case TimeAuthority.Answer.Refused(String reason) -> outcome(one, false, reason);
      case TimeAuthority.Answer.Silent(String reason) -> outcome(one, false, reason);
    };
  }

  private Outcome kept(Asked one, SignedNote note, TimeStamp stamp) {
    TrustAnchors anchors = TrustAnchors.of(authorities.anchors()).orThrow();
    TimeVerdict verdict = stamp.check(note.bytes(), anchors, clock.instant());
    return switch (verdict) {
      case TimeVerdict.Stamped good -> {
        proofs.keep(
            new CheckpointProofs.Proof(
                size(note),
                note.toString(),
                CheckpointProofs.What.TIME,
                one.authority().name() + "#" + word(one.algorithm()),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Bytes.of(stamp.token().bytes())));
        yield outcome(one, true, good.reason());
      }
      case TimeVerdict.Lapsed lapsed -> outcome(one, false, lapsed.reason());
      case TimeVerdict.Refused refused -> outcome(one, false, refused.reason());
    };
  }

  private static Outcome outcome(Asked one, boolean stamped, String reason) {
    return new Outcome(one.authority().name(), one.algorithm(), stamped, reason);
  }

  /// `sha-256`, `sm3`
  static String word(HashAlgorithm algorithm) {
    return algorithm.title().toLowerCase(Locale.ROOT);
  }
}
