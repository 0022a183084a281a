package org.zhiheng.server.right;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.zhiheng.jobs.json.FactJson;
import org.zhiheng.jobs.records.FormField;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.event.ServiceWay;
import org.zhiheng.server.page.Field;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Problem;

/// What was typed into a form whose fields a job names: kept as typed, so that a refused form comes
/// back as it was.
///
/// @param values by field name, as typed
/// @param on the date of the event, if it reads
/// @param problems with the form's own fields
record EventForm(Map<String, String> values, Optional<LocalDate> on, List<Problem> problems) {

  EventForm {
    values = Map.copyOf(values);
    problems = List.copyOf(problems);
  }

  /// Takes the fields that the job names, and the date.
  static EventForm parse(MultiValueMap<String, String> params, List<FormField> fields) {
    Map<String, String> values = new LinkedHashMap<>();
    for (FormField field : fields) {
      String value = params.getFirst(field.name());
      if (value != null && !value.isBlank()) {
        values.put(field.name(), value.strip());
      }
    }
    List<Problem> problems = new ArrayList<>();
    String typed = Optional.ofNullable(params.getFirst("on")).orElse("").strip();
    Optional<LocalDate> on = Optional.empty();
    try {
      on = Optional.of(LocalDate.parse(typed));
    } catch (DateTimeException wrong) {
      problems.add(
          Problem.of(
              typed.isEmpty() ? "required" : "date",
              "on",
              typed,
              "A date is written year-month-day, such as 2026-11-22."));
    }
    return new EventForm(values, on, problems);
  }

  /// The fields as they are shown.
  ///
  /// @param held what they hold
  /// @param problems why some were refused, by field name in the path
  static List<Field> shown(
      Words words, List<FormField> fields, Map<String, String> held, List<Problem> problems) {
    return fields.stream()
        .map(field ->
            new Field(
                field.name(),
                words.say("field." + field.name()),
                hint(words, field),
                input(field.type()),
                held.getOrDefault(field.name(), ""),
                field.need() == FormField.Need.REQUIRED,
                wrong(words, field.name(), problems),
                choices(words, field)))
        .toList();
  }

  /// Why a field was refused; empty when it was not.
  static String wrong(Words words, String name, List<Problem> problems) {
    return problems.stream()
        .filter(problem -> problem.path().equals(name))
        .map(words::problem)
        .findFirst()
        .orElse("");
  }

  /// What belongs to no field.
  static List<String> others(
      Words words, List<FormField> fields, List<Problem> problems, List<String> own) {
    return problems.stream()
        .filter(problem -> fields.stream().noneMatch(field -> field.name().equals(problem.path())))
        .filter(problem -> !own.contains(problem.path()))
        .map(problem ->
            (problem.path().isEmpty() ? "" : problem.path() + " · ") + words.problem(problem))
        .toList();
  }

  private static String hint(Words words, FormField field) {
    String key = "hint." + field.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return words.has(key) ? words.say(key) : "";
  }

  private static Field.Input input(FormField.Type type) {
    return switch (type) {
      case TEXT, NUMBER, NAME, CLASSES, EVENT -> Field.Input.LINE;
      case LONG_TEXT, NAMES, TEXTS -> Field.Input.AREA;
      case DATE -> Field.Input.DATE;
      case LICENCE, ACT, SERVICE -> Field.Input.CHOICE;
    };
  }

  private static List<Field.Choice> choices(Words words, FormField field) {
    return switch (field.type()) {
      case LICENCE -> licences(words);
      case ACT ->
          Arrays.stream(Act.values())
              .map(act -> new Field.Choice(act.code(), words.code("act", act.code())))
              .toList();
      case SERVICE ->
          Stream.concat(
                  Stream.of(new Field.Choice("", words.say("service.unsaid"))),
                  Arrays.stream(ServiceWay.values())
                      .map(way -> new Field.Choice(way.code(), words.code("service", way.code()))))
              .toList();
      case TEXT, NUMBER, NAME, CLASSES, EVENT, LONG_TEXT, NAMES, TEXTS, DATE -> List.of();
    };
  }

  private static List<Field.Choice> licences(Words words) {
    List<Field.Choice> choices = new ArrayList<>();
    for (Fact.LicenceKind kind : Fact.LicenceKind.values()) {
      String code = FactJson.code(kind);
      choices.add(new Field.Choice(code, words.code("licence", code)));
    }
    return choices;
  }

  /// What a kind of event is about: how the choice is grouped.
  enum About {
    LIFE,
    PROCEEDING,
    INTEREST,
    KNOWLEDGE;

    static About of(FactKind kind) {
      return switch (kind) {
        case FILED,
            PUBLISHED,
            EXAMINATION_BEGUN,
            PRELIMINARILY_APPROVED,
            GRANTED,
            REGISTERED,
            REFUSED,
            WITHDRAWN,
            DEEMED_WITHDRAWN,
            ABANDONED,
            CEASED,
            EXPIRED,
            RENEWED,
            RESTORED,
            INVALIDATED,
            CANCELLED,
            SUSPENDED,
            RESUMED ->
            LIFE;
        case ACTED -> PROCEEDING;
        case OWNERS_RECORDED,
            ASSIGNED,
            PLEDGED,
            PLEDGE_RELEASED,
            LICENSED,
            LICENCE_ENDED,
            PRESERVED,
            PRESERVATION_LIFTED ->
            INTEREST;
        case DESCRIBED, NOTED, ATTACHED, CORRECTED -> KNOWLEDGE;
      };
    }
  }
}
