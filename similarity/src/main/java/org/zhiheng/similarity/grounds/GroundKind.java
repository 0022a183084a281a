package org.zhiheng.similarity.grounds;

/// The kinds of ground that are screened for.
public enum GroundKind {
  /// 我国国家名称等.
  STATE_CHINA("state-china"),
  /// 外国国家名称等.
  STATE_FOREIGN("state-foreign"),
  /// 政府间国际组织.
  ORGANISATION("organisation"),
  /// 官方标志、检验印记.
  OFFICIAL_SIGN("official-sign"),
  /// 红十字、红新月.
  RED_CROSS("red-cross"),
  /// 民族歧视性.
  DISCRIMINATORY("discriminatory"),
  /// 欺骗性.
  DECEPTIVE("deceptive"),
  /// 企业组织形式.
  COMPANY_FORM("company-form"),
  /// 不良影响.
  HARMFUL("harmful"),
  /// 县级以上行政区划的地名.
  PLACE_CHINA("place-cn"),
  /// 公众知晓的外国地名.
  PLACE_FOREIGN("place-foreign"),
  /// 通用名称.
  GENERIC("generic"),
  /// 仅直接表示商品特点.
  DESCRIPTIVE("descriptive"),
  /// 广告宣传用语、祝语.
  SLOGAN("slogan"),
  /// 过于简单: one letter, digits, signs alone.
  TOO_SIMPLE("too-simple"),
  /// 过长的句子.
  TOO_LONG("too-long");

  private final String code;

  GroundKind(String code) {
    this.code = code;
  }

  /// As the lists and JSON write it.
  public String code() {
    return code;
  }
}
