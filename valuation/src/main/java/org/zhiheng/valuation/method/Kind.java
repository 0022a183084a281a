package org.zhiheng.valuation.method;

/// The family a method belongs to, as appraisal law counts them: two of one family are one way.
///
/// Source: 资产评估法 art. 26 (market, income and cost approaches), by way of a second text; recalled.
public enum Kind {
  /// 收益法: what it will bring.
  INCOME,
  /// 市场法: what others paid for the like.
  MARKET,
  /// 成本法: what making it anew would cost.
  COST
}
