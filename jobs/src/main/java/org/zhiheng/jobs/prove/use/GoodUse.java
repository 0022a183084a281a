package org.zhiheng.jobs.prove.use;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.jobs.prove.EvidenceId;

/// What the evidence shows for one good.
///
/// @param good as the register words it, or the evidence where the register does not have it
/// @param registered whether the register has it for this mark
/// @param verdict by the rule [UseRule#VERDICT]
/// @param because what is missing to proved, and what was found
/// @param months the window in its months, oldest first
/// @param gapMonths the longest run of months without evidence; such a gap has no effect in law
/// @param lastUse the last day within the window for which there is evidence
/// @param counted evidence that touches the window, by id
/// @param beside goods with proved use that the goods table calls similar to this one; for a person
public record GoodUse(
    String good,
    boolean registered,
    UseVerdict verdict,
    List<Said> because,
    List<Month> months,
    int gapMonths,
    Optional<LocalDate> lastUse,
    List<Counted> counted,
    List<String> beside) {

  /// Copies the lists.
  public GoodUse {
    because = List.copyOf(because);
    months = List.copyOf(months);
    counted = List.copyOf(counted);
    beside = List.copyOf(beside);
  }

  /// Whether there is no evidence in three years in a row, which is what the law asks.
  public boolean threeYearsWithout() {
    return counted.isEmpty();
  }

  /// A month of the window.
  ///
  /// @param from first day
  /// @param until the day behind its last
  /// @param count pieces of evidence that touch it
  public record Month(LocalDate from, LocalDate until, int count) {}

  /// Evidence that touches the window.
  ///
  /// @param id its id
  /// @param kind what it is
  /// @param form the mark in it
  /// @param shortfalls what it lacks; empty for one that the rule asks for
  public record Counted(EvidenceId id, UseKind kind, MarkForm form, Set<Shortfall> shortfalls) {

    /// What supporting evidence may lack.
    private static final Set<Shortfall> SUPPORTING =
        Set.of(Shortfall.NO_TRADE_PAPER, Shortfall.PLACE_UNSTATED, Shortfall.OVER_EDGE);

    /// Copies the set.
    public Counted {
      EnumSet<Shortfall> copy = EnumSet.noneOf(Shortfall.class);
      copy.addAll(shortfalls);
      shortfalls = java.util.Collections.unmodifiableSet(copy);
    }

    /// Whether it lacks nothing.
    public boolean strong() {
      return shortfalls.isEmpty();
    }

    /// Whether it can stand beside one that lacks nothing.
    public boolean supports() {
      return SUPPORTING.containsAll(shortfalls);
    }
  }
}
