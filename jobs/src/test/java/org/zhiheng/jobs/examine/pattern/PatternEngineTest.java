package org.zhiheng.jobs.examine.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiheng.jobs.examine.pattern.Filings.filing;
import static org.zhiheng.jobs.examine.pattern.Filings.known;
import static org.zhiheng.jobs.examine.pattern.Filings.portfolio;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.RightId;

/// Each figure by an example whose working can be seen.
final class PatternEngineTest {

  private static final List<String> TOYS = List.of("28");

  private final PatternEngine engine = new PatternEngine(Words.load());

  private Pattern pattern(List<Filing> filings, KnownMark... known) throws IOException {
    return pattern(portfolio(filings), known);
  }

  private Pattern pattern(Portfolio portfolio, KnownMark... known) throws IOException {
    return engine.pattern(
        portfolio, new ListedMarks(List.of(known)), Pattern.Purpose.OTHERS, Pattern.Settings.USUAL);
  }

  private static Amount amount(Pattern pattern, Factor.Kind kind, String code) {
    return pattern.factor(kind).figure(code).amount();
  }

  @Test
  void countsTheFullestDayWeekAndMonth() throws IOException {
    List<Filing> filings = new ArrayList<>();
    for (int id = 1; id <= 5; id++) {
      filings.add(filing(id, "甲" + id, "2025-03-01", TOYS));
    }
    filings.add(filing(6, "乙", "2025-03-07", TOYS));
    filings.add(filing(7, "丙", "2025-03-08", TOYS));
    filings.add(filing(8, "丁", "2025-03-30", TOYS));
    filings.add(filing(9, "戊", "2025-03-31", TOYS));
    filings.add(filing(10, "己", "", TOYS));

    Pattern pattern = pattern(filings);

    assertThat(amount(pattern, Factor.Kind.BURST, "filings")).isEqualTo(new Amount.Count(10));
    assertThat(amount(pattern, Factor.Kind.BURST, "filings-in-1-days-max"))
        .isEqualTo(new Amount.Count(5));
    // 1 to 7 March: five and one; the 8th is the eighth day
    assertThat(amount(pattern, Factor.Kind.BURST, "filings-in-7-days-max"))
        .isEqualTo(new Amount.Count(5 + 1));
    // 1 to 30 March
    assertThat(amount(pattern, Factor.Kind.BURST, "filings-in-30-days-max"))
        .isEqualTo(new Amount.Count(5 + 3));
    assertThat(pattern.factor(Factor.Kind.BURST).figure("filings-in-7-days-max").inputs())
        .extracting(RightId::number)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(pattern.factor(Factor.Kind.BURST).evidence().getFirst())
        .isInstanceOfSatisfying(
            Evidence.Window.class,
            window -> assertThat(window.from()).isEqualTo(LocalDate.of(2025, 3, 1)));
  }

  @Test
  void countsAHouseMarkInAllClassesAsOneNameOfABurst() throws IOException {
    List<Filing> filings = new ArrayList<>();
    for (int id = 1; id <= 45; id++) {
      filings.add(
          filing(
              id, "甲屋", "2025-03-01", List.of(String.format(java.util.Locale.ROOT, "%02d", id))));
    }
    filings.add(filing(46, "乙屋", "2025-03-02", TOYS));
    // later, and more names: 1 to 7 May
    filings.add(filing(47, "丙屋", "2025-05-01", TOYS));
    filings.add(filing(48, "丁屋", "2025-05-02", List.of("05")));
    filings.add(filing(49, "丁屋", "2025-05-03", List.of("06")));
    filings.add(filing(50, "戊屋", "2025-05-07", TOYS));

    Pattern pattern = pattern(filings);

    assertThat(amount(pattern, Factor.Kind.BURST, "filings-in-7-days-max"))
        .isEqualTo(new Amount.Count(45 + 1));
    assertThat(amount(pattern, Factor.Kind.BURST, "names-in-1-days-max"))
        .isEqualTo(new Amount.Count(1));
    assertThat(amount(pattern, Factor.Kind.BURST, "names-in-7-days-max"))
        .isEqualTo(new Amount.Count(3));
    assertThat(pattern.factor(Factor.Kind.BURST).figure("names-in-7-days-max").inputs())
        .extracting(RightId::number)
        .containsExactly(47L, 48L, 49L, 50L);
    // toys, 05 and 06: what is filed beside 甲屋
    assertThat(amount(pattern, Factor.Kind.CLASS_SPREAD, "classes-beside-widest-name"))
        .isEqualTo(new Amount.Count(2 + TOYS.size()));
  }

