package org.zhiheng.server.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.prove.CheckpointProofs;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.PublicLog;
import org.zhiheng.jobs.prove.data.DataSheet;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.RightId;

/// Says evidence in the reader's language.
///
/// @param words the language
record EvidenceReading(Words words) {

  /// A kind of leaf, in words.
  String kind(LeafKind kind) {
    return words.code("leaf", Manifest.word(kind));
  }

  /// A line of the list.
  LockerView.Row row(EvidenceStore.Kept kept) {
    return new LockerView.Row(
        kept.id().toString(),
        kept.title(),
        kind(kept.leaf().kind()),
        kept.right().map(RightId::toString).orElse(""),
        words.time(kept.at()),
        kept.by(),
        kept.index().map(words::number),
        kept.opening().isEmpty());
  }

  /// All of one.
  EvidenceView evidence(
      EvidenceStore.Kept kept,
      Optional<PublicLog.Standing> standing,
      List<EvidenceStore.Hold> holds,
      Optional<DataSheet> data,
      EvidenceView.Followed followed) {
    Optional<SignedStatement> statement = statement(kept);
    return new EvidenceView(
        row(kept),
        way(kept, standing),
        statement.map(EvidenceReading::facts).orElse(List.of()),
        data.map(new DataReading(words)::lines).orElse(List.of()),
        statement.map(this::files).orElse(List.of()),
        logged(kept, statement),
        holds.stream().map(this::hold).toList(),
        holds.stream().anyMatch(hold -> hold.lifted().isEmpty()),
        kept.notice().map(Object::toString).orElse(""),
        followed);
  }

  /// What is stated; nothing once erased.
  static Optional<SignedStatement> statement(EvidenceStore.Kept kept) {
    return kept.opening()
        .map(opening -> SignedStatement.parse(opening.statement().array()).orThrow());
  }

  private static List<EvidenceView.Line> facts(SignedStatement statement) {
    List<EvidenceView.Line> lines = new ArrayList<>();
    statement
        .manifest()
        .statement()
        .forEach((name, text) -> lines.add(new EvidenceView.Line(name, text, false)));
    return lines;
  }

  private List<EvidenceView.FileLine> files(SignedStatement statement) {
    return statement.manifest().files().stream().map(this::file).toList();
  }

  private EvidenceView.FileLine file(StatedFile file) {
    List<String> captured = new ArrayList<>();
    file.capturedAt().map(words::time).ifPresent(captured::add);
    for (String text : List.of(file.tool(), file.environment())) {
      if (!text.isBlank()) {
        captured.add(text);
      }
    }
    return new EvidenceView.FileLine(
        file.name(),
        file.type(),
        words.bytes(file.sizeBytes()),
        file.sha256().hex(),
        file.sm3().hex(),
        String.join(" · ", captured));
  }

  private List<EvidenceView.Line> logged(
      EvidenceStore.Kept kept, Optional<SignedStatement> statement) {
    List<EvidenceView.Line> lines = new ArrayList<>();
    statement.ifPresent(signed -> {
      lines.add(new EvidenceView.Line(words.say("proof.issuer"), signed.issuer(), true));
      lines.add(
          new EvidenceView.Line(
              words.say("proof.issuedAt"),
              words.say("proof.issuedAt.text", signed.issuedAt()),
              false));
    });
    lines.add(
        new EvidenceView.Line(
            words.say("proof.index"),
            kept.index().map(words::number).orElseGet(() -> words.say("proof.index.none")),
            false));
    lines.add(
        new EvidenceView.Line(
            words.say("proof.commitment.sha256"), kept.leaf().commitment().sha256().hex(), true));
    lines.add(
        new EvidenceView.Line(
            words.say("proof.commitment.sm3"), kept.leaf().commitment().sm3().hex(), true));
    return lines;
  }

  private EvidenceView.HoldLine hold(EvidenceStore.Hold hold) {
    return new EvidenceView.HoldLine(
        words.time(hold.at()), hold.by(), hold.reason(), hold.lifted().map(words::time));
  }

  /// How far it has come; what is not known to be so is not said to be so.
  WayView way(EvidenceStore.Kept kept, Optional<PublicLog.Standing> standing) {
    List<WayView.Step> steps = new ArrayList<>();
    steps.add(step("received", words.time(kept.at()), true));
    steps.add(
        kept.index()
            .map(index -> step("logged", words.say("way.logged.at", index), true))
            .orElseGet(() -> step("logged", words.say("way.logged.not"), false)));
    boolean published = standing.filter(PublicLog.Standing::published).isPresent();
    steps.add(
        step(
            "published",
            words.say(published ? "way.published.is" : "way.published.not"),
            published));
    steps.add(witnessed(standing.map(PublicLog.Standing::witnesses).orElse(List.of())));
    steps.add(said("stamped", standing.map(PublicLog.Standing::stamps).orElse(List.of())));
    steps.add(said("anchored", standing.map(PublicLog.Standing::chains).orElse(List.of())));
    return new WayView(
        kept.id().toString(), steps, kept.index().isEmpty() || !published, published);
  }

  private WayView.Step step(String code, String detail, boolean done) {
    return new WayView.Step(words.say("way." + code), detail, done);
  }

  private WayView.Step witnessed(List<PublicLog.Witnessing> witnesses) {
    long signed = witnesses.stream().filter(one -> one.at().isPresent()).count();
    return step(
        "witnessed",
        witnesses.isEmpty()
            ? words.say("way.witnessed.none")
            : words.say("way.witnessed.of", signed, witnesses.size()),
        signed > 0);
  }

  private WayView.Step said(String code, List<CheckpointProofs.Proof> proofs) {
    return step(
        code,
        proofs.isEmpty()
            ? words.say("way." + code + ".not")
            : words.say(
                "way." + code + ".by",
                String.join(
                    words.say("list.comma"),
                    proofs.stream().map(CheckpointProofs.Proof::source).distinct().toList()),
                proofs.getFirst().at()),
        !proofs.isEmpty());
  }
}
