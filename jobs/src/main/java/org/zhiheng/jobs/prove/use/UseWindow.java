package org.zhiheng.jobs.prove.use;

import java.time.LocalDate;
import java.util.List;
import org.zhiheng.jobs.prove.EvidenceId;

/// What the evidence shows of the three years before a day, good by good.
///
/// @param mark as registered
/// @param question what was asked
/// @param from first day of the window
/// @param until the day behind its last: the day that was asked about
/// @param goods the goods that were asked about, in the register's order
/// @param justifications evidence of why there was no use that touches the window, by id
/// @param remarks what a reader must know beside
/// @param law the points of law it stands on; empty where no law of that day is known here
/// @param nearness by what goods were told similar
public record UseWindow(
    RegisteredMark mark,
    UseQuestion question,
    LocalDate from,
    LocalDate until,
    List<GoodUse> goods,
    List<Justified> justifications,
    List<Remark> remarks,
    List<UsePoint> law,
    Said nearness) {

  /// Months of the window: three years.
  public static final int MONTHS = 36;

  /// Copies the lists.
  public UseWindow {
    goods = List.copyOf(goods);
    justifications = List.copyOf(justifications);
    remarks = List.copyOf(remarks);
    law = List.copyOf(law);
  }

  /// Evidence of why there was no use: whether the reason is good is for the office or a court.
  ///
  /// @param id its id
  /// @param from first day
  /// @param to last day, included
  /// @param goods that it names; all where none
  /// @param reason as stated
  public record Justified(
      EvidenceId id, LocalDate from, LocalDate to, List<String> goods, String reason) {
    /// Copies the list.
    public Justified {
      goods = List.copyOf(goods);
    }
  }

  /// Something to know beside the answer.
  ///
  /// @param code stable: `premature`, `erased`, `unread`, `strange-good`, `goods-unknown`,
  ///   `other-office`, `registered-later`, `registration-unknown`, `law-unknown`, `stated-time`
  /// @param subject what it is about: ids or goods; may be empty
  /// @param said in words
  public record Remark(String code, List<String> subject, Said said) {
    /// Copies the list.
    public Remark {
      subject = List.copyOf(subject);
    }
  }
}
