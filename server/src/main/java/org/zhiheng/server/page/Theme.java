package org.zhiheng.server.page;

import java.util.Locale;

/// How light the pages are.
public enum Theme {
  /// 跟随系统: as the reader's device has it.
  SYSTEM,
  /// 浅色
  LIGHT,
  /// 深色
  DARK;

  /// `light`: the name in the cookie, the form and the page's attribute.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Reads a code; anything else is [#SYSTEM].
  public static Theme of(String code) {
    for (Theme theme : values()) {
      if (theme.code().equals(code)) {
        return theme;
      }
    }
    return SYSTEM;
  }
}
