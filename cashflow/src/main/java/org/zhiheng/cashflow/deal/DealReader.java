package org.zhiheng.cashflow.deal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhiheng.cashflow.fen.Rounding;
import org.zhiheng.cashflow.formula.Condition;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.cashflow.yaml.YamlReader;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.ProblemsException;

/// Reads a deal file; the format is described in `docs/formats/deal.md`.
public final class DealReader {

  private static final Set<String> REQUIRED =
      Set.of("deal", "dates", "pool", "tranches", "waterfall");
  private static final Set<String> OPTIONAL =
      Set.of(
          "currency",
          "rounding",
          "parties",
          "deduct",
          "fees",
          "accounts",
          "support",
          "hedges",
          "ledgers",
          "triggers",
          "clean-up",
          "report");

  private final FileTexts files;

  private DealReader(FileTexts files) {
    this.files = files;
  }

  /// Where the texts of files are found that a deal names, such as its pool.
  public interface FileTexts {

    /// No file is found.
    FileTexts NONE = _ -> Optional.empty();

    /// The text of a file beside the deal.
    Optional<String> text(String name);
  }

  /// Reads a deal.
  ///
  /// @param source the file's name, as problems give it
  /// @param text YAML or JSON
  /// @throws ProblemsException with all that is wrong, each with its line and column
  public static Deal read(String source, String text, FileTexts files) {
    return YamlReader.read(source, text, place -> new DealReader(files).deal(place));
  }

  private Deal deal(YamlPlace place) {
    YamlMap map = place.map(REQUIRED, OPTIONAL);
    Currency currency = map.find("currency").map(DealReader::currency).orElse(cny());
    Terms terms = new Terms(currency);
    DealDates dates = map.find("dates").map(this::dates).orElse(DealDates.NONE);
    Pool pool =
        map.find("pool")
            .map(at -> new PoolReader(terms, files, dates.cutoff()).pool(at))
            .orElseGet(() -> new Pool("mixed", List.of(), List.of(Pool.Event.values()), List.of()));
    List<Deferred> later = new ArrayList<>();
    PartReader parts = new PartReader(terms, dates, later);
    List<Tranche> tranches = each(map, "tranches", at -> tranche(terms, at, later));
    List<Deal.Deduction> deductions = deductions(map, later);
    List<Fee> fees = each(map, "fees", parts::fee);
    List<Deal.Account> accounts = each(map, "accounts", parts::account);
    if (accounts.isEmpty()) {
      accounts = List.of(new Deal.Account("collect", 0, Optional.empty()));
    }
    List<Support> supports = each(map, "support", parts::support);
    List<Hedge> hedges = each(map, "hedges", new HedgeReader(terms, later)::hedge);
    List<Deal.Deficiency> ledgers = each(map, "ledgers", parts::deficiency);
    List<Deal.Trigger> triggers = each(map, "triggers", at -> trigger(at, later));
    Optional<Deal.CleanUp> cleanUp = map.find("clean-up").map(at -> cleanUp(at, later));
    List<Deal.Waterfall> waterfalls = each(map, "waterfall", at -> waterfall(at, later));
    Names names =
        new Names(
            tranches.stream().map(Tranche::name).toList(),
            Stream.concat(
                    deductions.stream().map(Deal.Deduction::name), fees.stream().map(Fee::name))
                .toList(),
            accounts.stream().map(Deal.Account::name).toList(),
            supports.stream().map(Support::name).toList(),
            hedges.stream().map(Hedge::name).toList(),
            ledgers.stream().map(Deal.Deficiency::name).toList(),
            waterfalls.stream().map(Deal.Waterfall::status).toList());
    unique(place, names);
    later.forEach(check -> check.against(names));
    if (map.has("tranches") && tranches.isEmpty()) {
      map.get("tranches").refuse("deal-value", "", "A deal has at least one tranche.");
    }
    if (map.has("waterfall") && waterfalls.isEmpty()) {
      map.get("waterfall").refuse("deal-value", "", "A deal has at least one waterfall.");
    }
    return new Deal(
        map.text("deal", ""),
        currency,
        map.find("rounding").map(at -> at.oneOf(Rounding.class)).orElse(Rounding.HALF_UP),
        words(map, "parties"),
        dates,
        pool,
        deductions,
        tranches,
        fees,
        accounts,
        supports,
        hedges,
        ledgers,
        triggers,
        cleanUp,
        waterfalls,
        words(map, "report"));
  }

