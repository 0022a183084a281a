package org.zhiheng.ledger.bundle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is judged about a bundle, each apart from the others.
public enum Check {
  /// The files are those that were stated, the leaf stands for the statement, and it was signed.
  STATEMENT,
  /// The leaf is in the log's trees, under the log's signature.
  INCLUSION,
  /// Enough witnesses that are not the log's operator signed the checkpoint.
  WITNESS,
  /// Time stamps over the checkpoint hold.
  TIME,
  /// An outside chain holds the checkpoint's digest.
  ANCHOR;

  /// In lower case, as it is printed.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The check with this word.
  public static Optional<Check> of(String word) {
    return Arrays.stream(values()).filter(check -> check.word().equals(word)).findFirst();
  }
}
