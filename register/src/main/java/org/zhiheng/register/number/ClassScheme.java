package org.zhiheng.register.number;

/// A classification.
public enum ClassScheme {
  /// International Patent Classification.
  IPC,
  /// Cooperative Patent Classification.
  CPC,
  /// Locarno, for designs.
  LOCARNO,
  /// Nice, 45 classes of goods and services.
  NICE,
  /// 类似群 of the 类似商品和服务区分表.
  SIMILAR_GROUP,
  /// United States Patent Classification, older grants.
  USPC
}
