package org.zhiheng.jobs.access;

import java.util.Locale;
import org.zhiheng.values.Parsed;

/// What a user is within an organisation.
public enum Role {
  /// 查阅: reads and exports.
  VIEWER,
  /// 审查: reads, records events, imports.
  EXAMINER,
  /// 管理: all an examiner does, and merges parties, shares rights, changes references.
  MANAGER,
  /// 审计: reads everything, the audit trail too, and changes nothing.
  AUDITOR,
  /// 系统管理: all a manager does, and users, tokens, settings.
  ADMINISTRATOR;

  /// `viewer`: the name in data, CLI and REST.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Reads a code.
  public static Parsed<Role> parse(String text) {
    for (Role role : values()) {
      if (role.code().equals(text.strip().toLowerCase(Locale.ROOT))) {
        return Parsed.ok(role);
      }
    }
    return Parsed.refused(
        "role", text, "A role is one of viewer, examiner, manager, auditor, administrator.");
  }
}
