package org.zhiheng.similarity.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.ProblemsException;

/// The guideline's rules spoilt, and names as nobody means them. The one exception that may come
/// out is [ProblemsException], of rules; of names none.
final class GuidelineFuzz {

  private static final String RULES = rules();
  private static final Words WORDS = Words.load();
  private static final MarkViews VIEWS = MarkViews.load();
  private static final WordMark OTHER = WORDS.read("LABUBU 云杉湖").orThrow();

  private static String rules() {
    try (InputStream in = Guideline.class.getResourceAsStream("cn/word-marks.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Seeds(200)
  void rulesAreReadOrRefused(Seed seed) {
    String text = Spoilt.lines(seed, RULES);
    try {
      assertThat(GuidelineReader.read("spoilt.yaml", text)).isNotNull();
    } catch (ProblemsException refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.line().length()).isLessThan(2_000));
    }
  }

  @Seeds(300)
  void namesAreReadAndComparedOrRefused(Seed seed) {
    String name =
        Spoilt.text(seed, seed.oneOf(List.of("LABUBU", "云杉湖", "可口可乐 COLA", "NO.1 第一", "é")));
    Parsed<WordMark> parsed = WORDS.read(name);
    parsed.refusal().ifPresent(problem -> assertThat(problem.code()).startsWith("name-"));
    parsed
        .found()
        .ifPresent(read -> {
          assertThat(WORDS.compare(read, OTHER)).isNotNull();
          assertThat(VIEWS.read(name)).isNotNull();
        });
  }
}
