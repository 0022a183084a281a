package org.zhiheng.cashflow.absbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.values.ProblemsException;

/// Deals that lack what a deal of AbsBox has: each is refused with the reason.
final class AbsBoxRefusalsTest {

  @Test
  void readsTheDealThatTheOthersSpoil() {
    assertThat(AbsBoxImport.deal("sound", AbsBoxFuzz.DEAL).tranches()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"dates\":|\"dats\":|The dates are missing",
        "[\"2021-10-15\",{\"tag\":\"MonthEnd\"}]|[]|a list of at least 2",
        "[null,\"acc\",[\"fee\"],null]|[null,\"acc\",[\"fee\",\"fee\"],null]|stands once",
        "[null,\"acc\",[\"A1\"],null]|[null,\"elsewhere\",[\"A1\"],null]|There is no such account",
        "{\"tag\":\"PayIntResidual\",\"contents\":[null,\"acc\",\"B\"]}"
            + "|{\"tag\":\"PayIntResidual\",\"contents\":[null,\"acc\",[]]}|A name is missing",
        "\"accType\":null|\"accType\":{\"tag\":\"FixReserve\",\"contents\":\"much\"}|A number is missing"
      })
  void refusesTheDeal(String text, String replaced, String reason) {
    String spoilt = AbsBoxFuzz.DEAL.replace(text, replaced);
    assertThat(spoilt).isNotEqualTo(AbsBoxFuzz.DEAL);

    assertThatThrownBy(() -> AbsBoxImport.deal("spoilt", spoilt))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining(reason);
  }
}
