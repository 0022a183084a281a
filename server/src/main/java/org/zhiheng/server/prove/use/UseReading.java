package org.zhiheng.server.prove.use;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.zhiheng.jobs.prove.use.GoodUse;
import org.zhiheng.jobs.prove.use.MarkForm;
import org.zhiheng.jobs.prove.use.Said;
import org.zhiheng.jobs.prove.use.Shortfall;
import org.zhiheng.jobs.prove.use.UseDeclaration;
import org.zhiheng.jobs.prove.use.UseItem;
import org.zhiheng.jobs.prove.use.UseRule;
import org.zhiheng.jobs.prove.use.UseWindow;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Words;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Score;
import org.zhiheng.values.Citation;

/// Puts answers about use into the words of a language.
final class UseReading {

  private final Words words;

  UseReading(Words words) {
    this.words = words;
  }

  UseView.Told told(UseWindow window) {
    return new UseView.Told(
        window.mark().id().toString(),
        window.mark().word(),
        words.say(
            "use.caption",
            words.date(window.from()),
            words.date(window.until().minusDays(1)),
            words.code("use.basis", window.question().basis().code())),
        window.goods().stream().map(this::good).toList(),
        window.justifications().stream()
            .map(one ->
                words.say(
                    "use.justified",
                    one.id().toString(),
                    words.date(one.from()),
                    words.date(one.to()),
                    one.reason()))
            .toList(),
        window.remarks().stream().map(this::remark).toList(),
        window.law().stream()
            .map(point ->
                new UseView.Point(
                    said(point.said()), source(point.citation()), confidence(point.citation())))
            .toList(),
        said(UseRule.VERDICT.said()),
        said(window.nearness()));
  }

  private UseView.Good good(GoodUse good) {
    List<String> summary = new ArrayList<>();
    summary.add(
        good.lastUse()
            .map(day -> words.say("use.last", words.date(day)))
            .orElse(words.say("use.last.none")));
    summary.add(words.say("use.gap", good.gapMonths()));
    summary.add(words.say(good.threeYearsWithout() ? "use.without" : "use.not-without"));
    return new UseView.Good(
        good.good(),
        good.registered() ? "" : words.say("use.strange"),
        good.verdict().code(),
        said(good.verdict().said()),
        chart(good),
        String.join(words.say("use.join"), summary),
        good.because().stream().map(this::said).toList(),
        good.counted().stream().map(this::item).toList(),
        good.beside());
  }

  private UseView.Chart chart(GoodUse good) {
    List<GoodUse.Month> months = good.months();
    int most = months.stream().mapToInt(GoodUse.Month::count).max().orElse(0);
    List<UseView.Bar> bars = new ArrayList<>();
    List<UseView.Tick> ticks = new ArrayList<>();
    for (int at = 0; at < months.size(); at++) {
      GoodUse.Month month = months.get(at);
      int height =
          month.count() == 0
              ? 0
              : Math.max(6, UseView.Chart.HEIGHT * month.count() / Math.max(most, 1));
      bars.add(
          new UseView.Bar(
              at * UseView.Chart.STEP,
              height,
              words.say("use.month", words.date(month.from()), month.count())));
      if (at % 12 == 0) {
        ticks.add(
            new UseView.Tick(
                at * UseView.Chart.STEP, "start", YearMonth.from(month.from()).toString()));
      }
    }
    if (!months.isEmpty()) {
      LocalDate last = months.getLast().until().minusDays(1);
      ticks.add(
          new UseView.Tick(
              months.size() * UseView.Chart.STEP, "end", YearMonth.from(last).toString()));
    }
    long used = months.stream().filter(month -> month.count() > 0).count();
    return new UseView.Chart(
        words.say("use.chart", good.good(), used, months.size(), most), bars, ticks);
  }

  private UseView.Item item(GoodUse.Counted counted) {
    return new UseView.Item(
        counted.id().toString(),
        said(counted.kind().said()),
        form(counted.form()),
        counted.shortfalls().stream()
            .map(Shortfall::said)
            .map(this::said)
            .collect(Collectors.joining(words.say("use.join"))));
  }

  private String form(MarkForm form) {
    return words.code("use.form", form.state().code())
        + form.scores()
            .map(scores ->
                scores.byAspect().entrySet().stream()
                    .map(entry -> score(entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining(words.say("use.join"), "（", "）")))
            .map(text ->
                words.language() == Language.CHINESE
                    ? text
                    : " (" + text.substring(1, text.length() - 1) + ")")
            .orElse("");
  }

  private String score(Aspect aspect, Score score) {
    return words.code("aspect", aspect.name().toLowerCase(Locale.ROOT))
        + " "
        + String.format(Locale.ROOT, "%.2f", score.value());
  }

  DeclareView.Shown shown(UseDeclaration declaration) {
    return new DeclareView.Shown(
        declaration.mark().id().toString(),
        declaration.mark().word(),
        said(declaration.anchoring().said()),
        source(declaration.anchoring().citation())
            + " · "
            + confidence(declaration.anchoring().citation()),
        declaration.lines().stream().map(this::line).toList(),
        declaration.remarks().stream().map(this::remark).toList());
  }

  private DeclareView.Line line(UseDeclaration.Line line) {
    UseItem item = line.evidence().item();
    return new DeclareView.Line(
        line.evidence().id().toString(),
        said(item.kind().said()) + (item.reason().isEmpty() ? "" : ": " + item.reason()),
        item.from().equals(item.to())
            ? words.date(item.from())
            : words.say("use.days", words.date(item.from()), words.date(item.to())),
        words.orDash((item.place() + " " + item.country()).strip()),
        words.orDash(String.join(words.say("use.join"), item.goods())),
        words.orDash(item.mark()) + " · " + form(line.form()),
        line.evidence()
                .index()
                .map(index -> words.say("locker.index", index))
                .orElse(words.say("locker.waits"))
            + " · "
            + words.say(line.stamped() ? "use.stamped" : "use.unstamped")
            + " · "
            + words.say(line.anchored() ? "use.anchored" : "use.unanchored"));
  }

  String remark(UseWindow.Remark remark) {
    return said(remark.said())
        + (remark.subject().isEmpty()
            ? ""
            : " " + String.join(words.say("use.join"), remark.subject()));
  }

  String said(Said said) {
    return words.language() == Language.CHINESE ? said.zh() : said.en();
  }

  String source(Citation citation) {
    return (citation.instrument() + " " + citation.article()).strip();
  }

  String confidence(Citation citation) {
    return words.code("confidence", citation.confidence().name().toLowerCase(Locale.ROOT));
  }
}
