package org.zhiheng.server.deals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhiheng.cashflow.deal.Coupon;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.Fee;
import org.zhiheng.cashflow.deal.Hedge;
import org.zhiheng.cashflow.deal.Rule;
import org.zhiheng.cashflow.deal.Support;
import org.zhiheng.cashflow.deal.Tranche;
import org.zhiheng.server.page.Words;

/// Draws a deal: the pool pays into accounts, these pay fees and tranches by the rules, supports
/// step in. Made from the deal alone: a line is there because a rule names both its ends.
final class Structures {

  static final int WIDTH = 720;
  private static final int NODE_HEIGHT = 58;
  private static final int GAP = 14;
  private static final int USES_MAX = 16;
  private static final int NAME_MAX = 22;

  private static final int POOL_X = 0;
  private static final int POOL_WIDTH = 168;
  private static final int ACCOUNT_X = 246;
  private static final int ACCOUNT_WIDTH = 176;
  private static final int USE_X = 500;
  private static final int USE_WIDTH = 220;

  private final Words words;
  private final Deal deal;
  private final DealWords said;
  private final Map<String, DealsView.Node> nodes = new LinkedHashMap<>();
  private final List<DealsView.Edge> edges = new ArrayList<>();
  private final Map<String, Set<Integer>> order = new HashMap<>();
  private final Set<Link> links = new LinkedHashSet<>();

  private record Link(String from, String to, String look) {}

  private Structures(Words words, Deal deal) {
    this.words = words;
    this.deal = deal;
    this.said = new DealWords(words, deal.currency());
  }

  static DealsView.Structure of(Words words, Deal deal) {
    return new Structures(words, deal).drawn();
  }

  private DealsView.Structure drawn() {
    for (int at = 0; at < deal.waterfalls().size(); at++) {
      int[] number = {0};
      boolean first = at == 0;
      deal.waterfalls().get(at).rules().forEach(rule -> follow(rule, first, number));
    }
    deal.deductions().forEach(one -> links.add(new Link(main(), use(one.name()), "cash")));
    for (Support support : deal.supports()) {
      support
          .covers()
          .forEach(covered -> {
            String tranche = covered.substring(0, Math.max(0, covered.indexOf('.')));
            links.add(new Link("s:" + support.name(), use(tranche), "support"));
          });
    }
    // what the other side owes comes into the account of collections before any rule
    deal.hedges().forEach(hedge -> links.add(new Link("h:" + hedge.name(), main(), "support")));
    int height = place();
    links.forEach(this::draw);
    return new DealsView.Structure(
        height,
        List.copyOf(nodes.values()),
        edges,
        words.say(
            "workbench.structure.said",
            deal.pool().assets().size(),
            deal.accounts().size(),
            deal.tranches().size()));
  }

  private String main() {
    return "a:" + deal.accounts().getFirst().name();
  }

  private static String use(String name) {
    return "u:" + name;
  }

  private void follow(Rule rule, boolean first, int[] number) {
    switch (rule) {
      case Rule.Choice choice -> {
        choice.then().forEach(one -> follow(one, first, number));
        choice.otherwise().forEach(one -> follow(one, first, number));
      }
      case Rule.Step step -> {
        number[0]++;
        List<String> from =
            step.from().isEmpty()
                ? List.of(main())
                : step.from().stream().map(name -> "a:" + name).toList();
        List<String> to = targets(step.action());
        for (String target : to) {
          if (first) {
            order.computeIfAbsent(target, _ -> new TreeSet<>()).add(number[0]);
          }
          from.stream()
              .filter(one -> !one.equals(target))
              .forEach(one -> links.add(new Link(one, target, "cash")));
          step.with()
              .forEach(name ->
                  links.add(
                      new Link(
                          isSupport(name) ? "s:" + name : "a:" + name,
                          target,
                          isSupport(name) ? "support" : "cash")));
        }
      }
    }
  }

  private boolean isSupport(String name) {
    return deal.supports().stream().anyMatch(one -> one.name().equals(name));
  }

  private List<String> targets(Rule.Action action) {
    return switch (action) {
      case Rule.Action.Fees fees ->
          (fees.names().isEmpty() ? deal.fees().stream().map(Fee::name).toList() : fees.names())
              .stream().map(Structures::use).toList();
      case Rule.Action.Interest interest -> interest.names().stream().map(Structures::use).toList();
      case Rule.Action.Principal principal ->
          principal.names().stream().map(Structures::use).toList();
      case Rule.Action.Residual residual -> List.of(use(residual.name()));
      case Rule.Action.Fill fill -> List.of("a:" + fill.account());
      // back to the account of collections: the line is drawn already, the other way
      case Rule.Action.Release _ -> List.of();
      case Rule.Action.Transfer transfer -> List.of("a:" + transfer.account());
      case Rule.Action.Repay repay -> List.of("s:" + repay.support());
      case Rule.Action.WriteOff _, Rule.Action.Book _, Rule.Action.Cure _ -> List.of();
      case Rule.Action.Buy _ -> List.of("pool");
      case Rule.Action.Hedges hedges -> hedges.names().stream().map(name -> "h:" + name).toList();
    };
  }

