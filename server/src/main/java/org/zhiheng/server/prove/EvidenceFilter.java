package org.zhiheng.server.prove;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.zhiheng.ledger.leaf.LeafKind;

/// Which kinds of evidence the locker lists.
enum EvidenceFilter {
  /// What people deposited, of any kind.
  DEPOSITED,
  /// Files.
  DEPOSIT,
  /// Use of marks.
  USE_DECLARATION,
  /// Data.
  DATA_IP,
  /// What the workspace stated by itself.
  RECORDED,
  /// That something was erased.
  ERASURE_NOTICE,
  /// Everything.
  ALL;

  /// The kinds; empty for all.
  Set<LeafKind> kinds() {
    return switch (this) {
      case DEPOSITED ->
          EnumSet.of(
              LeafKind.DEPOSIT, LeafKind.USE_DECLARATION, LeafKind.DATA_IP, LeafKind.SUPERSEDE);
      case DEPOSIT -> EnumSet.of(LeafKind.DEPOSIT);
      case USE_DECLARATION -> EnumSet.of(LeafKind.USE_DECLARATION);
      case DATA_IP -> EnumSet.of(LeafKind.DATA_IP);
      case RECORDED -> EnumSet.of(LeafKind.REGISTER_CHANGE, LeafKind.EXAMINATION);
      case ERASURE_NOTICE -> EnumSet.of(LeafKind.ERASURE_NOTICE);
      case ALL -> EnumSet.noneOf(LeafKind.class);
    };
  }

  /// `use-declaration`: the name in addresses and message keys.
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The one with this code; what people deposited for any other text.
  static EvidenceFilter of(String code) {
    for (EvidenceFilter filter : values()) {
      if (filter.code().equals(code)) {
        return filter;
      }
    }
    return DEPOSITED;
  }
}
