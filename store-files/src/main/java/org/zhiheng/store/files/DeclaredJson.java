package org.zhiheng.store.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.zhiheng.jobs.uploads.DeclaredFile;
import org.zhiheng.jobs.uploads.Upload;
import org.zhiheng.jobs.uploads.UploadId;
import org.zhiheng.ledger.statement.Json;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.ProblemsException;

/// What is known of an upload from its beginning on, as a file.
final class DeclaredJson {

  private DeclaredJson() {}

  static byte[] bytes(Upload.Begun begun) {
    return new Json.Fields(
            new TreeMap<>(
                Map.of(
                    "id", new Json.Text(begun.id().toString()),
                    "organisation", new Json.Whole(begun.organisation().number()),
                    "by", new Json.Text(begun.by()),
                    "at", new Json.Text(begun.at().toString()),
                    "name", new Json.Text(begun.file().name()),
                    "type", new Json.Text(begun.file().type()),
                    "size", new Json.Whole(begun.file().sizeBytes()),
                    "sha256", new Json.Text(begun.file().sha256().hex()))))
        .bytes();
  }

  /// Reads what [#bytes] wrote.
  ///
  /// @throws IOException when it cannot be read or is something else
  static Upload.Begun read(Path file) throws IOException {
    if (!(Json.parse(Files.readAllBytes(file)) instanceof Parsed.Ok<Json>(Json.Fields fields))
        || !(fields.values().get("id") instanceof Json.Text(String id))
        || !(fields.values().get("organisation") instanceof Json.Whole(long organisation))
        || !(fields.values().get("by") instanceof Json.Text(String by))
        || !(fields.values().get("at") instanceof Json.Text(String at))
        || !(fields.values().get("name") instanceof Json.Text(String name))
        || !(fields.values().get("type") instanceof Json.Text(String type))
        || !(fields.values().get("size") instanceof Json.Whole(long size))
        || !(fields.values().get("sha256") instanceof Json.Text(String sha256))) {
      throw new IOException(file + " is not what an upload declares");
    }
    try {
      return new Upload.Begun(
          UploadId.parse(id).orThrow(),
          new OrganisationId(organisation),
          by,
          Instant.parse(at),
          new DeclaredFile(name, type, size, new Digest(sha256)));
    } catch (ProblemsException | IllegalArgumentException | DateTimeException unfit) {
      throw new IOException(file + " is not what an upload declares", unfit);
    }
  }
}
