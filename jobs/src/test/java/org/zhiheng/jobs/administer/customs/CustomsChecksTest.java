package org.zhiheng.jobs.administer.customs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Who is one person to the duty desk.
final class CustomsChecksTest {

  @Test
  void aTokenIsNoSecondPerson() {
    assertThat(CustomsChecks.samePerson("李娜", "李娜 (zht_C5e6FQ…)")).isTrue();
    assertThat(CustomsChecks.samePerson("li.na (zht_A…)", "li.na (zht_B…)")).isTrue();
    assertThat(CustomsChecks.samePerson("李娜", "王芳 (zht_C5e6FQ…)")).isFalse();
    assertThat(CustomsChecks.samePerson("李娜 (北京)", "李娜")).isFalse();
  }
}
