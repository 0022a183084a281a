package org.zhiheng.similarity.guideline;

/// What a part of a name is that adds no distinction.
public enum AffixKind {
  /// 通用名称、型号: what the goods are called.
  GENERIC("generic"),
  /// 地名: a place.
  PLACE("place"),
  /// 质量、原料、功能、重量: what the goods are like.
  QUALITY("quality"),
  /// 企业组织形式: a company's form. Ours: the guideline speaks of it elsewhere.
  COMPANY_FORM("company-form"),
  /// 域名后缀: the ending of a domain. Ours.
  DOMAIN("domain"),
  /// 仅起修饰作用: a weak modifier, such as 新 or super.
  MODIFIER("modifier");

  private final String code;

  AffixKind(String code) {
    this.code = code;
  }

  /// The code, as evidence has it.
  public String code() {
    return code;
  }
}
