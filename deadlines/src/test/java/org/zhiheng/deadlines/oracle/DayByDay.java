package org.zhiheng.deadlines.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Answers what [org.zhiheng.deadlines.KnownLaw] answers, by walking.
///
/// Source: 专利法实施细则（2010、2023）第四条、第五条；商标法实施条例（2014）第十条、第十二条； 民法典第二百条至第二百零四条.
public final class DayByDay {

  private final AllDays all = new AllDays();
  private final Sheets sheets = Sheets.read();
  private final Map<String, OpenDays> calendars = new HashMap<>();

  /// What is asked; absent things are empty, dates are texts.
  ///
  /// @param extension such as `2 months`
  public record Asked(
      String rule,
      String event,
      Optional<String> service,
      Optional<String> entered,
      List<String> facts,
      Optional<String> extension,
      String asOf) {}

  /// What comes out: a refusal's code, or dates.
  public record Said(
      String refusal,
      String version,
      String received,
      String end,
      String due,
      String warnBy,
      String latest,
      String status,
      String opens) {

    static Said refused(String code) {
      return new Said(code, "", "", "", "", "", "", "", "");
    }
  }

  /// A value of a rule or a service.
  private record Value(
      int from, int until, String term, String strictest, String latest, boolean assumed) {}

  /// The last day by one way of counting, and how far it may still lie off.
  private record Last(int end, int due, int earliest, int latest, boolean sure) {}

  /// A length of time; a year is twelve months.
  private record Length(int amount, String unit) {

    static Length of(String text) {
      int blank = text.indexOf(' ');
      String unit = text.substring(blank + 1);
      return new Length(
          Integer.parseInt(text.substring(0, blank)), unit.endsWith("s") ? unit : unit + "s");
    }

    int months() {
      return unit.equals("years") ? 12 * amount : amount;
    }
  }

  /// What happens on the way to an answer.
  private static final class Case {
    final Map<String, Object> rule;
    final Map<String, Object> law;
    final OpenDays open;
    final int asOf;
    boolean doubtful;
    int start;
    int lateStart;

    Case(Map<String, Object> rule, Map<String, Object> law, OpenDays open, int asOf) {
      this.rule = rule;
      this.law = law;
      this.open = open;
      this.asOf = asOf;
    }
  }

  /// The ids of all rules.
  public List<String> rules() {
    return List.copyOf(sheets.rules().keySet());
  }

  /// The special cases of a rule.
  public List<String> facts(String rule) {
    return Sheets.maps(sheets.rules().getOrDefault(rule, Map.of()), "exceptions").stream()
        .map(one -> Sheets.word(one, "when"))
        .toList();
  }

