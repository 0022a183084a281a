package org.zhiheng.similarity.bridge;

import java.util.List;

/// How Han characters are read. Safe for many threads.
public interface HanReadings {

  /// For each character the readings in Mandarin as pinyin without tone, likeliest first, the word
  /// it stands in considered; an empty list where none is known. `ü` is written `v`, also after
  /// `j`, `q`, `x` and `y` as the lexicon has it.
  ///
  /// @param han simplified or traditional characters and nothing else
  List<List<String>> mandarin(String han);

  /// The readings of one character in Cantonese as Jyutping without tone, likeliest first; empty
  /// where none is known.
  List<String> cantonese(int codePoint);
}
