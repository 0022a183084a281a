package org.zhiheng.jobs.prove.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// What is stated of a data set beside its fingerprint. It stands in the signed statement as facts
/// whose names begin with `data.`; their spelling is fixed by [#facts].
///
/// @param region code of the region that it is to be registered in; empty where none was said
/// @param holder who holds the set, by name; empty where not stated
/// @param fields what the region asks for, by the names of its fields
/// @param source where the data come from; empty where not stated
/// @param processing what was done to them; empty where not stated
/// @param licence under which licence they are held or given; empty where not stated
/// @param contractEnds when the licence or contract that they are held by ends, if one ends
public record DataItem(
    String region,
    String holder,
    SortedMap<String, String> fields,
    String source,
    String processing,
    String licence,
    Optional<LocalDate> contractEnds) {

  /// Longer texts are refused.
  public static final int TEXT_LENGTH_MAX = 20_000;

  static final String PREFIX = "data.";
  private static final String REGION = "data.region";
  private static final String HOLDER = "data.holder";
  private static final String FIELD = "data.field.";
  private static final String SOURCE = "data.source-statement";
  private static final String PROCESSING = "data.processing-statement";
  private static final String LICENCE = "data.licence";
  private static final String CONTRACT_ENDS = "data.contract-ends";
  private static final String SOURCE_FIELD = "source-statement";
  private static final String PROCESSING_FIELD = "processing-statement";

  /// Nothing is stated.
  public static final DataItem NONE =
      new DataItem("", "", Collections.emptySortedMap(), "", "", "", Optional.empty());

  /// Copies the map.
  public DataItem {
    SortedMap<String, String> ordered = new TreeMap<>();
    ordered.putAll(fields);
    fields = Collections.unmodifiableSortedMap(ordered);
  }

  /// Checks it against the region.
  ///
  /// A field that the list of the region lacks may be given under a name that begins with `x-`, for
  /// no list is known to be whole.
  ///
  /// @throws ProblemsException with all that is wrong: `data-region`, `data-field`, `data-text`
  public void check(Regions regions) {
    List<Problem> problems = new ArrayList<>();
    Optional<Region> asked = Optional.empty();
    if (region.isEmpty()) {
      if (!fields.isEmpty()) {
        problems.add(
            Problem.of(
                "data-field", "field", fields.firstKey(), "Fields belong to a region; name it."));
      }
    } else {
      regions.parse(region).refusal().map(refusal -> refusal.at("region")).ifPresent(problems::add);
      asked = regions.parse(region).found();
    }
    asked.ifPresent(one -> fields(one, problems));
    fields.forEach((name, text) -> {
      if (text.isBlank()) {
        problems.add(Problem.of("data-field", name, "", "A field that is given is not empty."));
      }
      text(name, text, problems);
    });
    text("holder", holder, problems);
    text(SOURCE_FIELD, source, problems);
    text(PROCESSING_FIELD, processing, problems);
    text("licence", licence, problems);
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
  }

  private void fields(Region asked, List<Problem> problems) {
    List<String> names =
        asked.fields().stream()
            .map(Region.Field::name)
            .filter(name -> !name.equals(SOURCE_FIELD) && !name.equals(PROCESSING_FIELD))
            .toList();
    for (String name : fields.keySet()) {
      if (!names.contains(name) && !name.matches("x-[a-z0-9-]{1,40}")) {
        problems.add(
            Problem.of(
                "data-field",
                "field",
                name,
                "For "
                    + asked.code()
                    + " these are known: "
                    + (names.isEmpty() ? "none" : String.join(", ", names))
                    + "; others are named x-…"));
      }
    }
    for (Region.Field field : asked.fields()) {
      if (field.need() == Region.Need.REQUIRED && value(field.name()).isEmpty()) {
        problems.add(
            Problem.of(
                "data-field",
                field.name(),
                "",
                asked.code() + " asks for it: " + field.said().en() + "."));
      }
    }
  }

  /// Fields that the region asks for and that are not stated, where they may be needed.
  public List<String> missing(Region asked) {
    return asked.fields().stream()
        .filter(field -> field.need() != Region.Need.OPTIONAL && value(field.name()).isEmpty())
        .map(Region.Field::name)
        .toList();
  }

  /// What is stated for a field of the region; empty where nothing is.
  public String value(String field) {
    return switch (field) {
      case SOURCE_FIELD -> source;
      case PROCESSING_FIELD -> processing;
      default -> fields.getOrDefault(field, "");
    };
  }

  private static void text(String name, String text, List<Problem> problems) {
    if (text.length() > TEXT_LENGTH_MAX || !text.equals(text.strip())) {
      problems.add(
          Problem.of(
              "data-text",
              name,
              text,
              "A text has at most 20,000 signs and no space at its ends."));
    }
  }

  /// As a statement holds it.
  public SortedMap<String, String> facts() {
    SortedMap<String, String> facts = new TreeMap<>();
    Map.of(
            REGION,
            region,
            HOLDER,
            holder,
            SOURCE,
            source,
            PROCESSING,
            processing,
            LICENCE,
            licence,
            CONTRACT_ENDS,
            contractEnds.map(LocalDate::toString).orElse(""))
        .forEach((name, text) -> {
          if (!text.isEmpty()) {
            facts.put(name, text);
          }
        });
    fields.forEach((name, text) -> facts.put(FIELD + name, text));
    return facts;
  }

  /// Reads what [#facts] wrote; facts of other names are passed over, and so is a day that is none.
  public static DataItem of(SortedMap<String, String> facts) {
    SortedMap<String, String> fields =
        facts.entrySet().stream()
            .filter(fact -> fact.getKey().startsWith(FIELD))
            .collect(
                Collectors.toMap(
                    fact -> fact.getKey().substring(FIELD.length()),
                    Map.Entry::getValue,
                    (one, _) -> one,
                    TreeMap::new));
    return new DataItem(
        facts.getOrDefault(REGION, ""),
        facts.getOrDefault(HOLDER, ""),
        fields,
        facts.getOrDefault(SOURCE, ""),
        facts.getOrDefault(PROCESSING, ""),
        facts.getOrDefault(LICENCE, ""),
        Stream.of(facts.getOrDefault(CONTRACT_ENDS, "")).flatMap(DataItem::day).findFirst());
  }

  private static Stream<LocalDate> day(String text) {
    try {
      return Stream.of(LocalDate.parse(text));
    } catch (DateTimeException _) {
      return Stream.empty();
    }
  }
}
