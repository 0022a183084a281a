package org.zhiheng.similarity.han;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

class HanLexiconProperties {

  private static final HanLexicon LEXICON = HanLexicon.load();
  private static final CharacterRanking RANKING = CharacterRanking.of(LEXICON);

  /// Any ideograph of the first block, in a table or not, or now and then any code point at all.
  private static int character(Seed seed) {
    return seed.chance(0.9) ? seed.between(0x4E00, 0xA000) : seed.between(0, 0x10FFFF);
  }

  @Seeds(200)
  void alikenessIsSymmetricAndInRange(Seed seed) {
    int left = character(seed);
    int right = character(seed);
    assertThat(LEXICON.shape(left, right))
        .isBetween(0.0, 1.0)
        .isEqualTo(LEXICON.shape(right, left));
    assertThat(LEXICON.sound(left, right))
        .isBetween(0.0, 1.0)
        .isEqualTo(LEXICON.sound(right, left));
    assertThat(LEXICON.commonness(left)).isBetween(0.0, 1.0);
  }

  @Seeds(200)
  void aCharacterIsLikeItself(Seed seed) {
    int one = seed.between(0x4E00, 0x9FA6);
    assertThat(LEXICON.shape(one, one)).isEqualTo(1);
    assertThat(LEXICON.sound(one, one)).isEqualTo(LEXICON.readings(one).isEmpty() ? 0 : 1);
  }

  @Seeds(100)
  void syllablesComeBackAsTheyArePrinted(Seed seed) {
    LEXICON
        .readings(character(seed))
        .forEach(syllable -> {
          int tone = syllable.tone() == 0 ? 5 : syllable.tone();
          assertThat(Syllable.parse(syllable.plain() + tone))
              .contains(new Syllable(syllable.initial(), syllable.rime(), tone));
          assertThat(Syllable.parse(syllable.toned())).contains(syllable);
        });
  }

  /// Characters with one reading are read so wherever they stand.
  @Seeds(100)
  void readsPlainCharactersOneByOne(Seed seed) {
    StringBuilder text = new StringBuilder();
    List<Syllable> expected = new ArrayList<>();
    while (expected.size() < 6) {
      int one = seed.between(0x4E00, 0x9FA6);
      if (LEXICON.readings(one).size() == 1
          && LEXICON.simplified(Character.toString(one)).codePointAt(0) == one) {
        text.appendCodePoint(one);
        expected.addAll(LEXICON.readings(one));
      }
    }
    assertThat(LEXICON.reading(text.toString()).stream().map(Syllable::plain))
        .isEqualTo(expected.stream().map(Syllable::plain).toList());
  }

  @Seeds(50)
  void ranksInOrderAndLeavesTheQueryOut(Seed seed) {
    int query = seed.between(0x4E00, 0x9FA6);
    List<Integer> candidates =
        new ArrayList<>(IntStream.range(0, 50).mapToObj(at -> character(seed)).toList());
    candidates.add(query);
    for (CharacterRanking.By by : CharacterRanking.By.values()) {
      List<CharacterRanking.Ranked> ranked = RANKING.nearest(query, candidates, by, 20);
      assertThat(ranked).hasSizeLessThanOrEqualTo(20).isNotEmpty();
      assertThat(ranked).noneMatch(one -> candidates.get(one.row()) == query);
      assertThat(ranked)
          .isSortedAccordingTo((one, two) ->
              one.score() == two.score()
                  ? Integer.compare(one.row(), two.row())
                  : Double.compare(two.score(), one.score()));
      assertThat(ranked).allMatch(one -> one.score() >= 0 && one.score() <= 1);
    }
  }
}
