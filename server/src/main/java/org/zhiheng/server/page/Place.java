package org.zhiheng.server.page;

import java.util.Locale;

/// A place in the frame's navigation: the seven jobs and the records.
public enum Place {
  /// 审查
  EXAMINE("/examine"),
  /// 存证
  PROVE("/prove"),
  /// 办理
  ADMINISTER("/administer"),
  /// 融资
  FINANCE("/finance"),
  /// 维权
  DEFEND("/defend"),
  /// 合规
  COMPLY("/comply"),
  /// 治理
  GOVERN("/govern"),
  /// 权利
  RIGHTS("/rights"),
  /// 当事人
  PARTIES("/parties"),
  /// 导入
  IMPORTS("/imports"),
  /// 操作记录
  AUDIT("/audit"),
  /// Users, tokens, settings.
  ACCESS("/users"),
  /// The first page, and whatever has no place of its own.
  HOME("/");

  private final String path;

  Place(String path) {
    this.path = path;
  }

  /// Where it is.
  public String path() {
    return path;
  }

  /// `rights`: the name in message keys.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
