package org.zhiheng.jobs.administer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.deadlines.Question;
import org.zhiheng.deadlines.rule.Service;
import org.zhiheng.deadlines.rule.Term;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.event.ServiceWay;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.values.EventId;

/// Finds the clocks that a story starts: one for each event that a trigger names, one for each
/// patent year after the grant, one for each term of a mark.
final class Clocks {

  private static final String ANNUITY = "cn.patent.annuity";
  private static final String RENEWAL = "cn.mark.renewal";
  private static final String RECORDAL = "cn.customs.recordal-renewal";

  /// A mark is registered for ten years (商标法 art. 39 of 2013, 2019).
  private static final int MARK_TERM_YEARS = 10;

  /// Years of an invention patent, a utility model (专利法 art. 42).
  private static final int INVENTION_YEARS = 20;

  private static final int UTILITY_YEARS = 10;

  /// Designs filed from this day on run for 15 years (专利法 of 2020, art. 42); those before, 10.
  private static final LocalDate DESIGN_FIFTEEN = LocalDate.of(2021, 6, 1);

  private static final int DESIGN_YEARS = 15;

  private Clocks() {}

  /// In the order in which acts are given to them: by the event that started them.
  ///
  /// @param on years of a patent that begin later than a year from then are not asked for yet
  static List<Clock> of(Story story, Triggers triggers, LocalDate on) {
    List<Clock> clocks = new ArrayList<>();
    for (Trigger trigger : triggers.all()) {
      if (trigger.rights().contains(story.kind())
          && (trigger.region().isEmpty() || trigger.region().equals(story.region()))) {
        triggered(story, trigger, clocks);
      }
    }
    switch (story.kind().family()) {
      case PATENT -> years(story, on, clocks);
      case MARK -> terms(story, clocks);
      case RECORDED -> {}
    }
    recordals(story, clocks);
    clocks.sort(
        Comparator.comparingInt(Clock::from)
            .thenComparing(clock -> clock.patentYear().orElse(0))
            .thenComparing(Clock::key));
    return clocks;
  }

  private static void triggered(Story story, Trigger trigger, List<Clock> clocks) {
    boolean first = true;
    for (int place = 0; place < story.events().size(); place++) {
      Event event = story.events().get(place);
      if (!Story.code(event).equals(trigger.by())) {
        continue;
      }
      // a right is filed, granted, registered once; a second notice of it starts nothing
      boolean again = !first && !(event.fact() instanceof Fact.Acted);
      first = false;
      Optional<LocalDate> day = again ? Optional.empty() : day(story, trigger, event);
      if (day.isPresent()) {
        clocks.add(
            new Clock(
                trigger.rule() + "/" + event.id(),
                question(story, trigger, event, day.get()),
                Optional.of(event.id()),
                Optional.empty(),
                Optional.empty(),
                place,
                Clock.Stops.of(trigger)));
      }
    }
  }

  private static Optional<LocalDate> day(Story story, Trigger trigger, Event event) {
    return switch (trigger.day()) {
      case EVENT -> Optional.of(event.on());
      case PRIORITY -> Optional.of(story.priority().orElse(event.on()));
      case PRIORITY_ONLY -> story.priority();
      case NO_PRIORITY -> story.claimsPriority() ? Optional.empty() : Optional.of(event.on());
    };
  }

  private static Question question(Story story, Trigger trigger, Event event, LocalDate day) {
    Set<String> cases = trigger.cases().getOrDefault(story.kind(), Set.of());
    if (event.fact() instanceof Fact.Acted acted) {
      return new Question(
          trigger.rule(),
          day,
          acted.service().map(Clocks::service),
          acted.entered(),
          cases,
          extension(story, event.id()));
    }
    return Question.of(trigger.rule(), day).in(cases);
  }

  /// By how much the office made the term of this notice longer; of several, the last says.
  private static Optional<Term> extension(Story story, EventId notice) {
    Optional<Term> longer = Optional.empty();
    for (Event event : story.events()) {
      if (event.fact() instanceof Fact.Acted acted
          && acted.act() == Act.EXTENSION_GRANTED
          && acted.concerns().equals(notice.toString())) {
        longer = Term.parse(acted.text().strip()).found().or(Optional::empty);
      }
    }
    return longer;
  }

  private static Service service(ServiceWay way) {
    return switch (way) {
      case ELECTRONIC -> Service.ELECTRONIC;
      case POST -> Service.POST;
      case HAND -> Service.HAND;
      case PUBLIC_NOTICE -> Service.PUBLIC_NOTICE;
      case NONE -> Service.NONE;
    };
  }

