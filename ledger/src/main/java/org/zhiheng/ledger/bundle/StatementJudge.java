package org.zhiheng.ledger.bundle;

import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.leaf.Commitment;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.policy.Quorum;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.Sign1;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.statement.Sm2Signature;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.ledger.tree.Shown;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Judges what was stated, or that it was erased.
final class StatementJudge {

  private StatementJudge() {}

  static Verdict judge(Bundle bundle, Known known) {
    return switch (bundle.parts().content()) {
      case BundleParts.Held held -> held(held, bundle, known);
      case BundleParts.Erased erased -> erased(erased, bundle.parts().entry(), known);
    };
  }

  private static Verdict held(BundleParts.Held held, Bundle bundle, Known known) {
    SignedStatement statement = held.statement();
    List<StatedFile> stated = statement.manifest().files();
    for (int at = 0; at < stated.size(); at++) {
      if (!BundleWriter.same(stated.get(at), bundle.files().get(at))) {
        return failed(
            Layout.file(at)
                + " is not the file that was stated as "
                + Problem.shown(stated.get(at).name())
                + ".");
      }
    }
    Optional<String> not = bound(statement, held.salt(), bundle.parts().entry().leaf(), known);
    if (not.isPresent()) {
      return failed(not.get());
    }
    String second = "";
    if (held.sm2().isPresent()) {
      switch (Sm2Signature.check(held.sm2().get().bytes(), statement.manifest().bytes())) {
        case Parsed.Ok<Sm2Signature> ok ->
            second =
                " A second signature, by SM2, holds under the certificate it brings, of "
                    + Problem.shown(ok.value().subject())
                    + "; that certificate was not judged.";
        case Parsed.Refused<Sm2Signature> refused -> {
          return failed("The second signature, by SM2: " + refused.problem().reason());
        }
      }
    }
    RevocationJudge.Found later = RevocationJudge.judge(bundle, statement, known);
    if (later instanceof RevocationJudge.False falsehood) {
      return failed("The revocation that the bundle brings: " + falsehood.reason());
    }
    return new Verdict(
        Check.STATEMENT,
        Verdict.Result.PASSED,
        "Signed by "
            + Problem.shown(statement.issuer())
            + " "
            + known.issuerVouched()
            + "; "
            + (stated.size() == 1 ? "the one file is" : "all " + stated.size() + " files are")
            + " as stated, and the leaf stands for this statement."
            + second
            + later.said());
  }

  /// What stands against a statement's being the one that a leaf stands for, signed by who may.
  static Optional<String> bound(SignedStatement statement, Octets salt, Leaf leaf, Known known) {
    Sign1 sign1 = statement.sign1();
    if (!Commitment.to(salt.bytes(), sign1.encoded()).equals(leaf.commitment())) {
      return Optional.of("The leaf stands for another statement, or for another salt.");
    }
    if (statement.manifest().kind() != leaf.kind()) {
      return Optional.of("The leaf and the statement are of different kinds.");
    }
    if (!sign1.holds(statement.key().bytes())) {
      return Optional.of("The statement's signature does not hold.");
    }
    if (!known.issued(statement)) {
      return Optional.of(
          "The key that signed for "
              + Problem.shown(statement.issuer())
              + " is not one of those trusted.");
    }
    return Optional.empty();
  }

  private static Verdict erased(BundleParts.Erased erased, BundleParts.Entry entry, Known known) {
    Optional<ErasureNotice> notice = ErasureNotice.of(erased.notice().manifest());
    if (notice.isEmpty() || erased.leaf().kind() != LeafKind.ERASURE_NOTICE) {
      return failed("The statement is missing, and the notice of its erasure is none.");
    }
    if (!notice
        .get()
        .equals(
            ErasureNotice.of(
                entry.checkpoint().origin(),
                entry.proof().inclusion().index(),
                entry.leaf(),
                notice.get().basis()))) {
      return failed("The notice of erasure is about another entry.");
    }
    Optional<String> not = bound(erased.notice(), erased.salt(), erased.leaf(), known);
    if (not.isPresent()) {
      return failed("The notice of erasure: " + not.get());
    }
    Shown logged =
        erased
            .proof()
            .check(
                TreeAlgorithm.SHA_256.hasher(),
                erased.leaf().bytes(),
                new TrustPolicy(known.logs(), List.of(), new Quorum.Nobody()))
            .inclusion();
    return switch (logged) {
      case Shown.Proven _ ->
          new Verdict(
              Check.STATEMENT,
              Verdict.Result.ERASED,
              "Existed at the time that the time verdict shows; content lawfully erased ("
                  + Problem.shown(notice.get().basis())
                  + "), as "
                  + Problem.shown(erased.notice().issuer())
                  + " says "
                  + known.issuerVouched()
                  + ". The notice is logged as entry "
                  + erased.proof().inclusion().index()
                  + ". What the content was, nothing shows any more.");
      case Shown.Refused refused ->
          failed("The notice of erasure is not in the log: " + Problem.shown(refused.reason()));
    };
  }

  private static Verdict failed(String reason) {
    return new Verdict(Check.STATEMENT, Verdict.Result.FAILED, reason);
  }
}
