package org.zhiheng.similarity.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.values.Problem;

/// Tables of goods and lists of terms, spoilt. Exceptions that may come out: none.
final class GoodsTableFuzz {

  private static final String TERMS =
      """
      class_number,basic_number,term,language
      9,090001,"computers, portable",en
      42,420001,software as a service,en
      30,,mooncakes,zh
      """;

  private static byte[] spoilt(Seed seed, String sound) {
    return seed.chance(0.7)
        ? Spoilt.lines(seed, sound).getBytes(StandardCharsets.UTF_8)
        : Spoilt.bytes(seed, sound.getBytes(StandardCharsets.UTF_8));
  }

  private static void told(List<Problem> problems) {
    assertThat(problems)
        .isNotEmpty()
        .allSatisfy(problem -> {
          assertThat(problem.code()).isNotBlank();
          assertThat(problem.line().length()).isLessThan(2_000);
        });
  }

  @Seeds(200)
  void tablesAreReadOrRefused(Seed seed) {
    Map<String, byte[]> files = Tables.smallFiles();
    for (int times = seed.between(1, 4); times > 0; times--) {
      String name = seed.oneOf(List.copyOf(files.keySet()));
      byte[] sound = files.getOrDefault(name, new byte[0]);
      files.put(name, spoilt(seed, new String(sound, StandardCharsets.UTF_8)));
    }
    if (seed.chance(0.2)) {
      files.put(GoodsTableReader.TERMS, spoilt(seed, TERMS));
    }
    switch (GoodsTableReader.read("spoilt", files)) {
      case GoodsTableReader.Outcome.Read read -> assertThat(read.table()).isNotNull();
      case GoodsTableReader.Outcome.Refused refused -> told(refused.problems());
    }
  }

  @Seeds(200)
  void termsAreReadOrRefused(Seed seed) {
    switch (TermReader.read(spoilt(seed, TERMS))) {
      case TermReader.Outcome.Read read -> assertThat(read.terms()).isNotNull();
      case TermReader.Outcome.Refused refused -> told(refused.problems());
    }
  }
}
