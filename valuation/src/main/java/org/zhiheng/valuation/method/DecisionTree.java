package org.zhiheng.valuation.method;

import java.util.ArrayList;
import java.util.List;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Unit;

/// 决策树法: what may happen and what may be decided, rolled back from the ends; at each choice the
/// better way is taken.
///
/// @param root where it begins
/// @param discount yearly
public record DecisionTree(Node root, Input discount) implements Method {

  /// More places than anybody has drawn.
  public static final int NODES_MAX = 10_000;

  /// More than the stages of any approval.
  public static final int DEPTH_MAX = 50;

  /// Chances may miss 1 by this much, for they are typed by hand.
  private static final double CHANCE_SLACK = 1e-9;

  /// A place in the tree.
  public sealed interface Node {}

  /// An end: what it brings, so many years from now.
  ///
  /// @param amount negative for a loss
  /// @param years from now, at least 0
  public record Payoff(Input amount, double years) implements Node {

    /// @throws IllegalArgumentException when the unit is not money or the years are negative
    public Payoff {
      amount.in(Unit.MONEY);
      refuseYears(years);
    }
  }

  /// Nobody decides: one of these happens.
  ///
  /// @param name what is open
  /// @param branches their chances come to 1; where one of them is varied alone, all are scaled to
  ///   come to 1 again
  public record Chance(String name, List<Branch> branches) implements Node {

    /// @throws IllegalArgumentException when the chances do not come to 1
    public Chance {
      branches = List.copyOf(branches);
      double sum = branches.stream().mapToDouble(branch -> branch.chance().value()).sum();
      if (Math.abs(sum - 1) > CHANCE_SLACK) {
        throw new IllegalArgumentException("chances of " + name + " must come to 1: " + sum);
      }
    }
  }

  /// One thing that may happen.
  ///
  /// @param name what
  /// @param chance 0..1
  /// @param then what follows
  public record Branch(String name, Input chance, Node then) {

    /// @throws IllegalArgumentException when the chance is no share in 0..1
    public Branch {
      chance.in(Unit.SHARE).within(0, 1);
    }
  }

  /// The owner decides.
  ///
  /// @param name what is decided
  /// @param ways at least one; doing nothing is a way, and must be named
  public record Choice(String name, List<Way> ways) implements Node {

    /// @throws IllegalArgumentException when there is no way
    public Choice {
      ways = List.copyOf(ways);
      if (ways.isEmpty()) {
        throw new IllegalArgumentException("ways of " + name + " must not be empty");
      }
    }
  }

  /// One thing that may be decided.
  ///
  /// @param name what
  /// @param cost of it, at least 0
  /// @param years from now when it is paid
  /// @param then what follows
  public record Way(String name, Input cost, double years, Node then) {

    /// @throws IllegalArgumentException when the cost is negative or the years are
    public Way {
      cost.in(Unit.MONEY).within(0, 1e15);
      refuseYears(years);
    }
  }

  /// @throws IllegalArgumentException when the tree is too large or too deep
  public DecisionTree {
    discount.in(Unit.SHARE_PER_YEAR).within(-0.5, 10);
    int nodes = count(root, 1);
    if (nodes > NODES_MAX) {
      throw new IllegalArgumentException("a tree has at most " + NODES_MAX + " places: " + nodes);
    }
  }

  @Override
  public String title() {
    return "决策树法 decision tree";
  }

  @Override
  public Kind kind() {
    return Kind.INCOME;
  }

  /// Its discount, then payoffs, chances and costs as one meets them from the root, left to right.
  @Override
  public List<Input> inputs() {
    List<Input> inputs = new ArrayList<>();
    inputs.add(discount);
    collect(root, inputs);
    return List.copyOf(inputs);
  }

  @Override
  public double value(double[] figures) {
    return new Rolled(figures, new ArrayList<>()).worth(root, "");
  }

  /// The places in the order in which they are rolled back, ends first.
  @Override
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    new Rolled(figures(), steps).worth(root, "");
    return List.copyOf(steps);
  }

  private static int count(Node node, int depth) {
    if (depth > DEPTH_MAX) {
      throw new IllegalArgumentException("a tree has at most " + DEPTH_MAX + " stages");
    }
    return 1
        + switch (node) {
          case Payoff _ -> 0;
          case Chance chance ->
              chance.branches().stream().mapToInt(branch -> count(branch.then(), depth + 1)).sum();
          case Choice choice ->
              choice.ways().stream().mapToInt(way -> count(way.then(), depth + 1)).sum();
        };
  }

  private static void collect(Node node, List<Input> inputs) {
    switch (node) {
      case Payoff payoff -> inputs.add(payoff.amount());
      case Chance chance ->
          chance
              .branches()
              .forEach(branch -> {
                inputs.add(branch.chance());
                collect(branch.then(), inputs);
              });
      case Choice choice ->
          choice
              .ways()
              .forEach(way -> {
                inputs.add(way.cost());
                collect(way.then(), inputs);
              });
    }
  }

  private static void refuseYears(double years) {
    if (!(years >= 0 && years <= Stream.YEARS_MAX)) {
      throw new IllegalArgumentException("years must be 0.." + Stream.YEARS_MAX + ": " + years);
    }
  }

  /// One walk through the tree; the figures are taken in the order of [#inputs].
  private static final class Rolled {

    private final double[] figures;
    private final List<Step> steps;
    private int next = 1;

    Rolled(double[] figures, List<Step> steps) {
      this.figures = figures;
      this.steps = steps;
    }

    /// Today's worth of what follows here.
    double worth(Node node, String path) {
      return switch (node) {
        case Payoff payoff -> figures[next++] * discounted(payoff.years());
        case Chance chance -> {
          double worth = 0;
          double chances = 0;
          for (Branch branch : chance.branches()) {
            double share = figures[next++];
            chances += share;
            worth += share * worth(branch.then(), path + "/" + branch.name());
          }
          double sum = chances == 0 ? 0 : worth / chances;
          steps.add(new Step(path + "/" + chance.name() + ": expected", sum, Unit.MONEY));
          yield sum;
        }
        case Choice choice -> {
          double best = Double.NEGATIVE_INFINITY;
          String taken = "";
          for (Way way : choice.ways()) {
            double cost = figures[next++] * discounted(way.years());
            double worth = worth(way.then(), path + "/" + way.name()) - cost;
            if (worth > best) {
              best = worth;
              taken = way.name();
            }
          }
          steps.add(new Step(path + "/" + choice.name() + ": best is " + taken, best, Unit.MONEY));
          yield best;
        }
      };
    }

    private double discounted(double years) {
      return Math.pow(1 + figures[0], -years);
    }
  }
}
