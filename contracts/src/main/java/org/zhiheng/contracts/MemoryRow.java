package org.zhiheng.contracts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Bibliography.Named;
import org.zhiheng.register.event.Bibliography.Role;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.Interest;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.register.right.Right;

/// What lists show and find of a right, folded anew whenever it is asked for.
final class MemoryRow {

  private MemoryRow() {}

  static RightRow of(MemoryRegister.Kept kept) {
    Right right = kept.right();
    Bibliography bibliography = right.bibliography();
    List<String> owners = right.owners().stream().map(Fact.Share::name).toList();
    return new RightRow(
        kept.id,
        kept.kind,
        kept.office,
        titles(right).findFirst().orElse(""),
        kept.numbers.values().stream()
            .min(Comparator.comparing(number -> number.type() == NumberType.APPLICATION))
            .map(RightNumber::text)
            .orElse(""),
        right.stage().code(),
        String.join("; ", owners),
        owners.stream()
            .limit(1)
            .flatMap(owner -> bibliography.named().stream().filter(one -> one.name().equals(owner)))
            .map(Named::region)
            .filter(region -> !region.isEmpty())
            .findFirst()
            .orElse(""),
        bibliography.classes().stream().findFirst().map(one -> one.symbol()).orElse(""),
        right.dates().filedOn(),
        noticedOn(kept));
  }

  /// All texts by which it is found.
  static List<String> texts(MemoryRegister.Kept kept) {
    return Stream.concat(titles(kept.right()), names(kept).stream().map(Named::name)).toList();
  }

  /// Whom it names, each once.
  static List<Named> names(MemoryRegister.Kept kept) {
    Right right = kept.right();
    List<Named> named = new ArrayList<>();
    right.bibliography().named().stream()
        .filter(one -> one.role() != Role.EXAMINER)
        .forEach(named::add);
    List<String> others = new ArrayList<>();
    right.interests().owners().forEach(share -> others.add(share.name()));
    for (Interest interest : right.interests().all()) {
      switch (interest) {
        case Interest.Ownership ownership ->
            ownership.owners().forEach(share -> others.add(share.name()));
        case Interest.Pledge pledge -> others.addAll(List.of(pledge.pledgor(), pledge.pledgee()));
        case Interest.Licence licence ->
            others.addAll(List.of(licence.licensor(), licence.licensee()));
        case Interest.Preservation _ -> {}
      }
    }
    others.forEach(name -> named.add(Named.of(Role.HOLDER, name)));
    Map<String, Named> once = new LinkedHashMap<>();
    named.forEach(one -> once.putIfAbsent(MemoryText.name(one.name()), one));
    once.remove("");
    return List.copyOf(once.values());
  }

  private static Stream<String> titles(Right right) {
    return Stream.concat(
            right.bibliography().titles().stream().map(Bibliography.Text::text),
            right.bibliography().sign().stream().map(Bibliography.Sign::word))
        .filter(title -> !title.isEmpty());
  }

  // what was taken back does not count, nor do the corrections themselves
  private static LocalDate noticedOn(MemoryRegister.Kept kept) {
    Map<Object, Optional<Fact>> corrected =
        kept.events.stream()
            .filter(event -> event.fact() instanceof Fact.Corrected)
            .collect(
                Collectors.toMap(
                    event -> ((Fact.Corrected) event.fact()).target(),
                    event -> ((Fact.Corrected) event.fact()).replacement(),
                    (_, later) -> later));
    return kept.events.stream()
        .filter(event -> !(event.fact() instanceof Fact.Corrected))
        .filter(
            event -> !corrected.containsKey(event.id()) || corrected.get(event.id()).isPresent())
        .map(Event::on)
        .max(Comparator.naturalOrder())
        .orElseGet(
            () -> kept.events.stream().map(Event::on).min(Comparator.naturalOrder()).orElseThrow());
  }
}
