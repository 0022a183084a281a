package org.zhiheng.seeds;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// Hands the seeds of [Seeds] to the test method.
final class SeedSource implements ArgumentsProvider {

  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    String only = FuzzTime.alone();
    if (only != null) {
      return Stream.of(Arguments.of(Seed.of(Long.parseLong(only))));
    }
    // millions of seeds are no tests of their own: FuzzSeeds goes through them in one
    boolean oneForAll = FuzzTime.isFuzz(context.getRequiredTestClass()) && FuzzTime.isGiven();
    int count = oneForAll ? 1 : context.getRequiredTestMethod().getAnnotation(Seeds.class).value();
    return LongStream.range(0, count).mapToObj(number -> Arguments.of(Seed.of(number)));
  }
}
