package org.zhiheng.deadlines.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.deadlines.yaml.YamlPlace;
import org.zhiheng.deadlines.yaml.YamlReader;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// All rules and the laws they stand under. Holds nothing that changes.
public final class RuleBook {

  private static final String LAWS = "laws/cn.yaml";
  private static final String INDEX = "rules/index.txt";

  private final Map<String, Law> laws;
  private final Map<String, Rule> rules;

  private RuleBook(Map<String, Law> laws, Map<String, Rule> rules) {
    this.laws = laws;
    this.rules = rules;
  }

  /// The rules that the product holds. Reads some dozen resources; keep what it gives.
  ///
  /// @throws ProblemsException with all that is wrong in the files
  public static RuleBook load() {
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : resource(INDEX).lines().filter(line -> !line.isBlank()).toList()) {
      files.put(name, resource("rules/" + name));
    }
    return read(resource(LAWS), files);
  }

  /// Reads the text of the laws and of each file of rules, by the file's name.
  ///
  /// @throws ProblemsException with all that is wrong
  public static RuleBook read(String lawsText, Map<String, String> files) {
    Map<String, Law> laws = new LinkedHashMap<>();
    LawReader.laws(LAWS, lawsText).forEach(law -> laws.put(law.id(), law));
    List<Problem> problems = new ArrayList<>();
    Map<String, Rule> rules = new TreeMap<>();
    files.forEach((name, text) -> read(name, text, laws, rules, problems));
    if (problems.isEmpty()) {
      checkRemedies(rules, problems);
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return new RuleBook(Map.copyOf(laws), rules);
  }

  /// These rules, with those of one more file: a rule that stands here already is replaced, another
  /// is added. The file is read as every other one.
  ///
  /// @param name the file's name, as problems give it
  /// @throws ProblemsException with all that is wrong in the file
  public RuleBook with(String name, String text) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Rule> changed = new TreeMap<>();
    read(name, text, laws, changed, problems);
    Map<String, Rule> all = new TreeMap<>(rules);
    all.putAll(changed);
    if (problems.isEmpty()) {
      checkRemedies(all, problems);
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return new RuleBook(laws, all);
  }

  private static void read(
      String name,
      String text,
      Map<String, Law> laws,
      Map<String, Rule> rules,
      List<Problem> problems) {
    try {
      for (Rule rule : RuleReader.rules(name, text, laws)) {
        Rule before = rules.putIfAbsent(rule.id(), rule);
        if (before != null) {
          problems.add(
              new Problem(
                  "rule-value",
                  "rules",
                  rule.id(),
                  "The rule stands twice, first in " + before.source() + ".",
                  name));
        }
      }
    } catch (ProblemsException broken) {
      problems.addAll(broken.problems());
    }
  }

  private static void checkRemedies(Map<String, Rule> rules, List<Problem> problems) {
    for (Rule rule : rules.values()) {
      for (Remedy remedy : rule.remedies()) {
        if (!rules.containsKey(remedy.rule())) {
          problems.add(
              new Problem(
                  "rule-value",
                  rule.id(),
                  remedy.rule(),
                  YamlPlace.nearest("rule", remedy.rule(), rules.keySet()),
                  rule.source()));
        } else if (remedy.rule().equals(rule.id())) {
          problems.add(
              new Problem(
                  "rule-value",
                  rule.id(),
                  remedy.rule(),
                  "A rule is no remedy of itself.",
                  rule.source()));
        }
      }
    }
  }

  /// All rules, by id.
  public List<Rule> rules() {
    return List.copyOf(rules.values());
  }

  /// The rule with this id.
  public Parsed<Rule> rule(String id) {
    Rule found = rules.get(id);
    return found != null
        ? Parsed.ok(found)
        : Parsed.refused("rule-unknown", id, YamlPlace.nearest("rule", id, rules.keySet()));
  }

  /// All laws, by id.
  public List<Law> laws() {
    return laws.values().stream().sorted(Comparator.comparing(Law::id)).toList();
  }

  /// The law a rule stands under.
  public Law law(Rule rule) {
    return Optional.ofNullable(laws.get(rule.law())).orElseThrow();
  }

  /// The values that begin after a day, with the rule each belongs to, by day and id.
  public List<Begun> begunSince(LocalDate since) {
    List<Begun> begun = new ArrayList<>();
    for (Rule rule : rules.values()) {
      begun(rule, "", rule.spans(), since, begun);
      rule.cases().forEach(special -> begun(rule, special.when(), special.spans(), since, begun));
    }
    begun.sort(
        Comparator.comparing((Begun one) -> one.span().from())
            .thenComparing(one -> one.rule().id()));
    return List.copyOf(begun);
  }

  private static void begun(
      Rule rule, String when, List<Span> spans, LocalDate since, List<Begun> into) {
    Optional<Span> before = Optional.empty();
    for (Span span : spans) {
      if (span.from().isAfter(since)) {
        into.add(new Begun(rule, when, span, before));
      }
      before = Optional.of(span);
    }
  }

  /// Whether a file of rules reads under the laws that the product holds.
  ///
  /// @param problems takes what is wrong
  /// @return how many rules it holds; 0 when something is wrong
  public static int check(String name, String text, List<Problem> problems) {
    Map<String, Law> laws = new LinkedHashMap<>();
    LawReader.laws(LAWS, resource(LAWS)).forEach(law -> laws.put(law.id(), law));
    int before = problems.size();
    Map<String, Rule> rules = new TreeMap<>();
    read(name, text, laws, rules, problems);
    return problems.size() > before ? 0 : rules.size();
  }

  /// A value that begins.
  ///
  /// @param rule whose
  /// @param when the special case; empty for the base case
  /// @param span the value
  /// @param before the value it takes over from, if there was one
  public record Begun(Rule rule, String when, Span span, Optional<Span> before) {}

  private static String resource(String name) {
    return YamlReader.resource(RuleBook.class, "/org/zhiheng/deadlines/" + name);
  }
}
