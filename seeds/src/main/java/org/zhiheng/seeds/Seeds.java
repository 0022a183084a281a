package org.zhiheng.seeds;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/// Runs a test once for each of `value` seeds; the test takes one [Seed].
///
/// The seeds are the same in every run: 0, 1, 2 … mixed. A failure names its seed; `-Dseed=N` runs
/// that one alone. In a class whose name ends in `Fuzz` each seed is watched, and
/// `-Dzhiheng.fuzz.minutes=N` goes on for N minutes with new ones.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "seed {0}")
@ArgumentsSource(SeedSource.class)
@ExtendWith(FuzzSeeds.class)
public @interface Seeds {

  /// How many seeds, at least 1.
  int value() default 200;
}
