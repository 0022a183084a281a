package org.zhiheng.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;

final class SpellingTest {

  private static final Words WORDS = Words.load();

  private static Spelling of(String name) {
    return Spelling.of(WORDS.read(name).orThrow(), WORDS.lexicon());
  }

  private static List<Spelling.Key> keys(String name) {
    WordMark mark = WORDS.read(name).orThrow();
    return Spelling.of(mark, WORDS.lexicon()).keys(mark);
  }

  private static Set<Spelling.Key> shared(String left, String right) {
    Set<Spelling.Key> shared = new HashSet<>(keys(left));
    shared.retainAll(keys(right));
    return shared;
  }

  @Test
  void spellsEachScriptApart() {
    assertThat(of("LABUBU 2")).isEqualTo(new Spelling("labubu2", "", ""));
    assertThat(of("小米")).isEqualTo(new Spelling("", "xiaomi", "小米"));
    assertThat(of("华为 HUAWEI")).isEqualTo(new Spelling("huawei", "huawei", "华为"));
  }

  @Test
  void cutsLongNamesToWhatFitsIntoItsBits() {
    assertThat(of("la".repeat(100)).letters()).hasSize(Spelling.LENGTH_MAX);
    assertThat(of("米".repeat(200)).han()).hasSize(Spelling.LENGTH_MAX);
    assertThat(of("米".repeat(200)).pinyin()).hasSize(Spelling.LENGTH_MAX);
  }

  @Test
  void filesSignsThatLookAlikeAsOne() {
    assertThat(shared("p1ank", "Plank"))
        .contains(new Spelling.Key(Spelling.KeyKind.WHOLE, "plank"));
    assertThat(shared("corn", "c0m")).contains(new Spelling.Key(Spelling.KeyKind.WHOLE, "com"));
    assertThat(shared("vvells", "wels")).contains(new Spelling.Key(Spelling.KeyKind.WHOLE, "wels"));
  }

  @Test
  void filesPinyinBesideLetters() {
    assertThat(shared("xi you", "西友")).contains(new Spelling.Key(Spelling.KeyKind.WHOLE, "xlyou"));
  }

  @Test
  void keepsNamesThatShareNothingApart() {
    assertThat(shared("LABUBU", "HERMES")).isEmpty();
    assertThat(shared("小米", "HERMES")).isEmpty();
  }

  /// One letter left out, put in, replaced, or two that stand together exchanged, of letters that
  /// nothing was folded in.
  @Seeds(300)
  void sharesAKeyWithWhatOneEditMakes(Seed seed) {
    StringBuilder name = new StringBuilder();
    for (int left = seed.between(3, 9); left > 0; left--) {
      name.append((char) ('a' + seed.between(0, 26)));
    }
    StringBuilder edited = new StringBuilder(name);
    int at = seed.between(0, name.length() - 1);
    char other = (char) ('a' + seed.between(0, 26));
    switch (seed.between(0, 4)) {
      case 0 -> edited.deleteCharAt(at);
      case 1 -> edited.insert(at, other);
      case 2 -> edited.setCharAt(at, other);
      default -> {
        edited.setCharAt(at, name.charAt(at + 1));
        edited.setCharAt(at + 1, name.charAt(at));
      }
    }
    Set<String> cuts = cuts(name.toString());
    Set<String> others = cuts(edited.toString());
    cuts.retainAll(others);

    assertThat(cuts).as("%s %s, seed %d", name, edited, seed.number()).isNotEmpty();
  }

  private static Set<String> cuts(String letters) {
    Set<Spelling.Key> keys = new HashSet<>();
    Spelling.cuts(letters, keys);
    Set<String> texts = new HashSet<>();
    keys.forEach(key -> texts.add(key.text()));
    return texts;
  }
}