  @Test
  void setsClassesAgainstTheBusinessNamed() throws IOException {
    List<Filing> filings =
        List.of(
            filing(1, "甲", "2025-01-01", List.of("28", "25")),
            filing(2, "乙", "2025-01-02", List.of("05")),
            filing(3, "丙", "2025-01-03", List.of("05", "33")));

    Pattern given = pattern(portfolio(filings, Set.of("25", "28"), References.NONE));

    assertThat(amount(given, Factor.Kind.CLASS_SPREAD, "classes")).isEqualTo(new Amount.Count(4));
    assertThat(amount(given, Factor.Kind.CLASS_SPREAD, "classes-beyond-business"))
        .isEqualTo(new Amount.Share(2, 4));
    assertThat(amount(given, Factor.Kind.CLASS_SPREAD, "filings-beyond-business"))
        .isEqualTo(new Amount.Share(2, 3));
    assertThat(pattern(filings).factor(Factor.Kind.CLASS_SPREAD).figures())
        .extracting(Figure::code)
        .containsExactly("classes", "classes-beside-widest-name");
  }

  @Test
  void pairsAFilingWithTheMarkThatWasThereBefore() throws IOException {
    List<Filing> filings =
        List.of(
            filing(1, "LABUBU", "2024-05-01", TOYS),
            filing(2, "青山书屋", "2024-05-01", TOYS),
            filing(3, "SKULLPANDA", "2018-01-01", TOYS));

    Pattern pattern =
        pattern(
            filings,
            known("labubu", "样例玩具公司", "2019-02-03"),
            known("Skullpanda", "样例玩具公司", "2019-02-03"));

    assertThat(amount(pattern, Factor.Kind.RESEMBLANCE, "filings-resembling-known"))
        .isEqualTo(new Amount.Share(1, 3));
    assertThat(amount(pattern, Factor.Kind.RESEMBLANCE, "holders-resembled"))
        .isEqualTo(new Amount.Count(1));
    assertThat(pattern.factor(Factor.Kind.RESEMBLANCE).evidence())
        .singleElement()
        .isInstanceOfSatisfying(
            Evidence.Pair.class,
            pair -> {
              assertThat(pair.right()).isEqualTo(new RightId(1));
              assertThat(pair.known().name()).isEqualTo("labubu");
            });
  }

  @Test
  void countsWhatWasSoonPassedOnToAStranger() throws IOException {
    List<Filing> filings =
        List.of(
            filing(
                1, "甲", "2022-01-10", TOYS, assigned("2022-12-09", Happening.Ties.NONE_RECORDED)),
            filing(
                2, "乙", "2022-01-10", TOYS, assigned("2024-01-10", Happening.Ties.NONE_RECORDED)),
            filing(3, "丙", "2022-01-10", TOYS, assigned("2022-02-10", Happening.Ties.TIED)),
            filing(4, "丁", "2022-01-10", TOYS));

    Pattern pattern = pattern(filings);

    assertThat(amount(pattern, Factor.Kind.RESALE, "assigned")).isEqualTo(new Amount.Share(3, 4));
    // the second on the day 24 months are over, the third to somebody tied
    assertThat(amount(pattern, Factor.Kind.RESALE, "assigned-early-untied"))
        .isEqualTo(new Amount.Share(1, 4));
    assertThat(pattern.factor(Factor.Kind.RESALE).evidence())
        .singleElement()
        .isInstanceOfSatisfying(
            // 10 January to 9 December: ten months and 29 days
            Evidence.Transfer.class, transfer -> assertThat(transfer.months()).isEqualTo(10));
  }

  private static Happening assigned(String day, Happening.Ties ties) {
    return new Happening(Happening.Kind.ASSIGNED, LocalDate.parse(day), "乙示例公司", ties);
  }

  private static Happening decided(Happening.Kind kind, String text) {
    return new Happening(kind, LocalDate.of(2024, 2, 1), text, Happening.Ties.NOT_ASKED);
  }

  @Test
  void readsTheGroundOfADecisionFromItsWords() throws IOException {
    List<Filing> filings =
        List.of(
            filing(1, "甲", "2022-01-10", TOYS, decided(Happening.Kind.REFUSED, "不以使用为目的的恶意申请")),
            filing(2, "乙", "2022-01-10", TOYS, decided(Happening.Kind.REFUSED, "与在先商标近似")),
            filing(3, "丙", "2018-01-10", TOYS, decided(Happening.Kind.CANCELLED, "连续三年不使用")),
            filing(4, "丁", "2018-01-10", TOYS, decided(Happening.Kind.INVALIDATED, "")));

    Pattern pattern = pattern(filings);

    assertThat(amount(pattern, Factor.Kind.DECISIONS, "refused")).isEqualTo(new Amount.Share(2, 4));
    assertThat(amount(pattern, Factor.Kind.DECISIONS, "decided-bad-faith"))
        .isEqualTo(new Amount.Share(1, 4));
    assertThat(amount(pattern, Factor.Kind.DECISIONS, "ground-not-recorded"))
        .isEqualTo(new Amount.Count(1));
    assertThat(amount(pattern, Factor.Kind.NON_USE, "cancelled-for-non-use"))
        .isEqualTo(new Amount.Share(1, 4));
  }

