package org.zhiheng.server.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    operation.variables().forEach(name -> parameter(parameters, name, "path", Need.REQUIRED));
    for (String name : operation.parameters()) {
      parameter(parameters, name, "query", Need.OPTIONAL);
    }
    if (operation == Operation.RECORD_EVENT || operation == Operation.ATTACH_DOCUMENT) {
      parameter(parameters, "If-Match", "header", Need.REQUIRED);
    }
    if (operation == Operation.SEND_PART) {
      parameter(parameters, ContentDigest.HEADER, "header", Need.REQUIRED);
    }
    if (operation == Operation.DEPOSIT_EVIDENCE
        || (operation.method().equals("POST") && !fields(operation).isEmpty())) {
      parameter(parameters, "Idempotency-Key", "header", Need.OPTIONAL);
    }
    if (isUpload(operation) || operation == Operation.SEND_PART || !fields(operation).isEmpty()) {
      body(operation, one.putObject("requestBody"));
    }
    ObjectNode responses = one.putObject("responses");
    String done =
        switch (operation) {
          case ENTER_RIGHT,
              RECORD_EVENT,
              ATTACH_DOCUMENT,
              KEEP_EXAMINATION,
              DEPOSIT_FIGURE,
              DEPOSIT_EVIDENCE,
              BEGIN_UPLOAD,
              START_WATCH,
              FILE_RECORDAL,
              RECORD_CUSTOMS,
              ADD_RECEIPT,
              TAKE_NOTICE ->
              "201";
          case SUBMIT_IMPORT, RESUME_IMPORT -> "202";
          case SHARE_RIGHT, UNSHARE_RIGHT, END_WATCH, DECIDE_HIT, SEND_PART, DISCARD_UPLOAD ->
              "204";
          case LIST_RIGHTS,
              LIST_DEADLINES,
              SHOW_DOCKET,
              SHOW_FEES,
              NOTE_DEADLINE,
              NOTE_DEADLINES,
              LIST_LIMITS,
              LIST_FEES,
              LIST_RECEIPTS,
              SET_RELIEF,
              DECIDE_FEES,
              LIST_RECORDALS,
              CHECK_RECORDAL,
              SHOW_RECORDAL,
              START_RECORDAL,
              PAPER_RECORDAL,
              LIST_CUSTOMS,
              LIST_NOTICES,
              SHOW_NOTICE,
              TAKE_STEP,
              LIST_REMINDED,
              SET_REMINDED,
              DROP_REMINDED,
              LIST_LETTERS,
              CHECK_EXPEDITED,
              PAPER_DEADLINES,
              PAPER_FRAME,
              REPLAY_RULES,
              LIST_STALE,
              SHOW_RIGHT,
              EXPORT_CSV,
              EXPORT_JSON,
              READ_DOCUMENT,
              SET_REFERENCES,
              LIST_PARTIES,
              SHOW_PARTY,
              NAME_PARTY,
              IDENTIFY_PARTY,
              MERGE_PARTY,
              UNMERGE_PARTY,
              LIST_IMPORTS,
              SHOW_IMPORT,
              LIST_PROBLEMS,
              EXAMINE,
              COMPARE,
              LIST_EXAMINATIONS,
              SHOW_EXAMINATION,
              EXAMINE_AGAIN,
              REPORT_HTML,
              REPORT_PDF,
              SUGGEST_GOODS,
              CHECK_ASSIGNMENT,
              SHOW_FILINGS,
              LIST_WATCHES,
              LIST_HITS,
              LIST_EVIDENCE,
              SHOW_EVIDENCE,
              EXPORT_EVIDENCE,
              LIST_UPLOADS,
              SHOW_UPLOAD,
              SHOW_LOG,
              LIST_AUDIT ->
              "200";
        };
    ObjectNode content = responses.putObject(done);
    content.put("description", "done");
    content(operation)
        .ifPresent(type -> content.putObject("content").putObject(type).putObject("schema"));
    ObjectNode refused = responses.putObject("default");
    refused.put("description", "refused");
    refused
        .putObject("content")
        .putObject("application/problem+json")
        .putObject("schema")
        .put("type", "object");
  }

  /// The media type of what it answers; empty for nothing.
  private static Optional<String> content(Operation operation) {
    return switch (operation) {
      case EXPORT_CSV -> Optional.of("text/csv");
      case READ_DOCUMENT -> Optional.of("application/octet-stream");
      case REPORT_HTML, PAPER_RECORDAL, PAPER_DEADLINES, PAPER_FRAME -> Optional.of("text/html");
      case REPORT_PDF -> Optional.of("application/pdf");
      case EXPORT_EVIDENCE -> Optional.of("application/vnd.zhiheng.ipev+zip");
      case SHARE_RIGHT, UNSHARE_RIGHT, END_WATCH, DECIDE_HIT, SEND_PART, DISCARD_UPLOAD ->
          Optional.empty();
      case LIST_RIGHTS,
          LIST_DEADLINES,
          SHOW_DOCKET,
          SHOW_FEES,
          NOTE_DEADLINE,
          NOTE_DEADLINES,
          LIST_LIMITS,
          LIST_FEES,
          LIST_RECEIPTS,
          ADD_RECEIPT,
          SET_RELIEF,
          DECIDE_FEES,
          LIST_RECORDALS,
          CHECK_RECORDAL,
          FILE_RECORDAL,
          SHOW_RECORDAL,
          START_RECORDAL,
          LIST_CUSTOMS,
          RECORD_CUSTOMS,
          LIST_NOTICES,
          TAKE_NOTICE,
          SHOW_NOTICE,
          TAKE_STEP,
          LIST_REMINDED,
          SET_REMINDED,
          DROP_REMINDED,
          LIST_LETTERS,
          CHECK_EXPEDITED,
          REPLAY_RULES,
          LIST_STALE,
          ENTER_RIGHT,
          SHOW_RIGHT,
          RECORD_EVENT,
          EXPORT_JSON,
          ATTACH_DOCUMENT,
          SET_REFERENCES,
          LIST_PARTIES,
          SHOW_PARTY,
          MERGE_PARTY,
          UNMERGE_PARTY,
          NAME_PARTY,
          IDENTIFY_PARTY,
          LIST_IMPORTS,
          SUBMIT_IMPORT,
          SHOW_IMPORT,
          RESUME_IMPORT,
          LIST_PROBLEMS,
          EXAMINE,
          COMPARE,
          KEEP_EXAMINATION,
          LIST_EXAMINATIONS,
          SHOW_EXAMINATION,
          EXAMINE_AGAIN,
          DEPOSIT_FIGURE,
          SUGGEST_GOODS,
          CHECK_ASSIGNMENT,
          SHOW_FILINGS,
          LIST_WATCHES,
          START_WATCH,
          LIST_HITS,
          LIST_EVIDENCE,
          DEPOSIT_EVIDENCE,
          SHOW_EVIDENCE,
          LIST_UPLOADS,
          BEGIN_UPLOAD,
          SHOW_UPLOAD,
          SHOW_LOG,
          LIST_AUDIT ->
          Optional.of("application/json");
    };
  }

  private static boolean isUpload(Operation operation) {
    return operation == Operation.SUBMIT_IMPORT
        || operation == Operation.ATTACH_DOCUMENT
        || operation == Operation.DEPOSIT_FIGURE
        || operation == Operation.DEPOSIT_EVIDENCE;
  }

  private static void body(Operation operation, ObjectNode body) {
    body.put("required", operation != Operation.DEPOSIT_EVIDENCE); // uploads have none
    ObjectNode content = body.putObject("content");
    if (operation == Operation.SEND_PART) {
      content.putObject("application/octet-stream").putObject("schema");
      return;
    }
    if (isUpload(operation)) {
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

  /// The names that a body may hold.
  static List<String> fields(Operation operation) {
    return switch (operation) {
      case ENTER_RIGHT -> List.of("kind", "office", "fields", "references");
      case RECORD_EVENT -> List.of("kind", "on", "fields");
      case MERGE_PARTY -> List.of("absorbed", "reason");
      case UNMERGE_PARTY -> List.of("reason");
      case NAME_PARTY -> List.of("text", "form");
      case IDENTIFY_PARTY -> List.of("code");
      case SET_REFERENCES -> List.of("ours", "client", "clientName");
      case KEEP_EXAMINATION -> Asked.FIELDS.stream().sorted().toList();
      case START_WATCH -> List.of("name", "class", "group", "least");
      case DECIDE_HIT -> List.of("state", "note");
      case BEGIN_UPLOAD -> List.of("name", "type", "size", "sha256");
      case NOTE_DEADLINE -> List.of("key", "do", "text");
      case NOTE_DEADLINES -> List.of("deadlines", "do", "text");
      case DECIDE_FEES -> List.of("with", "until", "on", "relief");
      case ADD_RECEIPT -> List.of("deadline", "number", "on", "amount", "payer");
      case SET_RELIEF -> List.of("relief", "year", "applicant", "from");
      case START_RECORDAL -> List.of("reason");
      case RECORD_CUSTOMS ->
          List.of(
              "number",
              "right",
              "first",
              "last",
              "goods",
              "sellers",
              "guarantee",
              "amount",
              "until",
              "on");
      case TAKE_NOTICE -> List.of("right", "on", "port", "goods", "shipper", "quantity", "worth");
      case TAKE_STEP -> List.of("do", "on", "amount", "text");
      case SET_REMINDED ->
          List.of(
              "person",
              "mail",
              "language",
              "days",
              "others",
              "awayFrom",
              "awayUntil",
              "delegate",
              "escalateDays",
              "escalateTo");
      case REPLAY_RULES -> List.of("rules", "asOf");
      case CHECK_RECORDAL -> RecordalsApi.FIELDS;
      case FILE_RECORDAL ->
          Stream.concat(RecordalsApi.FIELDS.stream(), Stream.of("replaces")).toList();
      case LIST_RIGHTS,
          LIST_DEADLINES,
          SHOW_DOCKET,
          SHOW_FEES,
          LIST_LIMITS,
          LIST_FEES,
          LIST_RECEIPTS,
          LIST_RECORDALS,
          SHOW_RECORDAL,
          PAPER_RECORDAL,
          LIST_CUSTOMS,
          LIST_NOTICES,
          SHOW_NOTICE,
          LIST_REMINDED,
          DROP_REMINDED,
          LIST_LETTERS,
          CHECK_EXPEDITED,
          PAPER_DEADLINES,
          PAPER_FRAME,
          LIST_STALE,
          SHOW_RIGHT,
          EXPORT_CSV,
          EXPORT_JSON,
          ATTACH_DOCUMENT,
          READ_DOCUMENT,
          SHARE_RIGHT,
          UNSHARE_RIGHT,
          LIST_PARTIES,
          SHOW_PARTY,
          LIST_IMPORTS,
          SUBMIT_IMPORT,
          RESUME_IMPORT,
          SHOW_IMPORT,
          LIST_PROBLEMS,
          EXAMINE,
          COMPARE,
          LIST_EXAMINATIONS,
          SHOW_EXAMINATION,
          EXAMINE_AGAIN,
          REPORT_HTML,
          REPORT_PDF,
          DEPOSIT_FIGURE,
          SUGGEST_GOODS,
          CHECK_ASSIGNMENT,
          SHOW_FILINGS,
          LIST_WATCHES,
          END_WATCH,
          LIST_HITS,
          LIST_EVIDENCE,
          DEPOSIT_EVIDENCE,
          SHOW_EVIDENCE,
          EXPORT_EVIDENCE,
          LIST_UPLOADS,
          SHOW_UPLOAD,
          SEND_PART,
          DISCARD_UPLOAD,
          SHOW_LOG,
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
