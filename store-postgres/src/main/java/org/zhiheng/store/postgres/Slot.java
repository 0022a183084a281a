package org.zhiheng.store.postgres;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhiheng.jobs.json.FactJson;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;

/// One right while a batch is taken in: what the register has of it and what the batch adds.
final class Slot {

  private final RightKind kind;
  private final Office office;
  private final Map<String, RightNumber> numbers = new LinkedHashMap<>();
  private final Set<UUID> known = new HashSet<>();
  private final List<Pending> added = new ArrayList<>();
  private final List<RightNumber> numbersAdded = new ArrayList<>();
  private final Optional<Stored> stored;

  private Slot(RightKind kind, Office office, Optional<Stored> stored) {
    this.kind = kind;
    this.office = office;
    this.stored = stored;
  }

  /// A right that the register does not have.
  static Slot fresh(RightKind kind, Office office) {
    return new Slot(kind, office, Optional.empty());
  }

  /// A right that it has.
  static Slot of(RightKind kind, Office office, List<RightNumber> numbers, Stored stored) {
    Slot slot = new Slot(kind, office, Optional.of(stored));
    numbers.forEach(number -> slot.numbers.put(number.key(), number));
    return slot;
  }

  /// What stands in the register.
  ///
  /// @param id the right's id
  /// @param version how many events it has
  record Stored(long id, long version) {}

  /// A fact to be appended.
  record Pending(DatedFact dated, Source source, String body, UUID fingerprint) {}

  /// Says that the register has this fact.
  void knows(UUID fingerprint) {
    known.add(fingerprint);
  }

  /// Adds a fact unless it is there; true when it was added.
  boolean add(DatedFact dated, Source source) {
    String body = FactJson.write(dated.fact());
    UUID fingerprint = Fingerprint.of(dated.on(), body);
    if (!known.add(fingerprint)) {
      return false;
    }
    added.add(new Pending(dated, source, body, fingerprint));
    return true;
  }

  /// Adds a number unless it is there; true when it was added.
  boolean add(RightNumber number) {
    if (numbers.putIfAbsent(number.key(), number) != null) {
      return false;
    }
    numbersAdded.add(number);
    return true;
  }

  boolean changed() {
    return !added.isEmpty() || !numbersAdded.isEmpty();
  }

  Optional<Stored> stored() {
    return stored;
  }

  RightKind kind() {
    return kind;
  }

  Office office() {
    return office;
  }

  List<RightNumber> numbers() {
    return List.copyOf(numbers.values());
  }

  List<RightNumber> numbersAdded() {
    return numbersAdded;
  }

  List<Pending> added() {
    return added;
  }
}
