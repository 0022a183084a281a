package org.zhiheng.store.postgres;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Bibliography.Named;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.right.Right;
import org.zhiheng.store.postgres.search.Grams;
import org.zhiheng.store.postgres.search.SearchText;
import org.zhiheng.store.postgres.search.Spelling;
import org.zhiheng.values.EventId;

/// What the lists keep of a right beside its events, folded from them.
///
/// @param right as folded
/// @param noticedOn the latest date of an event that was not taken back
/// @param title the first one; of a word mark, the word
/// @param number publication or registration before application
/// @param holder the owners, `; ` apart
/// @param region of the first of them, as the bibliography has it
/// @param mainClass the first symbol
/// @param classes all of them, each behind a space
/// @param searchText titles and names, see [SearchText]
/// @param numberText see [Spelling]
/// @param grams see [Grams]
/// @param names whom it names, by [PartyKey]
record Projection(
    Right right,
    LocalDate noticedOn,
    String title,
    String number,
    String holder,
    String region,
    String mainClass,
    String classes,
    String searchText,
    String numberText,
    Grams grams,
    Map<String, Named> names) {

  /// Beginnings of a class symbol that have a code of their own: a class of Nice or Locarno, a
  /// subclass of the IPC.
  static final List<Integer> CLASS_LENGTHS = List.of(2, 4);

  /// Folds the events.
  ///
  /// @param numbers those under which the register finds the right
  static Projection of(
      RightKind kind, Office office, List<RightNumber> numbers, List<Event> events) {
    Right right = Right.fold(kind, office, events, SameParty.BY_NAME).right();
    Bibliography bibliography = right.bibliography();
    Map<String, Named> names = Names.of(right);
    List<String> owners = right.owners().stream().map(Fact.Share::name).toList();
    Grams grams = new Grams();
    StringBuilder text = new StringBuilder();
    bibliography.titles().forEach(title -> SearchText.append(title.text(), text));
    bibliography.sign().ifPresent(sign -> SearchText.append(sign.word(), text));
    names.values().forEach(named -> SearchText.append(named.name(), text));
    grams.addText(text.toString());
    StringBuilder classes = new StringBuilder();
    bibliography.classes().forEach(symbol -> add(symbol, classes, grams));
    String region = owners.isEmpty() ? "" : region(bibliography, owners.getFirst());
    grams.addFacet("kind", kind.code());
    grams.addFacet("office", office.code());
    grams.addFacet("stage", right.stage().code());
    if (!region.isEmpty()) {
      grams.addFacet("region", region);
    }
    StringBuilder numberText = new StringBuilder();
    numbers.forEach(number -> Spelling.append(number, numberText));
    return new Projection(
        right,
        noticedOn(events),
        title(bibliography),
        bestKnown(numbers),
        owners.stream().collect(Collectors.joining("; ")),
        region,
        bibliography.classes().isEmpty() ? "" : bibliography.classes().getFirst().symbol(),
        classes.toString(),
        text.toString(),
        numberText.toString(),
        grams,
        names);
  }

  private static void add(ClassSymbol symbol, StringBuilder classes, Grams grams) {
    classes.append(' ').append(symbol.symbol());
    for (int length : CLASS_LENGTHS) {
      if (length <= symbol.symbol().length()) {
        grams.addFacet("class", symbol.symbol().substring(0, length));
      }
    }
  }

  private static String title(Bibliography bibliography) {
    return bibliography.titles().isEmpty()
        ? bibliography.sign().map(Bibliography.Sign::word).orElse("")
        : bibliography.titles().getFirst().text();
  }

  private static String region(Bibliography bibliography, String owner) {
    return bibliography.named().stream()
        .filter(named -> named.name().equals(owner) && !named.region().isEmpty())
        .map(Named::region)
        .findFirst()
        .orElse("");
  }

  private static String bestKnown(List<RightNumber> numbers) {
    return numbers.stream()
        .filter(number -> number.type() != NumberType.APPLICATION)
        .findFirst()
        .or(() -> numbers.stream().findFirst())
        .map(RightNumber::text)
        .orElse("");
  }

  // a correction that puts nothing in its target's place takes its date back too
  private static LocalDate noticedOn(List<Event> events) {
    Set<EventId> takenBack = new HashSet<>();
    for (Event event : events) {
      if (event.fact() instanceof Fact.Corrected correction) {
        if (correction.replacement().isPresent()) {
          takenBack.remove(correction.target());
        } else {
          takenBack.add(correction.target());
        }
      }
    }
    return events.stream()
        .filter(event -> !(event.fact() instanceof Fact.Corrected))
        .filter(event -> !takenBack.contains(event.id()))
        .map(Event::on)
        .max(Comparator.naturalOrder())
        .or(() -> events.stream().map(Event::on).min(Comparator.naturalOrder()))
        .orElse(LocalDate.EPOCH);
  }
}
