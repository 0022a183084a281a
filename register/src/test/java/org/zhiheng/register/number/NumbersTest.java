package org.zhiheng.register.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

final class NumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018305140799",
        "201830514079.9",
        "CN201830514079.9",
        "ZL 2018 3 0514079.9",
        "zl201830514079.9",
        "２０１８３０５１４０７９．９"
      })
  void readsOneChineseApplicationNumberInManySpellings(String typed) {
    RightNumber number = Numbers.application(Office.CN, typed).orThrow();

    assertThat(number.text()).isEqualTo("201830514079.9");
    assertThat(number.key()).isEqualTo("CN:A:2018305140799");
  }

  @Test
  void takesAnXAsCheckDigitInEitherCase() {
    // CN209099453U, gazette of 2019-07-12
    assertThat(Numbers.application(Office.CN, "201621390303x").orThrow().text())
        .isEqualTo("201621390303.X");
  }

  /// 99100001: 9*2 + 9*3 + 1*4 + 0 + 0 + 0 + 0 + 1*9 = 58 = 5 * 11 + 3.
  @Test
  void readsTheFormBeforeOctober2003() {
    assertThat(Numbers.application(Office.CN, "99100001.3").orThrow().key())
        .isEqualTo("CN:A:991000013");
    assertThat(code(Numbers.application(Office.CN, "99100001.4"))).isEqualTo("cn-check-digit");
  }

  /// CN85100312A, filed 1985-04-01, stands without a check digit in its own document. 8*2 + 5*3 +
  /// 1*4 + 0 + 0 + 3*7 + 1*8 + 2*9 = 82 = 7 * 11 + 5.
  @Test
  void readsApplicationsOfTheFirstYearsWithoutACheckDigit() {
    RightNumber bare = Numbers.application(Office.CN, "85100312").orThrow();

    assertThat(bare.text()).isEqualTo("85100312");
    assertThat(bare.key()).isEqualTo("CN:A:851003125");
    assertThat(Numbers.application(Office.CN, "85100312.5").orThrow().key()).isEqualTo(bare.key());
    assertThat(code(Numbers.application(Office.CN, "99100001"))).isEqualTo("cn-application-number");
  }

  @ParameterizedTest
  @CsvSource({
    "201830514079.8, cn-check-digit",
    "198430514079.9, cn-application-year",
    "201840514079.9, cn-application-type",
    "40100001.3, cn-application-year",
    "20183051407, cn-application-number",
    "A, cn-application-number",
    "'', number-length"
  })
  void saysWhyAChineseApplicationNumberIsRefused(String typed, String code) {
    assertThat(code(Numbers.application(Office.CN, typed))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "CN, cn110007813a, CN110007813A, CN:P:110007813",
    "CN, CN 110007813 B, CN110007813B, CN:P:110007813",
    "CN, 209102019U, CN209102019U, CN:P:209102019",
    "CN, CN1719946A, CN1719946A, CN:P:1719946A",
    "CN, CN1719946C, CN1719946C, CN:P:1719946C",
    "CN, CN85100312A, CN85100312A, CN:P:85100312",
    "US, US08926509B2, US8926509B2, US:P:8926509",
    "US, '8,926,509', US8926509, US:P:8926509",
    "US, USD0435854S1, USD435854S1, US:P:D435854",
    "US, US20050004437A1, US20050004437A1, US:P:20050004437",
    "US, US2005/0004437 A1, US20050004437A1, US:P:20050004437",
    "US, US2005004437A1, US20050004437A1, US:P:20050004437",
    "US, RE38123E1, USRE38123E1, US:P:RE38123",
    "EP, EP 1 000 000 A1, EP1000000A1, EP:P:1000000",
    "EP, EP1000000B1, EP1000000B1, EP:P:1000000",
    "EP, EP680812, EP0680812, EP:P:0680812",
    "WO, WO2019/123456 A1, WO2019123456A1, WO:P:2019123456",
    "WO, WO 99/12345 A1, WO9912345A1, WO:P:1999012345",
    "WO, WO 02/012345, WO0212345, WO:P:2002012345",
    "WO, WO03/100123A2, WO03100123A2, WO:P:2003100123",
    "DE, DE69905327D1, DE69905327D1, DE:P:69905327D",
    "NL, NL1010536C, NL1010536C, NL:P:1010536C",
    "JP, JP 2005-123456 A, JP2005123456A, JP:P:2005123456A"
  })
  void readsPublicationNumbers(Office office, String typed, String text, String key) {
    RightNumber number = Numbers.publication(office, typed).orThrow();

    assertThat(number.text()).isEqualTo(text);
    assertThat(number.key()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({"CN, CN1719946", "CN, CN12345A", "US, USQ12", "WO, WO123A1", "EP, EP12345678A1"})
  void refusesPublicationNumbersThatNoOfficePrints(Office office, String typed) {
    assertThat(code(Numbers.publication(office, typed))).isEqualTo("publication-number");
  }

  @ParameterizedTest
  @CsvSource({
    "US, '15/919,370', '15/919,370', US:A:15919370",
    "US, 201815919370, '15/919,370', US:A:15919370",
    "EP, 99203729.1, 99203729.1, EP:A:99203729",
    "EP, EP19990203729, 99203729, EP:A:99203729",
    "WO, PCT/CA2003/001234, PCT/CA2003/001234, WO:A:PCTCA2003001234",
    "WO, pct/ch94/01234, PCT/CH1994/001234, WO:A:PCTCH1994001234",
    "JP, JP 2005-123456, 2005-123456, JP:A:2005123456"
  })
  void readsApplicationNumbersOfOtherOffices(Office office, String typed, String text, String key) {
    RightNumber number = Numbers.application(office, typed).orThrow();

    assertThat(number.text()).isEqualTo(text);
    assertThat(number.key()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "12345678, CN:R:12345678",
    "2019sr0123456, CN:R:2019SR0123456",
    "国作登字-2019-F-00123456, CN:R:国作登字2019F00123456",
    "BS.195012345, CN:R:BS195012345"
  })
  void readsRegistrationNumbers(String typed, String key) {
    assertThat(Numbers.registration(Office.CN, typed).orThrow().key()).isEqualTo(key);
  }

  @Test
  void refusesARegistrationNumberWithSignsThatCannotBeSeen() {
    assertThat(code(Numbers.registration(Office.CN, "2019SR\u200b0123456")))
        .isEqualTo("registration-number");
  }

  @ParameterizedTest
  @CsvSource({
    "1234567, 1234567, WO:M:1234567",
    "G1234567, 1234567, WO:M:1234567",
    "IR 0987654A, 987654A, WO:M:987654A",
    "2R145123, 2R145123, WO:M:145123"
  })
  void readsMadridNumbers(String typed, String text, String key) {
    RightNumber number = Numbers.madrid(typed).orThrow();

    assertThat(number.text()).isEqualTo(text);
    assertThat(number.key()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "CN110007813A, CN:P:110007813",
    "110007813, CN:P:110007813",
    "201830514079.9, CN:A:2018305140799",
    "2018305140799, CN:A:2018305140799",
    "201830514079, CN:A:2018305140799",
    "ZL201830514079.9, CN:A:2018305140799",
    "102010000298420, CN:A:2010102984204", // both stand in one document of CNIPA
    "101985000000312, CN:A:851003125",
    "CN1719946, CN:P:1719946C",
    "US8926509B2, US:P:8926509",
    "8926509, US:P:8926509",
    "EP1000000, EP:P:1000000",
    "RE38123, US:P:RE38123",
    "PCT/CN2019/012345, WO:A:PCTCN2019012345",
    "DE69905327, DE:P:69905327D",
    "G1234567, WO:M:1234567",
    "12345678, CN:R:12345678"
  })
  void knowsWhatATypedNumberCanMean(String typed, String key) {
    assertThat(Numbers.keysOf(typed)).contains(key).hasSizeLessThanOrEqualTo(Numbers.KEYS_MAX);
  }

  @Test
  void findsNoKeyInWords() {
    assertThat(Numbers.keysOf("一种多功能水槽")).isEmpty();
    assertThat(Numbers.keysOf("9".repeat(10_000))).isEmpty();
    assertThat(Numbers.keysOf("")).isEmpty();
  }

  /// 91350100M000100Y43 is the example of GB 32100-2015.
  @Test
  void readsTheExampleOfTheSocialCreditCodeStandard() {
    assertThat(SocialCreditCode.parse("91350100m000100y43").orThrow().code())
        .isEqualTo("91350100M000100Y43");
    assertThat(code(SocialCreditCode.parse("91350100M000100Y44"))).isEqualTo("credit-code-check");
    assertThat(code(SocialCreditCode.parse("91350100I000100Y43"))).isEqualTo("credit-code");
  }

  private static String code(Parsed<?> parsed) {
    return parsed.refusal().map(Problem::code).orElse("read");
  }
}
