package org.zhiheng.server.right;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.json.FactJson;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.Interest;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.life.LifeStage;
import org.zhiheng.register.right.Right;
import org.zhiheng.server.page.Words;

/// How a right came to the stage it is at: which event brought each stage.
final class LifeStory {

  /// Events that are folded one after the other; a right with more is told by its end alone.
  private static final int EVENTS_MAX = 120;

  private final Words words;
  private final FactWords facts;
  private final RightFile file;
  private final LocalDate today;
  private final List<Turn> turns;

  LifeStory(Words words, FactWords facts, RightFile file, LocalDate today) {
    this.words = words;
    this.facts = facts;
    this.file = file;
    this.today = today;
    this.turns = turns(file);
  }

  /// An event that brought another stage.
  private record Turn(Event event, LifeStage stage) {}

  /// The event that brought the stage it is at now.
  Optional<Event> turning() {
    return turns.isEmpty() || turns.getLast().stage() != file.right().stage()
        ? Optional.empty()
        : Optional.of(turns.getLast().event());
  }

  /// The picture of it.
  TimeLine timeLine() {
    List<TimeLine.Began> began = new ArrayList<>();
    for (Turn turn : turns) {
      began.add(
          new TimeLine.Began(
              turn.event().on(), look(turn.stage()), words.code("stage", turn.stage().code())));
    }
    List<TimeLine.Happened> happened =
        ordered(file).stream()
            .filter(event -> drawn(event.fact()))
            .map(event ->
                new TimeLine.Happened(event.on(), facts.name(event.fact()), words.date(event.on())))
            .toList();
    List<TimeLine.Held> held =
        file.right().interests().all().stream()
            .filter(interest -> !(interest instanceof Interest.Ownership))
            .map(this::held)
            .toList();
    return TimeLine.of(began, happened, held, today);
  }

  private TimeLine.Held held(Interest interest) {
    LocalDate to = interest.endedOn().orElse(today);
    String label =
        switch (interest) {
          case Interest.Ownership _ -> words.say("interest.ownership");
          case Interest.Pledge pledge -> words.say("life.pledge", pledge.pledgee());
          case Interest.Licence licence ->
              words.say(
                  "life.licence",
                  words.code("licence", FactJson.code(licence.kind())),
                  words.orDash(licence.licensee()));
          case Interest.Preservation preservation ->
              words.say("life.preservation", preservation.court());
        };
    return new TimeLine.Held(
        interest.from(),
        to.isBefore(interest.from()) ? interest.from() : to,
        interest.endedOn().isEmpty(),
        label);
  }

  private static String look(LifeStage stage) {
    if (stage == LifeStage.SUSPENDED) {
      return "suspended";
    }
    return stage.ended() ? "ended" : stage.inForce() ? "in-force" : "pending";
  }

  /// What is said without anything happening is not drawn.
  private static boolean drawn(Fact fact) {
    return switch (fact) {
      case Fact.Acted _, Fact.Described _, Fact.Noted _, Fact.Attached _, Fact.Corrected _ -> false;
      case Fact.Filed _,
          Fact.Published _,
          Fact.ExaminationBegun _,
          Fact.PreliminarilyApproved _,
          Fact.Granted _,
          Fact.Registered _,
          Fact.Refused _,
          Fact.Withdrawn _,
          Fact.DeemedWithdrawn _,
          Fact.Abandoned _,
          Fact.Ceased _,
          Fact.Expired _,
          Fact.Renewed _,
          Fact.Restored _,
          Fact.Invalidated _,
          Fact.Cancelled _,
          Fact.Suspended _,
          Fact.Resumed _,
          Fact.OwnersRecorded _,
          Fact.Assigned _,
          Fact.Pledged _,
          Fact.PledgeReleased _,
          Fact.Licensed _,
          Fact.LicenceEnded _,
          Fact.Preserved _,
          Fact.PreservationLifted _ ->
          true;
    };
  }

  private static List<Event> ordered(RightFile file) {
    return file.record().events().stream()
        .sorted(Comparator.comparing(Event::on).thenComparing(Event::id))
        .toList();
  }

  private static List<Turn> turns(RightFile file) {
    List<Event> events = ordered(file);
    if (events.size() > EVENTS_MAX) {
      return List.of();
    }
    List<Turn> turns = new ArrayList<>();
    LifeStage before = LifeStage.UNKNOWN;
    for (int at = 0; at < events.size(); at++) {
      LifeStage stage =
          Right.fold(
                  file.record().kind(),
                  file.record().office(),
                  events.subList(0, at + 1),
                  SameParty.BY_NAME)
              .right()
              .stage();
      if (stage != before) {
        turns.add(new Turn(events.get(at), stage));
        before = stage;
      }
    }
    return turns;
  }
}
