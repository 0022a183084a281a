package org.zhiheng.register.number;

/// What a number counts.
public enum NumberType {
  /// 申请号
  APPLICATION,
  /// 公布号 / 公告号, with its kind code.
  PUBLICATION,
  /// 注册号 / 登记号: marks, software copyrights, works, indications, layouts, data.
  REGISTRATION,
  /// 马德里国际注册号
  MADRID
}