  /// A check that waits until all names are known.
  interface Deferred {
    void against(Names names);
  }

  /// A name, and what stands under it.
  record Named(String name, YamlPlace place) {}

  private static <T> List<T> each(YamlMap map, String key, Function<Named, T> reading) {
    List<T> read = new ArrayList<>();
    map.find(key)
        .ifPresent(at -> {
          YamlMap names = at.names();
          if (names.entries().size() > Deal.PARTS_MAX) {
            at.refuse(
                "deal-limit",
                Integer.toString(names.entries().size()),
                "There are at most " + Deal.PARTS_MAX + " of these.");
            return;
          }
          names
              .entries()
              .forEach((name, place) -> {
                if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_]*(-[\\p{L}\\p{N}_]+)*")) {
                  place.refuse(
                      "deal-name", name, "A name is letters, digits, _ and single hyphens.");
                }
                read.add(reading.apply(new Named(name, place)));
              });
        });
    return read;
  }

  private static void unique(YamlPlace place, Names names) {
    Set<String> seen = new HashSet<>(Names.OF_POOL);
    Stream.of(
            names.tranches(),
            names.fees(),
            names.accounts(),
            names.supports(),
            names.hedges(),
            names.ledgers())
        .flatMap(List::stream)
        .filter(name -> !seen.add(name))
        .forEach(name ->
            place.refuse("deal-name", name, "Two things are called so, or it is a word of rules."));
  }

  static YamlMap map(YamlPlace place, Set<String> required, Set<String> optional) {
    return place.isNothing() && required.isEmpty()
        ? new YamlMap(place, Map.of(), Set.of())
        : place.map(required, optional);
  }

  private DealDates dates(YamlPlace place) {
    YamlMap map =
        place.map(
            Set.of("cutoff", "closing", "pay", "legal"),
            Set.of("collect", "first-collect", "first-pay"));
    LocalDate cutoff = map.find("cutoff").map(YamlPlace::date).orElse(LocalDate.EPOCH);
    LocalDate closing = map.find("closing").map(YamlPlace::date).orElse(cutoff);
    DealDates dates =
        new DealDates(
            cutoff,
            closing,
            map.find("collect").map(Terms::timing).orElse(new Timing.AtEnd(1)),
            map.find("first-collect").map(YamlPlace::date),
            map.find("pay").map(Terms::timing).orElse(new Timing.AtEnd(1)),
            map.find("first-pay").map(YamlPlace::date),
            map.find("legal").map(YamlPlace::date).orElse(closing.plusYears(1)));
    if (closing.isBefore(cutoff)) {
      map.find("closing")
          .ifPresent(at ->
              at.refuse("deal-dates", closing.toString(), "Closing is not before the cut-off."));
    }
    if (!dates.legal().isAfter(closing) || dates.legal().isAfter(closing.plusYears(60))) {
      map.find("legal")
          .ifPresent(at ->
              at.refuse(
                  "deal-dates",
                  dates.legal().toString(),
                  "The legal date is after closing, by at most 60 years."));
    }
    dates
        .firstPay()
        .filter(day -> !day.isAfter(closing))
        .ifPresent(day ->
            map.get("first-pay")
                .refuse("deal-dates", day.toString(), "The first payment is after closing."));
    dates
        .firstCollect()
        .filter(day -> !day.isAfter(cutoff))
        .ifPresent(day ->
            map.get("first-collect")
                .refuse("deal-dates", day.toString(), "It is after the cut-off."));
    return dates;
  }

  private Tranche tranche(Terms terms, Named named, List<Deferred> later) {
    Set<String> optional = new HashSet<>(Terms.couponKeys());
    optional.addAll(
        Set.of(
            "coupon",
            "daycount",
            "pay",
            "locked-until",
            "balances",
            "while",
            "maturity",
            "interest-on-unpaid",
            "residual",
            "rating",
            "held-by",
            "note"));
    YamlMap map = map(named.place(), Set.of("size"), optional);
    Map<String, String> notes = new LinkedHashMap<>();
    for (String key : List.of("residual", "rating", "held-by", "note")) {
      map.find(key).ifPresent(at -> notes.put(key, at.text()));
    }
    map.find("while")
        .ifPresent(at ->
            at.oneOrMore()
                .forEach(name ->
                    later.add(
                        known -> Names.known("tranche", name.text(), known.tranches(), name))));
    return new Tranche(
        named.name(),
        map.find("size").map(terms::money).orElse(0L),
        map.find("coupon").map(Terms::coupon).orElseGet(() -> Terms.coupon(map)),
        map.find("daycount").map(Terms::dayCount).orElse(DayCount.ACT_365F),
        map.find("interest-on-unpaid")
            .map(at -> at.oneOf(Tranche.OnUnpaid.class))
            .orElse(Tranche.OnUnpaid.NONE),
        repayment(terms, map),
        map.find("maturity").map(YamlPlace::date),
        notes);
  }

  private static Tranche.Repayment repayment(Terms terms, YamlMap map) {
    String pay = map.text("pay", map.has("balances") ? "planned" : "sequential");
    if (!Set.of("sequential", "pass-through", "planned").contains(pay)) {
      map.get("pay")
          .refuse(
              "deal-value",
              pay,
              YamlPlace.nearest("value", pay, List.of("sequential", "pass-through", "planned")));
    }
    if (pay.equals("planned")) {
      if (!map.has("balances")) {
        map.place().refuse("deal-key", "", "The key balances is missing.");
      }
      return new Tranche.Repayment.Planned(
          map.find("balances").map(terms::amounts).orElse(new TreeMap<>()),
          map.find("while")
              .map(at -> at.oneOrMore().stream().map(YamlPlace::text).toList())
              .orElse(List.of()));
    }
    return new Tranche.Repayment.AsSent(map.find("locked-until").map(YamlPlace::date));
  }

  private static List<Deal.Deduction> deductions(YamlMap map, List<Deferred> later) {
    List<Deal.Deduction> deductions = new ArrayList<>();
    for (YamlPlace item : map.items("deduct")) {
      item.names()
          .entries()
          .forEach((name, at) -> {
            if (name.equals("before")) {
              if (!at.text().equals("waterfall")) {
                at.refuse("deal-value", at.text(), "Deductions stand before: waterfall.");
              }
              return;
            }
            Formula amount = Terms.formula(at);
            later.add(known -> known.check(amount, at));
            deductions.add(new Deal.Deduction(name, amount));
          });
    }
    return deductions;
  }

  private Deal.Trigger trigger(Named named, List<Deferred> later) {
    YamlMap map = map(named.place(), Set.of("when", "do"), Set.of("curable", "look"));
    Condition when = map.find("when").map(Terms::condition).orElse(new Condition.Flag("none"));
    map.find("when").ifPresent(at -> later.add(known -> known.check(when, at)));
    String text = map.text("do", "note nothing");
    Deal.Effect effect = new Deal.Effect.Note(text);
    if (text.startsWith("status ")) {
      String status = text.substring("status ".length()).strip();
      later.add(
          known -> Names.known("status (a waterfall)", status, known.statuses(), map.get("do")));
      effect = new Deal.Effect.Enter(status);
    } else if (text.startsWith("note ")) {
      effect = new Deal.Effect.Note(text.substring("note ".length()).strip());
    } else if (!text.equals("redirect-obligors")) {
      map.get("do")
          .refuse(
              "deal-value", text, "A trigger does: status NAME, note WORDS, redirect-obligors.");
    }
    String look = map.text("look", "before");
    if (!look.equals("before") && !look.equals("after")) {
      map.get("look").refuse("deal-value", look, "It is looked at before or after the payments.");
    }
    return new Deal.Trigger(
        named.name(),
        when,
        map.find("curable").map(YamlPlace::yes).orElse(false),
        look.equals("after"),
        effect);
  }

  private Deal.CleanUp cleanUp(YamlPlace place, List<Deferred> later) {
    YamlMap map = place.map(Set.of("when"), Set.of("price"));
    Condition when = map.find("when").map(Terms::condition).orElse(new Condition.Flag("none"));
    map.find("when").ifPresent(at -> later.add(known -> known.check(when, at)));
    Formula price =
        map.find("price").map(Terms::formula).orElse(new Formula.Literal(BigDecimal.ONE, false));
    map.find("price").ifPresent(at -> later.add(known -> known.check(price, at)));
    return new Deal.CleanUp(when, price);
  }

  private Deal.Waterfall waterfall(Named named, List<Deferred> later) {
    return new Deal.Waterfall(named.name(), rules(named.place(), later, 0));
  }

  private List<Rule> rules(YamlPlace place, List<Deferred> later, int depth) {
    List<Rule> rules = new ArrayList<>();
    List<YamlPlace> items = place.isNothing() ? List.of() : place.oneOrMore();
    if (items.size() > Deal.RULES_MAX || depth > 8) {
      place.refuse(
          "deal-limit",
          Integer.toString(items.size()),
          "A waterfall has at most " + Deal.RULES_MAX + " rules, choices 8 deep.");
      return rules;
    }
    for (YamlPlace item : items) {
      if (item.isMap() && shortChoice(item).isPresent()) {
        Map.Entry<String, YamlPlace> choice = shortChoice(item).orElseThrow();
        String text = choice.getKey() + ": " + choice.getValue().text();
        rules.add(checked(choice.getValue(), _ -> RuleText.read(text), later));
      } else if (item.isMap()) {
        YamlMap map = item.map(Set.of("if", "then"), Set.of("else"));
        Condition when = map.find("if").map(Terms::condition).orElse(new Condition.Flag("none"));
        map.find("if").ifPresent(at -> later.add(known -> known.check(when, at)));
        rules.add(
            new Rule.Choice(
                when,
                map.find("then").map(at -> rules(at, later, depth + 1)).orElse(List.of()),
                map.find("else").map(at -> rules(at, later, depth + 1)).orElse(List.of())));
      } else {
        rules.add(checked(item, RuleText::read, later));
      }
    }
    return rules;
  }

  private static Rule checked(
      YamlPlace place, Function<String, Rule> reading, List<Deferred> later) {
    Rule rule =
        Terms.words(
            place,
            reading,
            new Rule.Step(
                new Rule.Action.Fees(List.of(), Rule.Order.SEQUENTIAL),
                Optional.empty(),
                List.of(),
                List.of()));
    later.add(known -> known.check(rule, place));
    return rule;
  }

  /// `if A = 0: release reserve` without quotes is a map of one entry to YAML.
  private static Optional<Map.Entry<String, YamlPlace>> shortChoice(YamlPlace item) {
    Map<String, YamlPlace> entries = item.names().entries();
    return entries.entrySet().stream()
        .filter(only -> entries.size() == 1 && only.getKey().startsWith("if "))
        .filter(only -> !only.getValue().isMap() && !only.getValue().isList())
        .findFirst();
  }

  private static Map<String, String> words(YamlMap map, String key) {
    Map<String, String> words = new LinkedHashMap<>();
    map.find(key)
        .ifPresent(at ->
            at.names()
                .entries()
                .forEach((name, value) ->
                    words.put(
                        name,
                        String.join(
                            ", ", value.oneOrMore().stream().map(YamlPlace::text).toList()))));
    return words;
  }

  private static Currency currency(YamlPlace place) {
    String code = place.text();
    return Currency.availableCurrencies()
        .filter(known -> known.getCurrencyCode().equals(code))
        .filter(known -> known.getDefaultFractionDigits() >= 0)
        .findAny()
        .orElseGet(() -> {
          place.refuse("currency", code, "A currency is an ISO 4217 code, such as CNY.");
          return cny();
        });
  }

  private static Currency cny() {
    return Currency.getInstance("CNY");
  }
}
