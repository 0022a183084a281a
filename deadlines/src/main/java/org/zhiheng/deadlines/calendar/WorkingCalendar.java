package org.zhiheng.deadlines.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.deadlines.yaml.YamlMap;
import org.zhiheng.deadlines.yaml.YamlPlace;
import org.zhiheng.deadlines.yaml.YamlReader;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// The working calendar of China's offices (mainland), 2007 to 2026 by the notices of the State
/// Council, 2027 by the regulation alone.
///
/// Source: the notices, each with its address in `cn.yaml`; 全国年节及纪念日放假办法（2024-11-10）.
public final class WorkingCalendar {

  private static final int YEAR_MIN = 2007;
  private static final int YEAR_MAX = 2199;

  private final ZoneId zone;
  private final Citation regulation;
  private final List<Notice> notices;
  private final Map<Integer, List<LocalDate>> unpublished;

  private WorkingCalendar(
      ZoneId zone,
      Citation regulation,
      List<Notice> notices,
      Map<Integer, List<LocalDate>> unpublished) {
    this.zone = zone;
    this.regulation = regulation;
    this.notices = List.copyOf(notices);
    this.unpublished = Map.copyOf(unpublished);
  }

  /// The calendar that the product holds. Reads a resource; keep what it gives.
  public static WorkingCalendar load() {
    return read("cn.yaml", YamlReader.resource(WorkingCalendar.class, "cn.yaml"));
  }

  /// @throws ProblemsException with all that is wrong in the text
  static WorkingCalendar read(String source, String yaml) {
    return YamlReader.read(source, yaml, WorkingCalendar::calendar);
  }

  /// Where the office's day begins and ends.
  public ZoneId zone() {
    return zone;
  }

  /// What fixes the holidays of a year without a notice.
  public Citation regulation() {
    return regulation;
  }

  /// All notices, in the order in which they override each other.
  public List<Notice> notices() {
    return notices;
  }

  /// The calendar as it was known at the end of this day. Costs some thousand steps; keep it.
  public WorkingDays knownOn(LocalDate asOf) {
    return new WorkingDays(
        notices.stream().filter(notice -> !notice.published().isAfter(asOf)).toList(), unpublished);
  }

  private static WorkingCalendar calendar(YamlPlace root) {
    YamlMap map = root.map(Set.of("zone", "regulation", "unpublished", "notices"), Set.of());
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    if (map.find("zone").isPresent()) {
      try {
        zone = ZoneId.of(map.get("zone").text());
      } catch (DateTimeException unknown) {
        map.get("zone").refuse("rule-value", map.get("zone").text(), "No such time zone.");
      }
    }
    Optional<Citation> regulation = map.find("regulation").map(YamlPlace::citation);
    Map<Integer, List<LocalDate>> unpublished = new LinkedHashMap<>();
    for (YamlPlace place : map.items("unpublished")) {
      YamlMap entry = place.map(Set.of("year", "days"), Set.of());
      if (entry.complete()) {
        int year = year(entry.get("year"));
        if (unpublished.put(year, days(entry, "days", year, year)) != null) {
          place.refuse("rule-value", Integer.toString(year), "The year stands twice.");
        }
      }
    }
    List<Notice> notices = new ArrayList<>();
    for (YamlPlace place : map.items("notices")) {
      YamlMap entry =
          place.map(Set.of("id", "year", "published", "address", "off", "worked"), Set.of());
      if (entry.complete()) {
        int year = year(entry.get("year"));
        boolean known = !entry.get("published").text().equals("unknown");
        List<LocalDate> off = days(entry, "off", year - 1, year);
        List<LocalDate> worked = days(entry, "worked", year - 1, year);
        off.stream()
            .filter(worked::contains)
            .forEach(day ->
                place.refuse("rule-dates", day.toString(), "A day is off or worked, not both."));
        notices.add(
            new Notice(
                entry.get("id").text(),
                year,
                known ? entry.get("published").date() : LocalDate.of(year, 1, 1),
                entry.get("address").text(),
                off,
                worked));
      }
    }
    return new WorkingCalendar(
        zone,
        regulation.orElseThrow(() ->
            new ProblemsException(
                Problem.of("rule-key", "line 1", "", "The key regulation is missing."))),
        notices,
        unpublished);
  }

  private static int year(YamlPlace place) {
    int year = place.number();
    if (year < YEAR_MIN || year > YEAR_MAX) {
      place.refuse(
          "rule-value",
          Integer.toString(year),
          "A year lies between " + YEAR_MIN + " and " + YEAR_MAX + ".");
      return YEAR_MIN;
    }
    return year;
  }

  /// @param fromYear days of December alone are taken of this year, where it is not the last
  private static List<LocalDate> days(YamlMap entry, String key, int fromYear, int toYear) {
    LocalDate first = LocalDate.of(fromYear, fromYear < toYear ? 12 : 1, 1);
    LocalDate last = LocalDate.of(toYear, 12, 31);
    List<LocalDate> days = new ArrayList<>();
    for (YamlPlace item : entry.items(key)) {
      for (LocalDate day : item.days()) {
        if (day.isBefore(first) || day.isAfter(last)) {
          item.refuse(
              "rule-dates",
              day.toString(),
              "The days of this year lie between " + first + " and " + last + ".");
        } else {
          days.add(day);
        }
      }
    }
    return days;
  }
}
