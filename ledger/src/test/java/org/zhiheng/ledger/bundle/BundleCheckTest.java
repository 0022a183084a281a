package org.zhiheng.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.bundle.Verdict.Result;
import org.zhiheng.ledger.leaf.Commitment;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.note.Keys;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.SignatureLine;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.proof.LogProof;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.Receipt;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.statement.Sm2Signature;
import org.zhiheng.ledger.statement.Statements;
import org.zhiheng.values.ProblemsException;

final class BundleCheckTest {

  private static final Map<String, String> FILES =
      new TreeMap<>(Map.of("a.txt", "first", "合同.txt", "second"));

  private static final BundleParts PARTS = parts(Bundles.ONE);

  private static BundleParts parts(NoteSigner... witnesses) {
    return Bundles.parts(FILES, List.of(witnesses));
  }

  private static Verdicts check(BundleParts parts) {
    return Bundles.check(written(parts));
  }

  private static Verdicts check(BundleParts parts, String policy) {
    return Bundles.check(
        written(parts), Optional.of(Bundles.bundlePolicy(policy)), Optional.empty());
  }

  private static Verdicts check(BundleParts parts, Trust trust) {
    return Bundles.check(written(parts), Optional.empty(), Optional.of(trust));
  }

  private static byte[] written(BundleParts parts) {
    return Bundles.written(
        parts, parts.content() instanceof BundleParts.Held ? FILES.values() : List.of());
  }

  private static BundleParts with(BundleParts.Content content) {
    return new BundleParts(content, PARTS.entry(), PARTS.stamps(), PARTS.anchors(), PARTS.hints());
  }

  private static BundleParts with(BundleParts.Entry entry) {
    return new BundleParts(PARTS.content(), entry, PARTS.stamps(), PARTS.anchors(), PARTS.hints());
  }

  private static BundleParts.Held held() {
    return (BundleParts.Held) PARTS.content();
  }

  private static void judged(Verdicts verdicts, Check check, Result result, String reason) {
    assertThat(verdicts.of(check).result()).as(verdicts.text()).isEqualTo(result);
    assertThat(verdicts.of(check).reason()).contains(reason);
  }

  // whom to believe

  @Test
  void holdsByTheKeysItNamesAndSaysThatNobodyVouched() {
    Verdicts verdicts = check(PARTS);
    assertThat(verdicts.refusal()).isEmpty();
    assertThat(verdicts.all().stream().map(one -> one.check() + " " + one.result()).toList())
        .containsExactly(
            "STATEMENT PASSED",
            "INCLUSION PASSED",
            "WITNESS PASSED",
            "TIME ABSENT",
            "ANCHOR ABSENT");
    for (Check check : List.of(Check.STATEMENT, Check.INCLUSION, Check.WITNESS)) {
      assertThat(verdicts.of(check).reason()).contains("nobody outside vouched for");
    }
    assertThat(verdicts.holds()).isTrue();
  }

  @Test
  void holdsByKeysFromOutside() {
    Verdicts verdicts =
        Bundles.check(
            written(PARTS),
            Optional.of(Bundles.bundlePolicy(Bundles.policy())),
            Optional.of(Bundles.trust()));
    assertThat(verdicts.holds()).as(verdicts.text()).isTrue();
    assertThat(verdicts.text()).doesNotContain("nobody outside");
  }

  /// Each list of the trust in turn is another's: the verdict it bears on fails.
  @Test
  void keysThatAreNotTrustedFail() {
    VerifierKey other = Keys.log(Bundles.ORIGIN, 99).key();
    Trust trust = Bundles.trust();
    Verdicts log =
        check(
            PARTS,
            new Trust(List.of(other), trust.witnesses(), trust.issuers(), trust.authorities()));
    judged(log, Check.INCLUSION, Result.FAILED, "None of the 1 keys signed it");
    judged(log, Check.STATEMENT, Result.PASSED, "given from outside");
    assertThat(log.holds()).isFalse();
    Verdicts noLog =
        check(PARTS, new Trust(List.of(), trust.witnesses(), trust.issuers(), List.of()));
    judged(noLog, Check.INCLUSION, Result.FAILED, "No key of the log log.example.cn/2026");
    Verdicts issuer =
        check(PARTS, new Trust(trust.logs(), trust.witnesses(), List.of(other), List.of()));
    judged(issuer, Check.STATEMENT, Result.FAILED, "is not one of those trusted");
    assertThat(issuer.holds()).isFalse();
    Verdicts witness = check(PARTS, new Trust(trust.logs(), List.of(), trust.issuers(), List.of()));
    judged(witness, Check.WITNESS, Result.ABSENT, "No witness that counts signed");
    assertThat(witness.holds()).isTrue();
  }

