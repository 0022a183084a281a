package org.zhiheng.jobs.administer.expedite;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.deadlines.KnownLaw;
import org.zhiheng.deadlines.Question;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.right.Right;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Whether a way is open for a right, condition by condition. Pure.
///
/// What somebody says counts, unless the register says otherwise; what neither says is not met.
///
/// @param route the way
/// @param findings one for each condition, in order
/// @param promises what the way promises from the day asked for
public record Eligibility(Route route, List<Finding> findings, List<Promise> promises) {

  /// Copies the lists.
  public Eligibility {
    findings = List.copyOf(findings);
    promises = List.copyOf(promises);
  }

  /// What a condition comes to.
  public enum Outcome {
    /// 符合
    MET,
    /// 无来源
    NO_SOURCE,
    /// 不符合
    NOT_MET;

    /// `not-met`
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// What was found of a condition.
  ///
  /// @param said who says so: `register`, `person`, or empty
  public record Finding(Condition condition, Outcome outcome, String said) {}

  /// A time that the way promises.
  ///
  /// @param rule its id
  /// @param due the day it ends, where it can be said
  public record Promise(String rule, Optional<LocalDate> due, String status) {}

  /// A right as the register knows it.
  public record Known(Right right, List<Fact> facts) {}

  /// `eligible` when every condition is met, `not-eligible` when one is not, else `unknown`.
  public String verdict() {
    if (findings.stream().anyMatch(one -> one.outcome() == Outcome.NOT_MET)) {
      return "not-eligible";
    }
    return findings.stream().allMatch(one -> one.outcome() == Outcome.MET) ? "eligible" : "unknown";
  }

  /// Judges.
  ///
  /// @param known the right, where the register has it
  /// @param said what somebody says of conditions: whether they hold
  /// @param from the day it is handed in or granted
  /// @throws ProblemsException `expedited-kind` when the way is not for such rights
  public static Eligibility of(
      Route route,
      Optional<Known> known,
      Map<Condition, Boolean> said,
      KnownLaw law,
      LocalDate from) {
    known.ifPresent(one -> mustFit(route, one.right().kind()));
    Map<Condition, Boolean> register = new EnumMap<>(Condition.class);
    known.ifPresent(one -> told(one, register));
    List<Finding> findings = new ArrayList<>();
    for (Condition condition : Condition.of(route)) {
      findings.add(
          finding(
              condition,
              Optional.ofNullable(register.get(condition)),
              Optional.ofNullable(said.get(condition))));
    }
    List<Promise> promises = new ArrayList<>();
    for (String rule : route.promises()) {
      promises.add(
          law.compute(Question.of(rule, from))
              .found()
              .map(answer -> new Promise(rule, answer.due(), answer.status().toString()))
              .orElseGet(() -> new Promise(rule, Optional.empty(), "unknown")));
    }
    return new Eligibility(route, findings, promises);
  }

  private static Finding finding(
      Condition condition, Optional<Boolean> register, Optional<Boolean> said) {
    return register
        .map(holds -> new Finding(condition, holds ? Outcome.MET : Outcome.NOT_MET, "register"))
        .or(() ->
            said.map(
                holds -> new Finding(condition, holds ? Outcome.MET : Outcome.NOT_MET, "person")))
        .orElseGet(() -> new Finding(condition, Outcome.NO_SOURCE, ""));
  }

  private static void mustFit(Route route, RightKind kind) {
    boolean fits =
        switch (route) {
          case PRE_EXAMINATION, PRIORITISED -> kind.family() == RightKind.Family.PATENT;
          case MARK -> kind.family() == RightKind.Family.MARK;
        };
    if (!fits) {
      throw new ProblemsException(
          Problem.of(
              "expedited-kind",
              "",
              kind.code(),
              switch (route) {
                case PRE_EXAMINATION, PRIORITISED -> "This way is for patents.";
                case MARK -> "This way is for marks.";
              }));
    }
  }

  /// What the register says of conditions. That nothing is on record of a thing says nothing.
  private static void told(Known known, Map<Condition, Boolean> register) {
    if (known.right().dates().filedOn().isPresent()) {
      register.put(Condition.NOT_FILED_YET, false);
    }
    boolean national =
        known.facts().stream()
            .anyMatch(fact ->
                fact instanceof Fact.Acted acted && acted.act() == Act.NATIONAL_PHASE_ENTERED);
    if (national) {
      register.put(Condition.NO_NATIONAL_PHASE, false);
    }
  }
}
