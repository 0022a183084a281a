package org.zhiheng.jobs.finance.deal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhiheng.cashflow.deal.Asset;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.StreamDues;
import org.zhiheng.jobs.finance.Finding;
import org.zhiheng.jobs.finance.PledgeGround;
import org.zhiheng.jobs.finance.TitleCheck;
import org.zhiheng.values.Money;
import org.zhiheng.values.Parsed;

/// Holds a pool against the conditions that its deal names. Pure: what the register says of the
/// rights is handed in. What nothing tells is never met.
final class PoolGate {

  private static final Pattern BETWEEN = Pattern.compile("[,，;；、\\s]+");

  private final Deal deal;
  private final List<PoolRule> rules = new ArrayList<>();

  PoolGate(Deal deal) {
    this.deal = deal;
    deal.pool().eligible().forEach(line -> rules.addAll(PoolRule.of(line)));
  }

  /// The numbers that an asset names its rights by.
  static List<String> rights(Asset asset) {
    String named = asset.facts().getOrDefault("patents", "");
    return BETWEEN.splitAsStream(named).filter(one -> !one.isBlank()).distinct().toList();
  }

  /// The day an asset is last paid by its terms; the cut-off where nothing is left.
  static LocalDate lastPayment(Asset asset, Deal deal) {
    return switch (asset) {
      case Asset.Loan loan -> loan.day(Math.max(0, loan.term() - 1));
      case Asset.Stream stream -> {
        List<LocalDate> days = StreamDues.of(stream, deal.rounding()).days();
        yield days.isEmpty() ? deal.dates().cutoff() : days.getLast();
      }
    };
  }

  /// By how many months patents have to outlive the last payment.
  Set<Integer> months() {
    Set<Integer> months = new TreeSet<>();
    for (PoolRule rule : rules) {
      if (rule instanceof PoolRule.Outlives outlives) {
        months.add(outlives.months());
      }
    }
    return months;
  }

  /// The names that owners are asked by.
  Set<String> owners() {
    Set<String> names = new TreeSet<>();
    for (PoolRule rule : rules) {
      if (rule instanceof PoolRule.Owner owner) {
        names.add(name(owner));
      }
    }
    return names;
  }

  /// Checks.
  ///
  /// @param rights of each asset, as found
  PoolCheck check(LocalDate on, Function<Asset, List<PoolCheck.OfRight>> rights) {
    List<PoolCheck.OfAsset> assets = new ArrayList<>();
    for (Asset asset : deal.pool().assets()) {
      List<PoolCheck.OfRight> found = rights.apply(asset);
      List<PoolCheck.Met> met = new ArrayList<>();
      for (PoolRule rule : rules) {
        ofAsset(rule, asset, found).ifPresent(met::add);
      }
      assets.add(new PoolCheck.OfAsset(asset.id(), found, met));
    }
    List<PoolCheck.Met> pool = new ArrayList<>();
    for (PoolRule rule : rules) {
      if (rule instanceof PoolRule.Share share) {
        pool.add(share(share));
      } else if (rule instanceof PoolRule.Words words) {
        pool.add(
            new PoolCheck.Met(
                words.text(), PoolCheck.Met.State.NO_SOURCE, "words for people, no test"));
      }
    }
    return new PoolCheck(on, verdict(assets, pool), assets, pool);
  }

  private static TitleCheck.Verdict verdict(
      List<PoolCheck.OfAsset> assets, List<PoolCheck.Met> pool) {
    PoolCheck all = new PoolCheck(LocalDate.EPOCH, TitleCheck.Verdict.UNCONFIRMED, assets, pool);
    boolean failed =
        all.conditions().anyMatch(one -> one.state() == PoolCheck.Met.State.FAILED)
            || rights(assets).anyMatch(one -> one.verdict() == TitleCheck.Verdict.BLOCKED);
    if (failed) {
      return TitleCheck.Verdict.BLOCKED;
    }
    boolean shown =
        all.conditions().allMatch(one -> one.state() == PoolCheck.Met.State.MET)
            && assets.stream().noneMatch(one -> one.rights().isEmpty())
            && rights(assets).allMatch(one -> one.verdict() == TitleCheck.Verdict.CONFIRMED);
    return shown ? TitleCheck.Verdict.CONFIRMED : TitleCheck.Verdict.UNCONFIRMED;
  }

  private static Stream<PoolCheck.OfRight> rights(List<PoolCheck.OfAsset> assets) {
    return assets.stream().flatMap(asset -> asset.rights().stream());
  }

