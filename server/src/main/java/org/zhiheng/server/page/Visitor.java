package org.zhiheng.server.page;

import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;

/// Who is signed in, as the pages need it.
///
/// @param acting in whose name jobs are called
/// @param name how the frame calls them
/// @param roleCode `examiner`; empty for none
/// @param organisation the organisation's name
public record Visitor(Acting acting, String name, String roleCode, String organisation) {

  /// Whether they may.
  public boolean may(Permission permission) {
    return acting.may(permission);
  }
}
