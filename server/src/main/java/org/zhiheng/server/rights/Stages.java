package org.zhiheng.server.rights;

import java.util.List;

/// The stages that the list can be filtered by.
final class Stages {

  /// In the order of a life.
  static final List<String> CODES =
      List.of(
          "filed",
          "published",
          "examined",
          "preliminarily-approved",
          "granted",
          "registered",
          "suspended",
          "refused",
          "withdrawn",
          "deemed-withdrawn",
          "abandoned",
          "ceased",
          "expired",
          "partly-invalidated",
          "invalidated",
          "cancelled");

  private Stages() {}
}
