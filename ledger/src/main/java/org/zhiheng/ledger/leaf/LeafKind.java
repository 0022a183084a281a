package org.zhiheng.ledger.leaf;

import java.util.Arrays;
import java.util.Optional;

/// For what kind of statement a leaf stands. The numbers are part of the format and never change
/// their meaning.
public enum LeafKind {
  /// Files were deposited.
  DEPOSIT(1),
  /// Use of a mark was declared.
  USE_DECLARATION(2),
  /// Data were deposited.
  DATA_IP(3),
  /// A valuation was made.
  VALUATION(4),
  /// An event was recorded in the register.
  REGISTER_CHANGE(5),
  /// An examination was kept.
  EXAMINATION(6),
  /// A report on a deal was made.
  DEAL_REPORT(7),
  /// An earlier statement of the matter is replaced.
  SUPERSEDE(8),
  /// An earlier statement of the matter is withdrawn.
  REVOKE(9),
  /// A key was made, changed or given up.
  KEY_EVENT(10),
  /// A statement was erased by law: only that it existed remains.
  ERASURE_NOTICE(11),
  /// The root of the SM3 tree over the leaves before this one.
  SIBLING_ROOT(12),
  /// A public value that nobody could know earlier.
  BEACON(13),
  /// What an outside chain answered.
  CHAIN_ANCHOR(14);

  private final int number;

  LeafKind(int number) {
    this.number = number;
  }

  /// The number in the leaf.
  public int number() {
    return number;
  }

  /// The kind with this number.
  public static Optional<LeafKind> of(int number) {
    return Arrays.stream(values()).filter(kind -> kind.number == number).findFirst();
  }
}
