package org.zhiheng.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SpoiltTest {

  private static final String JSON = "{\"a\":[1,\"b,\\\"c\"],\"d\" : {\"e\":null}}";

  @Test
  void findsEachValueOfAJsonText() {
    assertThat(JsonSpans.of(JSON))
        .extracting(span -> span.in(JSON))
        .containsExactly("1", "\"b,\\\"c\"", "[1,\"b,\\\"c\"]", "null", "{\"e\":null}", JSON);
  }

  @Test
  void takesAMemberOutWithItsComma() {
    assertThat(JsonSpans.of(JSON).get(2).without(JSON)).isEqualTo("{\"d\" : {\"e\":null}}");
  }

  @Test
  void spoilsTheSameWayForTheSameSeed() {
    Set<String> found = new HashSet<>();
    for (int number = 0; number < 300; number++) {
      String once = Spoilt.json(Seed.of(number), JSON) + Spoilt.lines(Seed.of(number), "a: b\nc,d");
      assertThat(once)
          .isEqualTo(
              Spoilt.json(Seed.of(number), JSON) + Spoilt.lines(Seed.of(number), "a: b\nc,d"));
      found.add(once);
    }
    assertThat(found).hasSizeGreaterThan(250);
  }

  @Test
  void spoilsBytesThatAreNone() {
    for (int number = 0; number < 300; number++) {
      assertThat(Spoilt.bytes(Seed.of(number), new byte[0])).isNotNull();
    }
  }
}
