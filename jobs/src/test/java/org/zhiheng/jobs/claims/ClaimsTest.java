package org.zhiheng.jobs.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The claims as they come with the program.
final class ClaimsTest {

  private final Claims claims = Claims.load();

  @Test
  void everyClaimHasASourceOrIsUnknown() {
    assertThat(claims.claims())
        .hasSizeGreaterThan(10)
        .allSatisfy(one -> {
          assertThat(one.claim().zh()).isNotBlank();
          assertThat(one.claim().en()).isNotBlank();
          assertThat(one.found().zh()).isNotBlank();
          assertThat(one.found().en()).isNotBlank();
          assertThat(one.source()).isNotBlank();
          assertThat(one.place()).startsWith("/");
        });
    assertThat(claims.claims()).extracting(Claims.Claim::code).doesNotHaveDuplicates();
  }

  /// The two stocks are of different days: nobody may divide one by the other.
  @Test
  void figuresOfDifferentDaysSaySo() {
    assertThat(claims.figures())
        .extracting(Claims.Figure::value)
        .containsExactly(195_000L, 2_161_000L, 46_000L);
    Claims.Figure strategic = claims.figures().getLast();
    assertThat(strategic.asOf()).isNotEqualTo(claims.figures().getFirst().asOf());
    assertThat(strategic.warning()).isEqualTo("other-date");
    assertThat(claims.figures()).noneMatch(one -> one.warning().isEmpty());
  }
}
