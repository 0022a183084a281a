package org.zhiheng.server.finance;

import java.util.List;
import java.util.Optional;

/// What the pages of kept deals show; all in words and amounts already.
public final class DealView {

  private DealView() {}

  /// The list.
  ///
  /// @param deals by name
  /// @param typed what was typed and refused; empty at first
  /// @param refused what was refused, in words
  public record Listed(List<Row> deals, Typed typed, List<String> refused) {}

  /// A draft as typed.
  public record Typed(String deal, String assume) {}

  /// A deal in the list.
  ///
  /// @param state as a code
  public record Row(
      String name, String size, String state, String stateWords, String issued, int reported) {}

  /// One deal.
  ///
  /// @param row as in the list
  /// @param kind of its pool
  /// @param kept who kept this version, and when
  /// @param reason why what was not shown passed; may be empty
  /// @param tranches as declared
  /// @param verdict of the pool today, as a code
  /// @param conditions of the deal on its pool
  /// @param rights that back it
  /// @param alerts what stands against it today, once it is issued
  /// @param reports oldest first
  /// @param next the payment date that is reported on next; none before the issue, or at the end
  /// @param collected what was typed and refused, or what the last report listed
  /// @param known what was typed and refused; empty at first
  /// @param chart what was paid to each tranche, against plan
  /// @param refused what was refused, in words
  public record One(
      Row row,
      String kind,
      String kept,
      String reason,
      List<Tranche> tranches,
      String verdict,
      String verdictWords,
      List<Condition> conditions,
      List<Right> rights,
      List<Alert> alerts,
      List<Report> reports,
      Optional<String> next,
      String collected,
      String known,
      Optional<DealChart> chart,
      List<String> refused) {}

  /// A tranche.
  public record Tranche(String name, String size, String coupon, String pays, String maturity) {}

  /// A condition.
  ///
  /// @param asset which it is about; empty for the pool
  /// @param state as a code
  public record Condition(String asset, String text, String state, String stateWords, String why) {}

  /// A right behind an asset.
  ///
  /// @param right its id; empty where none is on record
  /// @param open the grounds that are not cleared, in words
  public record Right(
      String asset,
      String named,
      String right,
      String verdict,
      String verdictWords,
      boolean pledgedHere,
      List<String> open) {}

  /// Something that stands against the pool.
  public record Alert(String asset, String right, String on, String since, String why) {}

  /// A report.
  ///
  /// @param disclosed what must be told at once
  /// @param evidence its id in the log; empty while it waits
  /// @param index in the log; empty while it waits
  /// @param commitment SHA-256 in the log's leaf, in hexadecimal; empty while it waits
  public record Report(
      int period,
      String until,
      String cash,
      String expected,
      List<Disclosure> disclosed,
      String evidence,
      String index,
      String commitment,
      String by) {}

  /// A duty to tell.
  ///
  /// @param found `yes`, `no` or `unknown`
  public record Disclosure(String duty, String found, String foundWords, String why) {}

  /// What investors are given.
  ///
  /// @param one the deal
  /// @param holdings by tranche; none before the first report
  public record Investors(One one, List<Holding> holdings) {}

  /// What a tranche came to by the last report.
  ///
  /// @param interest paid so far
  /// @param principal paid so far
  /// @param left outstanding
  /// @param owed interest that stays due
  /// @param owing whether any does
  public record Holding(
      String tranche,
      String size,
      String interest,
      String principal,
      String left,
      String owed,
      boolean owing) {}
}
