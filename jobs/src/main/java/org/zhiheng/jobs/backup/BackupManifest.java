package org.zhiheng.jobs.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.zhiheng.ledger.statement.Json;
import org.zhiheng.values.Parsed;

/// What a backup says of itself: `manifest.json`.
///
/// @param madeAt when it was begun, by the clock of the machine
/// @param release that made it
/// @param version the form of the record
/// @param rows of each part of the record, in the order in which the parts are put back
/// @param documents that were taken
/// @param origin the log's name
/// @param logSize entries up to the checkpoint that was signed last
/// @param logNote that checkpoint, as it was signed; empty for a log that never signed
/// @param unpublished entries behind it
/// @param keys whether the private keys are in it
record BackupManifest(
    Instant madeAt,
    String release,
    String version,
    Map<String, Long> rows,
    long documents,
    String origin,
    long logSize,
    String logNote,
    long unpublished,
    boolean keys) {

  /// The form of this file and of the members beside it.
  static final String FORMAT = "zhiheng-backup/1";

  BackupManifest {
    rows = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  byte[] bytes() {
    TreeMap<String, Json> counted = new TreeMap<>();
    StringBuilder order = new StringBuilder();
    rows.forEach((part, count) -> {
      counted.put(part, new Json.Whole(count));
      order.append(order.isEmpty() ? "" : " ").append(part);
    });
    TreeMap<String, Json> fields = new TreeMap<>();
    fields.put("format", new Json.Text(FORMAT));
    fields.put("madeAt", new Json.Text(madeAt.toString()));
    fields.put("release", new Json.Text(release));
    fields.put("recordVersion", new Json.Text(version));
    fields.put("rows", new Json.Fields(counted));
    fields.put("order", new Json.Text(order.toString()));
    fields.put("documents", new Json.Whole(documents));
    fields.put("origin", new Json.Text(origin));
    fields.put("logSize", new Json.Whole(logSize));
    fields.put("logNote", new Json.Text(logNote));
    fields.put("unpublished", new Json.Whole(unpublished));
    fields.put("keys", new Json.Text(keys ? "yes" : "no"));
    return new Json.Fields(fields).bytes();
  }

  /// Reads what [#bytes] wrote.
  static Parsed<BackupManifest> parse(byte[] bytes) {
    if (!(Json.parse(bytes) instanceof Parsed.Ok<Json>(Json.Fields fields))
        || !(fields.values().get("format") instanceof Json.Text(String format))
        || !format.equals(FORMAT)
        || !(fields.values().get("madeAt") instanceof Json.Text(String madeAt))
        || !(fields.values().get("release") instanceof Json.Text(String release))
        || !(fields.values().get("recordVersion") instanceof Json.Text(String version))
        || !(fields.values().get("rows") instanceof Json.Fields counted)
        || !(fields.values().get("order") instanceof Json.Text(String order))
        || !(fields.values().get("documents") instanceof Json.Whole(long documents))
        || !(fields.values().get("origin") instanceof Json.Text(String origin))
        || !(fields.values().get("logSize") instanceof Json.Whole(long logSize))
        || !(fields.values().get("logNote") instanceof Json.Text(String logNote))
        || !(fields.values().get("unpublished") instanceof Json.Whole(long unpublished))
        || !(fields.values().get("keys") instanceof Json.Text(String keys))
        || !version.matches("[0-9]{1,6}")) {
      return refused();
    }
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String part : order.split(" ", -1)) {
      if (!part.matches(RecordSnapshot.PART)
          || !(counted.values().get(part) instanceof Json.Whole(long count))) {
        return refused();
      }
      rows.put(part, count);
    }
    try {
      return rows.size() == counted.values().size()
          ? Parsed.ok(
              new BackupManifest(
                  Instant.parse(madeAt),
                  release,
                  version,
                  rows,
                  documents,
                  origin,
                  logSize,
                  logNote,
                  unpublished,
                  keys.equals("yes")))
          : refused();
    } catch (DateTimeException wrong) {
      return refused();
    }
  }

  private static Parsed<BackupManifest> refused() {
    return Parsed.refused(
        "backup-member",
        "",
        Members.MANIFEST + " is not that of a backup of the form " + FORMAT + ".");
  }
}
