package org.zhiheng.similarity.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.similarity.han.HanLexicon;
import org.zhiheng.similarity.han.Syllable;

/// Laws of a likeness across scripts, over random names of common characters.
class BridgeProperties {

  private static final HanLexicon LEXICON = HanLexicon.load();
  private static final Bridge BRIDGE = Bridge.load(LEXICON);

  /// The commoner characters of U+4E00..U+9FA5; not 嗯, whose syllable is written without a vowel.
  private static final List<String> COMMON =
      IntStream.rangeClosed(0x4E00, 0x9FA5)
          .filter(point -> LEXICON.commonness(point) > .3 && !LEXICON.readings(point).isEmpty())
          .filter(point -> LEXICON.simplified(Character.toString(point)).codePointAt(0) == point)
          .filter(point -> LEXICON.readings(point).getFirst().plain().matches(".*[aeiouv].*"))
          .mapToObj(Character::toString)
          .toList();

  @Seeds(100)
  void hearsANameInItsOwnPinyin(Seed seed) {
    String han = name(seed);
    List<Syllable> reading = LEXICON.reading(han);
    String spaced = reading.stream().map(Syllable::plain).collect(Collectors.joining(" "));

    double whole = sound(spaced.replace(" ", ""), han);
    assertThat(whole).as("%s %s %s", seed, han, spaced).isGreaterThanOrEqualTo(.95);
    assertThat(sound(spaced, han)).as("%s %s", seed, han).isEqualTo(whole);
    assertThat(sound(spaced.toUpperCase(Locale.ROOT), han)).as("%s %s", seed, han).isEqualTo(whole);
  }

  @Seeds(100)
  void staysInRangeAndHasNoSides(Seed seed) {
    BridgeName han = BRIDGE.read(name(seed));
    BridgeName latin =
        BRIDGE.read(
            IntStream.range(0, seed.between(1, 12))
                .mapToObj(_ -> String.valueOf((char) seed.between('a', 'z')))
                .collect(Collectors.joining()));
    BridgeRating rating = BRIDGE.rate(latin, han);

    assertThat(rating).as("%s", seed).isEqualTo(BRIDGE.rate(han, latin));
    for (double value :
        new double[] {rating.sound(), rating.initials(), rating.meaning(), rating.order()}) {
      assertThat(value).as("%s", seed).isBetween(0.0, 1.0);
    }
    assertThat(BRIDGE.explain(latin, han).value()).as("%s", seed).isEqualTo(rating.sound());
  }

  private static double sound(String left, String right) {
    return BRIDGE.sound(BRIDGE.read(left), BRIDGE.read(right));
  }

  private static String name(Seed seed) {
    return IntStream.range(0, seed.between(2, 5))
        .mapToObj(_ -> seed.oneOf(COMMON))
        .collect(Collectors.joining());
  }
}
