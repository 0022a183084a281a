package org.zhiheng.jobs.prove.use;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.zhiheng.values.Parsed;

/// What a piece of evidence of use is.
public enum UseKind {
  /// 合同
  CONTRACT("合同"),
  /// 发票
  INVOICE("发票"),
  /// 商品页面，网络商品页面也算
  LISTING("商品页面"),
  /// 照片
  PHOTO("照片"),
  /// 广告
  ADVERT("广告"),
  /// 展览
  EXHIBITION("展览"),
  /// 不使用的正当理由: shows no use, but why there was none.
  JUSTIFICATION("不使用的正当理由");

  private final String zh;

  UseKind(String zh) {
    this.zh = zh;
  }

  /// Reads `invoice`.
  public static Parsed<UseKind> parse(String text) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(text.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(Parsed::ok)
        .orElseGet(() ->
            Parsed.refused(
                "use-kind",
                text,
                "Evidence of use is one of "
                    + Arrays.stream(values()).map(UseKind::code).collect(Collectors.joining(", "))
                    + "."));
  }

  /// `invoice`: the name in data.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// In both languages.
  public Said said() {
    return new Said(zh, this == JUSTIFICATION ? "reason for non-use" : code());
  }

  /// Whether it is a paper of a trade that was made: what others saw is no such paper.
  boolean tradePaper() {
    return this == CONTRACT || this == INVOICE;
  }
}
