package org.zhiheng.server.deals;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Problem;

/// The form of the workbench, and what checking its texts came to.
final class FormReading {

  private static final int FLAWS_MAX = 30;
  private static final List<String> FIELDS = List.of("deal", "assume", "deal2", "assume2");
  private static final int EXCERPT_MAX = 100;
  private static final Pattern PLACE = Pattern.compile("line ([0-9]{1,7}), column ([0-9]{1,7})");
  private static final List<Integer> PATHS = List.of(1_000, 10_000, 50_000, 200_000);

  private final Words words;
  private final Bench bench;

  FormReading(Words words, Bench bench) {
    this.words = words;
    this.bench = bench;
  }

  DealsView.Form form(Examples examples, String chosen) {
    return new DealsView.Form(
        bench.deal(),
        bench.assume(),
        bench.other(),
        bench.otherAssume(),
        examples.all().stream()
            .map(one ->
                new DealsView.Choice(
                    one.name(),
                    words.codeOrItself("workbench.example", one.name()),
                    one.name().equals(chosen)))
            .toList(),
        slider(
            "defaults",
            Stress.DEFAULTS_MAX,
            25,
            bench.stress().defaults(),
            words.say("workbench.times", DealWords.places(bench.stress().defaults() / 100.0, 2))),
        slider(
            "recovery",
            Stress.RECOVERY_MAX,
            5,
            bench.stress().recovery(),
            words.say("workbench.times", DealWords.places(bench.stress().recovery() / 100.0, 2))),
        slider(
            "prepay",
            Stress.PREPAY_MAX,
            1,
            bench.stress().prepay(),
            words.say("workbench.more", Integer.toString(bench.stress().prepay()))),
        bench.paths(),
        bench.seed(),
        (PATHS.contains(bench.paths())
                ? PATHS.stream()
                : IntStream.concat(IntStream.of(bench.paths()), PATHS.stream().mapToInt(one -> one))
                    .sorted()
                    .boxed())
            .map(some ->
                new DealsView.Choice(some.toString(), words.number(some), some == bench.paths()))
            .toList(),
        words.say(
            "workbench.limits",
            words.number(Draft.LENGTH_MAX),
            words.number(Draft.ASSETS_MAX),
            words.number(Outcome.PATHS_MAX)));
  }

  private DealsView.Slider slider(String name, int most, int step, int value, String said) {
    return new DealsView.Slider(name, words.say("workbench." + name), most, step, value, said);
  }

  DealsView.Checked checked(List<Draft> drafts) {
    List<Problem> problems = drafts.stream().flatMap(one -> one.problems().stream()).toList();
    if (problems.isEmpty()) {
      List<String> fine = new ArrayList<>();
      drafts.forEach(draft -> draft.deal().ifPresent(deal -> fine.add(fine(deal))));
      return new DealsView.Checked(String.join(" ", fine), List.of(), 0);
    }
    return new DealsView.Checked(
        "",
        problems.stream().limit(FLAWS_MAX).map(this::flaw).toList(),
        Math.max(0, problems.size() - FLAWS_MAX));
  }

  private String fine(Deal deal) {
    return words.say(
        "workbench.fine",
        deal.name(),
        deal.pool().assets().size(),
        new DealWords(words, deal.currency()).amount(deal.pool().balance()),
        deal.tranches().size());
  }

  private DealsView.Flaw flaw(Problem problem) {
    String field = FIELDS.contains(problem.source()) ? problem.source() : Bench.DEAL;
    Matcher place = PLACE.matcher(problem.path());
    boolean placed = place.find();
    int line = placed ? Integer.parseInt(place.group(1)) : 0;
    String given = problem.given().isEmpty() ? "" : " (" + problem.given() + ")";
    String why = words.problem(problem) + given;
    return new DealsView.Flaw(
        field,
        words.code("workbench.field", field) + " " + words.position(problem.path()),
        line,
        placed ? Integer.parseInt(place.group(2)) : 0,
        why,
        words.problem(problem).equals(problem.reason()) ? "" : problem.reason(),
        excerpt(field, line));
  }

  private String excerpt(String field, int line) {
    if (line == 0) {
      return "";
    }
    String text =
        switch (field) {
          case "assume" -> bench.assume();
          case "deal2" -> bench.other();
          case "assume2" -> bench.otherAssume().isBlank() ? bench.assume() : bench.otherAssume();
          default -> bench.deal();
        };
    String found = text.lines().skip(line - 1L).findFirst().orElse("").strip();
    return found.length() > EXCERPT_MAX ? found.substring(0, EXCERPT_MAX) + "…" : found;
  }
}