  private Optional<PoolCheck.Met> ofAsset(
      PoolRule rule, Asset asset, List<PoolCheck.OfRight> rights) {
    return switch (rule) {
      case PoolRule.Standing standing ->
          Optional.of(every(rule.text(), rights, right -> standing(standing, right)));
      case PoolRule.Owner owner ->
          Optional.of(every(rule.text(), rights, right -> owned(name(owner), right)));
      case PoolRule.Outlives outlives ->
          Optional.of(
              every(
                  rule.text(),
                  rights,
                  right ->
                      Optional.ofNullable(right.outlives().get(outlives.months()))
                          .map(one -> said(rule.text(), one, true))
                          .orElseGet(() -> untold(rule.text(), right))));
      case PoolRule.LoanToValue ltv -> Optional.of(loanToValue(ltv, asset));
      case PoolRule.Compared compared -> Optional.of(compared(compared, asset));
      case PoolRule.Says says -> Optional.of(says(says, asset));
      case PoolRule.Share _, PoolRule.Words _ -> Optional.empty();
    };
  }

  /// The worst of what the rights say.
  private static PoolCheck.Met every(
      String text,
      List<PoolCheck.OfRight> rights,
      Function<PoolCheck.OfRight, PoolCheck.Met> each) {
    if (rights.isEmpty()) {
      return new PoolCheck.Met(
          text, PoolCheck.Met.State.NO_SOURCE, "the deal names no right of this asset");
    }
    List<PoolCheck.Met> all = rights.stream().map(each).toList();
    for (PoolCheck.Met.State state :
        List.of(PoolCheck.Met.State.FAILED, PoolCheck.Met.State.NO_SOURCE)) {
      Optional<PoolCheck.Met> worst = all.stream().filter(one -> one.state() == state).findFirst();
      if (worst.isPresent()) {
        return worst.get();
      }
    }
    return all.getFirst();
  }

  private static PoolCheck.Met standing(PoolRule.Standing rule, PoolCheck.OfRight right) {
    if (right.title().isEmpty()) {
      return untold(rule.text(), right);
    }
    TitleCheck title = right.title().get();
    return switch (rule.what()) {
      case GRANTED -> {
        PoolCheck.Met granted =
            said(rule.text(), title.of(PledgeGround.NOT_GRANTED), rule.wanted());
        yield granted.state() == PoolCheck.Met.State.MET && rule.wanted()
            ? said(rule.text(), title.of(PledgeGround.ENDED), true)
            : granted;
      }
      case ANNUITY_PAID -> said(rule.text(), title.of(PledgeGround.ANNUITY_UNPAID), rule.wanted());
      case PLEDGED_ELSEWHERE ->
          right.pledgedHere()
              ? new PoolCheck.Met(
                  rule.text(),
                  rule.wanted() ? PoolCheck.Met.State.FAILED : PoolCheck.Met.State.MET,
                  right.typed() + ": its one pledge here backs this deal")
              : said(rule.text(), title.of(PledgeGround.ALREADY_PLEDGED), !rule.wanted());
      case INVALIDATION_PENDING ->
          said(rule.text(), title.of(PledgeGround.INVALIDATION_PENDING), !rule.wanted());
      case PLEDGE_REGISTERED ->
          new PoolCheck.Met(
              rule.text(),
              right.pledgedHere() == rule.wanted()
                  ? PoolCheck.Met.State.MET
                  : PoolCheck.Met.State.FAILED,
              right.typed()
                  + (right.pledgedHere()
                      ? ": pledged for this deal"
                      : ": no pledge for this deal on record"));
    };
  }

  /// @param clear whether clear means met
  private static PoolCheck.Met said(String text, Finding finding, boolean clear) {
    PoolCheck.Met.State state =
        switch (finding.status()) {
          case CLEAR -> clear ? PoolCheck.Met.State.MET : PoolCheck.Met.State.FAILED;
          case BLOCKED, WARN -> clear ? PoolCheck.Met.State.FAILED : PoolCheck.Met.State.MET;
          case NO_SOURCE -> PoolCheck.Met.State.NO_SOURCE;
        };
    return new PoolCheck.Met(text, state, finding.reason());
  }

  private static PoolCheck.Met untold(String text, PoolCheck.OfRight right) {
    return new PoolCheck.Met(
        text,
        PoolCheck.Met.State.NO_SOURCE,
        right.typed()
            + ": "
            + right.refused().map(problem -> problem.reason()).orElse("nothing is known of it"));
  }

