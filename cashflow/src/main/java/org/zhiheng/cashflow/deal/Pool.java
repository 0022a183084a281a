package org.zhiheng.cashflow.deal;

import java.util.List;

/// What pays.
///
/// @param kind in words: pledge-loan, licence-back, lease-back, receivable, mixed
/// @param assets at the cut-off
/// @param order of what happens to an asset within one of its periods
/// @param eligible what every asset, or the pool, has to meet; each line as written
public record Pool(String kind, List<Asset> assets, List<Event> order, List<String> eligible) {

  /// Assets of one pool.
  public static final int ASSETS_MAX = 20_000;

  /// Holds the lists unchangeable.
  ///
  /// @throws IllegalArgumentException when the order does not name each event once
  public Pool {
    assets = List.copyOf(assets);
    order = List.copyOf(order);
    eligible = List.copyOf(eligible);
    if (order.size() != Event.values().length
        || order.stream().distinct().count() != Event.values().length) {
      throw new IllegalArgumentException("order must name each event once: " + order);
    }
  }

  /// The balance of all assets, in minor units.
  public long balance() {
    long sum = 0;
    for (Asset asset : assets) {
      sum = Math.addExact(sum, asset.balance());
    }
    return sum;
  }

  /// What may happen to an asset in one period; each acts on what the one before it left.
  public enum Event {
    /// A part is lost.
    DEFAULT,
    /// A part is paid early.
    PREPAY,
    /// What is scheduled is paid.
    SCHEDULE
  }
}
