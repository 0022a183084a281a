package org.zhiheng.jobs.prove;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.Fingerprint;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;
import tools.jackson.core.JsonGenerator;

/// States what the workspace recorded, so that it is logged by itself: the events of a transaction
/// as one file of JSON lines, a kept examination as one JSON file, a report on a deal with the
/// files that it can be reckoned from again.
///
/// The files are kept among the documents, so that evidence stays whole whatever becomes of the
/// record; where the log stands still, nothing is lost: it stays due.
public final class Recorder {

  private static final int BATCH = 64;
  private static final String BY = "zhiheng";
  private static final String JSON = "application/json";

  private final Outbox outbox;
  private final Documents documents;
  private final Stating stating;
  private final InstantSource clock;

  /// Over these stores, by this clock.
  public Recorder(Outbox outbox, Documents documents, Stating stating, InstantSource clock) {
    this.outbox = outbox;
    this.documents = documents;
    this.stating = stating;
    this.clock = clock;
  }

  /// States all that is due.
  ///
  /// @return how many statements were entered
  /// @throws IOException when a file cannot be kept; it stays due
  public int work() throws IOException {
    int entered = 0;
    List<Outbox.Due> due = outbox.due(BATCH);
    while (!due.isEmpty()) {
      for (Outbox.Due one : due) {
        List<EvidenceStore.Fresh> statements = new ArrayList<>();
        for (Outbox.Recorded recorded : outbox.recorded(one)) {
          statements.add(stated(recorded));
        }
        entered += outbox.settle(one, statements) ? statements.size() : 0;
      }
      due = outbox.due(BATCH);
    }
    return entered;
  }

  private EvidenceStore.Fresh stated(Outbox.Recorded recorded) throws IOException {
    return switch (recorded) {
      case Outbox.Recorded.Events events -> {
        List<RightId> rights =
            events.events().stream().map(Outbox.RecordedEvent::right).distinct().toList();
        Optional<RightId> right =
            rights.size() == 1 ? Optional.of(rights.getFirst()) : Optional.empty();
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("events", Integer.toString(events.events().size()));
        facts.put("first", "E" + events.events().getFirst().number());
        facts.put("last", "E" + events.events().getLast().number());
        String title =
            "E"
                + events.events().getFirst().number()
                + (events.events().size() > 1 ? "–E" + events.events().getLast().number() : "");
        yield entered(
            events.organisation(),
            LeafKind.REGISTER_CHANGE,
            right,
            title,
            facts,
            List.of(new Written("events.jsonl", "application/jsonl", lines(events.events()))));
      }
      case Outbox.Recorded.Examination examination -> {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("examination", examination.id());
        facts.put("list", examination.list());
        yield entered(
            examination.organisation(),
            LeafKind.EXAMINATION,
            Optional.empty(),
            examination.id(),
            facts,
            List.of(new Written("examination.json", JSON, json(examination))));
      }
      case Outbox.Recorded.DealReport report -> {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("deal", report.name());
        facts.put("period", Integer.toString(report.period()));
        yield entered(
            report.organisation(),
            LeafKind.DEAL_REPORT,
            Optional.empty(),
            report.name() + " " + report.period(),
            facts,
            List.of(
                new Written("report.json", JSON, report.body()),
                new Written("deal.json", JSON, report.deal()),
                new Written("assume.json", JSON, report.assume()),
                new Written("known.json", JSON, report.known()),
                new Written("collected.csv", "text/csv", report.collected()),
                new Written("pool.json", JSON, report.pool())));
      }
    };
  }

  private EvidenceStore.Fresh entered(
      OrganisationId organisation,
      LeafKind kind,
      Optional<RightId> right,
      String title,
      SortedMap<String, String> facts,
      List<Written> files)
      throws IOException {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<StatedFile> stated = new ArrayList<>();
    for (Written file : files) {
      stated.add(kept(file, at));
    }
    return stating.signed(
        new Stating.Matter(organisation, at, BY, title, Optional.empty()),
        new Manifest(kind, right, facts, stated));
  }

  private record Written(String name, String type, String content) {}

  private StatedFile kept(Written file, Instant at) throws IOException {
    try (Fingerprint.Taking in =
        new Fingerprint.Taking(
            new ByteArrayInputStream(file.content().getBytes(StandardCharsets.UTF_8)))) {
      documents.keep(in, StatedFile.SIZE_BYTES_MAX);
      Fingerprint taken = in.taken();
      return new StatedFile(
          file.name(),
          file.type(),
          taken.sizeBytes(),
          taken.sha256(),
          taken.sm3(),
          Optional.of(at),
          BY,
          "");
    }
  }

  private static String lines(List<Outbox.RecordedEvent> events) {
    StringBuilder lines = new StringBuilder();
    for (Outbox.RecordedEvent event : events) {
      lines.append(
          org.zhiheng.jobs.report.RecordJson.text(out -> {
            out.writeStartObject();
            out.writeStringProperty("right", event.right().toString());
            out.writeStringProperty("event", "E" + event.number());
            out.writeStringProperty("on", event.on().toString());
            out.writeStringProperty("recordedAt", event.at().toString());
            out.writeStringProperty("recordedBy", event.by());
            out.writeStringProperty("source", event.source());
            out.writeStringProperty("sourceSha256", event.sourceDigest());
            raw(out, "fact", event.body());
            out.writeEndObject();
          }));
      lines.append('\n');
    }
    return lines.toString();
  }

  private static String json(Outbox.Recorded.Examination examination) {
    return org.zhiheng.jobs.report.RecordJson.text(out -> {
      out.writeStartObject();
      out.writeStringProperty("examination", examination.id());
      out.writeStringProperty("at", examination.at().toString());
      out.writeStringProperty("by", examination.by());
      out.writeStringProperty("list", examination.list());
      raw(out, "inquiry", examination.inquiry());
      raw(out, "basis", examination.basis());
      raw(out, "found", examination.found());
      out.writeEndObject();
    });
  }

  private static void raw(JsonGenerator out, String name, String json) {
    out.writeName(name);
    out.writeRawValue(json);
  }
}