  /// Puts the boxes, and tells how high the drawing is.
  private int place() {
    List<Made> uses = uses();
    List<Made> middle = new ArrayList<>();
    deal.accounts()
        .forEach(account ->
            middle.add(
                new Made(
                    "a:" + account.name(),
                    "account",
                    account.name(),
                    account
                        .target()
                        .map(target -> words.say("workbench.target", target.toString()))
                        .orElse(words.say("workbench.account")))));
    deal.supports()
        .forEach(support ->
            middle.add(
                new Made(
                    "s:" + support.name(),
                    "support",
                    support.name(),
                    words.code(
                        "workbench.support",
                        support.kind() == Support.Kind.LIQUIDITY ? "line" : "guarantor"))));
    deal.hedges()
        .forEach(hedge ->
            middle.add(
                new Made(
                    "h:" + hedge.name(),
                    "support",
                    hedge.name(),
                    words.code(
                        "workbench.hedge",
                        switch (hedge.kind()) {
                          case Hedge.Kind.Swap _ -> "swap";
                          case Hedge.Kind.Cap _ -> "cap";
                          case Hedge.Kind.Floor _ -> "floor";
                        }))));
    int rows = Math.max(uses.size(), middle.size());
    int height = Math.max(1, rows) * (NODE_HEIGHT + GAP) - GAP;
    column(uses, USE_X, USE_WIDTH, height);
    column(middle, ACCOUNT_X, ACCOUNT_WIDTH, height);
    column(
        List.of(
            new Made(
                "pool",
                "pool",
                words.codeOrItself("workbench.pool", deal.pool().kind()),
                words.say(
                    "workbench.pool.said",
                    deal.pool().assets().size(),
                    said.amount(deal.pool().balance())))),
        POOL_X,
        POOL_WIDTH,
        height);
    links.add(new Link("pool", main(), "cash"));
    return height;
  }

  /// A box before it has a place.
  private record Made(String id, String look, String name, String what) {}

  private List<Made> uses() {
    List<Made> uses = new ArrayList<>();
    deal.deductions()
        .forEach(one ->
            uses.add(
                new Made(
                    use(one.name()),
                    "fee",
                    one.name(),
                    words.say("workbench.deduction", one.amount().toString()))));
    deal.fees()
        .forEach(fee ->
            uses.add(new Made(use(fee.name()), "fee", fee.name(), words.say("workbench.fee"))));
    for (Tranche tranche : deal.tranches()) {
      String coupon =
          tranche.coupon().equals(Coupon.NONE) ? "" : " · " + said.coupon(tranche.coupon());
      uses.add(
          new Made(
              use(tranche.name()),
              coupon.isEmpty() ? "residual" : "tranche",
              tranche.name(),
              said.amount(tranche.size()) + coupon));
    }
    // who is never paid by a rule is left out before who is
    while (uses.size() > USES_MAX) {
      uses.remove(
          uses.stream().filter(one -> one.look().equals("fee")).findFirst().orElse(uses.getLast()));
    }
    return uses;
  }

  private void column(List<Made> made, int x, int width, int height) {
    int taken = made.size() * (NODE_HEIGHT + GAP) - GAP;
    int y = (height - taken) / 2;
    for (Made one : made) {
      String numbers =
          order.getOrDefault(one.id(), Set.of()).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
      nodes.put(
          one.id(),
          new DealsView.Node(
              one.look(),
              x,
              y,
              width,
              NODE_HEIGHT,
              cut(one.name(), NAME_MAX - 2),
              cut(one.what(), NAME_MAX + (width > ACCOUNT_WIDTH ? 8 : 2)),
              numbers.isEmpty() ? "" : words.say("workbench.order", numbers),
              one.name() + " · " + one.what()));
      y += NODE_HEIGHT + GAP;
    }
  }

  private void draw(Link link) {
    DealsView.Node from = nodes.get(link.from());
    DealsView.Node to = nodes.get(link.to());
    if (from == null || to == null) {
      return;
    }
    String path;
    if (from.x() == to.x()) {
      int x = from.x() + from.width();
      int one = from.y() + NODE_HEIGHT / 2;
      int other = to.y() + NODE_HEIGHT / 2;
      path =
          "M" + x + "," + one + " C" + (x + 34) + "," + one + " " + (x + 34) + "," + other + " "
              + (x + 7) + "," + other;
    } else {
      boolean onward = from.x() < to.x();
      int down = onward ? NODE_HEIGHT / 2 : NODE_HEIGHT - 8;
      int x = from.x() + (onward ? from.width() : 0);
      int edge = to.x() + (onward ? 0 : to.width());
      int middle = (x + edge) / 2;
      int y = from.y() + down;
      int end = to.y() + down;
      path =
          "M"
              + x
              + ","
              + y
              + " C"
              + middle
              + ","
              + y
              + " "
              + middle
              + ","
              + end
              + " "
              + (edge + (onward ? -7 : 7))
              + ","
              + end;
    }
    edges.add(new DealsView.Edge(link.look(), path));
  }

  /// Cut by how wide it stands: a Chinese sign is as wide as two letters.
  static String cut(String text, int most) {
    int wide = 0;
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int sign = text.codePointAt(at);
      wide += sign >= 0x2E80 ? 2 : 1;
      if (wide > most) {
        return out.append('…').toString();
      }
      out.appendCodePoint(sign);
      at += Character.charCount(sign);
    }
    return out.toString();
  }

  /// The rules of every status in order.
  static List<DealsView.Waterfall> waterfalls(Words words, Deal deal) {
    return deal.waterfalls().stream()
        .map(one -> {
          List<DealsView.Step> steps = new ArrayList<>();
          one.rules().forEach(rule -> listed(words, rule, 0, steps));
          return new DealsView.Waterfall(one.status(), steps);
        })
        .toList();
  }

  private static void listed(Words words, Rule rule, int depth, List<DealsView.Step> into) {
    into.add(new DealsView.Step(depth, rule.toString()));
    switch (rule) {
      case Rule.Step _ -> {}
      case Rule.Choice choice -> {
        choice.then().forEach(one -> listed(words, one, depth + 1, into));
        if (!choice.otherwise().isEmpty()) {
          into.add(new DealsView.Step(depth, words.say("workbench.otherwise")));
          choice.otherwise().forEach(one -> listed(words, one, depth + 1, into));
        }
      }
    }
  }
}
