package org.zhiheng.deadlines.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.zhiheng.values.ProblemsException;

class WorkingCalendarTest {

  private static final Path SOURCES =
      Path.of(System.getProperty("zhiheng.root", ".."), "../shared/data/calendar_cn_holidays");

  /// 20 years with five leap days: 20 · 365 + 5.
  private static final int DAYS = 7_305;

  /// What is given in lieu is a part of the holidays, so it is left out.
  private static final Pattern PART = Pattern.compile("\"(holidays|workdays)\" *: *\\{([^}]*)\\}");

  /// After every notice there is.
  private static final LocalDate LATEST = LocalDate.of(2026, 11, 22);

  @Test
  void agreesWithBothSourcesOnEveryDay() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(SOURCES), "NOT RUN: shared/data/calendar_cn_holidays is missing");
    assertThat(differences(holidayCn())).isEmpty();
    assertThat(differences(chineseDays())).isEmpty();
  }

  @Test
  void doesNotKnowNoticesBeforeTheirDay() {
    LocalDate before = LocalDate.of(2015, 5, 12);
    LocalDate parade = LocalDate.of(2015, 9, 3); // a Thursday, freed by the notice of 2015-05-13
    assertThat(works(before, parade)).isTrue();
    assertThat(works(before.plusDays(1), parade)).isFalse();
  }

  @Test
  void countsThreeWorkingDaysAcrossSpringFestival() {
    // notice of 2025-11-04: off 15 to 23 February 2026, worked 14 and 28 February;
    // after Thursday 12: Friday 13, Saturday 14 (worked), Tuesday 24
    assertThat(WorkingCalendar.load().knownOn(LATEST).plusWorkingDays(LocalDate.of(2026, 2, 12), 3))
        .isEqualTo(LocalDate.of(2026, 2, 24));
  }

  @Test
  void refusesNoticesThatCannotBe() {
    assertThat(refusal("off: [2026-01-01], worked: [2026-01-01]")).contains("off or worked");
    assertThat(refusal("off: [2036-01-01], worked: []")).contains("2025-12-01 and 2026-12-31");
    assertThat(refusal("off: [2025-11-30], worked: []")).contains("2025-12-01 and 2026-12-31");
    assertThat(refusal("off: [2026-01-01..2199-01-01], worked: []")).contains("1 to 31 days");
    assertThat(refusal("off: [2026-02-29], worked: []")).contains("A date is written");
    assertThat(refusal("off: []")).contains("worked is missing");
  }

  private static String refusal(String days) {
    String text =
        """
        zone: Asia/Shanghai
        regulation: {instrument: x, article: y, confidence: recalled}
        unpublished: []
        notices:
          - {id: cn-2026, year: 2026, published: 2025-11-04, address: z, %s}
        """
            .formatted(days);
    return String.valueOf(
        catchThrowableOfType(
                ProblemsException.class, () -> WorkingCalendar.read("made-up.yaml", text))
            .getMessage());
  }

  private static boolean works(LocalDate asOf, LocalDate day) {
    return WorkingCalendar.load().knownOn(asOf).next(day).equals(day);
  }

  private static Map<LocalDate, String> differences(Map<LocalDate, Boolean> special) {
    WorkingDays calendar = WorkingCalendar.load().knownOn(LATEST);
    Map<LocalDate, String> wrong = new HashMap<>();
    int days = 0;
    for (LocalDate day = LocalDate.of(2007, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
      days++;
      boolean week = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
      boolean works = special.getOrDefault(day, week);
      if (works != calendar.next(day).equals(day)) {
        wrong.put(day, "works there: " + works);
      }
    }
    assertThat(days).isEqualTo(DAYS);
    return wrong;
  }

  private static Map<LocalDate, Boolean> holidayCn() throws IOException {
    Map<LocalDate, Boolean> special = new HashMap<>();
    Pattern entry =
        Pattern.compile(
            "\"date\": *\"([0-9-]{10})\", *\"isOffDay\": *(true|false)", Pattern.DOTALL);
    for (int year = 2007; year <= 2026; year++) {
      Matcher found = entry.matcher(text("holiday-cn", year).replaceAll("\\s+", " "));
      while (found.find()) {
        special.put(LocalDate.parse(found.group(1)), found.group(2).equals("false"));
      }
    }
    assertThat(special).hasSizeGreaterThan(600);
    return special;
  }

  private static Map<LocalDate, Boolean> chineseDays() throws IOException {
    Map<LocalDate, Boolean> special = new HashMap<>();
    Pattern day = Pattern.compile("\"([0-9]{4}-[0-9]{2}-[0-9]{2})\" *:");
    for (int year = 2006; year <= 2026; year++) {
      String text = text("chinese-days", year);
      Matcher part = PART.matcher(text.replaceAll("\\s+", " "));
      while (part.find()) {
        Matcher found = day.matcher(part.group(2));
        while (found.find()) {
          special.put(LocalDate.parse(found.group(1)), part.group(1).equals("workdays"));
        }
      }
    }
    assertThat(special).hasSizeGreaterThan(600);
    return special;
  }

  private static String text(String folder, int year) throws IOException {
    return Files.readString(
        SOURCES.resolve(folder).resolve(year + ".json"), StandardCharsets.UTF_8);
  }

  /// A span is as sure as its least sure day: the last days of a year need the notice of the next.
  @Test
  void aSpanIsPublishedWhenEachOfItsDaysIs() {
    WorkingDays days = WorkingCalendar.load().knownOn(LocalDate.of(2026, 11, 22));
    for (LocalDate from = LocalDate.of(2025, 11, 20);
        from.isBefore(LocalDate.of(2027, 2, 1));
        from = from.plusDays(7)) {
      for (int length = 0; length < 500; length += 9) {
        LocalDate to = from.plusDays(length);
        assertThat(days.published(from, to))
            .as("%s to %s", from, to)
            .isEqualTo(from.datesUntil(to.plusDays(1)).allMatch(days::published));
      }
    }
  }
}
