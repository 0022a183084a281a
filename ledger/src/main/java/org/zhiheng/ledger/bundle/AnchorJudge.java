package org.zhiheng.ledger.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.ledger.anchor.ChainFact;
import org.zhiheng.ledger.anchor.ChainReceipt;
import org.zhiheng.ledger.anchor.ReceiptCheck;
import org.zhiheng.ledger.statement.Json;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Judges anchors offline. A receipt can only show that it fits together; that the block is the
/// chain's must be known from outside: the block itself, the transaction, or who the validators
/// are, of whom two thirds sealed it. Where it is not, the anchor is *absent* and the reason says
/// so; where what is known outside speaks against it, it has *failed*.
public record AnchorJudge() implements AnchorCheck {

  @Override
  public Finding check(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    List<ChainFact> facts = subject.trust().map(Trust::chains).orElse(List.of());
    for (Octets anchor : subject.anchors()) {
      findings.add(one(anchor, subject.stamped().bytes(), facts));
    }
    Verdict.Result worst =
        any(findings, Verdict.Result.FAILED)
            ? Verdict.Result.FAILED
            : any(findings, Verdict.Result.PASSED) ? Verdict.Result.PASSED : Verdict.Result.ABSENT;
    // what decided comes first
    List<String> reasons = new ArrayList<>();
    findings.stream()
        .filter(one -> one.result() == worst)
        .forEach(one -> reasons.add(one.reason()));
    findings.stream()
        .filter(one -> one.result() != worst)
        .forEach(one -> reasons.add(one.reason()));
    return new Finding(worst, String.join(" ", reasons.stream().distinct().toList()));
  }

  private static boolean any(List<Finding> findings, Verdict.Result result) {
    return findings.stream().anyMatch(one -> one.result() == result);
  }

  private static Finding one(Octets anchor, byte[] stamped, List<ChainFact> facts) {
    return switch (Json.parse(anchor.bytes())) {
      case Parsed.Refused<Json> not ->
          new Finding(Verdict.Result.FAILED, "An anchor does not read: " + not.problem().line());
      case Parsed.Ok<Json>(Json json) when !ChainReceipt.reads(json) ->
          new Finding(
              Verdict.Result.ABSENT,
              "An anchor is of a form that this verifier does not know, and does not count.");
      case Parsed.Ok<Json>(Json json) ->
          switch (ChainReceipt.of(json)) {
            case Parsed.Refused<ChainReceipt> not ->
                new Finding(
                    Verdict.Result.FAILED, "An anchor does not read: " + not.problem().line());
            case Parsed.Ok<ChainReceipt>(ChainReceipt receipt) ->
                judged(receipt, ReceiptCheck.of(receipt, stamped), facts);
          };
    };
  }

  private static Finding judged(ChainReceipt receipt, ReceiptCheck check, List<ChainFact> facts) {
    String name = "chain " + receipt.chainId() + " (" + Problem.shown(receipt.chain()) + ")";
    String block = "block " + receipt.blockNumber() + " of " + name;
    return switch (check) {
      case ReceiptCheck.Refused(String reason) ->
          new Finding(Verdict.Result.FAILED, "The anchor in " + name + " is false: " + reason);
      case ReceiptCheck.Linked linked -> linked(receipt, linked, block, facts);
      case ReceiptCheck.Unlinked(Octets hash) ->
          known(receipt.chainId(), hash, facts)
              .orElse(
                  new Finding(
                      Verdict.Result.ABSENT,
                      "Transaction 0x"
                          + hash.hex()
                          + " carries the digests of the checkpoint; that"
                          + " it stands in "
                          + block
                          + " is only said: look the transaction up at"
                          + " a node you trust and give --trust with chain.txt."));
    };
  }

