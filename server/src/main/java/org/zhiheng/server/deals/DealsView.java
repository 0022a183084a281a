package org.zhiheng.server.deals;

import java.util.List;
import java.util.Optional;

/// What the workbench shows; amounts as text, places of charts as numbers of their view box.
///
/// @param form what was typed
/// @param checked what checking it came to
/// @param result what it came to, if it runs
public record DealsView(Form form, Checked checked, Optional<Result> result) {

  /// What was typed.
  ///
  /// @param examples to begin with
  /// @param limits what is taken at most, in words
  public record Form(
      String deal,
      String assume,
      String otherDeal,
      String otherAssume,
      List<Choice> examples,
      Slider defaults,
      Slider recovery,
      Slider prepay,
      int paths,
      long seed,
      List<Choice> pathChoices,
      String limits) {}

  /// A choice.
  public record Choice(String code, String label, boolean on) {}

  /// A slider.
  ///
  /// @param said what it stands at, in words
  public record Slider(String name, String label, int most, int step, int value, String said) {}

  /// What checking came to.
  ///
  /// @param said that all is well, in words; empty when it is not
  /// @param more how many problems are not listed
  public record Checked(String said, List<Flaw> flaws, int more) {}

  /// Something wrong.
  ///
  /// @param field of the form that it stands in
  /// @param line from 1; 0 for none
  /// @param exactly in English; empty when `why` is that
  /// @param excerpt the line
  public record Flaw(
      String field,
      String where,
      int line,
      int column,
      String why,
      String exactly,
      String excerpt) {}

  /// What it came to.
  ///
  /// @param title of the deal
  /// @param stressed whether something is other than assumed, in words; empty for as assumed
  /// @param notes what the reader must know
  /// @param took how long it took, in words
  public record Result(
      String title,
      String stressed,
      List<String> notes,
      String took,
      List<Fact> facts,
      Structure structure,
      List<Waterfall> waterfalls,
      List<TrancheLine> tranches,
      Bars flows,
      Table flowTable,
      Table poolTable,
      List<Loss> losses,
      String simulated,
      List<String> changes,
      Optional<Comparison> comparison) {}

  /// A figure with its name.
  ///
  /// @param before what it is as assumed, under a stress that changes it
  public record Fact(String name, String value, String before) {}

  /// A drawing of who pays whom.
  public record Structure(int height, List<Node> nodes, List<Edge> edges, String said) {}

  /// A box.
  ///
  /// @param look `pool`, `account`, `fee`, `tranche`, `residual`, `support`
  public record Node(
      String look,
      int x,
      int y,
      int width,
      int height,
      String name,
      String what,
      String order,
      String whole) {}

  /// A line from box to box.
  ///
  /// @param look `cash` or `support`
  /// @param path as SVG writes it
  public record Edge(String look, String path) {}

  /// The rules of a status, in order.
  public record Waterfall(String status, List<Step> rules) {}

  /// A rule.
  public record Step(int depth, String text) {}

  /// A tranche.
  ///
  /// @param paid whether all of it was paid
  public record TrancheLine(
      String name,
      String size,
      String coupon,
      String interest,
      String principal,
      String unpaid,
      String yield,
      String life,
      String expectedLoss,
      String lossChance,
      String lossRange,
      String worst,
      boolean paid) {}

  /// A chart of bars on each other by date.
  ///
  /// @param title what it shows, as a finding
  /// @param unit of the scale
  public record Bars(
      String title,
      String unit,
      List<Tick> across,
      List<Tick> up,
      List<Rect> rects,
      List<Key> keys) {}

  /// A mark of a scale.
  ///
  /// @param odd whether a narrow window does without it
  public record Tick(String at, String label, boolean odd) {}

  /// A bar.
  public record Rect(String look, String x, String y, String width, String height, String said) {}

  /// What a look means.
  public record Key(String look, String label) {}

  /// A table.
  public record Table(List<String> columns, List<List<String>> rows, int left) {}

  /// How losses spread.
  public record Loss(String title, String what, Bars bars) {}

  /// Two structures beside each other.
  public record Comparison(String left, String right, List<Row> rows) {}

  /// A line of a comparison.
  ///
  /// @param group what it is about: a tranche or the whole deal
  public record Row(String group, String what, String left, String right, String difference) {}
}
