package org.zhiheng.bench;

import java.io.PrintStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.zhiheng.deadlines.Answer;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.deadlines.KnownLaw;
import org.zhiheng.deadlines.Question;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.Service;
import org.zhiheng.deadlines.rule.Span;
import org.zhiheng.deadlines.rule.Term;
import org.zhiheng.seeds.Seed;

/// Question: how many deadlines does one core answer in a second, each with its trace, and how
/// often is wrong what people do instead?
///
/// Fixture: 200,000 seeded questions over all rules that the product holds, events of 2014-05-01 to
/// 2026-08-27 that are governed, served electronically, by post or by hand where they are served.
/// Beside the engine, on the same questions: a plain `java.time` loop with no rules, which is
/// handed the right term, adds it and steps over Saturdays and Sundays (the limit); and what
/// scripts do with dateutil's `relativedelta`: today's term added to the event's day. The sum of
/// all dates tells whether two runs answered the same. Rates are by the processor time of the whole
/// process, the collector's included; one thread asks.
///
/// Run: `./zhiheng bench deadline [rounds]`.
final class DeadlineBench {

  private static final int QUESTIONS = 200_000;
  private static final int ROUNDS = 8;
  private static final int PASSES = 10;
  private static final LocalDate FIRST = LocalDate.of(2014, 5, 1);
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
  private static final int SPAN_DAYS = 4_500;

  private DeadlineBench() {}

  /// A question with what a loop without rules is handed.
  private record Asked(Question question, Term term, Term today) {}

  /// Runs it.
  ///
  /// @param args how many rounds; 8 when not said
  public static void main(String[] args) {
    PrintStream out = System.out;
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    Deadlines deadlines = Deadlines.load();
    KnownLaw law = deadlines.knownOn(AS_OF);
    List<Asked> all = asked(deadlines, law, Seed.of(7));
    wrong(out, law, all);
    for (int round = 1; round <= rounds; round++) {
      out.printf(Locale.ROOT, "round %d%n", round);
      timed(out, "engine, with trace", all, one -> engine(law, one).latestArguable().toEpochDay());
      timed(out, "java.time, no rules", all, one -> weekdays(one).toEpochDay());
      timed(out, "relativedelta", all, one -> script(one).toEpochDay());
    }
  }

  private static List<Asked> asked(Deadlines deadlines, KnownLaw law, Seed seed) {
    List<Rule> rules = deadlines.book().rules();
    List<Service> ways = List.of(Service.ELECTRONIC, Service.POST, Service.HAND);
    List<Asked> all = new ArrayList<>(QUESTIONS);
    while (all.size() < QUESTIONS) {
      Rule rule = seed.oneOf(rules);
      LocalDate event = FIRST.plusDays(seed.between(0, SPAN_DAYS));
      Question question =
          Question.of(rule.id(), event).served(rule.served() ? seed.oneOf(ways) : Service.NONE);
      Optional<Term> term = term(rule, event);
      Optional<Term> today = term(rule, AS_OF);
      if (term.isPresent() && today.isPresent() && law.compute(question).found().isPresent()) {
        all.add(new Asked(question, term.get(), today.get()));
      }
    }
    return all;
  }

  private static Optional<Term> term(Rule rule, LocalDate event) {
    return rule.spans().stream()
        .filter(span -> span.governs(event))
        .findFirst()
        .flatMap(Span::term);
  }

  private static Answer engine(KnownLaw law, Asked one) {
    return law.compute(one.question()).orThrow();
  }

  private static LocalDate plus(LocalDate day, Term term) {
    return switch (term.unit()) {
      case DAYS -> day.plusDays(term.amount());
      case WORKING_DAYS -> {
        LocalDate at = day;
        for (int left = term.amount(); left > 0; left--) {
          at = weekday(at.plusDays(1));
        }
        yield at;
      }
      case MONTHS -> day.plusMonths(term.amount());
      case YEARS -> day.plusYears(term.amount());
    };
  }

  private static LocalDate weekday(LocalDate day) {
    LocalDate at = day;
    while (at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY) {
      at = at.plusDays(1);
    }
    return at;
  }

  private static LocalDate weekdays(Asked one) {
    return weekday(plus(one.question().event(), one.term()));
  }

  private static LocalDate script(Asked one) {
    return plus(one.question().event(), one.today());
  }

  private static void wrong(PrintStream out, KnownLaw law, List<Asked> all) {
    int[] different = new int[2];
    int[] late = new int[2];
    for (Asked one : all) {
      Answer answer = engine(law, one);
      LocalDate due = answer.due().orElse(answer.warnBy());
      List<LocalDate> theirs = List.of(weekdays(one), script(one));
      for (int i = 0; i < theirs.size(); i++) {
        different[i] += theirs.get(i).equals(due) ? 0 : 1;
        late[i] += theirs.get(i).isAfter(answer.latestArguable()) ? 1 : 0;
      }
    }
    List<String> names = List.of("java.time, no rules", "relativedelta");
    for (int i = 0; i < names.size(); i++) {
      out.printf(
          Locale.ROOT,
          "%-20s another date than due %.1f %%, after the last that can be argued %.2f %%%n",
          names.get(i),
          100.0 * different[i] / all.size(),
          100.0 * late[i] / all.size());
    }
  }

  private static void timed(
      PrintStream out, String name, List<Asked> all, ToLongFunction<Asked> answering) {
    Duration from = processor();
    long clock = System.nanoTime();
    long sum = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      for (Asked one : all) {
        sum += answering.applyAsLong(one);
      }
    }
    double processor = processor().minus(from).toNanos() / 1e9;
    double seconds = (System.nanoTime() - clock) / 1e9;
    double answers = (double) PASSES * all.size();
    out.printf(
        Locale.ROOT,
        "  %-20s %,12.0f a processor second, %,12.0f by the clock (sum %d)%n",
        name,
        answers / processor,
        answers / seconds,
        sum);
  }

  private static Duration processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
