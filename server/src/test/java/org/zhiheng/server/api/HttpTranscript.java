package org.zhiheng.server.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A conversation over HTTP: who sends what, and what must hold of the answer.
///
/// A text file that a person can read:
///
/// ```
/// # why this is shown
/// > examiner POST /api/v1/examinations
/// > Idempotency-Key: k-1
/// > {"name":"LAFUBU"}
/// < 201
/// header Location == /api/v1/examinations/X1
/// body contains "name":"LAFUBU"
/// body lacks password
/// save ID body "id":"(X[0-9]+)"
/// ```
///
/// `{ID}` in a later request stands for what was saved. `header … contains …` looks for a part.
///
/// @param steps in order
record HttpTranscript(List<Step> steps) {

  private static final Pattern REQUEST = Pattern.compile("> (\\S+) (GET|POST|PUT|DELETE) (\\S+)");
  private static final Pattern HEADER = Pattern.compile("> ([A-Z][A-Za-z-]*): (.*)");
  private static final Pattern STATUS = Pattern.compile("< ([0-9]{3})");

  HttpTranscript {
    steps = List.copyOf(steps);
  }

  /// A request and what must hold of its answer.
  ///
  /// @param line from 1
  /// @param who by the name of a token
  /// @param checks each a line such as `body contains x`
  record Step(
      int line,
      String who,
      String method,
      String path,
      List<String> headers,
      String body,
      int status,
      List<String> checks) {}

  /// Reads a transcript.
  static HttpTranscript parse(String text) {
    List<Step> steps = new ArrayList<>();
    List<String> lines = text.lines().toList();
    int at = 0;
    while (at < lines.size()) {
      Matcher request = REQUEST.matcher(lines.get(at));
      if (!request.matches()) {
        at++;
        continue;
      }
      int line = at + 1;
      List<String> headers = new ArrayList<>();
      StringBuilder body = new StringBuilder();
      at++;
      while (lines.get(at).startsWith("> ")) {
        Matcher header = HEADER.matcher(lines.get(at));
        if (header.matches()) {
          headers.add(header.group(1) + ": " + header.group(2));
        } else {
          body.append(lines.get(at).substring(2));
        }
        at++;
      }
      Matcher status = STATUS.matcher(lines.get(at));
      if (!status.matches()) {
        throw new IllegalArgumentException("line " + (at + 1) + " must be a status");
      }
      at++;
      List<String> checks = new ArrayList<>();
      while (at < lines.size() && !lines.get(at).startsWith("> ")) {
        if (!lines.get(at).isBlank() && !lines.get(at).startsWith("#")) {
          checks.add(lines.get(at));
        }
        at++;
      }
      steps.add(
          new Step(
              line,
              request.group(1),
              request.group(2),
              request.group(3),
              headers,
              body.toString(),
              Integer.parseInt(status.group(1)),
              checks));
    }
    return new HttpTranscript(steps);
  }

  /// The text with what was saved put in.
  static String filled(String text, Map<String, String> saved) {
    String filled = text;
    for (Map.Entry<String, String> one : saved.entrySet()) {
      filled = filled.replace("{" + one.getKey() + "}", one.getValue());
    }
    return filled;
  }
}