  /// Each of two lists from outside restricts: a log that one of them lacks is not trusted.
  @Test
  void aLogMustBeInEveryListFromOutside() {
    String elsewhere = "log " + Keys.log("other.example", 3).key() + "\nquorum none\n";
    Verdicts verdicts =
        Bundles.check(
            written(PARTS),
            Optional.of(Bundles.bundlePolicy(elsewhere)),
            Optional.of(Bundles.trust()));
    judged(verdicts, Check.INCLUSION, Result.FAILED, "is trusted");
  }

  /// A common policy names the log's one key of Ed25519; the SM3 tree counts through its root.
  @Test
  void aPolicyNeedNotNameTheKeyOfTheSm3Tree() {
    Verdicts verdicts = check(PARTS, "log " + Bundles.LOG.key() + "\nquorum none\n");
    assertThat(verdicts.holds()).as(verdicts.text()).isTrue();
    judged(verdicts, Check.WITNESS, Result.ABSENT, "do not count");
  }

  @Test
  void aFalseSignatureOfTheSm3TreeFailsWhereItsKeyIsKnown() {
    LogProof good = PARTS.entry().siblingProof();
    SignatureLine line = good.checkpoint().signatures().getFirst();
    NoteSigner other = Keys.sm2(Bundles.ORIGIN + "/gm", 5);
    SignatureLine wrong =
        new SignatureLine(
            line.name(),
            line.keyId(),
            other.line(good.checkpoint().text(), Optional.empty()).base64());
    LogProof changed =
        new LogProof(
            good.extra(),
            good.inclusion(),
            new org.zhiheng.ledger.note.SignedNote(good.checkpoint().text(), List.of(wrong)));
    judged(
        check(
            with(
                new BundleParts.Entry(
                    PARTS.entry().leaf(),
                    PARTS.entry().proof(),
                    changed,
                    PARTS.entry().siblingRoot(),
                    Optional.empty()))),
        Check.INCLUSION,
        Result.FAILED,
        "The SM3 tree's checkpoint");
  }

  // statement

  @Test
  void aSaltOrALeafOfAnotherStatementFails() {
    judged(
        check(with(new BundleParts.Held(held().statement(), Optional.empty(), Bundles.salt(1)))),
        Check.STATEMENT,
        Result.FAILED,
        "another statement, or for another salt");
  }

  @Test
  void theKindOfTheLeafIsThatOfTheStatement() {
    Leaf leaf =
        Leaf.first(
            LeafKind.VALUATION, Commitment.to(held().salt().bytes(), held().statement().encoded()));
    judged(
        check(with(Bundles.entry(leaf, 2, 9, List.of()))),
        Check.STATEMENT,
        Result.FAILED,
        "of different kinds");
  }

  @Test
  void aStatementThatWasNotSignedSoFails() {
    SignedStatement good = held().statement();
    SignedStatement forged =
        new SignedStatement(
            good.manifest(),
            good.issuer(),
            good.issuedAt(),
            Octets.of(Keys.log("x", 3).key().publicKey()),
            good.signature());
    judged(
        check(Bundles.parts(forged, 2, 9, List.of())),
        Check.STATEMENT,
        Result.FAILED,
        "signature does not hold");
  }

  @Test
  void theSecondSignatureIsChecked() {
    org.zhiheng.ledger.note.Sm2Key key = Statements.sm2("deposits.example.cn");
    byte[] cms =
        Sm2Signature.sign(
            key,
            Statements.certificate(key, "deposits.example.cn"),
            held().statement().manifest().bytes());
    BundleParts signed =
        with(new BundleParts.Held(held().statement(), Optional.of(Octets.of(cms)), held().salt()));
    judged(check(signed), Check.STATEMENT, Result.PASSED, "by SM2, holds under the certificate");
    byte[] other =
        Sm2Signature.sign(
            key, Statements.certificate(key, "deposits.example.cn"), new byte[] {1, 2});
    judged(
        check(
            with(
                new BundleParts.Held(
                    held().statement(), Optional.of(Octets.of(other)), held().salt()))),
        Check.STATEMENT,
        Result.FAILED,
        "by SM2");
  }

