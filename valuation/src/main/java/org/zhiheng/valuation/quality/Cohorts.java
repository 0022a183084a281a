package org.zhiheng.valuation.quality;

import java.util.Arrays;

/// Patents of one field and filing year together, in one array, cohort after cohort.
final class Cohorts {

  /// Where a cohort is cut before its maximum is taken, against outliers.
  private static final double WINSOR = 0.98;

  /// The share of a cohort that breaks through.
  private static final double BREAKTHROUGH = 0.01;

  private final int[] order;
  private final int[] end;

  private Cohorts(int[] order, int[] end) {
    this.order = order;
    this.end = end;
  }

  static Cohorts of(PatentTable table) {
    if (table.count == 0) {
      return new Cohorts(new int[0], new int[1]);
    }
    int first = Arrays.stream(table.filedYear).min().orElseThrow();
    int years = Arrays.stream(table.filedYear).max().orElseThrow() - first + 1;
    int keys = Math.multiplyExact(years, Patent.FIELDS_MAX);
    int[] key = new int[table.count];
    int[] number = new int[table.count];
    for (int patent = 0; patent < table.count; patent++) {
      key[patent] = (table.filedYear[patent] - first) * Patent.FIELDS_MAX + table.field[patent];
      number[patent] = patent;
    }
    PatentTable.Lists lists = PatentTable.Lists.of(keys, table.count, key, number);
    return new Cohorts(lists.items(), lists.end());
  }

  /// What each figure is of the cohort's largest, both cut at the cohort's 98th percentile; unknown
  /// figures stay unknown and are not counted.
  double[] normal(double[] figures) {
    double[] normal = new double[figures.length];
    for (int cohort = 0; cohort + 1 < end.length; cohort++) {
      double[] known = known(cohort, figures);
      double cut = known.length == 0 ? 0 : known[rank(WINSOR, known.length)];
      for (int at = end[cohort]; at < end[cohort + 1]; at++) {
        double figure = figures[order[at]];
        // in a cohort of zeros a zero is at the bottom, whatever is above them at the top
        normal[order[at]] =
            Double.isNaN(figure) ? Double.NaN : figure == 0 ? 0 : Math.min(1, figure / cut);
      }
    }
    return normal;
  }

  /// `1 - figure / largest of the cohort`.
  double[] fromLargest(double[] figures) {
    double[] turned = new double[figures.length];
    for (int cohort = 0; cohort + 1 < end.length; cohort++) {
      double[] known = known(cohort, figures);
      double largest = known.length == 0 ? 0 : known[known.length - 1];
      for (int at = end[cohort]; at < end[cohort + 1]; at++) {
        double figure = figures[order[at]];
        turned[order[at]] =
            Double.isNaN(figure) ? Double.NaN : largest == 0 ? 1 : 1 - figure / largest;
      }
    }
    return turned;
  }

  /// 1 for the highest percent of each cohort and what equals the last of it, 0 for the others.
  double[] breakthrough(double[] figures) {
    double[] marks = new double[figures.length];
    for (int cohort = 0; cohort + 1 < end.length; cohort++) {
      double[] known = known(cohort, figures);
      int top = (int) Math.ceil(BREAKTHROUGH * known.length);
      double least = known.length == 0 ? 0 : known[known.length - top];
      for (int at = end[cohort]; at < end[cohort + 1]; at++) {
        double figure = figures[order[at]];
        marks[order[at]] =
            Double.isNaN(figure) ? Double.NaN : figure > 0 && figure >= least ? 1 : 0;
      }
    }
    return marks;
  }

  /// The known figures of a cohort, rising.
  private double[] known(int cohort, double[] figures) {
    double[] known = new double[end[cohort + 1] - end[cohort]];
    int count = 0;
    for (int at = end[cohort]; at < end[cohort + 1]; at++) {
      double figure = figures[order[at]];
      if (!Double.isNaN(figure)) {
        known[count++] = figure;
      }
    }
    double[] sorted = Arrays.copyOf(known, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /// The nearest rank, from 0.
  private static int rank(double share, int count) {
    return (int) Math.ceil(share * count) - 1;
  }
}
