package org.zhiheng.jobs.finance.deal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhiheng.jobs.finance.Finding;
import org.zhiheng.jobs.finance.PledgeGround;
import org.zhiheng.jobs.finance.TitleCheck;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;

/// Whether the pool of a deal is what the deal says, by the record of a day.
///
/// @param on the day
/// @param verdict of everything together
/// @param assets in the deal's order
/// @param pool conditions on the pool as a whole
public record PoolCheck(
    LocalDate on, TitleCheck.Verdict verdict, List<OfAsset> assets, List<Met> pool) {

  /// Copies the lists.
  public PoolCheck {
    assets = List.copyOf(assets);
    pool = List.copyOf(pool);
  }

  /// What is found of an asset.
  ///
  /// @param rights that back it; empty where the deal names none, which is not shown then
  /// @param conditions on it
  public record OfAsset(String asset, List<OfRight> rights, List<Met> conditions) {
    /// Copies the lists.
    public OfAsset {
      rights = List.copyOf(rights);
      conditions = List.copyOf(conditions);
    }
  }

  /// What is found of a right.
  ///
  /// @param typed as the deal names it
  /// @param right which one that is
  /// @param title what the gate says; none where it could not be asked
  /// @param pledgedHere whether its one pledge backs this deal
  /// @param refused why the gate could not be asked
  /// @param ownedBy of the names that the deal's conditions ask for, those of its owners
  /// @param outlives what the gate says of a debt that ends so many months after the asset's last
  ///   payment
  public record OfRight(
      String typed,
      Optional<RightId> right,
      Optional<TitleCheck> title,
      boolean pledgedHere,
      Optional<Problem> refused,
      Set<String> ownedBy,
      Map<Integer, Finding> outlives) {

    /// Copies the sets.
    public OfRight {
      ownedBy = Set.copyOf(ownedBy);
      outlives = Map.copyOf(outlives);
    }

    /// The findings that stand in the way; that it is pledged for this deal does not.
    public List<Finding> open() {
      return title.stream()
          .flatMap(check -> check.open().stream())
          .filter(one -> !(pledgedHere && one.ground() == PledgeGround.ALREADY_PLEDGED))
          .toList();
    }

    /// What it comes to: confirmed only where it is pledged for this deal.
    public TitleCheck.Verdict verdict() {
      if (title.isEmpty()) {
        return TitleCheck.Verdict.UNCONFIRMED;
      }
      List<Finding> open = open();
      if (open.stream().anyMatch(one -> one.status() == Finding.Status.BLOCKED)) {
        return TitleCheck.Verdict.BLOCKED;
      }
      return open.isEmpty() && pledgedHere
          ? TitleCheck.Verdict.CONFIRMED
          : TitleCheck.Verdict.UNCONFIRMED;
    }
  }

  /// Whether a condition is met.
  ///
  /// @param text as the deal writes it
  /// @param why the figures, or what is missing
  public record Met(String text, State state, String why) {
    /// How it stands.
    public enum State {
      /// 符合
      MET,
      /// 不符合
      FAILED,
      /// 无来源: nothing here tells, which is never met.
      NO_SOURCE;

      /// `no-source`
      public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
      }
    }
  }

  /// All conditions.
  public Stream<Met> conditions() {
    return Stream.concat(
        pool.stream(), assets.stream().flatMap(asset -> asset.conditions().stream()));
  }
}
