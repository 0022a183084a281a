package org.zhiheng.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.bundle.Verdict.Result;
import org.zhiheng.ledger.note.Keys;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.SignatureLine;
import org.zhiheng.ledger.proof.LogProof;

final class WitnessJudgeTest {

  private static final Map<String, String> FILES = new TreeMap<>(Map.of("a.txt", "first"));

  private static final BundleParts PARTS = parts(Bundles.ONE);

  private static BundleParts parts(NoteSigner... witnesses) {
    return Bundles.parts(FILES, List.of(witnesses));
  }

  private static Verdicts check(BundleParts parts) {
    return Bundles.check(Bundles.written(parts, FILES.values()));
  }

  private static Verdicts check(BundleParts parts, String policy) {
    return Bundles.check(
        Bundles.written(parts, FILES.values()),
        Optional.of(Bundles.bundlePolicy(policy)),
        Optional.empty());
  }

  private static BundleParts with(BundleParts.Entry entry) {
    return new BundleParts(PARTS.content(), entry, PARTS.stamps(), PARTS.anchors(), PARTS.hints());
  }

  private static void judged(Verdicts verdicts, Check check, Result result, String reason) {
    assertThat(verdicts.of(check).result()).as(verdicts.text()).isEqualTo(result);
    assertThat(verdicts.of(check).reason()).contains(reason);
  }

  @Test
  void asksForAsManyWitnessesAsThePolicySays() {
    String policy =
        "log "
            + Bundles.LOG.key()
            + "\nwitness notary "
            + Bundles.ONE.key()
            + "\nwitness court "
            + Bundles.TWO.key()
            + "\ngroup g all notary court\nquorum g\n";
    Verdicts one = check(PARTS, policy);
    judged(one, Check.WITNESS, Result.FAILED, "the policy asks for more (quorum g: 2 of 2)");
    assertThat(one.holds()).isFalse();
    Verdicts both = check(parts(Bundles.ONE, Bundles.TWO), policy);
    judged(
        both, Check.WITNESS, Result.PASSED, "notary.example.org (who says 2026-11-28T08:00:05Z)");
    assertThat(both.holds()).isTrue();
  }

  /// The policy of the bundle asks for one of three, and the third is the operator's own.
  @Test
  void theOperatorsOwnWitnessNeverCounts() {
    BundleParts own = parts(Bundles.OWN);
    judged(check(own), Check.WITNESS, Result.ABSENT, "Others signed, and do not count");
    judged(check(own, Bundles.policy()), Check.WITNESS, Result.FAILED, "do not count");
    String named = Bundles.policy() + "#operator notary\n";
    judged(check(PARTS, named), Check.WITNESS, Result.FAILED, "No witness that counts");
  }

  /// A key of the log that signs as a witness under another name is the operator too.
  @Test
  void theLogsKeyUnderAnotherNameNeverCounts() {
    NoteSigner disguised = Keys.witness("somebody.example.org", 1);
    String policy = "log " + Bundles.LOG.key() + "\nwitness w " + disguised.key() + "\nquorum w\n";
    judged(check(parts(disguised), policy), Check.WITNESS, Result.FAILED, "do not count");
  }

  /// A witness that signed something else is worse than none, asked for or not.
  @Test
  void aFalseLineOfAWitnessSinksTheBundle() {
    LogProof proof = parts(Bundles.ONE, Bundles.TWO).entry().proof();
    List<SignatureLine> lines = new java.util.ArrayList<>(proof.checkpoint().signatures());
    SignatureLine two = lines.removeLast();
    SignatureLine good = lines.getLast();
    lines.add(new SignatureLine(two.name(), two.keyId(), good.base64()));
    org.zhiheng.ledger.note.SignedNote note =
        new org.zhiheng.ledger.note.SignedNote(proof.checkpoint().text(), lines);
    BundleParts.Entry entry = PARTS.entry();
    Verdicts verdicts =
        check(
            with(
                new BundleParts.Entry(
                    entry.leaf(),
                    new LogProof("", entry.proof().inclusion(), note),
                    entry.siblingProof(),
                    new LogProof("", entry.siblingRoot().inclusion(), note),
                    Optional.empty())));
    judged(verdicts, Check.WITNESS, Result.FAILED, "court.example.net was not signed with its key");
    judged(verdicts, Check.INCLUSION, Result.PASSED, "");
    assertThat(verdicts.holds()).isFalse();
  }

  @Test
  void withoutWitnessesTheVerdictIsAbsent() {
    Verdicts verdicts = check(parts());
    judged(verdicts, Check.WITNESS, Result.ABSENT, "No witness that counts signed.");
    assertThat(verdicts.holds()).isTrue();
    assertThat(check(parts(), Bundles.policy()).holds()).isFalse();
  }
}
