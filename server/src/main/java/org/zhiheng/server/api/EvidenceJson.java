package org.zhiheng.server.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.prove.CheckpointProofs;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.PublicLog;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.values.RightId;
import tools.jackson.core.JsonGenerator;

/// Evidence and the log as JSON. Digests are hexadecimal, what is not known is left out.
final class EvidenceJson {

  private EvidenceJson() {}

  /// A line of a list.
  static void row(EvidenceStore.Kept kept, JsonGenerator out) {
    out.writeStartObject();
    head(kept, out);
    out.writeEndObject();
  }

  /// All of one.
  ///
  /// @param standing nothing while it waits for the log
  static void whole(
      EvidenceStore.Kept kept, Optional<PublicLog.Standing> standing, JsonGenerator out) {
    whole(kept, standing, Optional.empty(), Optional.empty(), out);
  }

  /// All of one, with what came after it.
  ///
  /// @param revocation what withdraws it
  /// @param replacement its newer version
  static void whole(
      EvidenceStore.Kept kept,
      Optional<PublicLog.Standing> standing,
      Optional<EvidenceStore.Kept> revocation,
      Optional<EvidenceStore.Kept> replacement,
      JsonGenerator out) {
    out.writeStartObject();
    head(kept, out);
    text(out, "revokedBy", revocation.map(one -> one.id().toString()));
    text(out, "replacedBy", replacement.map(one -> one.id().toString()));
    out.writeStringProperty("commitmentSha256", kept.leaf().commitment().sha256().hex());
    out.writeStringProperty("commitmentSm3", kept.leaf().commitment().sm3().hex());
    kept.opening()
        .map(opening -> SignedStatement.parse(opening.statement().array()).orThrow())
        .ifPresent(statement -> stated(statement, out));
    standing.ifPresent(one -> standing(one, out));
    out.writeEndObject();
  }

  private static void head(EvidenceStore.Kept kept, JsonGenerator out) {
    out.writeStringProperty("id", kept.id().toString());
    out.writeStringProperty("kind", Manifest.word(kept.leaf().kind()));
    out.writeStringProperty("title", kept.title());
    out.writeStringProperty("at", kept.at().toString());
    out.writeStringProperty("by", kept.by());
    text(out, "right", kept.right().map(RightId::toString));
    kept.index().ifPresent(index -> out.writeNumberProperty("index", index.longValue()));
    out.writeBooleanProperty("erased", kept.opening().isEmpty());
    text(out, "notice", kept.notice().map(Object::toString));
  }

  private static void stated(SignedStatement statement, JsonGenerator out) {
    out.writeStringProperty("issuer", statement.issuer());
    out.writeStringProperty("issuedAt", statement.issuedAt().toString());
    out.writeObjectPropertyStart("facts");
    statement.manifest().statement().forEach(out::writeStringProperty);
    out.writeEndObject();
    out.writeArrayPropertyStart("files");
    for (StatedFile file : statement.manifest().files()) {
      out.writeStartObject();
      out.writeStringProperty("name", file.name());
      out.writeStringProperty("type", file.type());
      out.writeNumberProperty("bytes", file.sizeBytes());
      out.writeStringProperty("sha256", file.sha256().hex());
      out.writeStringProperty("sm3", file.sm3().hex());
      text(out, "capturedAt", file.capturedAt().map(Instant::toString));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void standing(PublicLog.Standing standing, JsonGenerator out) {
    out.writeBooleanProperty("published", standing.published());
    witnesses(standing.witnesses(), out);
    proofs("stamped", standing.stamps(), out);
    proofs("anchored", standing.chains(), out);
  }

  private static void proofs(String name, List<CheckpointProofs.Proof> proofs, JsonGenerator out) {
    out.writeArrayPropertyStart(name);
    for (CheckpointProofs.Proof proof : proofs) {
      out.writeStartObject();
      out.writeStringProperty("source", proof.source());
      out.writeNumberProperty("size", proof.size());
      out.writeStringProperty("askedAt", proof.at().toString());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void witnesses(List<PublicLog.Witnessing> witnesses, JsonGenerator out) {
    out.writeArrayPropertyStart("witnesses");
    for (PublicLog.Witnessing witness : witnesses) {
      out.writeStartObject();
      out.writeStringProperty("name", witness.name());
      out.writeStringProperty("key", witness.key().toString());
      text(out, "signedAt", witness.at().map(Instant::toString));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /// The log as it is published.
  static void log(
      String origin,
      List<VerifierKey> keys,
      Optional<PublicLog.Published> published,
      JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("origin", origin);
    out.writeArrayPropertyStart("keys");
    keys.forEach(key -> out.writeString(key.toString()));
    out.writeEndArray();
    published.ifPresent(one -> {
      out.writeNumberProperty("size", one.head().size());
      out.writeStringProperty("root", one.head().root().hex());
      one.sibling()
          .ifPresent(sibling -> {
            out.writeNumberProperty("sm3Size", sibling.size());
            out.writeStringProperty("sm3Root", sibling.root().hex());
          });
      out.writeStringProperty("checkpoint", one.note().toString());
      witnesses(one.witnesses(), out);
    });
    out.writeEndObject();
  }

  private static void text(JsonGenerator out, String name, Optional<String> text) {
    text.ifPresent(one -> out.writeStringProperty(name, one));
  }
}
