package org.zhiheng.register.interest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.zhiheng.register.event.Fact;

/// All interests in one right, standing and ended.
///
/// @param owners who owns it by what was recorded; empty where only the bibliography says
/// @param all in the order they were folded, that is by date
public record Interests(List<Fact.Share> owners, List<Interest> all) {

  /// Nothing recorded.
  public static final Interests NONE = new Interests(List.of(), List.of());

  /// Copies the lists.
  public Interests {
    owners = List.copyOf(owners);
    all = List.copyOf(all);
  }

  /// Those that stand on that day.
  public List<Interest> standingOn(LocalDate day) {
    return all.stream().filter(interest -> interest.standsOn(day)).toList();
  }

  /// Those without a recorded end; the term of some may have run out since.
  public List<Interest> open() {
    return all.stream().filter(interest -> interest.endedOn().isEmpty()).toList();
  }

  Stream<Interest.Pledge> pledgesOn(LocalDate day) {
    return standing(Interest.Pledge.class, day);
  }

  Stream<Interest.Licence> licencesOn(LocalDate day) {
    return standing(Interest.Licence.class, day);
  }

  Stream<Interest.Preservation> preservationsOn(LocalDate day) {
    return standing(Interest.Preservation.class, day);
  }

  private <T extends Interest> Stream<T> standing(Class<T> type, LocalDate day) {
    return all.stream().filter(type::isInstance).map(type::cast).filter(one -> one.standsOn(day));
  }

  /// With one more; a second notice of the same (type and record number) takes the place of the
  /// first.
  Interests with(Interest added) {
    List<Interest> more = new ArrayList<>(all);
    Optional<Interest> known = restated(added);
    known.ifPresentOrElse(first -> more.set(all.indexOf(first), added), () -> more.add(added));
    return new Interests(owners, more);
  }

  /// The interest that a second notice speaks of again, if there is one.
  Optional<Interest> restated(Interest added) {
    return all.stream()
        .filter(known -> known.getClass() == added.getClass())
        .filter(known -> !added.recordNumber().isBlank() && known.endedOn().isEmpty())
        .filter(known -> known.recordNumber().strip().equals(added.recordNumber().strip()))
        .findFirst();
  }

  /// With these owners from that day on; the owners before them end.
  Interests owned(Interest.Ownership ownership) {
    List<Interest> more = new ArrayList<>();
    for (Interest known : all) {
      more.add(
          known instanceof Interest.Ownership before && before.endedOn().isEmpty()
              ? before.ended(ownership.from())
              : known);
    }
    more.add(ownership);
    return new Interests(ownership.owners(), more);
  }

  /// The one that stands on the day under this number; under none, the only one of its kind.
  <T extends Interest> Optional<T> named(Stream<T> standing, String recordNumber) {
    List<T> candidates = standing.toList();
    if (recordNumber.isBlank()) {
      return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }
    Predicate<T> numbered = one -> one.recordNumber().strip().equals(recordNumber.strip());
    return candidates.stream().filter(numbered).findFirst();
  }

  /// With this one replaced by what became of it.
  Interests replaced(Interest one, Interest by) {
    return new Interests(
        owners, all.stream().map(known -> known.equals(one) ? by : known).toList());
  }
}
