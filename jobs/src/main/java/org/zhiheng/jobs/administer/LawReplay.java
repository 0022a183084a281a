package org.zhiheng.jobs.administer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.deadlines.Answer;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.deadlines.KnownLaw;
import org.zhiheng.deadlines.Step;
import org.zhiheng.values.OrganisationId;

/// A portfolio replayed under changed rules: every deadline that moves, appears or goes, with what
/// follows from it, such as a remedy that opens because a date now lies behind. Nothing is kept.
///
/// Cost: every right is counted twice.
public final class LawReplay {

  private static final int BATCH = Part.MOST_MAX;

  private final DocketBoard board;
  private final Docketing before;
  private final Docketing after;
  private final KnownLaw lawBefore;
  private final KnownLaw lawAfter;
  private final LocalDate on;

  /// From one law to another.
  ///
  /// @param on the day that is asked from, and what is known on it
  public LawReplay(DocketBoard board, Deadlines before, Deadlines after, LocalDate on) {
    this.board = board;
    this.before = Docketing.of(before.book(), before.calendar().zone());
    this.after = Docketing.of(after.book(), after.calendar().zone());
    this.lawBefore = before.knownOn(on);
    this.lawAfter = after.knownOn(on);
    this.on = on;
  }

  /// A deadline that comes out otherwise.
  ///
  /// @param right whose
  /// @param key of the deadline
  /// @param before what it was; empty when it appears
  /// @param after what it is; empty when it goes
  public record Move(
      DocketBoard.Case right, String key, Optional<Deadline> before, Optional<Deadline> after) {

    /// Either of them.
    public Deadline any() {
      return after.or(() -> before).orElseThrow();
    }

    /// The steps of the counting that are new.
    public List<Step> why() {
      List<Step> steps = new ArrayList<>(after.map(one -> one.answer().trace()).orElse(List.of()));
      before.ifPresent(one -> steps.removeAll(one.answer().trace()));
      return steps;
    }
  }

  /// Takes moves.
  public interface Taker {
    /// A right was counted twice.
    void right(List<Move> moves);
  }

  /// Replays all rights of an organisation, in the order of their ids.
  public void each(OrganisationId organisation, Taker taker) {
    Optional<Part> part = Optional.of(new Part(0, BATCH));
    while (part.isPresent()) {
      part = part(organisation, part.get(), taker);
    }
  }

  /// Replays some of them.
  ///
  /// @return the next ones; empty at the end
  public Optional<Part> part(OrganisationId organisation, Part part, Taker taker) {
    List<DocketBoard.Case> cases = board.cases(organisation, part.after(), part.most());
    cases.forEach(one -> taker.right(moves(one)));
    return part.next(cases);
  }

  private List<Move> moves(DocketBoard.Case one) {
    Map<String, Deadline> was = docket(before, lawBefore, one);
    Map<String, Deadline> is = docket(after, lawAfter, one);
    List<Move> moves = new ArrayList<>();
    is.forEach((key, deadline) -> {
      Optional<Deadline> old = Optional.ofNullable(was.remove(key));
      if (old.isEmpty() || !said(old.get()).equals(said(deadline))) {
        moves.add(new Move(one, key, old, Optional.of(deadline)));
      }
    });
    was.forEach(
        (key, deadline) -> moves.add(new Move(one, key, Optional.of(deadline), Optional.empty())));
    return moves;
  }

  private Map<String, Deadline> docket(Docketing docketing, KnownLaw law, DocketBoard.Case one) {
    Map<String, Deadline> deadlines = new TreeMap<>();
    docketing
        .of(one.kind(), one.office(), one.events(), law, one.closings(), on)
        .deadlines()
        .forEach(deadline -> deadlines.put(deadline.key(), deadline));
    return deadlines;
  }

  /// What a person would call the date and where it stands: not how it was found.
  private record Said(
      Optional<LocalDate> due, LocalDate warnBy, LocalDate latest, String status, String state) {}

  private static Said said(Deadline deadline) {
    Answer answer = deadline.answer();
    return new Said(
        answer.due(),
        answer.warnBy(),
        answer.latestArguable(),
        answer.status().toString(),
        deadline.state().code());
  }
}
