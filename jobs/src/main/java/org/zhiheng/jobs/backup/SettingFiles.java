package org.zhiheng.jobs.backup;

import java.io.IOException;
import java.util.List;
import org.zhiheng.values.Bytes;

/// The small files of a workspace that people or the program wrote once: its keys, whom its log
/// asks.
///
/// Contract: what [#put] wrote is durable, and readable by its owner only.
public interface SettingFiles {

  /// The private keys.
  String KEYS = "keys/signing-keys";

  /// The key that signs statements a second time, and its certificate; most workspaces have none.
  List<String> SECOND_KEY = List.of("keys/statement-sm2", "keys/statement-sm2.crt");

  /// The folder of private keys that sign no more, where they were not destroyed.
  String RETIRED_KEYS = "keys/retired";

  /// Whether this is a private key.
  static boolean secret(String name) {
    return name.equals(KEYS) || SECOND_KEY.contains(name) || name.startsWith(RETIRED_KEYS + "/");
  }

  /// The names of those that are there, relative to the workspace, in order.
  ///
  /// @throws IOException when a folder cannot be read
  List<String> names() throws IOException;

  /// What one holds.
  ///
  /// @throws IOException when it cannot be read or is longer than a setting may be
  Bytes read(String name) throws IOException;

  /// Writes one that is not there.
  ///
  /// @throws IOException when it is there, or cannot be written
  /// @throws IllegalArgumentException when no setting has this name
  void put(String name, Bytes content) throws IOException;

  /// Whether a setting may have this name.
  boolean known(String name);
}
