package org.zhiheng.similarity.grounds;

import org.zhiheng.values.Citation;

/// Something in a name that an article may refuse. A screen: a person decides.
///
/// @param kind of ground
/// @param matched the part of the name, as it was compared: width, case and script folded
/// @param entry what it was found by: the list's entry, or the rule; the same as `matched` where
///   nothing else is known
/// @param zh why, in Chinese
/// @param en why, in English
/// @param citation the law on the date and its article, and how far that was checked
/// @param standing whether the article's number is that of the law on the date
/// @param list the list it stands in, with its source; empty where a rule found it
public record GroundFinding(
    GroundKind kind,
    String matched,
    String entry,
    String zh,
    String en,
    Citation citation,
    Standing standing,
    String list) {

  /// Said beside every finding, in Chinese.
  public static final String SCREEN_ZH = "仅为筛查提示，由人判断";

  /// Said beside every finding, in English.
  public static final String SCREEN_EN = "a screen only; a person decides";

  /// How sure the law is.
  public enum Standing {
    /// The article is that of the law in force on the date.
    IN_FORCE,
    /// The law in force on the date was not read: the article is that of the law before it.
    PROVISIONAL
  }
}
