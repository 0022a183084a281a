package org.zhiheng.jobs.administer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.zhiheng.values.Digest;

/// A calendar of deadlines that calendar programs subscribe to: all-day entries on the day to
/// watch, with alarms seven and one day before.
///
/// Source: RFC 5545 (iCalendar), 3.1 lines of at most 75 octets folded, 3.3.11 text escaped, 3.6.1
/// events, 3.6.6 alarms; RFC 7986, 5.1 name.
public final class DocketCalendar {

  private static final int LINE_OCTETS_MAX = 75;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private DocketCalendar() {}

  /// An entry.
  ///
  /// @param id the same for the same deadline, so that a program replaces what it has
  /// @param day the day it stands on
  /// @param title one line
  /// @param text what else is said
  public record Entry(String id, LocalDate day, String title, String text) {}

  /// The calendar as text.
  ///
  /// @param made when it was made
  public static String of(String name, List<Entry> entries, Instant made) {
    StringBuilder out = new StringBuilder();
    line(out, "BEGIN:VCALENDAR");
    line(out, "VERSION:2.0");
    line(out, "PRODID:-//Zhiheng//docket//EN");
    line(out, "NAME:" + escaped(name));
    line(out, "X-WR-CALNAME:" + escaped(name));
    for (Entry entry : entries) {
      line(out, "BEGIN:VEVENT");
      line(
          out,
          "UID:"
              + Digest.of(entry.id().getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32)
              + "@zhiheng");
      line(out, "DTSTAMP:" + MOMENT.format(made));
      line(out, "DTSTART;VALUE=DATE:" + day(entry.day()));
      line(out, "DTEND;VALUE=DATE:" + day(entry.day().plusDays(1)));
      line(out, "TRANSP:TRANSPARENT");
      line(out, "SUMMARY:" + escaped(entry.title()));
      line(out, "DESCRIPTION:" + escaped(entry.text()));
      alarm(out, "-P7D", entry);
      alarm(out, "-P1D", entry);
      line(out, "END:VEVENT");
    }
    line(out, "END:VCALENDAR");
    return out.toString();
  }

  private static void alarm(StringBuilder out, String before, Entry entry) {
    line(out, "BEGIN:VALARM");
    line(out, "ACTION:DISPLAY");
    line(out, "TRIGGER:" + before);
    line(out, "DESCRIPTION:" + escaped(entry.title()));
    line(out, "END:VALARM");
  }

  private static String day(LocalDate day) {
    return day.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '\\' -> out.append("\\\\");
            case ';' -> out.append("\\;");
            case ',' -> out.append("\\,");
            case '\n' -> out.append("\\n");
            default -> {
              if (!Character.isISOControl(point)) {
                out.appendCodePoint(point);
              }
            }
          }
        });
    return out.toString();
  }

  /// Folded where a line would grow beyond 75 octets, never within a character.
  private static void line(StringBuilder out, String text) {
    int octets = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int point = text.codePointAt(at);
      int more = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      if (octets + more > LINE_OCTETS_MAX) {
        out.append("\r\n ");
        octets = 1;
      }
      out.appendCodePoint(point);
      octets += more;
    }
    out.append("\r\n");
  }
}
