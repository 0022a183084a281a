package org.zhiheng.jobs.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.values.Problem;

final class PasswordRulesTest {

  private final PasswordRules rules = PasswordRules.shipped();
  private final LoginName name = new LoginName("zhang.wei@example.org");

  private String code(String password) {
    return rules.refusal(password, name, "张伟 Zhang Wei").map(Problem::code).orElse("taken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seventeen quiet herons",
        "床前明月光疑是地上霜举头望明月",
        "kzq vbn trw lmp",
        "7k3m-q9ps-a2vw",
        "aller-retour pour Jilin"
      })
  void takesAPhraseOfAnyAlphabet(String password) {
    assertThat(code(password)).isEqualTo("taken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "P@ssw0rd2026!!",
        "passwordpassword",
        "123456789012",
        "qwertyuiop123",
        "qwertyuiopasdfghjkl",
        "1qaz2wsx3edc4rfv",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "kx7kx7kx7kx7kx7",
        "!!!!welcome2026!!!!",
        "adminadmin123",
        "zhiheng20261122",
        "woaini5201314",
        "iloveyouprincess",
        "098765432109"
      })
  void refusesWhatEverybodyTries(String password) {
    assertThat(code(password)).isEqualTo("password-common");
  }

  @ParameterizedTest
  @ValueSource(strings = {"my zhang-password is long", "这里是张伟的很长的一个密码句", "ZHANG and the tigers"})
  void refusesTheUsersName(String password) {
    assertThat(code(password)).isEqualTo("password-has-name");
  }

  @Test
  void countsCharactersNotUnits() {
    assertThat(code("short one 1")).isEqualTo("password-too-short");
    assertThat(code("𠀀𠀁𠀂𠀃𠀄𠀅")).isEqualTo("password-too-short");
    assertThat(code("ab cd".repeat(52))).isEqualTo("password-too-long");
    assertThat(code("𠀀".repeat(257))).isEqualTo("password-too-long");
  }

  @Test
  void neverRepeatsThePassword() {
    assertThat(rules.refusal("password1234", name, "Zhang").orElseThrow().given()).isEmpty();
  }
}
