package org.zhiheng.jobs.administer.expedite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.zhiheng.values.Parsed;

/// The ways to a quicker decision.
public enum Route {
  /// 快速预审: by a protection centre, before the application is filed.
  PRE_EXAMINATION,
  /// 优先审查: of a patent application that is filed.
  PRIORITISED,
  /// 商标快速审查
  MARK;

  /// The rules of what is promised from the day it is granted or, for a pre-examination, handed in.
  public List<String> promises() {
    return switch (this) {
      case PRE_EXAMINATION -> List.of("cn.patent.preexam-result");
      case PRIORITISED ->
          List.of("cn.patent.prioritised-first-action", "cn.patent.prioritised-closed");
      case MARK -> List.of("cn.mark.expedited");
    };
  }

  /// `pre-examination`
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads a code.
  public static Parsed<Route> parse(String text) {
    return Arrays.stream(values())
        .filter(route -> route.code().equals(text.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(Parsed::ok)
        .orElseGet(() ->
            Parsed.refused(
                "expedited-route",
                text,
                "A way is one of "
                    + Arrays.stream(values()).map(Route::code).collect(Collectors.joining(", "))
                    + "."));
  }
}
