package org.zhiheng.jobs.prove.use;

import java.util.Locale;

/// What a piece of evidence lacks to prove use by the rule [UseRule#VERDICT].
public enum Shortfall {
  /// It is no paper of a trade.
  NO_TRADE_PAPER("不是交易文书", "is no contract and no invoice"),
  /// It does not say which mark it shows.
  MARK_UNSTATED("未写明所用商标", "does not say which mark it shows"),
  /// It shows another form, and nobody stated that it keeps what distinguishes.
  MARK_OTHER("商标形式不同，是否改变显著特征须由人判断", "shows the mark in another form: a person has to look"),
  /// The figure was not compared.
  FIGURE_NOT_COMPARED(
      "注册商标含图形，未作比对，须由人判断", "the registered figure was not compared: a person has to look"),
  /// It names no place.
  PLACE_UNSTATED("未写明地点", "names no place"),
  /// It was for a market abroad.
  ABROAD("用于境外市场", "was for a market abroad"),
  /// Some of its days lie outside the window: none of the use need lie in it.
  OVER_EDGE("部分日期在期间之外", "has days outside the window");

  private final String zh;
  private final String en;

  Shortfall(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /// `no-trade-paper`: the name in data.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// In both languages.
  public Said said() {
    return new Said(zh, en);
  }
}
