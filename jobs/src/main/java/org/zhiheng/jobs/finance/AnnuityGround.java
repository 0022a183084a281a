package org.zhiheng.jobs.finance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.administer.Deadline;
import org.zhiheng.jobs.administer.State;
import org.zhiheng.register.event.Fact;
import org.zhiheng.values.EventId;

/// Whether an annuity is unpaid, by the docket: what fell due and has no payment on record is
/// unpaid; what was due before the record of the right began here is not told.
final class AnnuityGround {

  private static final String ANNUITY = "cn.patent.annuity";
  private static final String GRACE = "-grace";

  private final TitleStory story;
  private final List<Finding.Entry> paid = new ArrayList<>();
  private final List<String> owing = new ArrayList<>();
  private final List<String> untold = new ArrayList<>();
  private boolean counted;

  private AnnuityGround(TitleStory story) {
    this.story = story;
  }

  static Finding of(TitleStory story) {
    return new AnnuityGround(story).finding();
  }

  private Finding finding() {
    for (Deadline deadline : story.dossier().docket().deadlines()) {
      if (deadline.question().rule().equals(ANNUITY)) {
        counted = true;
        year(deadline);
      }
    }
    story.dossier().docket().unanswered().stream()
        .filter(one -> one.rule().startsWith(ANNUITY))
        .forEach(one -> untold.add("of " + one.event()));
    List<Finding.Entry> grant =
        story.first(Fact.Granted.class::isInstance).map(story::entry).stream().toList();
    if (!owing.isEmpty()) {
      return finding(
          Finding.Status.BLOCKED,
          "annuity-unpaid",
          "No payment is on record of the annuity of " + String.join(", ", owing) + ".",
          grant);
    }
    if (!untold.isEmpty()) {
      return finding(
          Finding.Status.NO_SOURCE,
          "annuity-untold",
          "Whether the annuity was paid is not told for " + String.join(", ", untold) + ".",
          List.copyOf(paid));
    }
    if (!counted || grant.isEmpty() || story.right().stage().ended()) {
      return finding(
          Finding.Status.NO_SOURCE,
          "annuity-uncounted",
          "Annuities are counted from the filing and the grant of a patent that lives.",
          grant);
    }
    return paid.isEmpty()
        ? finding(
            Finding.Status.CLEAR, "annuity-not-due", "None has fallen due since the grant.", grant)
        : finding(
            Finding.Status.CLEAR,
            "annuity-paid",
            "All that fell due is paid, by the record.",
            List.of(paid.getLast()));
  }

  private static Finding finding(
      Finding.Status status, String code, String reason, List<Finding.Entry> entries) {
    return new Finding(
        PledgeGround.ANNUITY_UNPAID, status, Optional.empty(), code, reason, entries);
  }

  private void year(Deadline deadline) {
    switch (deadline.state()) {
      case State.Running running -> {
        if (running.daysLeft() < 0) {
          untold.add(name(deadline)); // whether it fell due yet can be argued
        }
      }
      case State.Ended _ -> {}
      case State.Met met -> paid(deadline, met.by());
      case State.Settled settled -> paid(deadline, settled.by());
      case State.Closed _, State.Over _ -> untold.add(name(deadline));
      case State.Missed _ -> missed(deadline);
    }
  }

  private void missed(Deadline deadline) {
    Optional<Deadline> grace =
        story.dossier().docket().deadlines().stream()
            .filter(one -> one.question().rule().equals(ANNUITY + GRACE))
            .filter(one -> one.parent().filter(deadline.key()::equals).isPresent())
            .findFirst();
    if (grace.isEmpty()) {
      untold.add(name(deadline));
      return;
    }
    switch (grace.get().state()) {
      case State.Ended _ -> {}
      case State.Met met -> paid(deadline, met.by());
      case State.Settled settled -> paid(deadline, settled.by());
      case State.Closed _, State.Over _ -> untold.add(name(deadline));
      case State.Running _ -> (deadline.beforeRecord() ? untold : owing).add(name(deadline));
      case State.Missed _ -> (grace.get().beforeRecord() ? untold : owing).add(name(deadline));
    }
  }

  private void paid(Deadline deadline, EventId by) {
    List<Finding.Entry> entries = story.entries(by);
    if (!entries.isEmpty()) {
      paid.addAll(entries);
    } else if (deadline.answer().latestArguable().isBefore(story.on())) {
      owing.add(name(deadline)); // it was paid later than the day that is asked from
    }
  }

  private static String name(Deadline deadline) {
    return "year "
        + deadline.patentYear().map(Object::toString).orElse("?")
        + " (due "
        + deadline.answer().warnBy()
        + ")";
  }
}
