package org.zhiheng.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Where a deadline stands on a day. Every answer has one: a late one is missed, never gone.
public sealed interface Standing {

  /// It runs.
  ///
  /// @param daysLeft to the safe date, or to the warning where that is unknown; negative when only
  ///   a later date can still be argued
  record Running(long daysLeft) implements Standing {}

  /// It was met.
  ///
  /// @param on the day of the act
  /// @param beyondSafe whether the act came after the safe date, so that its timeliness must be
  ///   argued
  record Met(LocalDate on, boolean beyondSafe) implements Standing {}

  /// It was missed.
  ///
  /// @param since the first day after the latest arguable date
  /// @param doneOn the late act, if there was one
  /// @param remedies what it opens
  record Missed(LocalDate since, Optional<LocalDate> doneOn, List<OpenedRemedy> remedies)
      implements Standing {

    /// Holds the list unchangeable.
    public Missed {
      remedies = List.copyOf(remedies);
    }
  }

  /// What a missed deadline opens.
  ///
  /// @param rule the remedy's rule
  /// @param answer its own clock; none while the notice that starts it is still to come
  record OpenedRemedy(String rule, Optional<Answer> answer) {}

  /// Where an answer stands.
  ///
  /// @param answer by `law`
  /// @param question what was asked for it
  /// @param doneOn the day of the act that clears it, if it was done
  /// @param on the day that is asked from
  static Standing of(
      KnownLaw law, Question question, Answer answer, Optional<LocalDate> doneOn, LocalDate on) {
    LocalDate safe = answer.due().orElse(answer.warnBy());
    if (doneOn.isPresent() && !doneOn.get().isAfter(answer.latestArguable())) {
      return new Met(doneOn.get(), doneOn.get().isAfter(safe));
    }
    if (doneOn.isEmpty() && !on.isAfter(answer.latestArguable())) {
      return new Running(safe.toEpochDay() - on.toEpochDay());
    }
    List<OpenedRemedy> remedies =
        answer.remedies().stream()
            .map(remedy ->
                new OpenedRemedy(
                    remedy.rule(),
                    switch (remedy.from()) {
                      case NOTICE -> Optional.<Answer>empty();
                      case END -> fromEnd(law, remedy.rule(), answer);
                      case EVENT ->
                          law.compute(Question.of(remedy.rule(), question.event())).found();
                    }))
            .toList();
    return new Missed(answer.latestArguable().plusDays(1), doneOn, remedies);
  }

  /// A remedy's clock that starts when the missed term ended. Whether that is the day before or
  /// after it moved, and which day of several that can be argued, is not said: it is safe to count
  /// from the first of them, and what follows from the last can be argued.
  private static Optional<Answer> fromEnd(KnownLaw law, String remedy, Answer missed) {
    LocalDate end = missed.end().orElse(missed.warnBy());
    Optional<Answer> safe = law.compute(Question.of(remedy, end)).found();
    if (missed.latestArguable().equals(end)) {
      return safe;
    }
    LocalDate latest =
        law.compute(Question.of(remedy, missed.latestArguable()))
            .found()
            .map(Answer::latestArguable)
            .orElse(end);
    return safe.map(answer -> answer.arguableTo(latest));
  }
}
