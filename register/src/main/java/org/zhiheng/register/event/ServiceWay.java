package org.zhiheng.register.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.zhiheng.values.Parsed;

/// How a document went to a party. What follows from it for a clock is said by the rules of time.
public enum ServiceWay {
  /// 电子送达
  ELECTRONIC,
  /// 邮寄
  POST,
  /// 直接送交
  HAND,
  /// 公告送达
  PUBLIC_NOTICE,
  /// Nothing was served.
  NONE;

  /// `public-notice`
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads a code.
  public static Parsed<ServiceWay> parse(String text) {
    String code = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    for (ServiceWay way : values()) {
      if (way.code().equals(code)) {
        return Parsed.ok(way);
      }
    }
    return Parsed.refused(
        "service-way",
        text,
        "A document goes by one of "
            + Arrays.stream(values()).map(ServiceWay::code).collect(Collectors.joining(", "))
            + ".");
  }
}