  // the log

  @Test
  void theReceiptIsChecked() {
    BundleParts.Entry entry = PARTS.entry();
    Octets good =
        Octets.of(
            Receipt.sign(Bundles.LOG, entry.proof().inclusion(), entry.checkpoint().head().root())
                .encoded());
    assertThat(check(with(received(good))).holds()).isTrue();
    Octets other =
        Octets.of(
            Receipt.sign(
                    Keys.log(Bundles.ORIGIN, 2),
                    entry.proof().inclusion(),
                    entry.checkpoint().head().root())
                .encoded());
    judged(check(with(received(other))), Check.INCLUSION, Result.FAILED, "under the log's key");
    Octets elsewhere =
        Octets.of(
            Receipt.sign(
                    Bundles.LOG, entry.siblingRoot().inclusion(), entry.checkpoint().head().root())
                .encoded());
    judged(check(with(received(elsewhere))), Check.INCLUSION, Result.FAILED, "for another entry");
    judged(
        check(with(received(Octets.of(new byte[3])))),
        Check.INCLUSION,
        Result.FAILED,
        "does not read");
  }

  private static BundleParts.Entry received(Octets receipt) {
    BundleParts.Entry entry = PARTS.entry();
    return new BundleParts.Entry(
        entry.leaf(),
        entry.proof(),
        entry.siblingProof(),
        entry.siblingRoot(),
        Optional.of(receipt));
  }

  /// An SM3 tree that was never logged: another log's of the same leaves would do for the proof.
  @Test
  void theSm3TreeIsTheOneWhoseRootIsLogged() {
    BundleParts.Entry entry = PARTS.entry();
    BundleParts.Entry longer = Bundles.entry(entry.leaf(), 2, 12, List.of());
    judged(
        check(
            with(
                new BundleParts.Entry(
                    entry.leaf(),
                    entry.proof(),
                    longer.siblingProof(),
                    entry.siblingRoot(),
                    Optional.empty()))),
        Check.INCLUSION,
        Result.FAILED,
        "logged before the leaves it covers");
    judged(
        check(
            with(
                new BundleParts.Entry(
                    entry.leaf(),
                    entry.proof(),
                    Bundles.entry(entry.leaf(), 2, 8, List.of()).siblingProof(),
                    entry.siblingRoot(),
                    Optional.empty()))),
        Check.INCLUSION,
        Result.FAILED,
        "The SM3 tree's root: ");
    judged(
        check(
            with(
                new BundleParts.Entry(
                    entry.leaf(),
                    entry.proof(),
                    entry.siblingProof(),
                    longer.siblingRoot(),
                    Optional.empty()))),
        Check.INCLUSION,
        Result.FAILED,
        "another checkpoint");
  }

  // time and anchors

  private static BundleParts stamped() {
    return new BundleParts(
        PARTS.content(),
        PARTS.entry(),
        new BundleParts.Stamps(
            Optional.of(Octets.of(new byte[] {1})), Optional.empty(), Optional.empty()),
        List.of(Bundles.octets("{}")),
        PARTS.hints());
  }

  private static Verdicts check(Result time, Result anchor, Optional<BundlePolicy> policy)
      throws IOException {
    return new BundleCheck(
            subject -> {
              assertThat(subject.stamped().bytes())
                  .isEqualTo(PARTS.entry().proof().checkpoint().bytes());
              return new Finding(time, "so says the test");
            },
            subject -> new Finding(anchor, "so says the test, of " + subject.anchors().size()))
        .check(new HeldBytes(Octets.of(written(stamped()))), policy, Optional.empty());
  }

