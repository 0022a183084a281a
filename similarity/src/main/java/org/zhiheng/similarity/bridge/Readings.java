package org.zhiheng.similarity.bridge;

import java.util.List;
import org.zhiheng.similarity.han.HanLexicon;
import org.zhiheng.similarity.han.Syllable;

/// How the Han characters of a name are read, without tones.
final class Readings implements HanReadings {

  private final HanLexicon lexicon;

  Readings(HanLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// A character that stands in a word of the dictionary is read as the word is: 长 in 长城 is cháng
  /// and never zhǎng, however well that would fit the letters.
  @Override
  public List<List<String>> mandarin(String han) {
    return lexicon.alternatives(han).stream()
        .map(readings -> readings.stream().map(Syllable::plain).distinct().toList())
        .toList();
  }

  @Override
  public List<String> cantonese(int codePoint) {
    return lexicon.cantonese(codePoint);
  }
}
