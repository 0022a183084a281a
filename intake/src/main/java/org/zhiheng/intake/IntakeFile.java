package org.zhiheng.intake;

import org.zhiheng.values.Digest;

/// A file to be read.
///
/// @param name without directories; it stands in every source and problem
/// @param digest of its bytes as they are, packed or not
/// @param opener opens it again
public record IntakeFile(String name, Digest digest, InputSource opener) {

  /// Keeps what stands behind the last slash or backslash of the name.
  ///
  /// @throws IllegalArgumentException when nothing does
  public IntakeFile {
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank");
    }
  }
}
