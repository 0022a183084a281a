package org.zhiheng.intake.archive;

import java.io.InputStream;
import org.zhiheng.values.Problem;

/// One file of a packed file, or the file itself when it is not packed.
public sealed interface Member {

  /// It can be read.
  ///
  /// @param name in the zip; empty when the file is no zip
  /// @param in its bytes, unpacked; throws [RefusedBytes] where they are damaged or too many
  record Open(String name, InputStream in) implements Member {}

  /// It cannot.
  record Shut(String name, Problem problem) implements Member {}
}
