package org.zhiheng.register.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.values.Digest;
import org.zhiheng.values.EventId;

/// What one event says. A closed set: whoever consumes facts switches over all of them.
///
/// Numbers that a fact brings become numbers of the right; bibliographies are laid one over the
/// other in the order of their dates ([Bibliography#then]).
public sealed interface Fact {

  // ---- the life of a right

  /// 申请: filed, on the filing date. `numbers` holds the application number where it is known.
  record Filed(List<RightNumber> numbers, Bibliography bibliography) implements Fact {
    public Filed {
      numbers = List.copyOf(numbers);
    }
  }

  /// 公布: an application was published (patents).
  record Published(RightNumber number, Bibliography bibliography) implements Fact {}

  /// 实质审查生效: substantive examination began.
  record ExaminationBegun() implements Fact {}

  /// 初步审定公告: preliminary approval was published (marks); the opposition period starts.
  record PreliminarilyApproved(List<RightNumber> numbers, Bibliography bibliography)
      implements Fact {
    public PreliminarilyApproved {
      numbers = List.copyOf(numbers);
    }
  }

  /// 授权公告: a patent was granted. A new notice on a granted patent (B2, C) is one more of these.
  record Granted(RightNumber number, Bibliography bibliography) implements Fact {}

  /// 注册公告 / 登记: a mark or another recorded right was registered.
  ///
  /// @param until last day of the term, if it has one
  record Registered(List<RightNumber> numbers, Optional<LocalDate> until, Bibliography bibliography)
      implements Fact {
    public Registered {
      numbers = List.copyOf(numbers);
    }
  }

  /// 驳回
  record Refused(String reason) implements Fact {}

  /// 撤回
  record Withdrawn() implements Fact {}

  /// 视为撤回
  record DeemedWithdrawn(String reason) implements Fact {}

  /// 放弃
  record Abandoned() implements Fact {}

  /// 终止: ceased before its term, most often an annuity that was not paid.
  record Ceased(String reason) implements Fact {}

  /// 期满
  record Expired() implements Fact {}

  /// 续展 / 续期
  record Renewed(LocalDate until) implements Fact {}

  /// 恢复
  record Restored() implements Fact {}

  /// 宣告无效: declared invalid, wholly when `claims` is empty, else these claims or goods only.
  record Invalidated(List<String> claims) implements Fact {
    public Invalidated {
      claims = List.copyOf(claims);
    }
  }

  /// 撤销: a mark cancelled (non-use, or generic), wholly when `goods` is empty.
  record Cancelled(List<String> goods, String reason) implements Fact {
    public Cancelled {
      goods = List.copyOf(goods);
    }
  }

  /// 中止: the procedure stands still.
  record Suspended(String reason) implements Fact {}

  /// 中止解除
  record Resumed() implements Fact {}

  // ---- who has what in it

  /// 权利人: who owns it, as recorded. Replaces what was recorded before.
  record OwnersRecorded(List<Share> owners) implements Fact {
    public OwnersRecorded {
      owners = List.copyOf(owners);
    }
  }

  /// 转让: assigned by `from` to `to`.
  record Assigned(String from, List<Share> to, String recordNumber) implements Fact {
    public Assigned {
      to = List.copyOf(to);
    }
  }

  /// 质押
  ///
  /// @param amount as recorded, with its currency; may be empty
  record Pledged(
      String pledgor, String pledgee, String recordNumber, Optional<LocalDate> until, String amount)
      implements Fact {}

  /// 质押注销
  record PledgeReleased(String recordNumber) implements Fact {}

  /// 许可
  record Licensed(
      LicenceKind kind,
      String licensor,
      String licensee,
      String recordNumber,
      Optional<LocalDate> until)
      implements Fact {}

  /// 许可终止
  record LicenceEnded(String recordNumber) implements Fact {}

  /// 保全 by a court.
  record Preserved(String court, String recordNumber, Optional<LocalDate> until) implements Fact {}

  /// 保全解除
  record PreservationLifted(String recordNumber) implements Fact {}

  // ---- what is known of it

  /// Bibliographic data, brought or brought up to date without anything happening to the right.
  record Described(List<RightNumber> numbers, Bibliography bibliography) implements Fact {
    public Described {
      numbers = List.copyOf(numbers);
    }
  }

  /// 程序行为: an act in a proceeding. It changes nothing in the right's life; clocks start and end
  /// with it. The legal date is the day on which a document is dated, or on which a party acted.
  ///
  /// @param act which
  /// @param service how the document went, where somebody said so
  /// @param entered the proved day on which it reached the party
  /// @param concerns what it answers (`E12`) or the patent year it was paid for (`5`); may be empty
  /// @param text in words; may be empty
  record Acted(
      Act act,
      Optional<ServiceWay> service,
      Optional<LocalDate> entered,
      String concerns,
      String text)
      implements Fact {}

  /// An event an office published under a code of its own, kept as it is and not interpreted.
  ///
  /// @param code the office's (`PGFP`, `office-action`)
  /// @param text in words; may be empty
  record Noted(String code, String text) implements Fact {}

  /// A document was attached; its bytes lie in the document store.
  ///
  /// @param bytes size, at least 0
  record Attached(Digest digest, String name, String mediaType, long bytes) implements Fact {}

  /// 更正: the target event was wrong. It is folded as `replacement`, or not at all.
  record Corrected(EventId target, Optional<Fact> replacement, String reason) implements Fact {}

  /// A share in a right.
  ///
  /// @param name whose, as recorded
  /// @param parts of the sum of all parts; 1 each when shares are not recorded
  record Share(String name, int parts) {
    /// @throws IllegalArgumentException when parts are below 1 or the name is blank
    public Share {
      if (parts < 1 || name.isBlank()) {
        throw new IllegalArgumentException(
            "a share needs a name and parts >= 1: " + name + " " + parts);
      }
    }
  }

  /// How far a licence excludes others.
  enum LicenceKind {
    /// 独占
    EXCLUSIVE,
    /// 排他
    SOLE,
    /// 普通
    ORDINARY,
    /// 开放
    OPEN
  }
}
