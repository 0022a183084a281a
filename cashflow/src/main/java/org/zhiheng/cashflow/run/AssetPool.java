package org.zhiheng.cashflow.run;

import java.util.ArrayList;
import java.util.List;
import org.zhiheng.cashflow.fen.Rounding;

/// The assets of a plan, made ready to be gone through to the minor unit: side by side where they
/// can be, the others one by one. Nothing in it changes.
final class AssetPool {

  /// Groups of assets side by side; an asset is tried with each until it goes with one.
  private static final int GROUPS_MAX = 16;

  /// With fewer it costs as much to begin with rows as to go through the assets.
  private static final int ASSETS_MIN = 4;

  /// Assets of a group: few enough that what is left of them stays close by.
  private static final int ASSETS_MAX = 1_024;

  private final List<AssetRows> rows = new ArrayList<>();
  private final List<AssetPlan> alone = new ArrayList<>();

  /// Assets that go together.
  private static final class Group {

    private final List<AssetPlan> assets = new ArrayList<>();

    /// By risk and collection period: when what is recovered comes in, one more, or 0 if no asset
    /// told yet.
    private final int[][] recovered;

    private Group(int risks, int periods) {
      recovered = new int[risks][periods];
    }

    private boolean takes(AssetPlan asset) {
      boolean takes =
          assets.size() < ASSETS_MAX
              && (assets.isEmpty() || asset.kind == assets.getFirst().kind)
              && asset.risk.length == recovered.length;
      for (int r = 0; takes && r < recovered.length; r++) {
        for (int k = 0; takes && asset.recovery[r] != 0 && k < asset.payments(); k++) {
          int told = recovered[r][asset.collect[k]];
          takes = told == 0 || told == asset.recovered[r][k] + 1;
        }
      }
      return takes;
    }

    private void take(AssetPlan asset) {
      assets.add(asset);
      for (int r = 0; r < recovered.length; r++) {
        for (int k = 0; asset.recovery[r] != 0 && k < asset.payments(); k++) {
          recovered[r][asset.collect[k]] = asset.recovered[r][k] + 1;
        }
      }
    }
  }

  /// @param periods of collection
  AssetPool(List<AssetPlan> assets, int periods) {
    List<Group> groups = new ArrayList<>();
    for (AssetPlan asset : assets) {
      if (AssetRows.fits(asset)) {
        group(asset, groups, periods).take(asset);
      } else {
        alone.add(asset);
      }
    }
    groups.forEach(this::close);
  }

  /// The group that takes an asset. Where groups are too many, the oldest is closed: what is alike
  /// mostly stands together in a list.
  private Group group(AssetPlan asset, List<Group> groups, int periods) {
    for (int g = groups.size() - 1; g >= 0; g--) {
      if (groups.get(g).takes(asset)) {
        return groups.get(g);
      }
    }
    if (groups.size() == GROUPS_MAX) {
      close(groups.removeFirst());
    }
    groups.add(new Group(asset.risk.length, periods));
    return groups.getLast();
  }

  private void close(Group group) {
    if (group.assets.size() < ASSETS_MIN) {
      alone.addAll(group.assets);
    } else {
      rows.add(new AssetRows(group.assets));
    }
  }

  /// Adds what they pay from the first payment on.
  ///
  /// @param order as of [AssetPlan#run]
  void run(int[] order, Rounding rounding, Flows into) {
    for (AssetRows those : rows) {
      those.run(order, rounding, into);
    }
    for (AssetPlan asset : alone) {
      asset.run(0, asset.balance, order, rounding, into);
    }
  }
}
