package org.zhiheng.bench.marks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/// Something that finds names.
public interface Peer extends AutoCloseable {

  /// What the table calls it.
  String title();

  /// At most `most` names, best first.
  List<String> find(String asked, int most) throws IOException, SQLException;

  @Override
  void close() throws IOException, SQLException;
}
