package org.zhiheng.intake.table;

import java.util.List;
import java.util.Locale;

/// The fields that every event row has; the columns that are none of them are the event's values.
public enum EventField implements TableField {
  /// Any number of the right, or its id.
  RIGHT(
      "rightnumber",
      "applicationnumber",
      "applicationno",
      "patentnumber",
      "申请号",
      "专利号",
      "注册号",
      "权利",
      "案号",
      // last: beside any of these it is a field of the event, a publication's number
      "number"),
  /// What happened.
  EVENT("eventkind", "kind", "type", "事件", "事项", "事件类型"),
  /// The legal date.
  DATE("on", "eventdate", "effectivedate", "日期", "生效日", "事件日期", "公告日");

  /// Joined by `|`, which no column's name has once it is plain.
  private final String names;

  EventField(String... names) {
    this.names = String.join("|", names);
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public List<String> names() {
    return List.of(names.split("\\|", -1));
  }
}
