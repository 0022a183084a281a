package org.zhiheng.cashflow.run;

/// Where steps of a waterfall take cash from on a block of paths.
final class SimSources {

  private final Layout layout;
  private final double[][] state;
  private final double[] left = new double[Lanes.COUNT];

  SimSources(Layout layout, double[][] state) {
    this.layout = layout;
    this.state = state;
  }

  /// Puts down what all of them hold.
  void available(int[] sources, double[] cash) {
    Lanes.copy(source(sources[0]), cash);
    for (int i = 1; i < sources.length; i++) {
      Lanes.add(source(sources[i]), cash);
    }
  }

  private double[] source(int source) {
    return source >= 0
        ? state[layout.account(source)]
        : state[layout.support(-1 - source, Layout.S_AVAILABLE)];
  }

  /// Takes from them in their order.
  void take(int[] sources, double[] what) {
    if (sources.length == 1 && sources[0] >= 0) {
      Lanes.subtract(what, state[layout.account(sources[0])]);
      return;
    }
    Lanes.copy(what, left);
    for (int source : sources) {
      double[] holds = source(source);
      if (source >= 0) {
        Lanes.settle(holds, left);
      } else {
        Lanes.settle(holds, left, state[layout.support(-1 - source, Layout.S_DRAWN)]);
      }
    }
  }
}
