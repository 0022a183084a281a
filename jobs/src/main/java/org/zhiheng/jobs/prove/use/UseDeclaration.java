package org.zhiheng.jobs.prove.use;

import java.util.Map;

/// A declaration of use.
final class UseDeclaration {

  private static final String OF = "declaration.of";

  private UseDeclaration() {}

  /// Whether these facts are those of a declaration.
  static boolean stated(Map<String, String> facts) {
    return facts.containsKey(OF);
  }
}
