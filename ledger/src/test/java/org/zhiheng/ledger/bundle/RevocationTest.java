package org.zhiheng.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.bundle.Verdict.Result;
import org.zhiheng.ledger.leaf.Commitment;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.Keys;
import org.zhiheng.ledger.statement.KeyEvent;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.statement.Statements;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.TreeAlgorithm;

final class RevocationTest {

  private static final BundleParts PARTS = Bundles.parts(files(), List.of());

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("a", "first");
    return files;
  }

  private static Revocation revocation(BundleParts of) {
    return new Revocation(
        Bundles.ORIGIN,
        of.entry().proof().inclusion().index(),
        TreeAlgorithm.SHA_256.hasher().leaf(of.entry().leaf().bytes()),
        "EV1",
        "another date was meant");
  }

  private static LoggedRevocation logged(Manifest manifest, Ed25519Key signer) {
    return logged(manifest, signer, PARTS.entry().leaf().commitment().sha256());
  }

  private static LoggedRevocation logged(Manifest manifest, Ed25519Key signer, Hash previous) {
    SignedStatement statement = SignedStatement.sign(signer, manifest, Statements.AT);
    Octets salt = Bundles.salt(8);
    Leaf leaf =
        new Leaf(
            Leaf.BOTH, manifest.kind(), Commitment.to(salt.bytes(), statement.encoded()), previous);
    return new LoggedRevocation(
        statement, salt, leaf, Bundles.entry(leaf, 11, 20, List.of()).proof());
  }

  private static LoggedRevocation logged() {
    return logged(revocation(PARTS).manifest(Optional.empty()), Statements.SIGNER);
  }

  private static Verdicts check(SortedMap<String, Octets> copies, Optional<Trust> trust) {
    BundleParts with =
        new BundleParts(
            PARTS.content(),
            PARTS.entry(),
            PARTS.stamps(),
            PARTS.anchors(),
            new BundleParts.Hints(PARTS.hints().policy(), copies));
    return Bundles.check(Bundles.written(with, List.of("first")), Optional.empty(), trust);
  }

  private static void refuses(LoggedRevocation revocation, String reason) {
    Verdicts verdicts = check(revocation.copies(), Optional.empty());
    assertThat(verdicts.of(Check.STATEMENT).result()).isEqualTo(Result.FAILED);
    assertThat(verdicts.of(Check.STATEMENT).reason())
        .startsWith("The revocation that the bundle brings: ")
        .contains(reason);
    assertThat(verdicts.holds()).isFalse();
    assertThat(verdicts.facts()).doesNotContainKey("revokedAt");
  }

  @Test
  void whatWasWithdrawnExistedAllTheSame() {
    for (Optional<Trust> trust : List.of(Optional.<Trust>empty(), Optional.of(Bundles.trust()))) {
      Verdicts verdicts = check(logged().copies(), trust);
      assertThat(verdicts.holds()).isTrue();
      assertThat(verdicts.of(Check.STATEMENT).result()).isEqualTo(Result.PASSED);
      assertThat(verdicts.of(Check.STATEMENT).reason())
          .endsWith(
              " The depositor withdrew it later, on entry 11 of the log: another date was meant."
                  + " That it existed stands.");
      assertThat(verdicts.facts()).containsEntry("revokedAt", "11");
    }
    assertThat(check(new TreeMap<>(), Optional.empty()).facts()).doesNotContainKey("revokedAt");
  }

  @Test
  void aRevocationIsOfThisEntryByTheSameIssuerAndInTheLog() {
    refuses(
        logged(
            new Revocation(
                    Bundles.ORIGIN, 3, revocation(PARTS).leaf(), "EV1", "another date was meant")
                .manifest(Optional.empty()),
            Statements.SIGNER),
        "about another entry");
    refuses(
        logged(revocation(PARTS).manifest(Optional.empty()), Keys.log("somebody.example", 9)),
        "by somebody else");
    refuses(logged(Statements.deposit(List.of()), Statements.SIGNER), "is no revocation");
    refuses(
        logged(revocation(PARTS).manifest(Optional.empty()), Statements.SIGNER, Commitment.NONE),
        "does not follow the entry");
    LoggedRevocation good = logged();
    refuses(
        new LoggedRevocation(good.statement(), Bundles.salt(1), good.leaf(), good.proof()),
        "another salt");
    refuses(
        new LoggedRevocation(good.statement(), good.salt(), good.leaf(), PARTS.entry().proof()),
        "not in the log");
  }

  private static LoggedRevocation by(Ed25519Key signer, SignedStatement... changes) {
    LoggedRevocation one = logged(revocation(PARTS).manifest(Optional.empty()), signer);
    return new LoggedRevocation(
        one.statement(), one.salt(), one.leaf(), one.proof(), List.of(changes));
  }

  private static SignedStatement change(Ed25519Key old, Ed25519Key fresh) {
    return SignedStatement.sign(
        old,
        new KeyEvent(
                Bundles.ORIGIN,
                KeyEvent.Use.STATEMENT,
                KeyEvent.Step.CHANGED,
                List.of(old.key()),
                List.of(fresh.key()),
                Optional.empty(),
                "it leaked")
            .manifest(),
        Statements.AT);
  }

  @Test
  void aKeyThatCameInThePlaceOfTheIssuersMayWithdrawToo() {
    Ed25519Key old = Statements.SIGNER;
    Ed25519Key second = Keys.log(old.key().name(), 31);
    Ed25519Key third = Keys.log(old.key().name(), 32);
    LoggedRevocation good = by(third, change(old, second), change(second, third));
    assertThat(check(good.copies(), Optional.empty()).facts()).containsEntry("revokedAt", "11");
    refuses(by(third), "by somebody else");
    refuses(by(third, change(second, third)), "by somebody else");
    refuses(by(third, change(old, second)), "by somebody else");
    refuses(by(second, change(second, second)), "by somebody else");
    refuses(by(third, Statements.signed("a", "first")), "by somebody else");
    // where others name the keys that count, the new one must be among them
    Verdicts trusted = check(good.copies(), Optional.of(Bundles.trust()));
    assertThat(trusted.of(Check.STATEMENT).result()).isEqualTo(Result.FAILED);
    assertThat(trusted.of(Check.STATEMENT).reason()).contains("is not one of those trusted");
  }

  /// Anybody may put copies into a bundle: of what was erased they tell nothing.
  @Test
  void whatWasErasedIsNotSaidToBeWithdrawn() {
    BundleParts erased = Bundles.erased(PARTS, "PIPL art. 47");
    BundleParts with =
        new BundleParts(
            erased.content(),
            erased.entry(),
            erased.stamps(),
            erased.anchors(),
            new BundleParts.Hints(erased.hints().policy(), logged().copies()));
    Verdicts verdicts =
        Bundles.check(Bundles.written(with, List.of()), Optional.empty(), Optional.empty());
    assertThat(verdicts.of(Check.STATEMENT).result()).isEqualTo(Result.ERASED);
    assertThat(verdicts.facts()).doesNotContainKey("revokedAt");
  }

  @Test
  void halfARevocationIsNone() {
    for (String name : logged().copies().keySet()) {
      SortedMap<String, Octets> less = logged().copies();
      less.remove(name);
      assertThat(check(less, Optional.empty()).of(Check.STATEMENT).reason())
          .contains("statement, salt, leaf and proof");
      SortedMap<String, Octets> torn = logged().copies();
      torn.put(name, Octets.of(new byte[] {1}));
      assertThat(check(torn, Optional.empty()).of(Check.STATEMENT).result())
          .isEqualTo(Result.FAILED);
    }
  }

  @Test
  void itsManifestIsReadBack() {
    Revocation revocation = revocation(PARTS);
    assertThat(Revocation.of(revocation.manifest(Optional.empty()))).hasValue(revocation);
    assertThat(Revocation.of(Statements.deposit(List.of()))).isEmpty();
    assertThatThrownBy(
            () -> new Revocation(Bundles.ORIGIN, 0, revocation.leaf(), "EV1", "字".repeat(334)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