  private static Finding linked(
      ChainReceipt receipt, ReceiptCheck.Linked linked, String block, List<ChainFact> facts) {
    String stands =
        "Transaction 0x"
            + linked.transactionHash().hex()
            + " carries the digests of the checkpoint"
            + " and stands in "
            + block;
    Optional<ChainFact.Block> known = block(receipt, facts);
    if (known.isPresent()) {
      return known.get().hash().equals(receipt.blockHash())
          ? new Finding(
              Verdict.Result.PASSED,
              stands
                  + ", which was vouched for from outside; made at "
                  + linked.blockTime()
                  + " by the clock of who made it.")
          : new Finding(
              Verdict.Result.FAILED,
              stands
                  + " with the hash 0x"
                  + receipt.blockHash().hex()
                  + "; known from outside is another block of that number.");
    }
    return known(receipt.chainId(), linked.transactionHash(), facts)
        .or(() -> sealed(receipt, linked, stands, facts))
        .orElse(
            new Finding(
                Verdict.Result.ABSENT,
                stands
                    + " with the hash 0x"
                    + receipt.blockHash().hex()
                    + ". That is consistent in"
                    + " itself, but no node and no block of the chain was trusted: compare the hash"
                    + " with a node you trust and give --trust with chain.txt."));
  }

  /// What the seals come to; empty where nobody is known to have been a validator of that block.
  private static Optional<Finding> sealed(
      ChainReceipt receipt, ReceiptCheck.Linked linked, String stands, List<ChainFact> facts) {
    List<ChainFact.Validators> known =
        facts.stream()
            .filter(ChainFact.Validators.class::isInstance)
            .map(ChainFact.Validators.class::cast)
            .filter(one -> one.chainId() == receipt.chainId() && one.covers(receipt.blockNumber()))
            .toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Set<Octets> signers =
        receipt
            .inBlock()
            .flatMap(ChainReceipt.InBlock::seals)
            .map(seals -> seals.signers(linked.header()))
            .orElse(Set.of());
    // where several lines are about the block, the one that speaks against the anchor counts
    ChainFact.Validators counted =
        known.stream()
            .filter(one -> sealers(one, signers) < one.quorum())
            .findFirst()
            .orElse(known.getFirst());
    long sealers = sealers(counted, signers);
    String of =
        sealers + " of the " + counted.addresses().size() + " validators known from outside";
    return Optional.of(
        sealers >= counted.quorum()
            ? new Finding(
                Verdict.Result.PASSED,
                stands
                    + ", which "
                    + of
                    + " sealed, where "
                    + counted.quorum()
                    + " are enough; made at "
                    + linked.blockTime()
                    + " by the clock of who made it.")
            : new Finding(
                Verdict.Result.ABSENT,
                stands
                    + " with the hash 0x"
                    + receipt.blockHash().hex()
                    + ", but by what the receipt keeps only "
                    + of
                    + " sealed it, and "
                    + counted.quorum()
                    + " are needed: compare the hash with a node you trust and give --trust with"
                    + " chain.txt."));
  }

  private static long sealers(ChainFact.Validators known, Set<Octets> signers) {
    return known.addresses().stream().filter(signers::contains).count();
  }

  private static Optional<ChainFact.Block> block(ChainReceipt receipt, List<ChainFact> facts) {
    List<ChainFact.Block> same =
        facts.stream()
            .filter(ChainFact.Block.class::isInstance)
            .map(ChainFact.Block.class::cast)
            .filter(
                one -> one.chainId() == receipt.chainId() && one.number() == receipt.blockNumber())
            .toList();
    // two facts against each other: the one that speaks against the anchor counts
    return same.stream()
        .filter(one -> !one.hash().equals(receipt.blockHash()))
        .findFirst()
        .or(() -> same.stream().findFirst());
  }

  private static Optional<Finding> known(long chainId, Octets hash, List<ChainFact> facts) {
    return facts.contains(new ChainFact.Transaction(chainId, hash))
        ? Optional.of(
            new Finding(
                Verdict.Result.PASSED,
                "Transaction 0x"
                    + hash.hex()
                    + " carries the digests of the checkpoint, and that"
                    + " chain "
                    + chainId
                    + " has it was vouched for from outside."))
        : Optional.empty();
  }
}
