package org.zhiheng.register.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.Parsed;

final class NumbersProperties {

  private static final List<Office> OFFICES =
      List.of(Office.CN, Office.US, Office.EP, Office.WO, new Office("JP"), new Office("DE"));

  @Seeds(200)
  void readingWhatWasPrintedGivesTheSameNumber(Seed seed) {
    String typed = typed(seed);
    for (Office office : OFFICES) {
      for (Parsed<RightNumber> read :
          List.of(
              Numbers.application(office, typed),
              Numbers.publication(office, typed),
              Numbers.registration(office, typed),
              Numbers.madrid(typed))) {
        read.found().ifPresent(number -> assertThat(again(number)).isEqualTo(Parsed.ok(number)));
      }
    }
  }

  @Seeds(200)
  void everyNumberIsAmongTheKeysOfItsOwnText(Seed seed) {
    RightNumber number = application(seed);

    assertThat(Numbers.keysOf(number.text())).contains(number.key());
    assertThat(Numbers.keysOf("ZL" + number.text().replace(".", ""))).contains(number.key());
  }

  @Seeds(200)
  void oneWrongDigitIsRefused(Seed seed) {
    String text = application(seed).text();
    for (int at = 0; at < text.length(); at++) {
      for (char sign : "0123456789X".toCharArray()) {
        if (text.charAt(at) != '.' && text.charAt(at) != sign) {
          String wrong = text.substring(0, at) + sign + text.substring(at + 1);
          assertThat(Numbers.application(Office.CN, wrong).found()).as(wrong).isEmpty();
        }
      }
    }
  }

  @Seeds(200)
  void nothingTypedBreaksAReader(Seed seed) {
    String typed = anything(seed);
    assertThat(Numbers.keysOf(typed)).hasSizeLessThanOrEqualTo(Numbers.KEYS_MAX);
    for (ClassScheme scheme : ClassScheme.values()) {
      Symbols.read(scheme, typed)
          .found()
          .ifPresent(symbol ->
              assertThat(Symbols.read(scheme, symbol.symbol())).isEqualTo(Parsed.ok(symbol)));
    }
    SocialCreditCode.parse(typed)
        .found()
        .ifPresent(
            code -> assertThat(SocialCreditCode.parse(code.code()).orThrow()).isEqualTo(code));
  }

  private static Parsed<RightNumber> again(RightNumber number) {
    return switch (number.type()) {
      case APPLICATION -> Numbers.application(number.office(), number.text());
      case PUBLICATION -> Numbers.publication(number.office(), number.text());
      case REGISTRATION -> Numbers.registration(number.office(), number.text());
      case MADRID -> Numbers.madrid(number.text());
    };
  }

  /// A valid Chinese application number of either form.
  private static RightNumber application(Seed seed) {
    String type = seed.oneOf(List.of("1", "2", "3", "8", "9"));
    String digits =
        seed.chance(0.3)
            ? seed.between(89, 100)
                + type
                + String.format(Locale.ROOT, "%05d", seed.between(0, 100_000))
            : seed.between(2003, 2027)
                + type
                + String.format(Locale.ROOT, "%07d", seed.between(0, 10_000_000));
    return Numbers.application(Office.CN, digits + ChineseApplications.checkDigit(digits))
        .orThrow();
  }

  private static String typed(Seed seed) {
    String prefix =
        seed.oneOf(List.of("", "CN", "US", "EP", "WO", "JP", "D", "RE", "G", "2R", "PCT/CN"));
    StringBuilder number = new StringBuilder(prefix);
    int length = seed.between(4, 15);
    for (int i = 0; i < length; i++) {
      number.append((char) ('0' + seed.between(0, 10)));
      if (seed.chance(0.1)) {
        number.append(seed.oneOf(List.of("/", "-", ".", " ", ",")));
      }
    }
    return number + seed.oneOf(List.of("", "A", "A1", "B", "B2", "C", "S1", "X"));
  }

  private static String anything(Seed seed) {
    StringBuilder text = new StringBuilder();
    int length = seed.between(0, 40);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(
          seed.chance(0.7) ? seed.between(0x20, 0x7f) : seed.between(0, Character.MAX_CODE_POINT));
    }
    return text.toString();
  }
}
