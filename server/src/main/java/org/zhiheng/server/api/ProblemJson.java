package org.zhiheng.server.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.zhiheng.values.Problem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Problems as `application/problem+json`: the first one's code and reason, and all of them in
/// `problems`.
///
/// Source: RFC 9457 (2023-07), section 3.
public final class ProblemJson {

  /// The media type.
  public static final MediaType TYPE = MediaType.APPLICATION_PROBLEM_JSON;

  /// Where a code is explained.
  private static final String TYPE_PREFIX = "https://zhiheng.org/problems/";

  private static final JsonMapper JSON = new JsonMapper();

  private ProblemJson() {}

  /// The document in UTF-8.
  ///
  /// @param status HTTP status
  /// @param problems at least one
  public static byte[] bytes(int status, List<Problem> problems) {
    return document(status, problems).toString().getBytes(StandardCharsets.UTF_8);
  }

  static ObjectNode document(int status, List<Problem> problems) {
    Problem first = problems.getFirst();
    ObjectNode document = JSON.createObjectNode();
    document.put("type", TYPE_PREFIX + first.code());
    HttpStatus known = HttpStatus.resolve(status);
    document.put("title", known == null ? "Refused" : known.getReasonPhrase());
    document.put("status", status);
    document.put("detail", first.reason());
    document.put("code", first.code());
    ArrayNode all = document.putArray("problems");
    for (Problem problem : problems) {
      ObjectNode one = all.addObject();
      one.put("code", problem.code());
      one.put("path", problem.path());
      one.put("given", problem.given());
      one.put("reason", problem.reason());
      one.put("source", problem.source());
    }
    return document;
  }
}
