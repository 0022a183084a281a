package org.zhiheng.similarity.bridge;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;

/// Mandarin readings by ICU: one for each character, the word not considered, and no Cantonese.
final class IcuReadings implements HanReadings {

  private final Transliterator latin =
      Transliterator.getInstance("Han-Latin; NFD; [[:M:]-[\u0308]] Remove; NFC");
  private final ConcurrentHashMap<Integer, List<String>> known = new ConcurrentHashMap<>();

  @Override
  public List<List<String>> mandarin(String han) {
    return han.codePoints().mapToObj(this::reading).toList();
  }

  @Override
  public List<String> cantonese(int codePoint) {
    return List.of();
  }

  private List<String> reading(int codePoint) {
    return known.computeIfAbsent(
        codePoint,
        point -> {
          String text = latin.transliterate(Character.toString(point)).toLowerCase(Locale.ROOT);
          String plain = text.replace('ü', 'v').strip();
          return plain.matches("[a-z]+") ? List.of(plain) : List.of();
        });
  }
}
