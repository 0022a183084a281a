package org.zhiheng.jobs.administer.customs;

import java.util.List;
import java.util.Locale;
import org.zhiheng.values.Citation;

/// What a person should see before deciding on a notice.
///
/// @param about what it speaks of
/// @param outcome how it stands
/// @param zh in Chinese
/// @param en in English
/// @param citations on what it leans
public record Finding(
    About about, Outcome outcome, String zh, String en, List<Citation> citations) {

  /// Copies the list.
  public Finding {
    citations = List.copyOf(citations);
  }

  /// What findings speak of, in their order.
  public enum About {
    /// 备案: whether it was in force.
    RECORDAL,
    /// 发货人: whether the shipper is an authorised seller.
    SHIPPER,
    /// 担保
    SECURITY,
    /// 所需文件
    DOCUMENTS,
    /// 错误申请的责任
    LIABILITY;

    /// `shipper`
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How a finding stands.
  public enum Outcome {
    /// 无异议
    CLEAR,
    /// 须知: true of every application.
    TOLD,
    /// 无来源: the record does not tell.
    NO_SOURCE,
    /// 警示
    WARNED,
    /// 缺
    MISSING;

    /// `no-source`
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
