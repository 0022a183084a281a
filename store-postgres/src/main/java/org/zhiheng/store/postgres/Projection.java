package org.zhiheng.store.postgres;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Bibliography.Named;
import org.zhiheng.register.event.Bibliography.Role;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.store.postgres.search.Grams;
import org.zhiheng.store.postgres.search.SearchText;
import org.zhiheng.store.postgres.search.Spelling;
import org.zhiheng.values.EventId;

/// What the lists keep of a right beside its events, folded from them.
///
/// @param names whom it names, by [PartyKey]
record Projection(
    Optional<LocalDate> filedOn,
    LocalDate noticedOn,
    String stage,
    String title,
    String number,
    String holder,
    String region,
    String mainClass,
    String classes,
    String searchText,
    String numberText,
    int[] grams,
    Map<String, Named> names) {

  /// Beginnings of a class symbol that have a code of their own: section, class, subclass of the
  /// IPC; class of Nice and Locarno.
  static final List<Integer> CLASS_LENGTHS = List.of(1, 2, 3, 4);

  static Projection of(
      RightKind kind, Office office, List<RightNumber> numbers, List<Event> events) {
    List<Event> standing = standing(events);
    Optional<LocalDate> filedOn = Optional.empty();
    LocalDate noticedOn = LocalDate.MIN;
    String stage = "filed";
    Bibliography bibliography = Bibliography.EMPTY;
    for (Event event : standing) {
      noticedOn = event.on().isAfter(noticedOn) ? event.on() : noticedOn;
      switch (event.fact()) {
        case Fact.Filed filed -> {
          filedOn = Optional.of(event.on());
          bibliography = bibliography.then(filed.bibliography());
        }
        case Fact.Published published ->
            bibliography = bibliography.then(published.bibliography());
        case Fact.PreliminarilyApproved approved ->
            bibliography = bibliography.then(approved.bibliography());
        case Fact.Granted granted -> bibliography = bibliography.then(granted.bibliography());
        case Fact.Registered registered ->
            bibliography = bibliography.then(registered.bibliography());
        case Fact.Described described ->
            bibliography = bibliography.then(described.bibliography());
        default -> {}
      }
      stage = FactKind.of(event.fact()).code();
    }
    Map<String, Named> names = Names.of(standing);
    List<Named> holders = holders(bibliography);
    Grams grams = new Grams();
    StringBuilder text = new StringBuilder();
    bibliography.titles().forEach(title -> SearchText.append(title.text(), text));
    names.values().forEach(named -> SearchText.append(named.name(), text));
    grams.addText(text.toString());
    StringBuilder classes = new StringBuilder();
    for (ClassSymbol symbol : bibliography.classes()) {
      classes.append(' ').append(symbol.symbol());
      for (int length : CLASS_LENGTHS) {
        if (length <= symbol.symbol().length()) {
          grams.addFacet("class", symbol.symbol().substring(0, length));
        }
      }
    }
    String region = holders.isEmpty() ? "" : holders.getFirst().region();
    grams.addFacet("kind", kind.code());
    grams.addFacet("office", office.code());
    grams.addFacet("stage", stage);
    if (!region.isEmpty()) {
      grams.addFacet("region", region);
    }
    StringBuilder numberText = new StringBuilder();
    numbers.forEach(number -> Spelling.append(number, numberText));
    return new Projection(
        filedOn,
        noticedOn,
        stage,
        bibliography.titles().isEmpty() ? "" : bibliography.titles().getFirst().text(),
        bestKnown(numbers),
        holders.stream().map(Named::name).collect(Collectors.joining("; ")),
        region,
        bibliography.classes().isEmpty() ? "" : bibliography.classes().getFirst().symbol(),
        classes.toString(),
        text.toString(),
        numberText.toString(),
        grams.sorted(),
        names);
  }

  private static List<Named> holders(Bibliography bibliography) {
    List<Named> holders = in(bibliography, Role.HOLDER);
    return holders.isEmpty() ? in(bibliography, Role.APPLICANT) : holders;
  }

  private static List<Named> in(Bibliography bibliography, Role role) {
    return bibliography.named().stream().filter(named -> named.role() == role).toList();
  }

  private static String bestKnown(List<RightNumber> numbers) {
    return numbers.stream()
        .filter(number -> number.type() != NumberType.APPLICATION)
        .findFirst()
        .or(() -> numbers.stream().findFirst())
        .map(RightNumber::text)
        .orElse("");
  }

  /// The events that hold, in the order of their dates, corrections done.
  private static List<Event> standing(List<Event> events) {
    Map<EventId, Fact.Corrected> corrected = new HashMap<>();
    for (Event event : events) {
      if (event.fact() instanceof Fact.Corrected correction) {
        corrected.put(correction.target(), correction);
      }
    }
    List<Event> standing = new ArrayList<>();
    for (Event event : events) {
      if (event.fact() instanceof Fact.Corrected) {
        continue;
      }
      Fact.Corrected correction = corrected.get(event.id());
      if (correction == null) {
        standing.add(event);
      } else if (correction.replacement().isPresent()) {
        standing.add(
            new Event(
                event.id(),
                event.on(),
                correction.replacement().get(),
                event.source(),
                event.recordedAt(),
                event.recordedBy()));
      }
    }
    standing.sort(Comparator.comparing(Event::on));
    return standing;
  }
}
