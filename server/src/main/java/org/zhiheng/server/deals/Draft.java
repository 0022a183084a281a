package org.zhiheng.server.deals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.AssumptionsReader;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealReader;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// A deal file and its assumptions as typed, read as far as they can be.
///
/// @param deal if it reads
/// @param assumed what it is run under; none where nothing is assumed reads as nothing happens
/// @param problems all that is wrong, each with its file in `source` and its place
public record Draft(Optional<Deal> deal, Optional<Assumptions> assumed, List<Problem> problems) {

  /// Characters of one text: a thousand assets with what they need; four such texts are one form.
  public static final int LENGTH_MAX = 150_000;

  /// Assets that are run while somebody waits for a page.
  static final int ASSETS_MAX = 1_000;

  public Draft {
    problems = List.copyOf(problems);
  }

  /// Reads both texts.
  ///
  /// @param name of the deal's file in problems; that of the assumptions is `assume` with its
  ///   ending
  public static Draft of(String name, String deal, String assume) {
    String beside = name.replace("deal", "assume");
    List<Problem> problems = new ArrayList<>();
    Optional<Deal> read =
        tooLong(name, deal, problems)
            ? Optional.empty()
            : tried(problems, () -> DealReader.read(name, deal, _ -> Optional.empty()));
    if (read.isPresent() && read.get().pool().assets().size() > ASSETS_MAX) {
      problems.add(
          new Problem(
              "deal-limit",
              "",
              Integer.toString(read.get().pool().assets().size()),
              "A page runs at most " + ASSETS_MAX + " assets; the command line runs more.",
              name));
      read = Optional.empty();
    }
    if (read.isEmpty() || tooLong(beside, assume, problems)) {
      return new Draft(read, Optional.empty(), problems);
    }
    Deal whole = read.get();
    Optional<Assumptions> assumed =
        assume.isBlank()
            ? Optional.of(Assumptions.NONE)
            : tried(problems, () -> AssumptionsReader.read(beside, assume, whole));
    return new Draft(read, assumed, problems);
  }

  /// The plan under a stress.
  ///
  /// @throws ProblemsException when the assumptions lack what the deal needs
  static Plan plan(Deal deal, Assumptions assumed, Stress stress) {
    return Plan.of(deal, stress.of(assumed));
  }

  /// The same with what the plan itself refuses among the problems.
  public Draft planned(String name) {
    if (deal.isEmpty() || assumed.isEmpty()) {
      return this;
    }
    List<Problem> all = new ArrayList<>(problems);
    tried(all, () -> Plan.of(deal.get(), assumed.get()));
    return new Draft(
        deal,
        assumed,
        all.stream()
            .map(one -> one.source().isEmpty() ? one.from(name.replace("deal", "assume")) : one)
            .toList());
  }

  private static boolean tooLong(String name, String text, List<Problem> problems) {
    if (text.length() <= LENGTH_MAX) {
      return false;
    }
    problems.add(
        new Problem(
            "deal-limit",
            "",
            Integer.toString(text.length()),
            "A page takes at most " + LENGTH_MAX + " characters; the command line takes more.",
            name));
    return true;
  }

  private interface Reading<T> {
    T read();
  }

  private static <T> Optional<T> tried(List<Problem> problems, Reading<T> reading) {
    try {
      return Optional.of(reading.read());
    } catch (ProblemsException refused) {
      problems.addAll(refused.problems());
      return Optional.empty();
    }
  }
}
