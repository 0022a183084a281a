package org.zhiheng.ledger.bundle;

import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.policy.Quorum;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.ledger.statement.KeyEvent;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.tree.Shown;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Judges whether a statement was withdrawn by who made it, as far as the bundle tells.
final class RevocationJudge {

  private RevocationJudge() {}

  /// What was found.
  sealed interface Found {

    /// What is to be said of it, behind what is said of the statement.
    String said();
  }

  /// The bundle brings no revocation. That there is none, it does not show.
  record Nothing() implements Found {
    @Override
    public String said() {
      return "";
    }
  }

  /// It was withdrawn.
  ///
  /// @param index of the entry that says so
  /// @param why in the depositor's words
  record Withdrawn(long index, String why) implements Found {
    @Override
    public String said() {
      return " The depositor withdrew it later, on entry "
          + index
          + " of the log: "
          + Problem.shown(why)
          + ". That it existed stands.";
    }
  }

  /// What the bundle brings is no revocation of it: somebody made it look so.
  ///
  /// @param reason one sentence
  record False(String reason) implements Found {
    @Override
    public String said() {
      return " " + reason;
    }
  }

  static Found judge(Bundle bundle, SignedStatement statement, Known known) {
    Optional<Parsed<LoggedRevocation>> brought =
        LoggedRevocation.in(bundle.parts().hints().copies());
    return brought.isEmpty()
        ? new Nothing()
        : switch (brought.get()) {
          case Parsed.Refused<LoggedRevocation> refused ->
              new False(Problem.shown(refused.problem().reason()));
          case Parsed.Ok<LoggedRevocation> ok ->
              judged(ok.value(), bundle.parts().entry(), statement, known);
        };
  }

  private static Found judged(
      LoggedRevocation brought, BundleParts.Entry entry, SignedStatement of, Known known) {
    Optional<Revocation> revocation = Revocation.of(brought.statement().manifest());
    if (revocation.isEmpty()) {
      return new False("Its statement is no revocation.");
    }
    if (!revocation
        .get()
        .isOf(entry.checkpoint().origin(), entry.proof().inclusion().index(), entry.leaf())) {
      return new False("It is about another entry.");
    }
    if (!brought.leaf().previous().equals(entry.leaf().commitment().sha256())) {
      return new False("Its leaf does not follow the entry.");
    }
    // only who stated may withdraw: the same key under the same name, or one that it named later
    if (!brought.statement().issuer().equals(of.issuer()) || !follows(brought, of)) {
      return new False("It was signed by somebody else than the statement.");
    }
    Optional<String> not =
        StatementJudge.bound(brought.statement(), brought.salt(), brought.leaf(), known);
    if (not.isPresent()) {
      return new False(not.get());
    }
    Shown logged =
        brought
            .proof()
            .check(
                TreeAlgorithm.SHA_256.hasher(),
                brought.leaf().bytes(),
                new TrustPolicy(known.logs(), List.of(), new Quorum.Nobody()))
            .inclusion();
    return switch (logged) {
      case Shown.Proven _ ->
          new Withdrawn(brought.proof().inclusion().index(), revocation.get().reason());
      case Shown.Refused refused ->
          new False("It is not in the log: " + Problem.shown(refused.reason()));
    };
  }

  /// Whether the key of the revocation is that of the statement, or came in its place: each key
  /// names the next by a statement that it signed.
  private static boolean follows(LoggedRevocation brought, SignedStatement of) {
    Octets key = of.key();
    for (SignedStatement change : brought.changes()) {
      Optional<VerifierKey> next = KeyEvent.successor(change);
      if (next.isEmpty() || !change.key().equals(key) || !change.issuer().equals(of.issuer())) {
        return false;
      }
      key = Octets.of(next.get().publicKey());
    }
    return brought.statement().key().equals(key);
  }
}
