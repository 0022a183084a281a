package org.zhiheng.intake.table;

import java.util.List;

/// A field that a column of a table can be mapped to.
public interface TableField {

  /// `application-number`: the name in forms, CLI and REST.
  String code();

  /// What people call the column, in English and Chinese, in lower case without blanks and signs.
  List<String> names();
}
