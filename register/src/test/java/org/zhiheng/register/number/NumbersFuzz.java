package org.zhiheng.register.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.values.Parsed;

/// Numbers, symbols of classes and codes as nobody means them. Exceptions that may come out: none.
final class NumbersFuzz {

  private static final List<String> NUMBERS =
      List.of(
          "201830514079.9",
          "ZL201830514079.9",
          "CN99100001.7",
          "15/919,370",
          "99203729.1",
          "PCT/CN2019/012345",
          "CN110007813A",
          "US8926509B2",
          "EP1000000A1",
          "WO2019123456A1",
          "12345678",
          "2019SR0123456",
          "国作登字-2019-F-00123456",
          "BS.195012345",
          "G1234567",
          "2R145123");

  private static final List<String> SYMBOLS =
      List.of("A61K36/8994(2006.01)I", "01-01 (11)", "09", "0901", "600/301", "H04L 25/02");

  private static void refused(Parsed<?> parsed) {
    parsed
        .refusal()
        .ifPresent(problem -> {
          assertThat(problem.code()).isNotBlank();
          assertThat(problem.line().length()).isLessThan(3_000);
        });
  }

  @Seeds(500)
  void numbersAreReadOrRefused(Seed seed) {
    Office office =
        seed.oneOf(List.of(Office.CN, Office.EP, Office.US, Office.WO, new Office("JP")));
    String text = Spoilt.text(seed, seed.oneOf(NUMBERS));
    for (Parsed<RightNumber> parsed :
        List.of(
            Numbers.application(office, text),
            Numbers.publication(office, text),
            Numbers.registration(office, text),
            Numbers.madrid(text))) {
      refused(parsed);
      parsed.found().ifPresent(number -> assertThat(number.key()).isNotBlank());
    }
  }

  @Seeds(300)
  void symbolsAndCodesAreReadOrRefused(Seed seed) {
    String text = Spoilt.text(seed, seed.oneOf(SYMBOLS));
    for (ClassScheme scheme : ClassScheme.values()) {
      refused(Symbols.read(scheme, text));
    }
    refused(SocialCreditCode.parse(Spoilt.text(seed, "91350100M000100Y43")));
    refused(RightKind.parse(Spoilt.text(seed, "design")));
    refused(FactKind.parse(Spoilt.text(seed, "pledged")));
    refused(Act.parse(Spoilt.text(seed, "answer")));
    refused(Office.parse(Spoilt.text(seed, "CN")));
  }
}
