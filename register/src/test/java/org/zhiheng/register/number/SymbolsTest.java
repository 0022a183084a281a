package org.zhiheng.register.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.values.Problem;

final class SymbolsTest {

  @ParameterizedTest
  @CsvSource({
    "IPC, H04N7/173(2011.01)I, H04N7/173",
    "IPC, G06F   13/12    (2006.01), G06F13/12",
    "IPC, G06F 0013/12, G06F13/12",
    "IPC, a61b, A61B",
    "CPC, B62D 49/0607, B62D49/0607",
    "CPC, A01B2223/00, A01B2223/00",
    "CPC, Y02E 10/50, Y02E10/50",
    "LOCARNO, 01-01 (11), 01-01",
    "LOCARNO, LOC (11) Cl. 6-1, 06-01",
    "LOCARNO, 99-00, 99-00",
    "NICE, 9, 09",
    "NICE, 第45类, 45",
    "SIMILAR_GROUP, 0102, 0102",
    "SIMILAR_GROUP, 0102（一）, 0102(1)",
    "SIMILAR_GROUP, 0104第(十一)部分, 0104(11)",
    "SIMILAR_GROUP, 2802(2), 2802(2)",
    "USPC, 455/556.1, 455/556.1",
    "USPC, D14/314, D14/314"
  })
  void readsSymbolsToOneForm(ClassScheme scheme, String typed, String symbol) {
    assertThat(Symbols.read(scheme, typed).orThrow()).isEqualTo(new ClassSymbol(scheme, symbol));
    assertThat(Symbols.read(scheme, symbol).orThrow().symbol()).isEqualTo(symbol);
  }

  @ParameterizedTest
  @CsvSource({
    "IPC, Y02E10/50, ipc-symbol",
    "IPC, H00N7/173, ipc-symbol",
    "IPC, 7/173, ipc-symbol",
    "CPC, Z02E10/50, cpc-symbol",
    "LOCARNO, 33-01, locarno-symbol",
    "LOCARNO, 01-00, locarno-symbol",
    "NICE, 0, nice-class",
    "NICE, 46, nice-class",
    "SIMILAR_GROUP, 4601, similar-group",
    "SIMILAR_GROUP, 0102(零), similar-group",
    "SIMILAR_GROUP, 0102(十十), similar-group",
    "USPC, ?, uspc-symbol"
  })
  void refusesSymbolsThatCannotBe(ClassScheme scheme, String typed, String code) {
    assertThat(Symbols.read(scheme, typed).refusal().map(Problem::code)).contains(code);
  }
}
