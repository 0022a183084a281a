package org.zhiheng.deadlines.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.zhiheng.deadlines.yaml.YamlReader;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.values.ProblemsException;

/// The working calendar, spoilt. The one exception that may come out is [ProblemsException].
final class WorkingCalendarFuzz {

  private static final String DAYS = YamlReader.resource(WorkingCalendar.class, "cn.yaml");

  @Seeds(200)
  void daysAreReadOrRefused(Seed seed) {
    String text = Spoilt.lines(seed, DAYS);
    try {
      assertThat(WorkingCalendar.read("spoilt.yaml", text)).isNotNull();
    } catch (ProblemsException refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.line().length()).isLessThan(2_000));
    }
  }
}
