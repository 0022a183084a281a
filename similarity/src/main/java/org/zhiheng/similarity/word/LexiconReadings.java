package org.zhiheng.similarity.word;

import java.util.ArrayList;
import java.util.List;
import org.zhiheng.similarity.bridge.HanReadings;
import org.zhiheng.similarity.han.HanLexicon;
import org.zhiheng.similarity.han.Syllable;

/// The lexicon's readings as the bridge asks for them.
final class LexiconReadings implements HanReadings {

  private final HanLexicon lexicon;

  LexiconReadings(HanLexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public List<List<String>> mandarin(String han) {
    List<Syllable> inContext = lexicon.reading(han);
    List<List<String>> all = new ArrayList<>();
    int next = 0;
    for (int point : lexicon.simplified(han).codePoints().toArray()) {
      List<Syllable> readings = lexicon.readings(point);
      List<String> spelled = new ArrayList<>();
      if (!readings.isEmpty() && next < inContext.size()) {
        spelled.add(spelled(inContext.get(next++)));
      }
      for (Syllable reading : readings) {
        String spelling = spelled(reading);
        if (!spelled.contains(spelling)) {
          spelled.add(spelling);
        }
      }
      all.add(List.copyOf(spelled));
    }
    return List.copyOf(all);
  }

  private static String spelled(Syllable syllable) {
    return syllable.rime().startsWith("v")
        ? (syllable.initial().isEmpty() ? "y" : syllable.initial()) + syllable.rime()
        : syllable.plain();
  }

  @Override
  public List<String> cantonese(int codePoint) {
    return lexicon.cantonese(codePoint);
  }
}
