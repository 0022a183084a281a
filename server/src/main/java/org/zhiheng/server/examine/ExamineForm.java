package org.zhiheng.server.examine;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.servlet.function.ServerRequest;
import org.zhiheng.jobs.examine.Inquiry;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.Symbols;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// What was typed into the form of an examination.
///
/// @param held each field as typed
/// @param inquiry what it asks, if it can be read and asks something
/// @param problems what could not be read
public record ExamineForm(
    Map<String, String> held, Optional<Inquiry> inquiry, List<Problem> problems) {

  /// The fields, in the order of the form.
  static final List<String> FIELDS =
      List.of("name", "figure", "class", "group", "goods", "lawDate", "filedOn", "applicant");

  /// Goods that are chosen at most: a longer list does not fit into an address.
  static final int CHOSEN_MAX = 20;

  private static final String BETWEEN_GOODS = ";";
  private static final Pattern GOODS = Pattern.compile("([0-9]{2}):((?:[0-9]{4})?):([^;:]{1,80})");

  private static final Pattern SIGNS_BETWEEN = Pattern.compile("[\\s,;，、；]+");

  /// A blink's list.
  private static final int TOP = 20;

  /// Copies the lists.
  public ExamineForm {
    held = Map.copyOf(held);
    problems = List.copyOf(problems);
  }

  /// Reads a request.
  static ExamineForm of(ServerRequest request, LocalDate today) {
    Map<String, String> held = new LinkedHashMap<>();
    for (String field : FIELDS) {
      held.put(field, request.param(field).orElse("").strip());
    }
    return read(held, top(request), today);
  }

  /// Reads the fields.
  ///
  /// @param held each field as typed
  /// @param top how many marks are listed
  static ExamineForm read(Map<String, String> held, int top, LocalDate today) {
    List<Problem> problems = new ArrayList<>();
    Set<String> classes = symbols(ClassScheme.NICE, "class", held, problems);
    Set<String> groups = symbols(ClassScheme.SIMILAR_GROUP, "group", held, problems);
    for (Chosen chosen : chosen(text(held, "goods"))) {
      (chosen.group().isEmpty() ? classes : groups)
          .add(chosen.group().isEmpty() ? chosen.niceClass() : chosen.group());
    }
    Optional<LocalDate> lawDate = date("lawDate", held, problems);
    Optional<LocalDate> filedOn = date("filedOn", held, problems);
    Optional<Digest> figure = Digest.parse(text(held, "figure")).found();
    String name = text(held, "name");
    boolean asks = problems.isEmpty() && (!name.isEmpty() || figure.isPresent());
    return new ExamineForm(
        held,
        asks
            ? Optional.of(
                new Inquiry(
                    name,
                    figure,
                    classes,
                    groups,
                    lawDate.orElse(today),
                    filedOn,
                    text(held, "applicant"),
                    top))
            : Optional.empty(),
        problems);
  }

  /// Goods that were chosen from the table.
  ///
  /// @param niceClass two digits
  /// @param group four digits; empty where the table does not tell
  /// @param name as the table or the list has it
  public record Chosen(String niceClass, String group, String name) {

    /// Replaces the signs that stand between entries.
    public Chosen {
      name = name.replace(';', '；').replace(':', '：');
      name = name.length() > 80 ? name.substring(0, 80) : name;
    }

    /// As the form holds it.
    public String text() {
      return niceClass + ":" + group + ":" + name;
    }
  }

  /// The goods that were chosen; what is no such entry is passed over.
  public List<Chosen> chosen() {
    return chosen(text("goods"));
  }

  private static List<Chosen> chosen(String held) {
    List<Chosen> chosen = new ArrayList<>();
    for (String entry : held.split(BETWEEN_GOODS, -1)) {
      Matcher matcher = GOODS.matcher(entry.strip());
      if (matcher.matches() && chosen.size() < CHOSEN_MAX) {
        Chosen one = new Chosen(matcher.group(1), matcher.group(2), matcher.group(3));
        if (!chosen.contains(one)) {
          chosen.add(one);
        }
      }
    }
    return chosen;
  }

  /// The query of the same question with these goods more.
  String withGoods(String entry) {
    return with("goods", text("goods") + BETWEEN_GOODS + entry);
  }

  /// The query of the same question without these goods.
  String withoutGoods(String entry) {
    return with(
        "goods",
        String.join(
            BETWEEN_GOODS,
            chosen().stream().map(Chosen::text).filter(text -> !text.equals(entry)).toList()));
  }

  /// What a field holds.
  public String text(String field) {
    return text(held, field);
  }

  /// The fields that hold something.
  public List<String> filled() {
    return FIELDS.stream().filter(field -> !text(field).isEmpty()).toList();
  }

  /// The query of the same question with one field changed; an empty value takes it out.
  String with(String changed, String value) {
    List<String> parts = new ArrayList<>();
    for (String field : FIELDS) {
      String text = field.equals(changed) ? value : text(field);
      text = field.equals("goods") ? goods(text) : text;
      if (!text.isEmpty()) {
        parts.add(field + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
      }
    }
    return String.join("&", parts);
  }

  private static String goods(String held) {
    return String.join(BETWEEN_GOODS, chosen(held).stream().map(Chosen::text).toList());
  }

  private static int top(ServerRequest request) {
    return request
        .param("top")
        .filter(text -> text.matches("[1-9][0-9]{0,2}"))
        .map(Integer::parseInt)
        .filter(top -> top <= Inquiry.TOP_MAX)
        .orElse(TOP);
  }

  private static Set<String> symbols(
      ClassScheme scheme, String field, Map<String, String> held, List<Problem> problems) {
    Set<String> symbols = new LinkedHashSet<>();
    for (String text : SIGNS_BETWEEN.split(text(held, field), -1)) {
      if (text.isEmpty()) {
        continue;
      }
      switch (Symbols.read(scheme, text)) {
        case Parsed.Ok<ClassSymbol>(ClassSymbol symbol) -> symbols.add(symbol.symbol());
        case Parsed.Refused<ClassSymbol>(Problem problem) -> problems.add(problem.at(field));
      }
    }
    return symbols;
  }

  private static Optional<LocalDate> date(
      String field, Map<String, String> held, List<Problem> problems) {
    String text = text(held, field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException unreadable) {
      problems.add(
          Problem.of("date", field, text, "A date is written year-month-day, such as 2026-11-25."));
      return Optional.empty();
    }
  }

  private static String text(Map<String, String> held, String field) {
    return held.getOrDefault(field, "");
  }
}
