package org.zhiheng.similarity.goods;

import java.text.Normalizer;
import java.util.Locale;

/// How names of items are compared.
final class ItemNames {

  private ItemNames() {}

  /// Without the marks `*` and `※`, without width, case and spaces.
  static String form(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[*※\\s]", "");
  }

  /// As it is shown: without the marks.
  static String shown(String name) {
    return name.replaceAll("[*※]", "").strip();
  }
}
