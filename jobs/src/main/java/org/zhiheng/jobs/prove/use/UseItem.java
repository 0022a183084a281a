package org.zhiheng.jobs.prove.use;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// What one piece of evidence says of the use of a mark, as whoever deposited it stated. It stands
/// in the signed statement as facts whose names begin with `use.`; their spelling is fixed by
/// [#facts].
///
/// @param kind what it is
/// @param from first day of the use that it shows
/// @param to last day, included; the same day where it is one
/// @param place where: a town, a shop, an address on the web; empty where not stated
/// @param country ISO 3166 code (`CN`) of the market it was for; empty where not stated
/// @param goods goods or services that it shows, as it names them, each once
/// @param mark the mark as used, in words; empty where not stated
/// @param formAccepted why the depositor takes another form for the registered mark, for a person
///   decided that; empty where nobody did
/// @param reason of [UseKind#JUSTIFICATION], why there was no use; empty for every other kind
public record UseItem(
    UseKind kind,
    LocalDate from,
    LocalDate to,
    String place,
    String country,
    List<String> goods,
    String mark,
    String formAccepted,
    String reason) {

  /// More goods in one piece of evidence are refused: a statement has 1,000 facts.
  public static final int GOODS_MAX = 200;

  /// Longer texts are refused: no register lists a good in more.
  public static final int TEXT_LENGTH_MAX = 1_000;

  private static final String KIND = "use.kind";
  private static final String FROM = "use.from";
  private static final String TO = "use.to";
  private static final String PLACE = "use.place";
  private static final String COUNTRY = "use.country";
  private static final String GOOD = "use.good.";
  private static final String MARK = "use.mark";
  private static final String FORM = "use.form-accepted";
  private static final String REASON = "use.reason";

  /// Copies the list.
  ///
  /// @throws ProblemsException with all that is wrong: `use-dates`, `use-good`, `use-text`
  public UseItem {
    goods = List.copyOf(goods);
    List<Problem> problems = new ArrayList<>();
    if (to.isBefore(from)) {
      problems.add(
          Problem.of("use-dates", TO, from + " to " + to, "The last day is not before the first."));
    }
    goods(goods, kind, problems);
    text(PLACE, place, problems);
    text(MARK, mark, problems);
    text(FORM, formAccepted, problems);
    text(REASON, reason, problems);
    if (!country.matches("([A-Z]{2})?")) {
      problems.add(
          Problem.of("use-text", COUNTRY, country, "A country has two capital letters, as CN."));
    }
    if ((kind == UseKind.JUSTIFICATION) == reason.isEmpty()) {
      problems.add(
          Problem.of(
              "use-text",
              REASON,
              reason,
              "A reason stands beside evidence of justified non-use, and beside no other."));
    }
    if (mark.isEmpty() && !formAccepted.isEmpty()) {
      problems.add(
          Problem.of(
              "use-text", FORM, formAccepted, "State the mark as used before its form is taken."));
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
  }

  private static void goods(List<String> goods, UseKind kind, List<Problem> problems) {
    if (goods.isEmpty() && kind != UseKind.JUSTIFICATION) {
      problems.add(
          Problem.of("use-good", GOOD + 1, "", "Evidence of use shows at least one good."));
    }
    if (goods.size() > GOODS_MAX) {
      problems.add(
          Problem.of(
              "use-good",
              GOOD + goods.size(),
              Integer.toString(goods.size()),
              "One piece of evidence shows at most " + GOODS_MAX + " goods; deposit more apart."));
    }
    List<String> seen = new ArrayList<>();
    int number = 1;
    for (String good : goods) {
      text(GOOD + number, good, problems);
      if (plain(good).isEmpty() || seen.contains(plain(good))) {
        problems.add(
            Problem.of("use-good", GOOD + number, good, "A good has a name and stands once."));
      }
      seen.add(plain(good));
      number++;
    }
  }

  private static void text(String name, String text, List<Problem> problems) {
    if (text.length() > TEXT_LENGTH_MAX || !text.equals(text.strip())) {
      problems.add(
          Problem.of(
              "use-text", name, text, "A text has at most 1,000 signs and no space at its ends."));
    }
  }

  /// A name of goods, or of a mark, without what does not distinguish: width, case, white space.
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", "");
  }

  /// Whether these facts state use.
  static boolean stated(Map<String, String> facts) {
    return facts.containsKey(KIND);
  }

  /// Reads what [#facts] wrote; facts of other names are passed over.
  ///
  /// @throws ProblemsException with all that is wrong, as the constructor, and `use-kind`,
  ///   `use-fact`
  public static UseItem parse(SortedMap<String, String> facts) {
    List<Problem> problems = new ArrayList<>();
    TreeMap<Integer, String> goods = new TreeMap<>();
    facts.forEach((name, text) -> {
      if (name.startsWith(GOOD) && name.substring(GOOD.length()).matches("[1-9][0-9]{0,3}")) {
        goods.put(Integer.parseInt(name.substring(GOOD.length())), text);
      } else if (name.startsWith("use.")
          && !List.of(KIND, FROM, TO, PLACE, COUNTRY, MARK, FORM, REASON).contains(name)) {
        problems.add(Problem.of("use-fact", name, text, "No fact of use has this name."));
      }
    });
    Parsed<UseKind> kind = UseKind.parse(facts.getOrDefault(KIND, ""));
    kind.refusal().map(refusal -> refusal.at(KIND)).ifPresent(problems::add);
    Optional<LocalDate> from = date(facts, FROM, problems);
    Optional<LocalDate> to = date(facts, TO, problems);
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return new UseItem(
        kind.orThrow(),
        from.orElseThrow(),
        to.orElseThrow(),
        facts.getOrDefault(PLACE, ""),
        facts.getOrDefault(COUNTRY, ""),
        List.copyOf(goods.values()),
        facts.getOrDefault(MARK, ""),
        facts.getOrDefault(FORM, ""),
        facts.getOrDefault(REASON, ""));
  }

  private static Optional<LocalDate> date(
      SortedMap<String, String> facts, String name, List<Problem> problems) {
    String text = facts.getOrDefault(name, "");
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException wrong) {
      problems.add(Problem.of("use-dates", name, text, "A date is written 2026-11-22."));
      return Optional.empty();
    }
  }

  /// As a statement holds it.
  public SortedMap<String, String> facts() {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put(KIND, kind.code());
    facts.put(FROM, from.toString());
    facts.put(TO, to.toString());
    Map.of(PLACE, place, COUNTRY, country, MARK, mark, FORM, formAccepted, REASON, reason)
        .forEach((name, text) -> {
          if (!text.isEmpty()) {
            facts.put(name, text);
          }
        });
    int number = 1;
    for (String good : goods) {
      facts.put(GOOD + number++, good);
    }
    return facts;
  }

  /// Whether it shows this good.
  boolean shows(String good) {
    return goods.stream().anyMatch(one -> plain(one).equals(plain(good)));
  }
}
