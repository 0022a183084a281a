package org.zhiheng.values;

/// How far a source was checked. An unknown value is an honest one.
public enum Confidence {
  /// 已见原文: the text was opened and says so.
  SEEN,
  /// 凭记忆（未核原文）: recalled; the text was not opened.
  RECALLED,
  /// 未知: nobody could confirm it.
  UNKNOWN
}