  /// Walks to the answer.
  public Said ask(Asked asked) {
    int event = all.at(asked.event());
    int asOf = all.at(asked.asOf());
    Map<String, Object> rule = sheets.rules().getOrDefault(asked.rule(), Map.of());
    if (rule.isEmpty()) {
      return Said.refused("rule-unknown");
    }
    if (event < all.at("1983-03-01") || event > all.at("2199-12-31")) {
      return Said.refused("event-date");
    }
    if (asked.entered().isPresent() && all.at(asked.entered().get()) < event) {
      return Said.refused("entered-before-event");
    }
    Map<String, Object> law = sheets.laws().getOrDefault(Sheets.word(rule, "law"), Map.of());
    Map<String, Object> holder = rule;
    if (!asked.facts().isEmpty()) {
      List<Map<String, Object>> fitting =
          Sheets.maps(rule, "exceptions").stream()
              .filter(one -> asked.facts().equals(List.of(Sheets.word(one, "when"))))
              .toList();
      if (fitting.isEmpty()) {
        return Said.refused("rule-case");
      }
      holder = fitting.getFirst();
    }
    List<Value> values = values(holder, law, asOf);
    int which = -1;
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).from() <= event && event <= values.get(i).until()) {
        which = i;
      }
    }
    if (which < 0) {
      return Said.refused("rule-not-in-force");
    }
    if (asked.extension().isPresent() && !extendable(rule, asked.extension().get())) {
      return Said.refused("not-extendable");
    }
    OpenDays open =
        calendars.computeIfAbsent(asked.asOf(), _ -> new OpenDays(all, sheets.calendar(), asOf));
    Case one = new Case(rule, law, open, asOf);
    start(one, asked, event);
    return dates(one, asked, values, which);
  }

  private Said dates(Case one, Asked asked, List<Value> values, int which) {
    Value value = values.get(which);
    boolean unknown = value.term().equals("unknown");
    Last first =
        extended(one, one.start, unknown ? value.strictest() : value.term(), asked.extension());
    Last late =
        extended(one, one.lateStart, unknown ? value.latest() : value.term(), asked.extension());
    int warnBy = first.earliest();
    int latest = unknown ? late.latest() : Math.max(first.latest(), late.latest());
    one.doubtful |= value.assumed() || !first.sure();
    one.doubtful |=
        Sheets.word(one.rule, "counting").equals("term-of-validity") && first.due() == first.end();
    if (!unknown && which + 1 < values.size()) {
      Value next = values.get(which + 1);
      if (unreadChange(one, next.from()) && first.due() >= next.from()) {
        one.doubtful = true;
        boolean open = next.term().equals("unknown");
        int shortest =
            extended(one, one.start, open ? next.strictest() : next.term(), asked.extension())
                .earliest();
        warnBy = Math.min(warnBy, Math.max(next.from(), shortest));
        int longest =
            extended(one, one.lateStart, open ? next.latest() : next.term(), asked.extension())
                .latest();
        latest = Math.max(latest, longest);
      }
    }
    String opens = "";
    if (!unknown && one.rule.containsKey("opens")) {
      int months = Length.of(Sheets.word(one.rule, "opens")).months();
      opens = all.text(all.monthsBefore(first.end(), months));
    }
    return new Said(
        "",
        all.text(value.from()),
        all.text(one.start),
        unknown ? "" : all.text(first.end()),
        unknown ? "" : all.text(first.due()),
        all.text(warnBy),
        all.text(latest),
        unknown ? "unknown" : one.doubtful ? "provisional" : "certain",
        opens);
  }

  private boolean extendable(Map<String, Object> rule, String by) {
    if (!(rule.get("extension") instanceof Map<?, ?> extension)) {
      return false;
    }
    Length most = Length.of(String.valueOf(extension.get("most")));
    Length asked = Length.of(by);
    return most.unit().equals(asked.unit()) && asked.amount() <= most.amount();
  }

  /// The values that were known; where a later one was not, the one before went on for ever.
  private List<Value> values(Map<String, Object> holder, Map<String, Object> law, int asOf) {
    List<Value> known = new ArrayList<>();
    List<Value> every = new ArrayList<>();
    for (Map<String, Object> entry : Sheets.maps(holder, "values")) {
      int from = all.at(Sheets.word(entry, "from"));
      Value value =
          new Value(
              from,
              entry.containsKey("until") ? all.at(Sheets.word(entry, "until")) : Integer.MAX_VALUE,
              Sheets.word(entry, "term"),
              Sheets.word(entry, "strictest"),
              Sheets.word(entry, "latest"),
              Sheets.word(entry, "assumed").equals("true"));
      every.add(value);
      if (from <= asOf || published(law, from) <= asOf) {
        known.add(value);
      }
    }
    if (known.isEmpty()) {
      return every;
    }
    if (known.size() < every.size()) {
      Value last = known.removeLast();
      known.add(
          new Value(
              last.from(),
              Integer.MAX_VALUE,
              last.term(),
              last.strictest(),
              last.latest(),
              last.assumed()));
    }
    return known;
  }

  private int published(Map<String, Object> law, int from) {
    for (String key : List.of("changes", "texts")) {
      for (Map<String, Object> text : Sheets.maps(law, key)) {
        if (all.at(Sheets.word(text, "from")) == from) {
          return all.at(Sheets.word(text, "published"));
        }
      }
    }
    return from;
  }

  private boolean unreadChange(Case one, int day) {
    return Sheets.maps(one.law, "changes").stream()
        .filter(change -> all.at(Sheets.word(change, "from")) == day)
        .filter(change -> all.at(Sheets.word(change, "published")) <= one.asOf)
        .anyMatch(change -> Sheets.word(change, "transition").equals("unread"));
  }

  /// Where the clock starts, and where it may be argued to start.
  private void start(Case one, Asked asked, int event) {
    one.start = event;
    one.lateStart = event;
    if (Sheets.word(one.rule, "served").equals("false")) {
      return;
    }
    String way = asked.service().orElse("");
    if (way.isEmpty() && asked.entered().isEmpty()) {
      one.doubtful = true;
      for (Map<String, Object> service : Sheets.maps(one.law, "service")) {
        presumed(one, Sheets.word(service, "way"), event)
            .ifPresent(day -> one.lateStart = Math.max(one.lateStart, day.end()));
      }
      return;
    }
    if (way.equals("none")) {
      return;
    }
    Optional<Last> presumed = way.isEmpty() ? Optional.empty() : presumed(one, way, event);
    if (way.equals("public-notice") || asked.entered().isEmpty()) {
      one.doubtful |= presumed.isEmpty() || assumedService(one, way, event);
      presumed.ifPresent(day -> {
        one.start = day.end();
        one.lateStart = day.end();
      });
      return;
    }
    int entered = all.at(asked.entered().get());
    one.doubtful |= entered > one.asOf;
    int by = presumed.map(Last::end).orElse(entered);
    if (entered == by) {
      one.start = entered;
      one.lateStart = entered;
    } else if (provable(one, way, event)) {
      one.start = entered;
      one.lateStart = Math.max(entered, entered < by ? by : entered);
    } else {
      one.doubtful = true;
      one.start = Math.min(entered, by);
      one.lateStart = Math.max(entered, by);
    }
  }

  private Optional<Value> service(Case one, String way, int event) {
    return Sheets.maps(one.law, "service").stream()
        .filter(service -> Sheets.word(service, "way").equals(way))
        .flatMap(service -> values(service, one.law, one.asOf).stream())
        .filter(value -> value.from() <= event && event <= value.until())
        .findFirst();
  }

  private Optional<Last> presumed(Case one, String way, int event) {
    return service(one, way, event)
        .map(value -> last(one, event, value.term(), "after-event-fixed"));
  }

  private boolean assumedService(Case one, String way, int event) {
    return service(one, way, event).filter(Value::assumed).isPresent();
  }

  private boolean provable(Case one, String way, int event) {
    return Sheets.maps(one.law, "service").stream()
        .filter(service -> Sheets.word(service, "way").equals(way))
        .filter(service -> service.containsKey("provable_from"))
        .anyMatch(service -> all.at(Sheets.word(service, "provable_from")) <= event);
  }

  /// The last day of a term, made longer when that was granted: counted on from the day it ended,
  /// and for the latest day also from the day it was moved to.
  private Last extended(Case one, int start, String term, Optional<String> by) {
    String counting = Sheets.word(one.rule, "counting");
    Last last = last(one, start, term, counting);
    if (by.isEmpty()) {
      return last;
    }
    String on = counting.equals("after-event-fixed") ? counting : "after-event";
    Last safe = last(one, last.end(), by.get(), on);
    Last moved = last(one, last.due(), by.get(), on);
    return new Last(
        safe.end(),
        safe.due(),
        safe.earliest(),
        Math.max(safe.latest(), moved.latest()),
        safe.sure());
  }

  private Last last(Case one, int start, String term, String counting) {
    Length length = Length.of(term);
    boolean working = length.unit().equals("working-days");
    return switch (counting) {
      case "after-event" ->
          working ? workingDays(one, start, length.amount()) : moved(one, walk(start, length));
      case "after-event-fixed" -> {
        if (working) {
          yield workingDays(one, start, length.amount());
        }
        int end = walk(start, length);
        yield new Last(end, end, end, end, true);
      }
      case "from-next-month" -> {
        int first = start + 1;
        while (all.day[first] != 1) {
          first++;
        }
        int corresponding = walk(first, length);
        Last safe = moved(one, corresponding - 1);
        int latest = Math.max(safe.latest(), moved(one, corresponding).latest());
        yield new Last(safe.end(), safe.due(), safe.earliest(), latest, safe.sure());
      }
      case "term-of-protection", "term-of-validity" -> {
        int corresponding = walk(start, length);
        boolean none = all.day[corresponding] != all.day[start];
        int end = none ? corresponding : corresponding - 1;
        int latest =
            counting.equals("term-of-validity")
                ? Math.max(end, moved(one, corresponding).latest())
                : end;
        yield new Last(end, end, end, latest, true);
      }
      default -> throw new IllegalStateException(counting);
    };
  }

  /// The first day does not count, so the last of n days is n days on.
  private int walk(int start, Length length) {
    if (!length.unit().equals("days")) {
      return all.monthsAfter(start, length.months());
    }
    int at = start;
    for (int i = 0; i < length.amount(); i++) {
      at++;
    }
    return at;
  }

  /// A last day on which nobody works moves to the next on which somebody does.
  private Last moved(Case one, int end) {
    int due = one.open.open(end, 1);
    if (!one.open.arranged(end) || !one.open.arranged(due)) {
      return new Last(end, due, end, one.open.openAtTheLatest(end), false);
    }
    int latest = due;
    if (one.open.makeUp(end)) {
      // a weekend day that is worked: that it is a day off all the same can be argued
      latest = end + 1;
      while (!one.open.open(latest) || one.open.makeUp(latest)) {
        latest++;
      }
    }
    return new Last(end, due, due, latest, true);
  }

  private Last workingDays(Case one, int start, int amount) {
    int end = start;
    int worked = 0;
    boolean sure = true;
    TreeSet<Integer> years = new TreeSet<>();
    years.add(all.year[start]);
    while (worked < amount) {
      end++;
      years.add(all.year[end]);
      worked += one.open.open(end) ? 1 : 0;
    }
    for (int year : years.headSet(all.year[end])) {
      sure &= one.open.arranged(all.at(year + "-12-31"));
    }
    sure &= one.open.arranged(end);
    if (sure) {
      return new Last(end, end, end, end, true);
    }
    int weekdays = 0;
    int earliest = start;
    while (weekdays < amount) {
      earliest++;
      weekdays += one.open.weekend(earliest) ? 0 : 1;
    }
    earliest = Math.max(start + amount, earliest - 4);
    int pushed = 0;
    int latest = end;
    while (pushed < 5) {
      latest++;
      pushed += one.open.open(latest) ? 1 : 0;
    }
    return new Last(end, end, earliest, one.open.openAtTheLatest(latest), false);
  }
}
