package org.zhiheng.jobs.examine.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.zhiheng.values.Parsed;

/// The language of a report, and how it writes days, moments and numbers.
public enum Tongue {
  /// 中文.
  CHINESE("zh", "zh-Hans"),
  /// English.
  ENGLISH("en", "en");

  /// The office whose law is applied: its days are days in China.
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final String code;
  private final String tag;

  Tongue(String code, String tag) {
    this.code = code;
    this.tag = tag;
  }

  /// `zh` or `en`: the name on the command line and in addresses.
  public String code() {
    return code;
  }

  /// The language tag of the page.
  public String tag() {
    return tag;
  }

  /// Reads `zh` or `en`.
  public static Parsed<Tongue> parse(String text) {
    for (Tongue tongue : values()) {
      if (tongue.code.equals(text.strip())) {
        return Parsed.ok(tongue);
      }
    }
    return Parsed.refused("language", text, "A language is zh or en.");
  }

  /// The one of two wordings that is in this language.
  public String say(String zh, String en) {
    return switch (this) {
      case CHINESE -> zh;
      case ENGLISH -> en;
    };
  }

  /// 2026年11月22日 or 22 Nov 2026.
  public String day(LocalDate day) {
    return switch (this) {
      case CHINESE -> DateTimeFormatter.ofPattern("y年M月d日", Locale.CHINA).format(day);
      case ENGLISH -> DateTimeFormatter.ofPattern("d MMM y", Locale.ENGLISH).format(day);
    };
  }

  /// A moment to the minute, by China's clock, which is named.
  public String moment(Instant moment) {
    ZonedDateTime there = ZonedDateTime.ofInstant(moment, CHINA);
    String clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(there);
    return say(
        day(there.toLocalDate()) + " " + clock + "（北京时间）",
        day(there.toLocalDate()) + ", " + clock + " (UTC+8)");
  }

  /// 37,486
  public String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// Several as the language lists them.
  String list(List<String> texts) {
    return String.join(say("、", ", "), texts);
  }

  /// Sentences one behind the other.
  String sentences(List<String> texts) {
    return String.join(say("", " "), texts);
  }
}
