package org.zhiheng.deadlines.rule;

import java.util.Locale;
import org.zhiheng.values.Parsed;

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

  /// Reads `public-notice`.
  public static Parsed<Service> parse(String text) {
    for (Service service : values()) {
      if (service.toString().equals(text.strip().toLowerCase(Locale.ROOT))) {
        return Parsed.ok(service);
      }
    }
    return Parsed.refused(
        "deadline-service", text, "Service is electronic, post, hand, public-notice or none.");
  }

  /// `public-notice`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
