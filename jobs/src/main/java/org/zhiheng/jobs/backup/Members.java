package org.zhiheng.jobs.backup;

import org.zhiheng.values.Digest;

/// The names of a backup's members.
///
/// | name | what |
/// |---|---|
/// | `record/NAME` | a part of the record |
/// | `settings/PATH` | keys, whom the log asks |
/// | `documents/SHA-256` | a document |
/// | `log/public/PATH` | a file that the log published |
/// | `log/unpublished` | entries behind its last checkpoint, each with its length in 4 bytes |
/// | `manifest.json` | what the backup says of itself |
/// | `SHA256SUMS` | the last one: SHA-256 and name of all others, as `sha256sum` writes and checks |
final class Members {

  static final String RECORD = "record/";
  static final String SETTINGS = "settings/";
  static final String DOCUMENTS = "documents/";
  static final String PUBLISHED = "log/public/";
  static final String UNPUBLISHED = "log/unpublished";
  static final String MANIFEST = "manifest.json";
  static final String SUMS = "SHA256SUMS";

  /// Paths of a log's files: `checkpoint`, `tile/0/x001/067.p/3`, each maybe below `gm/`.
  private static final String PUBLISHED_PATH =
      "(gm/)?(checkpoint|tile/[a-z0-9/]{1,80}" + "(\\.p/[0-9]{1,3})?)";

  private Members() {}

  /// Whether a member may have this name; who may not be asked is whether settings know theirs.
  static boolean wellNamed(String name, SettingFiles settings) {
    if (name.startsWith(RECORD)) {
      return name.substring(RECORD.length()).matches(RecordSnapshot.PART);
    }
    if (name.startsWith(SETTINGS)) {
      return settings.known(name.substring(SETTINGS.length()));
    }
    if (name.startsWith(DOCUMENTS)) {
      return Digest.parse(name.substring(DOCUMENTS.length())).found().isPresent();
    }
    if (name.startsWith(PUBLISHED)) {
      return name.substring(PUBLISHED.length()).matches(PUBLISHED_PATH);
    }
    return name.equals(UNPUBLISHED) || name.equals(MANIFEST);
  }
}
