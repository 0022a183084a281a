package org.zhiheng.deadlines.fee;

/// Why less is asked.
public enum Ground {
  /// 费减: one applicant with relief.
  SOLE_RELIEF,
  /// 费减: several applicants, all with relief.
  JOINT_RELIEF,
  /// 开放许可: an open licence is in effect.
  OPEN_LICENCE
}
