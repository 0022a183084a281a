package org.zhiheng.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

final class TallyTest {

  @Seeds(50)
  void sumsAsAMapDoes(Seed seed) {
    Tally tally = new Tally(seed.between(0, 40)); // often fewer than come in
    Map<Integer, Integer> expected = new HashMap<>();
    int range = seed.between(1, 3_000);
    for (int left = seed.between(0, 5_000); left > 0; left--) {
      int document = seed.between(0, range) * seed.between(1, 700);
      int weight = seed.between(1, 1_024);
      tally.add(document, weight);
      expected.merge(document, weight, Integer::sum);
    }

    Map<Integer, Integer> sums = new HashMap<>();
    for (int place = 0; place < tally.count(); place++) {
      sums.put(tally.document(place), tally.sum(place));
    }
    assertThat(sums).as("seed %d", seed.number()).isEqualTo(expected);
    assertThat(tally.count()).isEqualTo(expected.size());
  }

  @Seeds(50)
  void keepsTheBestAsSortingDoes(Seed seed) {
    int most = seed.between(1, 30);
    float[] numbers = new float[seed.between(0, 200)];
    Best best = new Best(most);
    for (int at = 0; at < numbers.length; at++) {
      numbers[at] = seed.between(0, 100) / 10f;
      best.see(numbers[at]);
    }
    Arrays.sort(numbers);

    assertThat(best.least())
        .as("seed %d", seed.number())
        .isEqualTo(
            numbers.length < most ? Float.NEGATIVE_INFINITY : numbers[numbers.length - most]);
  }

  @Test
  void takesDocumentZeroAndTheLast() {
    Tally tally = new Tally(0);
    tally.add(0, 3);
    tally.add(Integer.MAX_VALUE - 1, 5);
    tally.add(0, 4);

    assertThat(tally.count()).isEqualTo(2);
    assertThat(tally.sum(0)).isEqualTo(7);
    assertThat(tally.document(1)).isEqualTo(Integer.MAX_VALUE - 1);
  }
}
