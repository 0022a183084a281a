package org.zhiheng.server.prove.upload;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Problem;
import tools.jackson.core.JsonGenerator;

/// What a page's script is answered.
public final class JsonAnswer {

  private JsonAnswer() {}

  /// JSON that nobody keeps.
  public static ServerResponse of(HttpStatus status, Consumer<JsonGenerator> writer) {
    byte[] bytes = RecordJson.text(writer).getBytes(StandardCharsets.UTF_8);
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .build((_, response) -> {
          response.setContentLength(bytes.length);
          response.getOutputStream().write(bytes);
          return null;
        });
  }

  /// What was refused: `problems` in the reader's words, and `code` of the first for the script.
  public static ServerResponse refused(Words words, List<Problem> problems) {
    HttpStatus status =
        problems.getFirst().code().equals("not-found")
            ? HttpStatus.NOT_FOUND
            : HttpStatus.UNPROCESSABLE_CONTENT;
    return of(
        status,
        out -> {
          out.writeStartObject();
          out.writeStringProperty("code", problems.getFirst().code());
          out.writeArrayPropertyStart("problems");
          problems.forEach(problem -> out.writeString(words.problem(problem)));
          out.writeEndArray();
          out.writeEndObject();
        });
  }
}
