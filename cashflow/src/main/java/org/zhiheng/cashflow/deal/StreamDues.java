package org.zhiheng.cashflow.deal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.zhiheng.cashflow.fen.Fen;
import org.zhiheng.cashflow.fen.Rounding;
import org.zhiheng.values.Rate;

/// What falls due of a stream, day by day.
///
/// @param days when, in order
/// @param interest the part of each that is income, in minor units
/// @param principal the rest of each
public record StreamDues(List<LocalDate> days, List<Long> interest, List<Long> principal) {

  /// Holds the lists unchangeable.
  public StreamDues {
    days = List.copyOf(days);
    interest = List.copyOf(interest);
    principal = List.copyOf(principal);
  }

  /// What a stream's terms come to after its cut-off; with a yield, amounts are discounted by it to
  /// the cut-off, counted ACT/365F and compounded yearly.
  public static StreamDues of(Asset.Stream stream, Rounding rounding) {
    List<LocalDate> days = new ArrayList<>();
    List<Long> amounts = new ArrayList<>();
    long fee = 0;
    switch (stream.terms()) {
      case StreamTerms.Scheduled scheduled -> {
        return scheduled(scheduled, stream.asOf());
      }
      case StreamTerms.Listed listed ->
          listed
              .amounts()
              .forEach((day, amount) -> {
                days.add(day);
                amounts.add(amount);
              });
      case StreamTerms.Fees fees -> {
        long amount = fees.amount();
        for (int i = 0; i < fees.count(); i++) {
          days.add(fees.first().plusMonths((long) i * fees.everyMonths()));
          amounts.add(amount);
          amount = grown(amount, fees.step(), rounding);
        }
      }
      case StreamTerms.DailyRent rent -> {
        long perDay = rent.perDay();
        LocalDate from = rent.from();
        for (int i = 0; i < rent.count(); i++) {
          LocalDate due = rent.due().next(from, rent.from());
          days.add(due);
          amounts.add(Math.multiplyExact(perDay, due.toEpochDay() - from.toEpochDay()));
          perDay = grown(perDay, rent.step(), rounding);
          from = due;
        }
      }
      case StreamTerms.Royalty royalty -> {
        for (Map.Entry<LocalDate, Long> sale : royalty.sales().entrySet()) {
          days.add(sale.getKey());
          long part = Fen.part(sale.getValue(), royalty.rate().billionths(), Fen.BILLION, rounding);
          amounts.add(Math.max(royalty.least(), part));
        }
      }
      case StreamTerms.Receivable receivable -> {
        days.add(receivable.due());
        amounts.add(receivable.amount());
        fee = receivable.fee();
      }
    }
    while (!days.isEmpty() && !days.getFirst().isAfter(stream.asOf())) {
      days.removeFirst();
      amounts.removeFirst();
    }
    return split(days, amounts, fee, stream);
  }

  /// What is outstanding before the first.
  public long balance() {
    return principal.stream().mapToLong(Long::longValue).sum();
  }

  private static StreamDues scheduled(StreamTerms.Scheduled terms, LocalDate asOf) {
    TreeSet<LocalDate> days = new TreeSet<>(terms.principal().keySet());
    days.addAll(terms.interest().keySet());
    List<LocalDate> later = List.copyOf(days.tailSet(asOf, false));
    return new StreamDues(
        later,
        later.stream().map(day -> terms.interest().getOrDefault(day, 0L)).toList(),
        later.stream().map(day -> terms.principal().getOrDefault(day, 0L)).toList());
  }

  private static long grown(long amount, Rate.PerYear step, Rounding rounding) {
    return Fen.part(amount, Math.addExact(Fen.BILLION, step.billionths()), Fen.BILLION, rounding);
  }

  private static StreamDues split(
      List<LocalDate> days, List<Long> amounts, long fee, Asset.Stream stream) {
    List<Long> interest = new ArrayList<>();
    List<Long> principal = new ArrayList<>();
    if (stream.yield().isEmpty() || days.isEmpty()) {
      for (long amount : amounts) {
        interest.add(Math.min(fee, amount));
        principal.add(amount - Math.min(fee, amount));
      }
      return new StreamDues(days, interest, principal);
    }
    // present values from the end, so that what is left at the last day is its amount
    double yield = stream.yield().get().billionths() / 1e9;
    long[] before = new long[days.size() + 1];
    for (int i = days.size() - 1; i >= 0; i--) {
      LocalDate from = i == 0 ? stream.asOf() : days.get(i - 1);
      long dayCount = days.get(i).toEpochDay() - from.toEpochDay();
      double factor = StrictMath.pow(1 + yield, -dayCount / 365.0);
      before[i] = Math.round((before[i + 1] + amounts.get(i)) * factor);
    }
    for (int i = 0; i < days.size(); i++) {
      long part = Math.min(before[i] - before[i + 1], amounts.get(i));
      principal.add(Math.max(0, part));
      interest.add(amounts.get(i) - Math.max(0, part));
    }
    return new StreamDues(days, interest, principal);
  }
}
