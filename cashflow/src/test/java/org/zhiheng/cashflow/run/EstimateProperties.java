package org.zhiheng.cashflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// What an estimate tells is what the exact program comes to.
final class EstimateProperties {

  private static final int SLOTS = 6;

  @Seeds(300)
  void tellsWhatIsExact(Seed seed) {
    long[] state = new long[SLOTS];
    for (int i = 0; i < 40; i++) {
      Program program = program(seed);
      for (int s = 0; s < SLOTS; s++) {
        state[s] = seed.chance(0.2) ? 0 : seed.random().nextLong(-100, 1L << seed.between(1, 60));
      }
      BigDecimal exact = program.exact(state, 31);
      int holds = Estimate.holds(program, state, 31);
      assertThat(holds).isIn(Estimate.DOUBTFUL, exact.signum() != 0 ? 1 : 0);
      for (RoundingMode mode : List.of(RoundingMode.HALF_UP, RoundingMode.DOWN)) {
        long amount = Estimate.amount(program, state, 31, mode);
        if (amount != Estimate.DOUBTFUL) {
          BigDecimal rounded = exact.max(BigDecimal.ZERO).setScale(0, mode);
          assertThat(rounded).isEqualByComparingTo(BigDecimal.valueOf(amount));
        }
      }
    }
  }

  /// A part of a size, and a ratio against a limit, the most usual ones, are told.
  @Test
  void tellsMostOfWhatIsAsked() {
    int told = 0;
    for (int i = 0; i < 1_000; i++) {
      long[] state = {1_000_000 + 37L * i, 9_000_000_000L};
      Program part = of(new int[] {1, 0, 5}, new int[] {1, 0, 0}, "0.01");
      Program limit = of(new int[] {1, 1, 6, 0, 9}, new int[] {0, 1, 0, 0, 0}, "0.12");
      told += Estimate.amount(part, state, 31, RoundingMode.HALF_UP) == 90_000_000 ? 1 : 0;
      told += Estimate.holds(limit, state, 31) == 1 ? 1 : 0;
    }
    assertThat(told).isEqualTo(2_000);
  }

  /// Equal to a limit but for what doubles can not tell is in doubt.
  @Test
  void doubtsWhatDoublesCanNotTell() {
    Program limit = of(new int[] {1, 1, 6, 0, 9}, new int[] {0, 1, 0, 0, 0}, "0.12");
    assertThat(Estimate.holds(limit, new long[] {12, 100}, 31)).isEqualTo(Estimate.DOUBTFUL);
    assertThat(limit.holds(new long[] {12, 100}, 31)).isFalse();
    assertThat(limit.holds(new long[] {11, 100}, 31)).isTrue();
  }

  private static Program of(int[] code, int[] argument, String constant) {
    return new Program(code, argument, new BigDecimal[] {new BigDecimal(constant)});
  }

  /// Some numbers, joined in any way.
  private static Program program(Seed seed) {
    int numbers = seed.between(1, 6);
    int[] code = new int[3 * numbers];
    int[] argument = new int[3 * numbers];
    BigDecimal[] constants = new BigDecimal[numbers];
    int at = 0;
    int stands = 0;
    for (int i = 0; i < numbers || stands > 1; ) {
      if (stands >= 2 && (i == numbers || seed.chance(0.5))) {
        code[at++] = seed.between(Program.ADD, Program.OR + 1);
        stands--;
      } else {
        constants[i] =
            new BigDecimal(seed.random().nextLong(1_000_000)).movePointLeft(seed.between(0, 7));
        code[at] = seed.between(Program.CONSTANT, Program.PER_YEAR + 1);
        argument[at] = code[at] == Program.SLOT ? seed.between(0, SLOTS) : i;
        at++;
        i++;
        stands++;
        if (seed.chance(0.1) && at < code.length - numbers) {
          code[at++] = Program.NOT;
        }
      }
    }
    return new Program(Arrays.copyOf(code, at), Arrays.copyOf(argument, at), constants);
  }
}
