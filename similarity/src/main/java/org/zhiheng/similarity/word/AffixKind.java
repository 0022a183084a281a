package org.zhiheng.similarity.word;

/// What a part of a name is that adds little to tell it from others.
enum AffixKind {
  /// Goods, trades, shops.
  GENERIC("generic", 0.35f),
  /// A place.
  PLACE("place", 0.3f),
  /// Praise or description.
  QUALITY("quality", 0.35f),
  /// The form of a company.
  COMPANY_FORM("company-form", 0.12f),
  /// A registry ending.
  DOMAIN("domain", 0.04f),
  /// Nothing of these: it distinguishes.
  OTHER("other", 1);

  private final String code;
  private final float weight;

  AffixKind(String code, float weight) {
    this.code = code;
    this.weight = weight;
  }

  /// As evidence names it.
  String code() {
    return code;
  }

  /// What one of its signs weighs beside one that distinguishes.
  float weight() {
    return weight;
  }
}