  private PoolCheck.Met owned(String name, PoolCheck.OfRight right) {
    String text = "owner = " + name;
    if (right.title().isEmpty()) {
      return untold(text, right);
    }
    Finding owner = right.title().get().of(PledgeGround.NOT_OWNER);
    if (owner.status() == Finding.Status.NO_SOURCE) {
      return new PoolCheck.Met(text, PoolCheck.Met.State.NO_SOURCE, owner.reason());
    }
    return new PoolCheck.Met(
        text,
        right.ownedBy().contains(name) ? PoolCheck.Met.State.MET : PoolCheck.Met.State.FAILED,
        right.typed() + (right.ownedBy().contains(name) ? " is " : " is not ") + name + "'s");
  }

  private String name(PoolRule.Owner owner) {
    return deal.parties().getOrDefault(owner.who(), owner.who());
  }

  private PoolCheck.Met share(PoolRule.Share rule) {
    Map<String, Long> parts = new LinkedHashMap<>();
    for (Asset asset : deal.pool().assets()) {
      String value = asset.facts().getOrDefault(rule.fact(), "");
      if (value.isBlank()) {
        return new PoolCheck.Met(
            rule.text(),
            PoolCheck.Met.State.NO_SOURCE,
            "asset " + asset.id() + " names no " + rule.fact());
      }
      parts.merge(value.strip(), asset.balance(), Math::addExact);
    }
    List<Map.Entry<String, Long>> largest =
        parts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .limit(rule.top())
            .toList();
    long sum = largest.stream().mapToLong(Map.Entry::getValue).sum();
    return limited(
        rule.text(),
        sum,
        deal.pool().balance(),
        rule.percent(),
        largest.stream().map(Map.Entry::getKey).collect(Collectors.joining(", ")));
  }

  private PoolCheck.Met loanToValue(PoolRule.LoanToValue rule, Asset asset) {
    String value = asset.facts().getOrDefault("appraised", "");
    return switch (Money.parse(deal.currency(), value)) {
      case Parsed.Ok<Money> ok when ok.value().minor() > 0 ->
          limited(
              rule.text(),
              asset.balance(),
              ok.value().minor(),
              rule.percent(),
              asset.id() + " appraised at " + ok.value().decimal());
      case Parsed.Ok<Money> _, Parsed.Refused<Money> _ ->
          new PoolCheck.Met(
              rule.text(),
              PoolCheck.Met.State.NO_SOURCE,
              "asset " + asset.id() + " names no amount under appraised");
    };
  }

  private static PoolCheck.Met limited(
      String text, long over, long under, BigDecimal percent, String who) {
    BigDecimal hundred = BigDecimal.valueOf(over).multiply(BigDecimal.valueOf(100));
    boolean met = under > 0 && hundred.compareTo(percent.multiply(BigDecimal.valueOf(under))) <= 0;
    String part =
        under == 0
            ? "of nothing"
            : hundred.divide(BigDecimal.valueOf(under), 2, RoundingMode.HALF_EVEN) + "%";
    return new PoolCheck.Met(
        text, met ? PoolCheck.Met.State.MET : PoolCheck.Met.State.FAILED, who + ": " + part);
  }

  private static PoolCheck.Met compared(PoolRule.Compared rule, Asset asset) {
    String value = asset.facts().getOrDefault(rule.fact(), "").strip();
    if (!value.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
      return new PoolCheck.Met(
          rule.text(),
          PoolCheck.Met.State.NO_SOURCE,
          "asset " + asset.id() + " names no number under " + rule.fact());
    }
    int side = new BigDecimal(value).compareTo(rule.number());
    boolean met =
        switch (rule.sign()) {
          case "<=" -> side <= 0;
          case ">=" -> side >= 0;
          case "<" -> side < 0;
          default -> side > 0;
        };
    return new PoolCheck.Met(
        rule.text(),
        met ? PoolCheck.Met.State.MET : PoolCheck.Met.State.FAILED,
        asset.id() + ": " + value);
  }

  private static PoolCheck.Met says(PoolRule.Says rule, Asset asset) {
    String value = asset.facts().getOrDefault(rule.fact(), "").strip();
    if (value.isEmpty()) {
      return new PoolCheck.Met(
          rule.text(),
          PoolCheck.Met.State.NO_SOURCE,
          "asset " + asset.id() + " names no " + rule.fact());
    }
    return new PoolCheck.Met(
        rule.text(),
        value.equals(rule.value()) ? PoolCheck.Met.State.MET : PoolCheck.Met.State.FAILED,
        asset.id() + ": " + value);
  }
}
