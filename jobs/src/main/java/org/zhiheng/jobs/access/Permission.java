package org.zhiheng.jobs.access;

import java.util.Locale;
import org.zhiheng.values.Parsed;

/// Something that a role may do; the scopes of a token are some of these.
public enum Permission {
  /// See rights, parties, imports.
  READ,
  /// Take data out as CSV or JSON.
  EXPORT,
  /// Record events, enter rights, attach documents.
  RECORD,
  /// Import files.
  IMPORT,
  /// Merge parties, share rights, change references.
  MANAGE,
  /// Read the audit trail.
  AUDIT,
  /// Users, tokens, settings.
  ADMINISTER;

  /// `read`: the name in data, CLI and REST.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Reads a code.
  public static Parsed<Permission> parse(String text) {
    for (Permission permission : values()) {
      if (permission.code().equals(text.strip().toLowerCase(Locale.ROOT))) {
        return Parsed.ok(permission);
      }
    }
    return Parsed.refused(
        "permission",
        text,
        "A permission is one of read, export, record, import, manage, audit, administer.");
  }
}
