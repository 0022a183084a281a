package org.zhiheng.jobs.uploads;

import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/// An upload as JSON.
public final class UploadJson {

  private UploadJson() {}

  /// Writes one: what was said of the file, into how many parts it is cut, and which of them are
  /// there.
  ///
  /// @param sweptAt when it is swept away unless a part comes
  public static void write(Upload upload, Instant sweptAt, JsonGenerator out) {
    DeclaredFile file = upload.file();
    out.writeStartObject();
    out.writeStringProperty("id", upload.id().toString());
    out.writeStringProperty("name", file.name());
    out.writeStringProperty("type", file.type());
    out.writeNumberProperty("size", file.sizeBytes());
    out.writeStringProperty("sha256", file.sha256().hex());
    out.writeNumberProperty("partSize", DeclaredFile.PART_BYTES);
    out.writeNumberProperty("parts", file.parts());
    out.writeArrayPropertyStart("there");
    upload.there().forEach(part -> out.writeNumber((int) part));
    out.writeEndArray();
    out.writeStringProperty("begun", upload.begun().at().toString());
    out.writeStringProperty("sweptAt", sweptAt.toString());
    out.writeEndObject();
  }
}