  @Test
  void aFalseStampOrAnchorSinksTheBundleAskedForOrNot() throws IOException {
    assertThat(check(Result.PASSED, Result.PASSED, Optional.empty()).holds()).isTrue();
    assertThat(check(Result.FAILED, Result.PASSED, Optional.empty()).holds()).isFalse();
    assertThat(check(Result.PASSED, Result.FAILED, Optional.empty()).holds()).isFalse();
    assertThat(check(Result.ABSENT, Result.ABSENT, Optional.empty()).holds()).isTrue();
  }

  @Test
  void aPolicyAsksForTimeAndAnchors() throws IOException {
    Optional<BundlePolicy> policy =
        Optional.of(Bundles.bundlePolicy(Bundles.policy() + "#require time anchor\n"));
    assertThat(check(Result.PASSED, Result.PASSED, policy).holds()).isTrue();
    assertThat(check(Result.ABSENT, Result.PASSED, policy).holds()).isFalse();
    assertThat(check(Result.PASSED, Result.ABSENT, policy).holds()).isFalse();
    assertThat(Bundles.check(written(PARTS), policy, Optional.empty()).holds()).isFalse();
  }

  @Test
  void refusesPoliciesThatAskForWhatThereIsNot() {
    for (String line : List.of("#require all", "#operator nobody", "#require time x")) {
      assertThat(
              BundlePolicy.parse(Bundles.octets(Bundles.policy() + line).bytes())
                  .refusal()
                  .orElseThrow()
                  .code())
          .isEqualTo("bundle-policy");
    }
  }

  // erasure

  @Test
  void whatWasErasedExistedAndIsNotInvalid() {
    BundleParts erased = Bundles.erased(PARTS, "PIPL art. 47");
    for (Verdicts verdicts : List.of(check(erased), check(erased, Bundles.trust()))) {
      judged(
          verdicts,
          Check.STATEMENT,
          Result.ERASED,
          "Existed at the time that the time verdict shows; content lawfully erased (PIPL art. 47)");
      judged(verdicts, Check.INCLUSION, Result.PASSED, "");
      assertThat(verdicts.holds()).isTrue();
    }
  }

  @Test
  void aNoticeOfErasureIsAboutThisEntryAndInTheLog() {
    BundleParts other = Bundles.erased(Bundles.parts(held().statement(), 3, 9, List.of()), "x");
    judged(check(with(other.content())), Check.STATEMENT, Result.FAILED, "about another entry");
    BundleParts.Erased good = (BundleParts.Erased) Bundles.erased(PARTS, "x").content();
    judged(
        check(
            with(
                new BundleParts.Erased(
                    good.notice(), good.salt(), good.leaf(), PARTS.entry().proof()))),
        Check.STATEMENT,
        Result.FAILED,
        "is not in the log");
    judged(
        check(
            with(
                new BundleParts.Erased(good.notice(), Bundles.salt(1), good.leaf(), good.proof()))),
        Check.STATEMENT,
        Result.FAILED,
        "for another salt");
    judged(
        check(
            with(
                new BundleParts.Erased(
                    held().statement(), held().salt(), PARTS.entry().leaf(), good.proof()))),
        Check.STATEMENT,
        Result.FAILED,
        "the notice of its erasure is none");
    Trust trust = Bundles.trust();
    judged(
        check(
            Bundles.erased(PARTS, "x"),
            new Trust(trust.logs(), trust.witnesses(), List.of(Keys.log("a", 1).key()), List.of())),
        Check.STATEMENT,
        Result.FAILED,
        "not one of those trusted");
  }

  // writing

  @Test
  void refusesToWriteFilesThatAreNotThoseStated() {
    assertThatThrownBy(() -> Bundles.written(PARTS, List.of("first", "other")))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("bundle-file");
    assertThatThrownBy(() -> Bundles.written(PARTS, List.of("first")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatCannotBeReadIsAFailureOfTheWorld() {
    ByteSource broken =
        new ByteSource() {
          @Override
          public long sizeBytes() {
            return 1_000;
          }

          @Override
          public void read(long at, byte[] into, int offset, int count) throws IOException {
            throw new EOFException("gone");
          }
        };
    BundleCheck check =
        new BundleCheck(
            subject -> new Finding(Result.FAILED, "x"), subject -> new Finding(Result.FAILED, "x"));
    assertThatThrownBy(() -> check.check(broken, Optional.empty(), Optional.empty()))
        .isInstanceOf(EOFException.class);
  }
}
