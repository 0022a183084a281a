package org.zhiheng.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdsTest {

  @ParameterizedTest
  @ValueSource(strings = {"R42", "r42", " 42 "})
  void readsAnIdWithAndWithoutItsLetter(String typed) {
    assertThat(RightId.parse(typed).orThrow()).isEqualTo(new RightId(42)).hasToString("R42");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "R", "R0", "P42", "R-1", "R4.2", "9999999999999999999"})
  void refusesWhatIsNoIdOfARight(String typed) {
    assertThat(RightId.parse(typed).refusal().map(Problem::code)).contains("id");
  }

  @Test
  void printsEachKindOfIdWithItsOwnLetter() {
    assertThat(EventId.parse("e7").orThrow()).hasToString("E7");
    assertThat(PartyId.parse("p7").orThrow()).hasToString("P7");
    assertThat(ImportId.parse("i7").orThrow()).hasToString("I7");
    assertThat(UserId.parse("u7").orThrow()).hasToString("U7");
    assertThat(OrganisationId.parse("o7").orThrow()).hasToString("O7");
    assertThatThrownBy(() -> new PartyId(0)).isInstanceOf(IllegalArgumentException.class);
  }

  /// FIPS 180-2, appendix B.1: the digest of `abc`.
  @Test
  void digestsTheExampleOfTheStandard() {
    String hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    assertThat(Digest.of("abc".getBytes(StandardCharsets.US_ASCII)).hex()).isEqualTo(hex);
    assertThat(Digest.parse(hex.toUpperCase(java.util.Locale.ROOT)).orThrow().bytes()).hasSize(32);
    assertThat(Digest.parse(hex.substring(1)).refusal().map(Problem::code)).contains("digest");
  }
}
