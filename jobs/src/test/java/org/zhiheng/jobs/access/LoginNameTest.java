package org.zhiheng.jobs.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LoginNameTest {

  @ParameterizedTest
  @CsvSource({
    "Admin, admin",
    "' Zhang.Wei@Example.ORG ', zhang.wei@example.org",
    "ＡＤＭＩＮ, admin",
    "张伟, 张伟",
    "İstanbul, i̇stanbul"
  })
  void foldsWhatLooksTheSame(String typed, String folded) {
    assertThat(LoginName.parse(typed).orThrow().text()).isEqualTo(folded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", ".hidden", "?42", "a b", "a/b", "a\u0000b", "<script>", "a\u202eb", "@x"})
  void refusesWhatIsNoName(String typed) {
    assertThat(LoginName.parse(typed).refusal().orElseThrow().code()).isEqualTo("login-name");
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 1_000_000})
  void refusesATextThatIsTooLong(int length) {
    assertThat(LoginName.parse("a".repeat(length)).refusal()).isPresent();
  }
}
