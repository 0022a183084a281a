package org.zhiheng.server.value;

import java.util.List;
import org.zhiheng.valuation.input.Unit;

/// What the form asks for a method, in the order in which people think of it.
///
/// @param key the method's, as files name it
/// @param brief the same within names of fields
/// @param figures in order
/// @param timed whether it is asked when in a year money comes
/// @param things how many named lines it takes: parts of a cost, deals
record Asked(String key, String brief, List<Figure> figures, boolean timed, int things) {

  Asked {
    figures = List.copyOf(figures);
  }

  /// Lines for parts of a cost or deals to compare with.
  static final int THINGS = 4;

  /// Those there are.
  static final List<Asked> ALL =
      List.of(
          new Asked(
              "relief-from-royalty",
              "rr",
              List.of(
                  money("revenue"),
                  yearly("growth"),
                  share("royalty"),
                  yearly("decay"),
                  share("tax"),
                  yearly("discount"),
                  new Figure("life", Unit.YEARS)),
              true,
              0),
          new Asked(
              "excess-earnings",
              "ee",
              List.of(
                  money("revenue"),
                  yearly("growth"),
                  share("margin"),
                  share("charges"),
                  share("tax"),
                  yearly("discount"),
                  new Figure("life", Unit.YEARS)),
              true,
              0),
          new Asked("market", "ma", List.of(new Figure("measure", Unit.MULTIPLE)), false, THINGS),
          new Asked("cost", "co", List.of(share("profit"), share("obsolescence")), false, THINGS),
          new Asked(
              "real-option",
              "ro",
              List.of(
                  money("market"),
                  money("launch"),
                  yearly("volatility"),
                  yearly("riskless"),
                  yearly("leak")),
              false,
              0),
          new Asked(
              "renewal",
              "re",
              List.of(
                  money("median"),
                  new Figure("spread", Unit.MULTIPLE),
                  yearly("decay"),
                  yearly("discount")),
              false,
              0));

  /// A figure that is asked for.
  record Figure(String key, Unit unit) {}

  /// Whether its named lines are deals rather than parts of a cost.
  boolean deals() {
    return key.equals("market");
  }

  private static Figure money(String key) {
    return new Figure(key, Unit.MONEY);
  }

  private static Figure share(String key) {
    return new Figure(key, Unit.SHARE);
  }

  private static Figure yearly(String key) {
    return new Figure(key, Unit.SHARE_PER_YEAR);
  }
}
