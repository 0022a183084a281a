package org.zhiheng.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// Pieces by a small vocabulary written for the test.
class WordPiecesTest {

  private static final WordPieces WORDS =
      WordPieces.parse(
          """
          {"model": {"vocab": {"[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "n\\u0069": 4, "##ke": 5,
            "耐": 6, "\\"": 7}}}
          """);

  @Test
  void takesTheLongestPieces() {
    assertThat(WORDS.read("Nike耐", 10)).containsExactly(2, 4, 5, 6, 3);
  }

  @Test
  void marksWhatIsUnknown() {
    assertThat(WORDS.read("克 nix \"", 10)).containsExactly(2, 1, 1, 7, 3);
  }

  @Test
  void cutsAtTheLimitAndKeepsTheEnd() {
    assertThat(WORDS.read("耐耐耐耐", 4)).containsExactly(2, 6, 6, 3);
  }

  @Test
  void refusesWhatHasNoVocabulary() {
    assertThatThrownBy(() -> WordPieces.parse("{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("vocab");
    assertThatThrownBy(() -> WordPieces.parse("{\"vocab\": {\"a\": 1}}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[UNK]");
  }
}
