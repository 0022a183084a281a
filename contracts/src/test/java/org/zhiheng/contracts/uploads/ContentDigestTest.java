package org.zhiheng.contracts.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.uploads.ContentDigest;
import org.zhiheng.values.Digest;

final class ContentDigestTest {

  /// `{"hello": "world"}` and a line feed: RFC 9530, appendix B.1 and section 2.
  private static final Digest HELLO =
      Digest.of("{\"hello\": \"world\"}\n".getBytes(StandardCharsets.US_ASCII));

  private static final String HEADER = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";

  @Test
  void readsTheExampleOfTheStandard() {
    assertThat(ContentDigest.parse(HEADER).found()).contains(HELLO);
    assertThat(ContentDigest.of(HELLO)).isEqualTo(HEADER);
  }

  @Test
  void passesOverOtherAlgorithms() {
    assertThat(ContentDigest.parse("sha-512=:AAAA:, " + HEADER).found()).contains(HELLO);
    assertThat(ContentDigest.parse(HEADER + " ,md5=::").found()).contains(HELLO);
  }

  @Test
  void refusesWhatNamesNoSha256() {
    for (String header :
        new String[] {
          "",
          "sha-512=:AAAA:",
          "sha-256=:AAAA:",
          "sha-256=RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=",
          HEADER + "x",
          HEADER + ";a=1",
          "SHA-256" + HEADER.substring(7),
          "x".repeat(2_000),
          HEADER + " ".repeat(2_000)
        }) {
      assertThat(ContentDigest.parse(header).refusal())
          .as(header)
          .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("content-digest"));
    }
  }
}
