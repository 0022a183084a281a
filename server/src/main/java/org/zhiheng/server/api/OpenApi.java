package org.zhiheng.server.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The description of the interface as an OpenAPI document, made from the table of operations.
///
/// Source: OpenAPI Specification 3.1.1 (2024-10) (recalled; the text was not opened).
final class OpenApi {

  /// Where it is served, to anybody.
  static final String PATH = Operation.BASE + "/openapi.json";

  private static final JsonMapper JSON = new JsonMapper();

  private final byte[] bytes = document().toString().getBytes(StandardCharsets.UTF_8);

  ServerResponse show(ServerRequest request) {
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)))
        .build((_, response) -> {
          response.setContentLength(bytes.length);
          response.getOutputStream().write(bytes);
          return null;
        });
  }

  static ObjectNode document() {
    ObjectNode document = JSON.createObjectNode();
    document.put("openapi", "3.1.1");
    ObjectNode info = document.putObject("info");
    info.put("title", "Zhiheng");
    info.put("version", "1");
    info.put(
        "description",
        "The register of intellectual-property rights, for programs. Refusals are"
            + " application/problem+json (RFC 9457) with a stable code.");
    ObjectNode paths = document.putObject("paths");
    for (Operation operation : Operation.values()) {
      describe(operation, paths.withObjectProperty(operation.path()));
    }
    ObjectNode schemes = document.putObject("components").putObject("securitySchemes");
    ObjectNode token = schemes.putObject("token");
    token.put("type", "http");
    token.put("scheme", "bearer");
    document.putArray("security").addObject().putArray("token");
    return document;
  }

  private static void describe(Operation operation, ObjectNode path) {
    ObjectNode one = path.putObject(operation.method().toLowerCase(Locale.ROOT));
    one.put("operationId", operation.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    one.put("summary", operation.summary());
    one.put("description", "Needs the scope " + operation.permission().code() + ".");
    ArrayNode parameters = one.putArray("parameters");
    operation.variable().ifPresent(name -> parameter(parameters, name, "path", Need.REQUIRED));
    for (String name : operation.parameters()) {
      parameter(parameters, name, "query", Need.OPTIONAL);
    }
    if (operation == Operation.RECORD_EVENT) {
      parameter(parameters, "If-Match", "header", Need.REQUIRED);
    }
    if (operation.method().equals("POST")) {
      if (operation != Operation.SUBMIT_IMPORT) {
        parameter(parameters, "Idempotency-Key", "header", Need.OPTIONAL);
      }
      body(operation, one.putObject("requestBody"));
    }
    ObjectNode responses = one.putObject("responses");
    String done =
        switch (operation) {
          case ENTER_RIGHT, RECORD_EVENT -> "201";
          case SUBMIT_IMPORT -> "202";
          case LIST_RIGHTS,
              SHOW_RIGHT,
              LIST_PARTIES,
              SHOW_PARTY,
              MERGE_PARTY,
              UNMERGE_PARTY,
              LIST_IMPORTS,
              SHOW_IMPORT,
              LIST_PROBLEMS,
              LIST_AUDIT ->
              "200";
        };
    ObjectNode content = responses.putObject(done);
    content.put("description", "done");
    content.putObject("content").putObject("application/json").putObject("schema");
    ObjectNode refused = responses.putObject("default");
    refused.put("description", "refused");
    refused
        .putObject("content")
        .putObject("application/problem+json")
        .putObject("schema")
        .put("type", "object");
  }

  private static void body(Operation operation, ObjectNode body) {
    body.put("required", true);
    ObjectNode content = body.putObject("content");
    if (operation == Operation.SUBMIT_IMPORT) {
      ObjectNode form = content.putObject("multipart/form-data").putObject("schema");
      form.put("type", "object");
      form.putObject("properties").putObject("file").put("type", "string").put("format", "binary");
      content.putObject("application/octet-stream").putObject("schema");
      return;
    }
    ObjectNode schema = content.putObject("application/json").putObject("schema");
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (String name : fields(operation)) {
      boolean within = name.equals("fields") || name.equals("references");
      properties.putObject(name).put("type", within ? "object" : "string");
    }
  }

  /// The names that a body may hold.
  static List<String> fields(Operation operation) {
    return switch (operation) {
      case ENTER_RIGHT -> List.of("kind", "office", "fields", "references");
      case RECORD_EVENT -> List.of("kind", "on", "fields");
      case MERGE_PARTY -> List.of("absorbed", "reason");
      case UNMERGE_PARTY -> List.of("reason");
      case LIST_RIGHTS,
          SHOW_RIGHT,
          LIST_PARTIES,
          SHOW_PARTY,
          LIST_IMPORTS,
          SUBMIT_IMPORT,
          SHOW_IMPORT,
          LIST_PROBLEMS,
          LIST_AUDIT ->
          List.of();
    };
  }

  private enum Need {
    REQUIRED,
    OPTIONAL
  }

  private static void parameter(ArrayNode parameters, String name, String in, Need need) {
    ObjectNode parameter = parameters.addObject();
    parameter.put("name", name);
    parameter.put("in", in);
    parameter.put("required", need == Need.REQUIRED);
    parameter.putObject("schema").put("type", name.equals("limit") ? "integer" : "string");
  }
}
