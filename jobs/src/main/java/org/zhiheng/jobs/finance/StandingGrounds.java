package org.zhiheng.jobs.finance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.deadlines.Answer;
import org.zhiheng.jobs.administer.Deadline;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.Interest;

/// The grounds that lie in the patent itself: whether it lives, how long, and whether it may move.
///
/// @param story the record
/// @param extract the newest one, however old
record StandingGrounds(TitleStory story, Optional<Finding.Entry> extract) {

  private static final String TERM = "cn.patent.term";

  Finding ended() {
    PledgeGround ground = PledgeGround.ENDED;
    if (story.right().stage().ended()) {
      return TitleGate.of(
          ground,
          Finding.Status.BLOCKED,
          "right-ended",
          "The patent is " + story.right().stage().code() + ".",
          story.last(StandingGrounds::ends).map(story::entry).stream().toList());
    }
    Optional<Answer> term = term();
    if (term.filter(one -> story.on().isAfter(one.latestArguable())).isPresent()) {
      return TitleGate.of(
          ground,
          Finding.Status.BLOCKED,
          "term-over",
          "The term of the patent ended on " + term.get().latestArguable() + ".",
          filed());
    }
    return TitleGate.byExtract(
        story,
        extract,
        ground,
        "lives",
        story.right().life().lost().isEmpty()
            ? "No end is on record, and the extract shows none that is not entered."
            : "Only a part was declared invalid: "
                + String.join(", ", story.right().life().lost())
                + ".",
        story.first(Fact.Granted.class::isInstance).map(story::entry).stream().toList());
  }

  private static boolean ends(Fact fact) {
    return fact instanceof Fact.Ceased
        || fact instanceof Fact.Expired
        || fact instanceof Fact.Abandoned
        || fact instanceof Fact.Withdrawn
        || fact instanceof Fact.DeemedWithdrawn
        || fact instanceof Fact.Cancelled
        || fact instanceof Fact.Invalidated;
  }

  Finding notGranted() {
    PledgeGround ground = PledgeGround.NOT_GRANTED;
    Optional<Event> grant = story.first(Fact.Granted.class::isInstance);
    if (grant.isPresent()) {
      return TitleGate.of(
          ground,
          Finding.Status.CLEAR,
          "granted",
          "The grant was announced on " + grant.get().on() + ".",
          List.of(story.entry(grant.get())));
    }
    boolean pending =
        switch (story.right().stage()) {
          case FILED,
              PUBLISHED,
              UNDER_EXAMINATION,
              PRELIMINARILY_APPROVED,
              REFUSED,
              WITHDRAWN,
              DEEMED_WITHDRAWN ->
              true;
          case UNKNOWN,
              GRANTED,
              REGISTERED,
              ABANDONED,
              CEASED,
              EXPIRED,
              INVALIDATED,
              CANCELLED,
              SUSPENDED ->
              false;
        };
    return pending
        ? TitleGate.of(
            ground,
            Finding.Status.BLOCKED,
            "not-granted",
            "By the record it is an application: " + story.right().stage().code() + ".",
            story.last(StandingGrounds::proceeds).map(story::entry).stream().toList())
        : TitleGate.of(
            ground, Finding.Status.NO_SOURCE, "grant-untold", "No grant is on record.", List.of());
  }

  private static boolean proceeds(Fact fact) {
    return fact instanceof Fact.Filed
        || fact instanceof Fact.Published
        || fact instanceof Fact.ExaminationBegun
        || fact instanceof Fact.Refused
        || fact instanceof Fact.Withdrawn
        || fact instanceof Fact.DeemedWithdrawn;
  }

  Finding suspendedOrPreserved() {
    PledgeGround ground = PledgeGround.SUSPENDED_OR_PRESERVED;
    List<Finding.Entry> stands = new ArrayList<>();
    Optional<Event> suspended = Optional.empty();
    for (Event event : story.events()) {
      if (event.fact() instanceof Fact.Suspended) {
        suspended = Optional.of(event);
      } else if (event.fact() instanceof Fact.Resumed) {
        suspended = Optional.empty();
      }
    }
    suspended.map(story::entry).ifPresent(stands::add);
    story
        .standing(Interest.Preservation.class)
        .forEach(one -> stands.addAll(story.entries(one.event())));
    if (!stands.isEmpty()) {
      return TitleGate.of(
          ground,
          Finding.Status.BLOCKED,
          suspended.isPresent() ? "right-suspended" : "right-preserved",
          suspended.isPresent()
              ? "The procedure stands still since " + suspended.get().on() + "."
              : "The right is preserved by a court since " + stands.getFirst().on() + ".",
          stands);
    }
    List<Finding.Entry> ranOut =
        story.right().interests().open().stream()
            .filter(Interest.Preservation.class::isInstance)
            .map(Interest.Preservation.class::cast)
            .filter(one -> one.until().filter(this::afterExtract).isPresent())
            .flatMap(one -> story.entries(one.event()).stream())
            .toList();
    if (!ranOut.isEmpty()) {
      return TitleGate.of(
          ground,
          Finding.Status.NO_SOURCE,
          "preservation-ran-out",
          "A preservation ran out after the extract, or none is attached; whether it was prolonged"
              + " is not told.",
          ranOut);
    }
    return TitleGate.byExtract(
        story,
        extract,
        ground,
        "unhindered",
        "No suspension and no preservation is on record, and the extract shows none that is not"
            + " entered.",
        List.of());
  }

  /// Whether no extract is younger than that day.
  private boolean afterExtract(LocalDate day) {
    return extract.map(one -> !one.on().isAfter(day)).orElse(true);
  }

  Finding termBeyondPatent() {
    PledgeGround ground = PledgeGround.TERM_BEYOND_PATENT;
    Optional<LocalDate> debt = story.question().term();
    Optional<Answer> term = term();
    if (debt.isEmpty()) {
      return TitleGate.of(
          ground,
          Finding.Status.NO_SOURCE,
          "term-not-asked",
          "The end of the debt was not given.",
          List.of());
    }
    if (term.isEmpty()) {
      return TitleGate.of(
          ground,
          Finding.Status.NO_SOURCE,
          "term-uncounted",
          "The term of the patent is counted from its filing, and none is on record.",
          List.of());
    }
    LocalDate sure = term.get().warnBy();
    if (debt.get().isAfter(term.get().latestArguable())) {
      return TitleGate.of(
          ground,
          Finding.Status.BLOCKED,
          "term-beyond",
          "The debt ends on "
              + debt.get()
              + ", the patent on "
              + term.get().latestArguable()
              + " at the latest.",
          filed());
    }
    return debt.get().isAfter(sure) || filed().isEmpty()
        ? TitleGate.of(
            ground,
            Finding.Status.NO_SOURCE,
            "term-unsure",
            "The patent ends between " + sure + " and " + term.get().latestArguable() + ".",
            filed())
        : TitleGate.of(
            ground,
            Finding.Status.CLEAR,
            "term-within",
            "The debt ends on " + debt.get() + ", the patent not before " + sure + ".",
            filed());
  }

  private List<Finding.Entry> filed() {
    return story.first(Fact.Filed.class::isInstance).map(story::entry).stream().toList();
  }

  private Optional<Answer> term() {
    return story.dossier().docket().deadlines().stream()
        .filter(one -> one.question().rule().equals(TERM))
        .map(Deadline::answer)
        .findFirst();
  }
}
