package org.zhiheng.jobs.access;

/// Something that a role may do.
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
  ADMINISTER
}
