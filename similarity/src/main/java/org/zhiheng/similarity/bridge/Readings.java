package org.zhiheng.similarity.bridge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zhiheng.similarity.han.HanLexicon;
import org.zhiheng.similarity.han.Syllable;

/// How the Han characters of a name are read, without tones.
final class Readings implements HanReadings {

  private final HanLexicon lexicon;

  Readings(HanLexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public List<List<String>> mandarin(String han) {
    List<Syllable> inWords = lexicon.reading(han);
    int[] points = han.codePoints().toArray();
    List<List<String>> readings = new ArrayList<>();
    for (int at = 0; at < points.length; at++) {
      Set<String> spellings = new LinkedHashSet<>();
      // A character that nobody can read is left out of the words' reading: then places are unsure.
      if (inWords.size() == points.length) {
        spellings.add(inWords.get(at).plain());
      }
      lexicon.readings(points[at]).forEach(syllable -> spellings.add(syllable.plain()));
      readings.add(List.copyOf(spellings));
    }
    return readings;
  }

  @Override
  public List<String> cantonese(int codePoint) {
    return lexicon.cantonese(codePoint);
  }
}
