package org.zhiheng.register.right;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.Interests;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.life.Life;
import org.zhiheng.register.life.LifeStage;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.values.EventId;

/// A right as its events tell it.
///
/// It is a pure fold: events are taken in the order of their legal dates, those of one day in the
/// order a life is lived, those alike in the order of recording. When they were recorded does not
/// matter, nor in which order.
///
/// @param kind what it is
/// @param office whose register it stands in
/// @param life the state it is in
/// @param dates the days of its life
/// @param bibliography laid one over the other, latest on top
/// @param numbers each once, in the order they were met
/// @param interests standing and ended
/// @param documents attached, in the order of their dates
/// @param notes events that are kept and not interpreted, in the order of their dates
public record Right(
    RightKind kind,
    Office office,
    Life life,
    Dates dates,
    Bibliography bibliography,
    List<RightNumber> numbers,
    Interests interests,
    List<Document> documents,
    List<Note> notes) {

  /// Copies the lists.
  public Right {
    numbers = List.copyOf(numbers);
    documents = List.copyOf(documents);
    notes = List.copyOf(notes);
  }

  /// The days of a life. Where several notices say the same, the first day stands.
  ///
  /// @param filedOn 申请日
  /// @param publishedOn 公布日
  /// @param approvedOn 初步审定公告日, of marks
  /// @param grantedOn 授权公告日, of patents
  /// @param registeredOn 注册日 / 登记日, of the others
  /// @param endedOn the day of the end it has now; empty while it lives
  /// @param until last day of the term, as last recorded; nothing is computed
  public record Dates(
      Optional<LocalDate> filedOn,
      Optional<LocalDate> publishedOn,
      Optional<LocalDate> approvedOn,
      Optional<LocalDate> grantedOn,
      Optional<LocalDate> registeredOn,
      Optional<LocalDate> endedOn,
      Optional<LocalDate> until) {}

  /// A document attached to an event.
  ///
  /// @param event that brought it
  /// @param on its date
  /// @param attached name, type, size and digest
  public record Document(EventId event, LocalDate on, Fact.Attached attached) {}

  /// An event that is kept as an office published it.
  ///
  /// @param event that brought it
  /// @param on its date
  /// @param noted code and words
  public record Note(EventId event, LocalDate on, Fact.Noted noted) {}

  /// What these events of one right come to. Their order in the list does not matter; nothing in
  /// them is refused, what contradicts is reported ([Folded]).
  ///
  /// Cost: `n log n` in the number of events, and quadratic in that of interests.
  public static Folded fold(
      RightKind kind, Office office, List<Event> events, SameParty sameParty) {
    return new Folding(kind, office, sameParty).fold(events);
  }

  /// The events with corrections carried out, by date and within a day in the order a life is
  /// lived.
  public static List<Event> corrected(List<Event> events) {
    return new Corrections(events).applied(events);
  }

  /// Whether one more fact may be recorded after these events, and what the right would be then.
  ///
  /// It is refused when it brings an objection that was not there before, at its own date or at a
  /// later one; what the register objected to already does not hinder it.
  public static Proposal propose(
      RightKind kind, Office office, List<Event> events, DatedFact proposed, SameParty sameParty) {
    return new Folding(kind, office, sameParty).propose(events, proposed);
  }

  /// The stage of its life.
  public LifeStage stage() {
    return life.stage();
  }

  /// Who owns it: the owners recorded; where none are, the holders of the bibliography, or its
  /// applicants, with equal parts. Empty where nobody is known.
  public List<Fact.Share> owners() {
    return interests.owners().isEmpty() ? Folding.applicants(bibliography) : interests.owners();
  }
}
