package org.zhiheng.valuation.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PhiloxTest {

  /// Known answers of philox4x32-10 from the authors' Random123 library (kat_vectors), recalled.
  @Test
  void knownAnswers() {
    assertThat(Philox.block(new int[] {0, 0, 0, 0}, new int[] {0, 0}))
        .containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    assertThat(Philox.block(new int[] {-1, -1, -1, -1}, new int[] {-1, -1}))
        .containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    assertThat(
            Philox.block(
                new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
                new int[] {0xa4093822, 0x299f31d0}))
        .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
  }

  /// A million numbers: mean 1/2, standard error 1 / sqrt(12 * 10^6) = 0.00029; neighbours in case
  /// and draw do not move together.
  @Test
  void numbersAreEvenAndApart() {
    double sum = 0;
    double beside = 0;
    double below = 0;
    int count = 1_000_000;
    for (int path = 0; path < count; path++) {
      double u = Philox.uniform(7, path, 3) - 0.5;
      sum += u;
      beside += u * (Philox.uniform(7, path, 4) - 0.5);
      below += u * (Philox.uniform(7, path + 1, 3) - 0.5);
    }

    assertThat(sum / count).isCloseTo(0, within(4 / Math.sqrt(12.0 * count)));
    // the product of two has deviation 1/12
    assertThat(beside / count).isCloseTo(0, within(4 / 12.0 / Math.sqrt(count)));
    assertThat(below / count).isCloseTo(0, within(4 / 12.0 / Math.sqrt(count)));
  }
}
