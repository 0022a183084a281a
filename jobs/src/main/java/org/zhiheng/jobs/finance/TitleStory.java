package org.zhiheng.jobs.finance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.interest.Interest;
import org.zhiheng.register.right.Folded;
import org.zhiheng.register.right.Right;
import org.zhiheng.values.EventId;

/// The record of a right as it is read for its title: what happened up to the day, corrected, and
/// the papers that were attached by then.
///
/// @param dossier all that is known
/// @param question what is asked
/// @param events up to the day, in the order of a life
/// @param folded what they come to
record TitleStory(Dossier dossier, TitleQuestion question, List<Event> events, Folded folded) {

  TitleStory {
    events = List.copyOf(events);
  }

  static TitleStory of(Dossier dossier, TitleQuestion question) {
    List<Event> events =
        Right.corrected(dossier.events()).stream()
            .filter(event -> !event.on().isAfter(question.on()))
            .toList();
    return new TitleStory(
        dossier,
        question,
        events,
        Right.fold(dossier.kind(), dossier.office(), events, dossier.same()));
  }

  Right right() {
    return folded.right();
  }

  LocalDate on() {
    return question.on();
  }

  /// The last event that says something of this sort.
  Optional<Event> last(Predicate<Fact> sort) {
    return events.stream()
        .filter(event -> sort.test(event.fact()))
        .reduce((earlier, later) -> later);
  }

  /// The first.
  Optional<Event> first(Predicate<Fact> sort) {
    return events.stream().filter(event -> sort.test(event.fact())).findFirst();
  }

  /// Whether a fact is this act.
  static Predicate<Fact> act(Act act) {
    return fact -> fact instanceof Fact.Acted acted && acted.act() == act;
  }

  /// The entry of an event.
  Finding.Entry entry(Event event) {
    return new Finding.Entry(
        Optional.of(event.id()),
        FactKind.of(event.fact()).code(),
        event.on(),
        event.fact() instanceof Fact.Acted acted ? acted.act().code() : "",
        (event.source().name() + " " + event.source().position()).strip(),
        index(event.id()));
  }

  /// The entry of the event that recorded an interest.
  List<Finding.Entry> entries(EventId id) {
    return events.stream().filter(event -> event.id().equals(id)).map(this::entry).toList();
  }

  /// The entries of what may be the other half of a pair.
  List<Finding.Entry> twins() {
    return dossier.twins().stream()
        .map(twin ->
            new Finding.Entry(
                Optional.empty(),
                "right",
                twin.filedOn(),
                (twin.right() + " " + twin.number()).strip(),
                "",
                Optional.empty()))
        .toList();
  }

  /// The standing interests of a sort, in the order of their dates.
  <T extends Interest> List<T> standing(Class<T> sort) {
    return right().interests().standingOn(on()).stream()
        .filter(sort::isInstance)
        .map(sort::cast)
        .toList();
  }

  /// The newest paper of this kind from that day on.
  Optional<Finding.Entry> paper(TitlePaper paper, LocalDate since) {
    List<Finding.Entry> found = new ArrayList<>();
    for (Right.Note note : right().notes()) {
      if (note.noted().code().equals(paper.code()) && !note.on().isBefore(since)) {
        right().documents().stream()
            .filter(document -> document.on().equals(note.on()))
            .filter(document ->
                note.noted().text().isBlank()
                    || note.noted().text().contains(document.attached().digest().hex()))
            .findFirst()
            .ifPresent(document -> found.add(entry(paper, note, document)));
      }
    }
    return found.stream().max(Comparator.comparing(Finding.Entry::on));
  }

  private Finding.Entry entry(TitlePaper paper, Right.Note note, Right.Document document) {
    return new Finding.Entry(
        Optional.of(note.event()),
        paper.code(),
        note.on(),
        document.attached().name(),
        "sha256:" + document.attached().digest().hex(),
        index(note.event()));
  }

  /// The newest paper of this kind from that day on, if it is not too old.
  Optional<Finding.Entry> freshPaper(TitlePaper paper, LocalDate since) {
    return paper(paper, since).filter(this::fresh);
  }

  /// Whether what is of that day still speaks for the day that is asked from.
  boolean fresh(Finding.Entry entry) {
    return !entry.on().plusDays(question.extractDaysMax()).isBefore(on());
  }

  private Optional<Long> index(EventId id) {
    return Optional.ofNullable(dossier.logged().get(id));
  }
}
