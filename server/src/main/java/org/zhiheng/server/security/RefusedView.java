package org.zhiheng.server.security;

import org.zhiheng.server.page.Words;
import org.zhiheng.values.Problem;

/// What the page of a refusal shows.
///
/// @param status HTTP status
/// @param problem why
/// @param back where to go from here
public record RefusedView(int status, Problem problem, String back) {

  /// The words for it in the reader's language: those for its code, else its own reason.
  public String reason(Words words) {
    return said(words, problem);
  }

  /// The words for a problem.
  public static String said(Words words, Problem problem) {
    String key = "problem." + problem.code();
    return words.has(key) ? words.say(key, problem.given()) : problem.reason();
  }
}