  /// The patent year a day lies in: the first begins with the filing.
  static int patentYear(LocalDate filed, LocalDate day) {
    int year = 1;
    while (!filed.plusYears(year).isAfter(day)) {
      year++;
    }
    return year;
  }

  /// One annual fee for each year after that of the grant, paid before its year begins.
  private static void years(Story story, LocalDate on, List<Clock> clocks) {
    Optional<Integer> filing = story.first(FactKind.FILED);
    Optional<Integer> grant = story.first(FactKind.GRANTED);
    if (filing.isEmpty() || grant.isEmpty()) {
      return;
    }
    LocalDate filed = story.events().get(filing.get()).on();
    Event granted = story.events().get(grant.get());
    if (granted.on().isBefore(filed)) {
      return;
    }
    int last = years(story.kind(), filed);
    for (int year = patentYear(filed, granted.on()) + 1; year <= last; year++) {
      LocalDate begins = filed.plusYears(year - 2L);
      if (begins.isAfter(on.plusYears(1))) {
        return;
      }
      clocks.add(
          new Clock(
              ANNUITY + "/" + year,
              Question.of(ANNUITY, begins),
              Optional.of(granted.id()),
              Optional.empty(),
              Optional.of(year),
              grant.get(),
              new Clock.Stops(Set.of(), Set.of(), true, "", false)));
    }
  }

  /// How many years a patent can run.
  static int years(RightKind kind, LocalDate filed) {
    return switch (kind) {
      case INVENTION_PATENT -> INVENTION_YEARS;
      case DESIGN -> filed.isBefore(DESIGN_FIFTEEN) ? UTILITY_YEARS : DESIGN_YEARS;
      case UTILITY_MODEL -> UTILITY_YEARS;
      case MARK,
          SOFTWARE_COPYRIGHT,
          WORK,
          GEOGRAPHICAL_INDICATION,
          LAYOUT_DESIGN,
          DATA_IP_REGISTRATION ->
          0;
    };
  }

  /// One renewal for each term of a mark: the first begins with the registration, each further one
  /// with the day after the last.
  private static void terms(Story story, List<Clock> clocks) {
    boolean registered = false;
    for (int place = 0; place < story.events().size(); place++) {
      Event event = story.events().get(place);
      Optional<LocalDate> begins = Optional.empty();
      if (event.fact() instanceof Fact.Renewed renewed) {
        begins = Optional.of(termBefore(renewed.until()));
      } else if (event.fact() instanceof Fact.Registered first && !registered) {
        begins = Optional.of(first.until().map(Clocks::termBefore).orElse(event.on()));
      }
      registered |= event.fact() instanceof Fact.Registered;
      if (begins.isPresent()) {
        clocks.add(
            new Clock(
                RENEWAL + "/" + begins.get(),
                Question.of(RENEWAL, begins.get()),
                Optional.of(event.id()),
                Optional.empty(),
                Optional.empty(),
                place,
                new Clock.Stops(Set.of(), Set.of(), true, "", false)));
      }
    }
  }

  /// One more renewal for each renewal of a recordal with customs: the new term begins as the one
  /// before ends, ten years after it began (知识产权海关保护条例 art. 10), whenever it is renewed.
  private static void recordals(Story story, List<Clock> clocks) {
    Map<String, LocalDate> first = new HashMap<>();
    Map<String, Integer> terms = new HashMap<>();
    for (int place = 0; place < story.events().size(); place++) {
      Event event = story.events().get(place);
      if (!(event.fact() instanceof Fact.Acted acted)) {
        continue;
      }
      String number = acted.text().strip();
      if (acted.act() == Act.RECORDAL_TAKES_EFFECT) {
        first.put(number, event.on());
        terms.put(number, 0);
      } else if (acted.act() == Act.RECORDAL_RENEWED && first.containsKey(number)) {
        int term = terms.merge(number, 1, Integer::sum);
        clocks.add(
            new Clock(
                RECORDAL + "/" + event.id(),
                Question.of(RECORDAL, first.getOrDefault(number, event.on()).plusYears(10L * term)),
                Optional.of(event.id()),
                Optional.empty(),
                Optional.empty(),
                place,
                new Clock.Stops(Set.of(), Set.of(), true, "", false)));
      }
    }
  }

  /// The first day of a term of a mark whose last day is given.
  private static LocalDate termBefore(LocalDate until) {
    return until.plusDays(1).minusYears(MARK_TERM_YEARS);
  }
}
