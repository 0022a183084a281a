package org.zhiheng.register.life;

import java.util.List;

/// The moves of a life, one interface each; a state has those that are legal from it.
interface Moves {

  /// 申请
  interface Filing {
    /// The life after it.
    Life file();
  }

  /// 公布
  interface Publication {
    /// The life after it.
    Life publish();
  }

  /// 实质审查生效
  interface Examination {
    /// The life after it.
    Life examine();
  }

  /// 初步审定公告
  interface Approval {
    /// The life after it.
    Life approve();
  }

  /// 授权公告
  interface Grant {
    /// The life after it.
    Life grant();
  }

  /// 注册 / 登记
  interface Registration {
    /// The life after it.
    Life register();
  }

  /// 驳回
  interface Refusal {
    /// The life after it.
    Life refuse();
  }

  /// 撤回
  interface Withdrawal {
    /// The life after it.
    Life withdraw();
  }

  /// 视为撤回
  interface DeemedWithdrawal {
    /// The life after it.
    Life deemWithdrawn();
  }

  /// 放弃
  interface Abandonment {
    /// The life after it.
    Life abandon();
  }

  /// 终止
  interface Cessation {
    /// The life after it.
    Life cease();
  }

  /// 期满
  interface Expiry {
    /// The life after it.
    Life expire();
  }

  /// 续展
  interface Renewal {
    /// The life after it.
    Life renew();
  }

  /// 恢复
  interface Restoration {
    /// The life after it.
    Life restore();
  }

  /// 宣告无效
  interface Invalidation {
    /// The life after the whole of it was declared invalid.
    Life invalidate();

    /// The life after these claims or goods were declared invalid.
    Life invalidate(List<String> parts);
  }

  /// 撤销
  interface Cancellation {
    /// The life after the whole of it was cancelled.
    Life cancel();

    /// The life after it was cancelled for these goods.
    Life cancel(List<String> goods);
  }

  /// 中止
  interface Suspension {
    /// The life after it.
    Life suspend();
  }

  /// 中止解除
  interface Resumption {
    /// The life after it.
    Life resume();
  }
}
