package org.zhiheng.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.deadlines.Question;
import org.zhiheng.deadlines.rule.Service;
import org.zhiheng.deadlines.rule.Term;
import org.zhiheng.deadlines.yaml.YamlPlace;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Questions to rules of time as JSON lines: `{"id":"A","rule":"cn.mark.opposition",
/// "event":"2027-02-01"}`, and besides, where they are known, `service`, `entered`, `case` and
/// `extension`.
final class DeadlineQuestions {

  /// A portfolio of a large office; a line of each takes some 200 bytes.
  private static final int COUNT_MAX = 1_000_000;

  private static final int LINE_LENGTH_MAX = 10_000;
  private static final int PROBLEMS_MAX = 100;

  private static final Set<String> KEYS =
      Set.of("id", "rule", "event", "service", "entered", "case", "extension");

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final List<Problem> problems = new ArrayList<>();
  private String line = "";

  private DeadlineQuestions() {}

  /// A question with the name that its asker gives it; the number of its line where there is none.
  record Asked(String id, Question question) {}

  /// Reads a file.
  ///
  /// @throws ProblemsException with what is wrong, each with its line
  static List<Asked> read(Path file) throws IOException {
    DeadlineQuestions questions = new DeadlineQuestions();
    List<Asked> all = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        number++;
        questions.line = "line " + number;
        if (!text.isBlank()) {
          questions.question(Integer.toString(number), text).ifPresent(all::add);
        }
        if (number > COUNT_MAX) {
          questions.refuse("", "A file has at most " + COUNT_MAX + " lines.");
        }
        if (questions.problems.size() >= PROBLEMS_MAX || number > COUNT_MAX) {
          break;
        }
      }
    }
    if (!questions.problems.isEmpty()) {
      throw new ProblemsException(questions.problems);
    }
    return all;
  }

  private Optional<Asked> question(String number, String text) {
    if (text.length() > LINE_LENGTH_MAX) {
      refuse(text, "A line has at most " + LINE_LENGTH_MAX + " characters.");
      return Optional.empty();
    }
    JsonNode node;
    try {
      node = MAPPER.readTree(text);
    } catch (JacksonException broken) {
      refuse(text, "A line is one JSON object.");
      return Optional.empty();
    }
    int before = problems.size();
    if (!node.isObject()) {
      refuse(text, "A line is one JSON object.");
      return Optional.empty();
    }
    for (String key : node.propertyNames()) {
      if (!KEYS.contains(key)) {
        refuse(key, YamlPlace.nearest("key", key, KEYS));
      }
    }
    Optional<LocalDate> event = text(node, "event").flatMap(this::day);
    Optional<LocalDate> entered = text(node, "entered").flatMap(this::day);
    Optional<Service> service = text(node, "service").flatMap(this::service);
    Optional<Term> extension = text(node, "extension").flatMap(this::term);
    Optional<String> rule = text(node, "rule");
    if (rule.isEmpty() || text(node, "event").isEmpty()) {
      refuse("", "A question names a rule and an event.");
    }
    if (problems.size() > before || event.isEmpty() || rule.isEmpty()) {
      return Optional.empty();
    }
    Set<String> cases = text(node, "case").map(Set::of).orElse(Set.of());
    return Optional.of(
        new Asked(
            text(node, "id").orElse(number),
            new Question(rule.get(), event.get(), service, entered, cases, extension)));
  }

  private Optional<String> text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      refuse(value.toString(), key + " is a text.");
      return Optional.empty();
    }
    return Optional.of(value.stringValue());
  }

  private Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException wrong) {
      refuse(text, "A date is written 2026-11-22.");
      return Optional.empty();
    }
  }

  private Optional<Service> service(String text) {
    Parsed<Service> service = Service.parse(text);
    service.refusal().ifPresent(problem -> refuse(text, problem.reason()));
    return service.found();
  }

  private Optional<Term> term(String text) {
    Optional<Term> term = Term.parse(text).found();
    if (term.isEmpty()) {
      refuse(text, "A term is a number of days, working-days, months or years.");
    }
    return term;
  }

  private void refuse(String given, String reason) {
    problems.add(Problem.of("deadline-question", line, given, reason));
  }
}