  @Test
  void namesTheLawOfTheFilingDate() throws IOException {
    Factor burst =
        pattern(
                List.of(
                    filing(1, "甲", "2019-10-31", TOYS),
                    filing(2, "乙", "2019-11-01", TOYS),
                    filing(3, "丙", "2026-12-31", TOYS),
                    filing(4, "丁", "2027-01-01", TOYS),
                    filing(5, "戊", "", TOYS)))
            .factor(Factor.Kind.BURST);

    assertThat(burst.law())
        .extracting(basis -> basis.firm() + " " + basis.articles() + " " + basis.rights())
        .containsExactly(
            "NOT_READ [] [R1]",
            "READ [4, 7, 44] [R2, R3]",
            "PROVISIONAL [19] [R4]",
            "NOT_READ [] [R5]");
    assertThat(burst.law().getLast().undated()).isTrue();
  }

  @Test
  void findsNamesMadeByARule() throws IOException {
    List<Filing> filings = new ArrayList<>();
    long id = 1;
    for (String name : List.of("知星1号", "知星2号", "知星3号", "独此一家5")) {
      filings.add(filing(id++, name, "2024-01-0" + id, TOYS));
    }
    for (String head : List.of("金龙", "银凤", "玉虎")) {
      for (String tail : List.of("茶楼", "酒坊", "米铺")) {
        filings.add(filing(id++, head + tail, "2024-06-01", TOYS));
      }
    }
    for (String name : List.of("harbora", "harbore", "harboras")) {
      filings.add(filing(id++, name, "2023-01-01", TOYS));
    }

    Pattern pattern = pattern(filings);

    // 4 + 9 + 3 different names
    assertThat(amount(pattern, Factor.Kind.SERIES, "names-by-counter"))
        .isEqualTo(new Amount.Share(3, 16));
    assertThat(amount(pattern, Factor.Kind.SERIES, "names-by-combination"))
        .isEqualTo(new Amount.Share(9, 16));
    // 知星1号, 2号, 3号 are one apart as well
    assertThat(amount(pattern, Factor.Kind.SERIES, "names-one-apart"))
        .isEqualTo(new Amount.Share(6, 16));
  }

  @Test
  void tellsLettersThatRarelyFollowEachOther() throws IOException {
    Seed seed = Seed.of(1);
    List<String> others = new ArrayList<>();
    for (int at = 0; at < 2_000; at++) {
      others.add(Filings.name(seed));
    }
    References references = new References(Map.of(), 50, new Said("样例", "sample"), others);
    List<Filing> filings =
        List.of(
            filing(1, "xqzvwkj", "2024-01-01", TOYS),
            filing(2, "wvqxzh", "2024-01-01", TOYS),
            filing(3, "moludora", "2024-01-01", TOYS));

    assertThat(
            amount(
                pattern(portfolio(filings, Set.of(), references)),
                Factor.Kind.SERIES,
                "names-of-rare-letters"))
        .isEqualTo(new Amount.Share(2, 3));
    assertThat(pattern(filings).factor(Factor.Kind.SERIES).figures()).hasSize(3);
  }

  @Test
  void givesOneselfTheSameFiguresAndOtherWords() throws IOException {
    List<Filing> filings = List.of(filing(1, "LABUBU", "2024-05-01", TOYS));
    KnownMarks none = new ListedMarks(List.of());

    Pattern others =
        engine.pattern(portfolio(filings), none, Pattern.Purpose.OTHERS, Pattern.Settings.USUAL);
    Pattern own =
        engine.pattern(portfolio(filings), none, Pattern.Purpose.OWN, Pattern.Settings.USUAL);

    for (Factor.Kind kind : Factor.Kind.values()) {
      assertThat(own.factor(kind).figures()).isEqualTo(others.factor(kind).figures());
      assertThat(own.factor(kind).against())
          .hasSizeGreaterThan(others.factor(kind).against().size());
      assertThat(others.factor(kind).against()).isNotEmpty();
    }
  }
}
