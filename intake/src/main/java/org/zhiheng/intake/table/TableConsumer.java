package org.zhiheng.intake.table;

import java.io.IOException;
import java.util.List;

/// Takes a table row by row.
public interface TableConsumer {

  /// Takes the header, once and first.
  ///
  /// @return false to stop
  /// @throws IOException which ends the reading and is passed on
  boolean header(List<String> names) throws IOException;

  /// Takes a row.
  ///
  /// @return false to stop
  /// @throws IOException which ends the reading and is passed on
  boolean row(TableRow row) throws IOException;
}
