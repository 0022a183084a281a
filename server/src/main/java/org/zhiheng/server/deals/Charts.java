package org.zhiheng.server.deals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.cashflow.run.SimulationRun;
import org.zhiheng.server.chart.Ruler;
import org.zhiheng.server.page.Words;

/// Charts of a run, in a view box of [#WIDTH] by [#HEIGHT].
final class Charts {

  static final int WIDTH = 720;
  static final int HEIGHT = 260;
  static final int LEFT = 64;
  static final int TOP = 12;
  static final int BOTTOM = 220;

  private static final int RIGHT = 712;
  private static final int LABELS_MAX = 8;

  /// Looks that tranches take in turn.
  private static final int LOOKS = 5;

  /// Widest range that is drawn of losses at least, in hundredths.
  private static final int LOSS_RANGE = 10;

  private final Words words;
  private final DealWords said;

  Charts(Words words, DealWords said) {
    this.words = words;
    this.said = said;
  }

  /// What tranches are paid on each date: principal, and interest on it.
  DealsView.Bars flows(Outcome outcome) {
    List<String> names = outcome.deal().tranches().stream().map(one -> one.name()).toList();
    List<List<LedgerRun.TrancheRow>> rows =
        names.stream().map(name -> outcome.run().tranche(name)).toList();
    int count = lastPaid(rows) + 1;
    double unit = said.chartUnit();
    double[] sums = new double[count];
    for (List<LedgerRun.TrancheRow> tranche : rows) {
      for (int at = 0; at < count; at++) {
        sums[at] += (tranche.get(at).principal() + tranche.get(at).interest()) / unit;
      }
    }
    Ruler ruler = Ruler.fromNothing(sums);
    double step = (double) (RIGHT - LEFT) / count;
    double width = Math.max(0.8, step * 0.72);
    List<DealsView.Rect> rects = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      double below = 0;
      double x = LEFT + at * step + (step - width) / 2;
      for (int j = 0; j < names.size(); j++) {
        LedgerRun.TrancheRow row = rows.get(j).get(at);
        long[] parts = {row.principal(), row.interest()};
        for (int part = 0; part < 2; part++) {
          if (parts[part] > 0) {
            double top = below + parts[part] / unit;
            rects.add(
                new DealsView.Rect(
                    look(j, part == 1),
                    at(x),
                    at(y(ruler, top)),
                    at(width),
                    at(Math.max(0.4, y(ruler, below) - y(ruler, top))),
                    words.date(row.date())
                        + " "
                        + names.get(j)
                        + " "
                        + words.say(part == 0 ? "workbench.principal" : "workbench.interest")
                        + " "
                        + said.amount(parts[part])));
            below = top;
          }
        }
      }
    }
    List<DealsView.Key> keys = new ArrayList<>();
    for (int j = 0; j < names.size(); j++) {
      keys.add(
          new DealsView.Key(look(j, false), names.get(j) + " " + words.say("workbench.principal")));
      keys.add(
          new DealsView.Key(look(j, true), names.get(j) + " " + words.say("workbench.interest")));
    }
    List<LocalDate> dates = rows.getFirst().stream().map(LedgerRun.TrancheRow::date).toList();
    return new DealsView.Bars(
        words.say(
            "workbench.flows.title",
            words.date(dates.get(count - 1)),
            said.amount(
                rows.stream()
                    .flatMap(List::stream)
                    .mapToLong(row -> row.principal() + row.interest())
                    .sum())),
        said.chartUnitName(),
        across(dates.subList(0, count), step),
        up(ruler, false),
        rects,
        keys);
  }

  private static int lastPaid(List<List<LedgerRun.TrancheRow>> rows) {
    int last = 0;
    for (List<LedgerRun.TrancheRow> tranche : rows) {
      for (int at = 0; at < tranche.size(); at++) {
        if (tranche.get(at).principal() + tranche.get(at).interest() > 0) {
          last = Math.max(last, at);
        }
      }
    }
    return last;
  }

  private static List<DealsView.Tick> across(List<LocalDate> dates, double step) {
    int every = Math.max(1, (dates.size() + LABELS_MAX - 1) / LABELS_MAX);
    List<DealsView.Tick> ticks = new ArrayList<>();
    for (int at = 0; at < dates.size(); at += every) {
      ticks.add(
          new DealsView.Tick(
              at(LEFT + (at + 0.5) * step),
              dates.get(at).toString().substring(0, 7),
              at / every % 2 == 1));
    }
    return ticks;
  }

  private static List<DealsView.Tick> up(Ruler ruler, boolean percent) {
    return ruler.ticks().stream()
        .map(figure ->
            new DealsView.Tick(
                at(y(ruler, figure)),
                percent ? plain(figure * 100) + " %" : grouped(figure),
                false))
        .toList();
  }

  /// How many paths lose how much; those that lose nothing are told in words, not drawn: they would
  /// hide the others.
  DealsView.Bars losses(String title, List<SimulationRun.LossStep> steps, int look) {
    int most = steps.stream().mapToInt(SimulationRun.LossStep::upTo).max().orElse(0);
    int range = Math.max(LOSS_RANGE, Math.min(100, (most + 9) / 10 * 10));
    List<SimulationRun.LossStep> lossy = steps.stream().filter(step -> step.upTo() > 0).toList();
    Ruler ruler =
        Ruler.fromNothing(lossy.stream().mapToDouble(SimulationRun.LossStep::share).toArray());
    double wide = (double) (RIGHT - LEFT) / range;
    List<DealsView.Rect> rects = new ArrayList<>();
    for (SimulationRun.LossStep step : lossy) {
      double y = y(ruler, step.share());
      rects.add(
          new DealsView.Rect(
              look(look, false),
              at(LEFT + (step.upTo() - 1) * wide + wide * 0.08),
              at(y),
              at(wide * 0.84),
              at(Math.max(0.6, BOTTOM - y)),
              words.say(
                  "workbench.loss.bar",
                  step.upTo() - 1,
                  step.upTo(),
                  DealWords.percent(step.share(), 2))));
    }
    List<DealsView.Tick> across = new ArrayList<>();
    int every = range <= 10 ? 1 : range <= 50 ? 5 : 10;
    for (int at = 0; at <= range; at += every) {
      across.add(new DealsView.Tick(at(LEFT + at * wide), at + " %", at / every % 2 == 1));
    }
    return new DealsView.Bars(
        title,
        words.say("workbench.loss.unit"),
        across,
        lossy.isEmpty() ? List.of() : up(ruler, true),
        rects,
        List.of());
  }

  static String look(int tranche, boolean interest) {
    return "b" + tranche % LOOKS + (interest ? " i" : "");
  }

  private static double y(Ruler ruler, double figure) {
    return BOTTOM - (double) (BOTTOM - TOP) * ruler.at(figure) / Ruler.LENGTH;
  }

  private static String at(double place) {
    return new BigDecimal(place).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  private static String plain(double figure) {
    BigDecimal shown =
        new BigDecimal(figure).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
    return shown.scale() < 0 ? shown.setScale(0).toPlainString() : shown.toPlainString();
  }

  private static String grouped(double figure) {
    String text = plain(figure);
    int dot = text.indexOf('.');
    String whole = dot < 0 ? text : text.substring(0, dot);
    return whole.replaceAll("(?<=[0-9])(?=(?:[0-9]{3})+$)", ",")
        + (dot < 0 ? "" : text.substring(dot));
  }
}
