package org.zhiheng.deadlines.fee;

import static org.assertj.core.api.Assertions.assertThat;

import org.zhiheng.deadlines.yaml.YamlReader;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.values.ProblemsException;

/// The table of fees, spoilt. The one exception that may come out is [ProblemsException].
final class FeeBookFuzz {

  private static final String FEES = YamlReader.resource(FeeBook.class, "cn.yaml");

  @Seeds(200)
  void feesAreReadOrRefused(Seed seed) {
    String text = Spoilt.lines(seed, FEES);
    try {
      assertThat(FeeBook.read("spoilt.yaml", text)).isNotNull();
    } catch (ProblemsException refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.line().length()).isLessThan(2_000));
    }
  }
}
