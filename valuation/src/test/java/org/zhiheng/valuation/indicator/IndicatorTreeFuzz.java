package org.zhiheng.valuation.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.values.ProblemsException;

/// The product's tree of indicators, spoilt. The one exception that may come out is
/// [ProblemsException].
final class IndicatorTreeFuzz {

  private static final String TREE = tree();

  private static String tree() {
    try (InputStream in = IndicatorTree.class.getResourceAsStream("tree.yaml")) {
      return new String(
          java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Seeds(300)
  void treesAreReadOrRefused(Seed seed) {
    String text = Spoilt.lines(seed, TREE);
    try {
      IndicatorTree read = IndicatorTree.read("spoilt.yaml", text);
      assertThat(read.assess(List.of(), List.of(), "finance")).isNotNull();
    } catch (ProblemsException refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("indicator-tree");
            assertThat(problem.line().length()).isLessThan(2_000);
          });
    }
  }
}
