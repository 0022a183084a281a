package org.zhiheng.server.page;

import java.util.Locale;
import java.util.Optional;

/// A language of the pages.
public enum Language {
  /// 中文
  CHINESE("zh", "zh-CN", "中文"),
  /// English
  ENGLISH("en", "en", "English");

  private final String code;
  private final String tag;
  private final String ownName;

  Language(String code, String tag, String ownName) {
    this.code = code;
    this.tag = tag;
    this.ownName = ownName;
  }

  /// `zh` or `en`: the name in cookies, links and file names.
  public String code() {
    return code;
  }

  /// The BCP 47 tag of the page's `lang` attribute.
  public String tag() {
    return tag;
  }

  /// How speakers of the language call it.
  public String ownName() {
    return ownName;
  }

  /// The one to switch to.
  public Language other() {
    return switch (this) {
      case CHINESE -> ENGLISH;
      case ENGLISH -> CHINESE;
    };
  }

  /// Reads a code.
  public static Optional<Language> of(String code) {
    for (Language language : values()) {
      if (language.code.equals(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /// The first of ours in an `Accept-Language` header; English when there is none.
  public static Language accepted(Iterable<Locale.LanguageRange> ranges) {
    for (Locale.LanguageRange range : ranges) {
      String wanted = range.getRange().toLowerCase(Locale.ROOT);
      for (Language language : values()) {
        if (wanted.equals(language.code) || wanted.startsWith(language.code + "-")) {
          return language;
        }
      }
    }
    return ENGLISH;
  }
}
