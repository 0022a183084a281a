package org.zhiheng.valuation.quality;

import java.time.LocalDate;
import java.util.Arrays;

/// Many patents and who cites whom, in columns. Built once, then read; may be shared between
/// threads.
///
/// Some 60 bytes a patent and 8 a citation, twice that of citations while it is built.
public final class PatentTable {

  /// More than the world has.
  public static final int PATENTS_MAX = 200_000_000;

  /// As many as an array holds.
  public static final int CITATIONS_MAX = 1_000_000_000;

  /// A day that is not known.
  static final int NO_DAY = Integer.MIN_VALUE;

  final int count;
  final int[] field;
  final int[] filedYear;
  final int[] filed;
  final int[] published;
  final int[] granted;
  final int[] family;
  final int[] claims;
  final int[] outside;
  final int[] literature;
  final int[] kept;
  final Lists subclasses;
  final Lists cited;
  final Lists citing;

  private PatentTable(Builder from) {
    count = from.count;
    field = Arrays.copyOf(from.field, count);
    filedYear = Arrays.copyOf(from.filedYear, count);
    filed = Arrays.copyOf(from.filed, count);
    published = Arrays.copyOf(from.published, count);
    granted = Arrays.copyOf(from.granted, count);
    family = Arrays.copyOf(from.family, count);
    claims = Arrays.copyOf(from.claims, count);
    outside = Arrays.copyOf(from.outside, count);
    literature = Arrays.copyOf(from.literature, count);
    kept = Arrays.copyOf(from.kept, count);
    subclasses =
        new Lists(
            Arrays.copyOf(from.subclassEnd, count + 1),
            Arrays.copyOf(from.subclass, from.subclassEnd[count]));
    cited = Lists.of(count, from.citations, from.from, from.to);
    citing = Lists.of(count, from.citations, from.to, from.from);
  }

  /// How many patents.
  public int count() {
    return count;
  }

  /// A list of numbers for each patent, one after the other.
  ///
  /// @param end where the list of the patent before it ends; one more than patents
  /// @param items all lists
  @SuppressWarnings("ArrayRecordComponent")
  record Lists(int[] end, int[] items) {

    int from(int patent) {
      return end[patent];
    }

    int to(int patent) {
      return end[patent + 1];
    }

    int size(int patent) {
      return end[patent + 1] - end[patent];
    }

    /// The pairs by their key; of one key in the order in which they came.
    static Lists of(int count, int pairs, int[] keys, int[] values) {
      int[] end = new int[count + 1];
      for (int at = 0; at < pairs; at++) {
        end[keys[at] + 1]++;
      }
      for (int at = 0; at < count; at++) {
        end[at + 1] += end[at];
      }
      int[] next = Arrays.copyOf(end, count);
      int[] items = new int[pairs];
      for (int at = 0; at < pairs; at++) {
        items[next[keys[at]]++] = values[at];
      }
      return new Lists(end, items);
    }
  }

  /// Takes patents, then citations. Not for several threads.
  public static final class Builder {

    private int count;
    private int citations;
    private int[] field = new int[16];
    private int[] filedYear = new int[16];
    private int[] filed = new int[16];
    private int[] published = new int[16];
    private int[] granted = new int[16];
    private int[] family = new int[16];
    private int[] claims = new int[16];
    private int[] outside = new int[16];
    private int[] literature = new int[16];
    private int[] kept = new int[16];
    private int[] subclassEnd = new int[17];
    private int[] subclass = new int[32];
    private int[] from = new int[16];
    private int[] to = new int[16];

    /// Takes a patent.
    ///
    /// @return its number, from 0
    /// @throws IllegalArgumentException when there are too many, or a subclass is none
    public int add(Patent patent) {
      if (count == PATENTS_MAX) {
        throw new IllegalArgumentException("patents must be at most " + PATENTS_MAX);
      }
      if (count == field.length) {
        widen(Math.min(PATENTS_MAX, count * 2));
      }
      int[] own =
          patent.subclasses().stream().mapToInt(Subclass::number).distinct().sorted().toArray();
      int begin = subclassEnd[count];
      if (begin + own.length > subclass.length) {
        subclass = Arrays.copyOf(subclass, Math.max(begin + own.length, 2 * subclass.length));
      }
      System.arraycopy(own, 0, subclass, begin, own.length);
      subclassEnd[count + 1] = begin + own.length;
      field[count] = patent.field();
      filedYear[count] = patent.filed().getYear();
      filed[count] = day(patent.filed());
      published[count] = day(patent.published());
      granted[count] = patent.granted().map(PatentTable::day).orElse(NO_DAY);
      family[count] = patent.familyOffices();
      claims[count] = patent.claims();
      outside[count] = patent.outsideCitations();
      literature[count] = patent.literatureCitations();
      kept[count] = patent.yearsKept().orElse(-1);
      return count++;
    }

    /// Takes a citation between two patents that were taken. One that comes twice counts twice.
    ///
    /// @throws IllegalArgumentException when one of them is not there, or there are too many
    public void cite(int citing, int cited) {
      if (citing < 0 || citing >= count || cited < 0 || cited >= count) {
        throw new IllegalArgumentException(
            "both must be in 0.." + (count - 1) + ": " + citing + ", " + cited);
      }
      if (citations == CITATIONS_MAX) {
        throw new IllegalArgumentException("citations must be at most " + CITATIONS_MAX);
      }
      if (citations == from.length) {
        int wider = (int) Math.min(CITATIONS_MAX, citations * 2L);
        from = Arrays.copyOf(from, wider);
        to = Arrays.copyOf(to, wider);
      }
      from[citations] = citing;
      to[citations] = cited;
      citations++;
    }

    /// The table.
    public PatentTable build() {
      return new PatentTable(this);
    }

    private void widen(int wider) {
      field = Arrays.copyOf(field, wider);
      filedYear = Arrays.copyOf(filedYear, wider);
      filed = Arrays.copyOf(filed, wider);
      published = Arrays.copyOf(published, wider);
      granted = Arrays.copyOf(granted, wider);
      family = Arrays.copyOf(family, wider);
      claims = Arrays.copyOf(claims, wider);
      outside = Arrays.copyOf(outside, wider);
      literature = Arrays.copyOf(literature, wider);
      kept = Arrays.copyOf(kept, wider);
      subclassEnd = Arrays.copyOf(subclassEnd, wider + 1);
    }
  }

  private static int day(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }
}
