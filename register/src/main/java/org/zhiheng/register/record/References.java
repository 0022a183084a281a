package org.zhiheng.register.record;

/// The references under which an organisation keeps a right.
///
/// @param ours 我方案号; may be empty
/// @param client 客户案号; may be empty
/// @param clientName whom an agency keeps it for; may be empty
public record References(String ours, String client, String clientName) {

  /// None.
  public static final References NONE = new References("", "", "");

  /// Longest reference that is kept.
  public static final int LENGTH_MAX = 120;

  /// @throws IllegalArgumentException when one is too long
  public References {
    for (String text : new String[] {ours, client, clientName}) {
      if (text.length() > LENGTH_MAX) {
        throw new IllegalArgumentException("a reference has at most " + LENGTH_MAX + " characters");
      }
    }
  }
}
