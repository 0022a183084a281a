package org.zhiheng.server.rights;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;

/// What was asked of the list: the fields as typed, and the query they make. A field that does not
/// read is left out of the query and named among the problems.
///
/// @param typed what each field holds, by its name
/// @param query what is asked of the register
/// @param trail the pages before this one, as cursors; the first page is not among them
/// @param problems what did not read
public record RightsForm(
    Map<String, String> typed, RightQuery query, List<String> trail, List<Problem> problems) {

  /// Rows of a page: what one scans before asking more precisely.
  static final int ROWS = 50;

  /// Pages that the way back remembers; beyond, there is the first page.
  static final int TRAIL_MAX = 20;

  /// Most characters of a class or region that are looked for.
  static final int PART_LENGTH_MAX = 40;

  private static final List<String> FILTERS =
      List.of("q", "kind", "office", "stage", "class", "region", "from", "to", "party", "scope");

  private static final List<String> RARE = List.of("office", "from", "to", "scope");

  /// Copies what may change.
  public RightsForm {
    typed = Map.copyOf(typed);
    trail = List.copyOf(trail);
    problems = List.copyOf(problems);
  }

  /// Reads the parameters of the address.
  static RightsForm parse(MultiValueMap<String, String> params, OrganisationId viewer) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (String name : FILTERS) {
      String value = params.getFirst(name);
      if (value != null && !value.isBlank()) {
        typed.put(name, value.strip());
      }
    }
    List<Problem> problems = new ArrayList<>();
    Optional<LocalDate> to = date(typed, "to", problems);
    RightQuery query =
        new RightQuery(
            viewer,
            typed.getOrDefault("scope", "").equals("shared")
                ? RightQuery.Scope.SHARED
                : RightQuery.Scope.OWN,
            cut(typed.getOrDefault("q", ""), RightQuery.TERM_LENGTH_MAX),
            read(typed, "kind", RightKind::parse, problems),
            read(typed, "office", Office::parse, problems),
            cut(typed.getOrDefault("stage", ""), PART_LENGTH_MAX),
            cut(typed.getOrDefault("class", ""), PART_LENGTH_MAX),
            cut(typed.getOrDefault("region", ""), PART_LENGTH_MAX),
            read(typed, "party", PartyId::parse, problems),
            date(typed, "from", problems),
            to.map(day -> day.plusDays(1)),
            Optional.ofNullable(params.getFirst("after")).flatMap(RightsForm::cursor),
            ROWS);
    String trail = params.getFirst("trail");
    return new RightsForm(
        typed,
        query,
        trail == null || trail.isBlank() ? List.of() : List.of(trail.split("~", TRAIL_MAX + 1)),
        problems);
  }

  /// What a field holds; empty for nothing.
  public String held(String name) {
    return typed.getOrDefault(name, "");
  }

  /// Whether anything is filtered.
  public boolean filtered() {
    return typed.keySet().stream().anyMatch(name -> !name.equals("scope"));
  }

  /// Whether one of the rarer filters is used.
  public boolean narrowed() {
    return typed.keySet().stream().anyMatch(RARE::contains);
  }

  /// The filters as the query of an address, without a page.
  public String address() {
    return typed.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  /// The query of the address of the next page.
  String next(RightQuery.Cursor cursor) {
    List<String> longer = new ArrayList<>(trail);
    query.after().map(RightsForm::printed).ifPresent(longer::add);
    List<String> kept = longer.subList(Math.max(0, longer.size() - TRAIL_MAX), longer.size());
    return page(Optional.of(printed(cursor)), kept);
  }

  /// The query of the address of the page before; empty on the first.
  Optional<String> back() {
    if (query.after().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        trail.isEmpty()
            ? page(Optional.empty(), List.of())
            : page(Optional.of(trail.getLast()), trail.subList(0, trail.size() - 1)));
  }

  private String page(Optional<String> after, List<String> way) {
    List<String> parts = new ArrayList<>();
    if (!typed.isEmpty()) {
      parts.add(address());
    }
    after.ifPresent(cursor -> parts.add("after=" + encoded(cursor)));
    if (!way.isEmpty()) {
      parts.add("trail=" + encoded(String.join("~", way)));
    }
    return String.join("&", parts);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// `2019-05-07_42`
  static String printed(RightQuery.Cursor cursor) {
    return cursor.noticedOn() + "_" + cursor.id().number();
  }

  private static Optional<RightQuery.Cursor> cursor(String text) {
    int at = text.indexOf('_');
    if (at < 0) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(text.substring(0, at));
      return RightId.parse(text.substring(at + 1))
          .found()
          .map(id -> new RightQuery.Cursor(day, id));
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> date(
      Map<String, String> typed, String name, List<Problem> problems) {
    String text = typed.get(name);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException wrong) {
      problems.add(
          Problem.of("date", name, text, "A date is written year-month-day, such as 2026-11-22."));
      return Optional.empty();
    }
  }

  private static <T> Optional<T> read(
      Map<String, String> typed,
      String name,
      java.util.function.Function<String, Parsed<T>> parser,
      List<Problem> problems) {
    String text = typed.get(name);
    if (text == null) {
      return Optional.empty();
    }
    Parsed<T> parsed = parser.apply(text);
    parsed.refusal().map(problem -> problem.at(name)).ifPresent(problems::add);
    return parsed.found();
  }

  private static String cut(String text, int lengthMax) {
    return text.length() <= lengthMax ? text : text.substring(0, lengthMax);
  }
}
