package org.zhiheng.server.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.uploads.ContentDigest;
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

  /// Names of bodies whose values are no texts.
  private static final Set<String> OBJECTS = Set.of("fields", "references");

  private static final Set<String> LISTS =
      Set.of("deadlines", "rights", "signed", "consents", "sellers", "days");
  private static final Set<String> TRUTHS = Set.of("others", "coOwnerAgreement");

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
    for (Operation operation : Operation.all()) {
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
    operation.variables().forEach(name -> parameter(parameters, name, "path", Need.REQUIRED));
    for (String name : operation.parameters()) {
      parameter(parameters, name, "query", Need.OPTIONAL);
    }
    if (operation == RightsOperation.RECORD_EVENT || operation == RightsOperation.ATTACH_DOCUMENT) {
      parameter(parameters, "If-Match", "header", Need.REQUIRED);
    }
    if (operation == ProveOperation.SEND_PART) {
      parameter(parameters, ContentDigest.HEADER, "header", Need.REQUIRED);
    }
    if (operation == ProveOperation.DEPOSIT_EVIDENCE
        || (operation.method().equals("POST") && !operation.spec().fields().isEmpty())) {
      parameter(parameters, "Idempotency-Key", "header", Need.OPTIONAL);
    }
    if (operation.spec().upload()
        || operation == ProveOperation.SEND_PART
        || !operation.spec().fields().isEmpty()) {
      body(operation, one.putObject("requestBody"));
    }
    ObjectNode responses = one.putObject("responses");
    ObjectNode content = responses.putObject(Integer.toString(operation.spec().status()));
    content.put("description", "done");
    if (!operation.spec().type().isEmpty()) {
      content.putObject("content").putObject(operation.spec().type()).putObject("schema");
    }
    ObjectNode refused = responses.putObject("default");
    refused.put("description", "refused");
    refused
        .putObject("content")
        .putObject("application/problem+json")
        .putObject("schema")
        .put("type", "object");
  }

  private static void body(Operation operation, ObjectNode body) {
    body.put("required", operation != ProveOperation.DEPOSIT_EVIDENCE); // uploads have none
    ObjectNode content = body.putObject("content");
    if (operation == ProveOperation.SEND_PART) {
      content.putObject("application/octet-stream").putObject("schema");
      return;
    }
    if (operation.spec().upload()) {
      ObjectNode form = content.putObject("multipart/form-data").putObject("schema");
      form.put("type", "object");
      form.putObject("properties").putObject("file").put("type", "string").put("format", "binary");
      content.putObject("application/octet-stream").putObject("schema");
      return;
    }
    ObjectNode schema = content.putObject("application/json").putObject("schema");
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (String name : operation.spec().fields()) {
      property(name, properties.putObject(name));
    }
  }

  private static void property(String name, ObjectNode property) {
    if (OBJECTS.contains(name)) {
      property.put("type", "object");
    } else if (LISTS.contains(name)) {
      property.put("type", "array").putObject("items").put("type", "string");
    } else if (TRUTHS.contains(name)) {
      property.put("type", "boolean");
    } else {
      property.put("type", "string");
    }
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
