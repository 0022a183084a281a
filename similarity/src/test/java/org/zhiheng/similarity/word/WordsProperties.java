package org.zhiheng.similarity.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Scores;

final class WordsProperties {

  private static final Words WORDS = Words.load();

  private static final List<String> PIECES =
      List.of(
          "la", "bu", "nike", "rn", "vv", "cl", "shop", "china", "the", "0", "1l", "é", "ß", "ü",
          " ", "-", ".", "com", "&", "拉", "布", "有限公司", "長", "の", "ラ", "Ж", "а", "한", "\u200B",
          "\u202E", "\uE000", "🎉", "\uD800", "XN--", "١", "\u0301", "Q", "tt", "qu", "x");

  private static String name(Seed seed, int most) {
    StringBuilder name = new StringBuilder();
    for (int count = seed.between(1, most); count > 0; count--) {
      name.append(seed.oneOf(PIECES));
    }
    return name.toString();
  }

  @Seeds(400)
  void readsOrRefusesWhatever(Seed seed) {
    String text = name(seed, 60);
    Optional<WordMark> mark = WORDS.read(text).found();
    if (mark.isEmpty()) {
      assertThat(WORDS.read(text).refusal()).isPresent();
      return;
    }
    assertThat(WORDS.rate(mark.get(), mark.get()).order()).as(text).isEqualTo(1);
    assertThat(WORDS.features(mark.get())).as(text).isNotEmpty();
  }

  @Seeds(300)
  void ratesEitherWayAlikeAndWithinBounds(Seed seed) {
    Optional<WordMark> left = WORDS.read(name(seed, 8)).found();
    Optional<WordMark> right = WORDS.read(name(seed, 8)).found();
    if (left.isEmpty() || right.isEmpty()) {
      return;
    }
    Rating one = WORDS.rate(left.get(), right.get());
    Rating two = WORDS.rate(right.get(), left.get());
    assertThat(one.order()).as("%s %s", left, right).isCloseTo(two.order(), within(1e-4));
    assertThat(List.of(one.order(), one.sound(), one.shape(), one.meaning()))
        .allSatisfy(value -> assertThat(value).isBetween(0.0, 1.0));
    Scores scores = WORDS.compare(left.get(), right.get());
    assertThat(scores.value(Aspect.SOUND)).isCloseTo(one.sound(), within(1e-6));
    assertThat(scores.value(Aspect.SHAPE)).isCloseTo(one.shape(), within(1e-6));
  }

  @Seeds(300)
  void ratesManyAsItRatesOne(Seed seed) {
    Optional<WordMark> asked = WORDS.read(name(seed, 8)).found();
    if (asked.isEmpty()) {
      return;
    }
    Rater rater = WORDS.rater(asked.get());
    for (int count = 0; count < 20; count++) {
      Optional<WordMark> other = WORDS.read(name(seed, 8)).found();
      if (other.isPresent()) {
        Rating one = WORDS.rate(asked.get(), other.get());
        double atLeast = seed.between(0, 100) / 100.0;
        Rating many = rater.rate(other.get(), atLeast);
        assertThat(rater.rate(other.get())).as("%s %s", asked, other).isEqualTo(one);
        if (one.order() >= atLeast) {
          assertThat(many).as("%s %s from %s", asked, other, atLeast).isEqualTo(one);
        } else {
          assertThat(many.order()).as("%s %s", asked, other).isLessThan(atLeast);
        }
      }
    }
  }

  @Seeds(200)
  void doesNotMindCaseOrWidth(Seed seed) {
    StringBuilder name = new StringBuilder();
    StringBuilder wide = new StringBuilder();
    for (int count = seed.between(2, 12); count > 0; count--) {
      char letter = (char) seed.between('a', 'z' + 1);
      name.append(letter);
      wide.append((char) (letter - 'a' + 'ａ'));
    }
    String upper = name.toString().toUpperCase(Locale.ROOT);
    assertThat(WORDS.read(upper).orThrow().form()).isEqualTo(name.toString());
    assertThat(WORDS.read(wide.toString()).orThrow().form()).isEqualTo(name.toString());
  }
}
