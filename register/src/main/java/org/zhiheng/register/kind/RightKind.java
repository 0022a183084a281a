package org.zhiheng.register.kind;

import java.util.Locale;
import java.util.Optional;
import org.zhiheng.values.Parsed;

/// The kinds of right the register knows; a closed set.
public enum RightKind {
  /// 发明专利
  INVENTION_PATENT(Family.PATENT),
  /// 实用新型
  UTILITY_MODEL(Family.PATENT),
  /// 外观设计
  DESIGN(Family.PATENT),
  /// 商标
  MARK(Family.MARK),
  /// 计算机软件著作权
  SOFTWARE_COPYRIGHT(Family.RECORDED),
  /// 作品
  WORK(Family.RECORDED),
  /// 地理标志
  GEOGRAPHICAL_INDICATION(Family.RECORDED),
  /// 集成电路布图设计
  LAYOUT_DESIGN(Family.RECORDED),
  /// 数据知识产权登记
  DATA_IP_REGISTRATION(Family.RECORDED);

  /// Kinds that live alike.
  public enum Family {
    /// Filed, published, examined, granted, kept alive by annuities.
    PATENT,
    /// Filed, preliminarily approved, registered, renewed.
    MARK,
    /// Filed and recorded or registered, for a term or without one.
    RECORDED
  }

  private final Family family;

  RightKind(Family family) {
    this.family = family;
  }

  /// Which life it lives.
  public Family family() {
    return family;
  }

  /// `invention-patent`: the name in data files, CLI and REST.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads a code.
  public static Parsed<RightKind> parse(String text) {
    return of(text)
        .map(Parsed::ok)
        .orElseGet(
            () -> Parsed.refused("right-kind", text, "A kind of right is one of " + codes() + "."));
  }

  private static Optional<RightKind> of(String text) {
    String code = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    for (RightKind kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static String codes() {
    StringBuilder codes = new StringBuilder();
    for (RightKind kind : values()) {
      codes.append(codes.isEmpty() ? "" : ", ").append(kind.code());
    }
    return codes.toString();
  }
}
