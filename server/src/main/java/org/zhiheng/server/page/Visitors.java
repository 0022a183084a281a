package org.zhiheng.server.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Tells who sent a request. Whoever signs people in answers this.
///
/// Called once per page; must not block. Safe for many threads.
public interface Visitors {

  /// Who it is, if somebody is signed in.
  Optional<Visitor> of(HttpServletRequest request);
}
