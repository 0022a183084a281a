package org.zhiheng.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.similarity.candidate.MarkEntry;

/// The quick look, beside a longest common subsequence by the textbook's table.
final class GlanceAgainstOracle {

  private static int common(String left, String right) {
    int[][] table = new int[left.length() + 1][right.length() + 1];
    for (int row = 1; row <= left.length(); row++) {
      for (int column = 1; column <= right.length(); column++) {
        table[row][column] =
            left.charAt(row - 1) == right.charAt(column - 1)
                ? table[row - 1][column - 1] + 1
                : Math.max(table[row - 1][column], table[row][column - 1]);
      }
    }
    return table[left.length()][right.length()];
  }

  private static float promise(Spelling asked, Spelling filed) {
    MarkEntry entry = new MarkEntry("1", "org-a", "name", Set.of(), Set.of());
    byte[] bytes = FiledMark.of(entry, Optional.of(filed)).bytes().bytes;
    return new Glance(asked).promise(bytes, FiledMark.SPELLING_AT);
  }

  private static String text(Seed seed, String signs, int most) {
    StringBuilder text = new StringBuilder();
    for (int left = seed.between(1, most + 1); left > 0; left--) {
      text.append(signs.charAt(seed.between(0, signs.length())));
    }
    return text.toString();
  }

  @Seeds(300)
  void countsTheSignsOfTwoHanNamesInOrder(Seed seed) {
    // no pinyin: of a likeness in shape alone three fifths count
    String left = text(seed, "华为小米泡玛特龙", Spelling.LENGTH_MAX);
    String right = text(seed, "华为小米泡玛特龙", Spelling.LENGTH_MAX);
    double expected = 0.6 * 2 * common(left, right) / (left.length() + right.length());

    assertThat(promise(new Spelling("", "", left), new Spelling("", "", right)))
        .as("%s %s", left, right)
        .isCloseTo((float) expected, within(1e-5f));
  }

  @Seeds(300)
  void countsTheLettersOfALatinNameBesidePinyin(Seed seed) {
    String letters = text(seed, "abnot", Spelling.LENGTH_MAX);
    String pinyin = text(seed, "abnot", Spelling.LENGTH_MAX);
    double kept = 2.0 * common(letters, pinyin) / (letters.length() + pinyin.length());
    double expected = 0.9 * Math.max(0, (kept - 0.35) / 0.65);
    Spelling latin = new Spelling(letters, "", "");
    Spelling han = new Spelling("", pinyin, "泡");

    assertThat(promise(latin, han)).as(seed.toString()).isCloseTo((float) expected, within(1e-5f));
    assertThat(promise(han, latin)).isEqualTo(promise(latin, han));
  }

  @Test
  void putsTheSameNameFirstAndLikeLettersBeforeOthers() {
    Spelling asked = new Spelling("labubu", "", "");

    assertThat(promise(asked, asked)).isEqualTo(1);
    // five of six letters are the same; 0 is near o and u, d is near nothing in the name
    float like = promise(asked, new Spelling("lab0bu", "", ""));
    float other = promise(asked, new Spelling("labdbu", "", ""));
    assertThat(like).isEqualTo((5 + 6) / 12f).isGreaterThan(other);
    assertThat(other).isEqualTo((5 + 5) / 12f);
    assertThat(promise(asked, Spelling.NONE)).isZero();
  }

  @Test
  void takesANameThatHoldsTheOtherForMoreThanItsShareOfLetters() {
    Spelling held = new Spelling("labubu", "", "");
    Spelling whole = new Spelling("thenewlabubuofficialshop", "", "");

    // 6 letters of 24 and of 6: 12 / 30 by letters alone
    assertThat(promise(held, whole)).isGreaterThan(12 / 30f).isEqualTo(promise(whole, held));
  }
}
