package org.zhiheng.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiheng.values.Problem;

/// The words of the pages in one language, and how it writes dates and numbers.
///
/// The two files `messages_zh.properties` and `messages_en.properties` have the same keys; a test
/// sees to it. Safe for many threads.
public final class Words {

  private static final String EN_DASH = "–";

  /// A currency, at most 18 digits, and what stands behind the point.
  private static final Pattern MONEY =
      Pattern.compile("([A-Z]{3}) ([0-9]{1,18})((?:\\.[0-9]{1,4})?)");

  /// A place in a text.
  private static final Pattern PLACE = Pattern.compile("line ([0-9]+), column ([0-9]+)");

  private final Language language;
  private final ZoneId zone;
  private final Map<String, String> texts;
  private final DateTimeFormatter dates;
  private final DateTimeFormatter times;

  private Words(Language language, ZoneId zone, Map<String, String> texts) {
    this.language = language;
    this.zone = zone;
    this.texts = texts;
    this.dates =
        switch (language) {
          case CHINESE -> DateTimeFormatter.ofPattern("y年M月d日", Locale.CHINA);
          case ENGLISH -> DateTimeFormatter.ofPattern("d MMM y", Locale.ENGLISH);
        };
    this.times =
        switch (language) {
          case CHINESE -> DateTimeFormatter.ofPattern("y年M月d日 HH:mm", Locale.CHINA);
          case ENGLISH -> DateTimeFormatter.ofPattern("d MMM y, HH:mm", Locale.ENGLISH);
        };
  }

  /// Reads the words of a language.
  ///
  /// @param zone in which moments are told
  public static Words load(Language language, ZoneId zone) {
    String file = "/org/zhiheng/server/messages_" + language.code() + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + file);
      }
      Properties read = new Properties();
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, String> texts = new TreeMap<>();
      for (String key : read.stringPropertyNames()) {
        texts.put(key, read.getProperty(key));
      }
      return new Words(language, zone, texts);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  /// Which language this is.
  public Language language() {
    return language;
  }

  /// All keys.
  public Set<String> keys() {
    return texts.keySet();
  }

  /// Whether there are words for this key.
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /// The words for this key; `{0}`, `{1}` … are replaced by the values, numbers in groups of three.
  ///
  /// @throws IllegalArgumentException when there is no such key
  public String say(String key, Object... values) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no words for the key: " + key);
    }
    for (int at = 0; at < values.length; at++) {
      text = text.replace("{" + at + "}", shown(values[at]));
    }
    return text;
  }

  /// The words for a count: `key.one` for 1 where the language tells them apart, else `key`. The
  /// count is `{0}`.
  public String count(String key, long count) {
    String one = key + ".one";
    return count == 1 && has(one) ? say(one, count) : say(key, count);
  }

  /// The words for a code of a closed set, such as `kind.` and `design`.
  public String code(String prefix, String code) {
    return say(prefix + "." + code);
  }

  /// The words for a code of an open set: the code itself where we have none.
  public String codeOrItself(String prefix, String code) {
    String text = texts.get(prefix + "." + code);
    return text == null ? code : text;
  }

  /// Why something was refused: as the job said it in English, in our own words in Chinese.
  public String problem(Problem problem) {
    String text = texts.get("problem." + problem.code());
    return switch (language) {
      case ENGLISH -> problem.reason();
      case CHINESE -> text == null ? problem.reason() : text;
    };
  }

  /// Where something was found: `line 17` or `line 3, column 5` as the language says it.
  public String position(String position) {
    Matcher place = PLACE.matcher(position);
    if (place.matches()) {
      return say("position.line-column", place.group(1), place.group(2));
    }
    String[] parts = position.split(" ", 2);
    return parts.length == 2 && has("position." + parts[0])
        ? say("position." + parts[0], parts[1])
        : position;
  }

  /// 2026年11月22日 or 22 Nov 2026.
  public String date(LocalDate date) {
    return dates.format(date);
  }

  /// The same; a dash where there is none.
  public String date(Optional<LocalDate> date) {
    return date.map(this::date).orElse(EN_DASH);
  }

  /// A moment by the clock of the place, to the minute.
  public String time(Instant moment) {
    return times.format(ZonedDateTime.ofInstant(moment, zone));
  }

  /// The day of a moment.
  public String day(Instant moment) {
    return dates.format(LocalDate.ofInstant(moment, zone));
  }

  /// 37,486
  public String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// An amount as the register keeps it (`CNY 3000000.00`), its digits in groups: `¥ 3,000,000.00`.
  /// What is not written so is left as it is.
  public String money(String amount) {
    Matcher written = MONEY.matcher(amount);
    if (!written.matches()) {
      return amount;
    }
    String currency = written.group(1).equals("CNY") ? "¥" : written.group(1);
    return currency + " " + number(Long.parseLong(written.group(2))) + written.group(3);
  }

  /// A size in bytes, kB or MB.
  public String bytes(long bytes) {
    if (bytes < 1_000) {
      return number(bytes) + " B";
    }
    if (bytes < 1_000_000) {
      return number(Math.round(bytes / 1_000.0)) + " kB";
    }
    return String.format(Locale.ROOT, "%,.1f MB", bytes / 1_000_000.0);
  }

  /// A text, or a dash for an empty one.
  public String orDash(String text) {
    return text.isBlank() ? EN_DASH : text;
  }

  private String shown(Object value) {
    return switch (value) {
      case Long number -> number(number);
      case Integer number -> number(number);
      case LocalDate date -> date(date);
      case Instant moment -> time(moment);
      default -> value.toString();
    };
  }
}
