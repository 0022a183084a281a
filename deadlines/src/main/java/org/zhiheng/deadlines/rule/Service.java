package org.zhiheng.deadlines.rule;

import java.util.Locale;

/// How a document reaches a party.
public enum Service {
  /// 电子送达
  ELECTRONIC,
  /// 邮寄
  POST,
  /// 直接送交
  HAND,
  /// 公告送达
  PUBLIC_NOTICE,
  /// Nothing is served: the clock runs from the event.
  NONE;

  /// `public-notice`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
