package org.zhiheng.bench.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.zhiheng.jobs.examine.pattern.Filing;
import org.zhiheng.jobs.examine.pattern.Happening;
import org.zhiheng.values.RightId;

/// The filings of an invented applicant, and which of its names a rule made.
///
/// @param kind what it files like
/// @param filings in any order
/// @param made names that were made by a template, a combination or chance letters
record MadePortfolio(Kind kind, List<Filing> filings, Set<String> made) {

  MadePortfolio {
    filings = List.copyOf(filings);
    made = Set.copyOf(made);
  }

  /// How an applicant files. What is plausible is ours: no survey was at hand.
  enum Kind {
    /// One to five names in one to three classes over ten years.
    SMALL_FIRM(true),
    /// A house mark and a line of products, some of them numbered; each filed in several classes.
    PRODUCT_LINE(true),
    /// A house mark in all classes on one day, with its variants one sign apart, and other names.
    DEFENSIVE_GROUP(true),
    /// Twenty to a hundred names, five to fifteen on the day of a launch, in three classes.
    GAME_STUDIO(true),
    /// Invented names of rare letters, several candidates for one product on a day, class 5.
    PHARMACY(true),
    /// Names of others' kind by chance: a trader that renames what it imports; some assigned.
    TRADER(true),
    /// Hundreds of plain names within a week, over many classes.
    BURST(false),
    /// A stem with a counter, or parts combined on a day.
    TEMPLATE(false),
    /// Three of five names are variations of others' known marks.
    SQUATTER(false),
    /// Half of the names are assigned to strangers within two years.
    RESELLER(false),
    /// Letters drawn by chance, in bulk.
    CHANCE_LETTERS(false),
    /// Slowly, over years: many classes, some variations, some sold.
    SLOW(false);

    final boolean ordinary;

    Kind(boolean ordinary) {
      this.ordinary = ordinary;
    }
  }

  private static final String[] SYLLABLES = {
    "ba", "be", "bri", "ca", "co", "da", "de", "do", "fa", "fi", "ga", "gra", "ka", "ke", "la",
    "le", "li", "lo", "ma", "mi", "mo", "na", "ne", "no", "pa", "pe", "pi", "ra", "re", "ri", "ro",
    "sa", "se", "si", "so", "ta", "te", "ti", "to", "va", "ve", "vi", "vo", "za", "zi"
  };

  private static final String HAN =
      "安百北本博成创春达大德东飞丰福富高光广国海汉和恒红宏华辉吉佳嘉江金锦康乐力利立联龙美明南宁鹏平奇启千庆泉荣瑞润森山盛顺泰天通万威伟文祥新信星兴雅亚阳怡益永优宇玉元远源云泽长正志智中卓";

  /// A maker of portfolios: the same seed gives the same ones.
  static final class Maker {

    private final SplittableRandom random;
    private final List<String> known;
    private final List<Filing> filings = new ArrayList<>();
    private final Set<String> made = new HashSet<>();
    private long next = 1;

    /// @param known names of others that squatters vary
    Maker(long seed, List<String> known) {
      this.random = new SplittableRandom(seed);
      this.known = known;
    }

    MadePortfolio of(Kind kind) {
      switch (kind) {
        case SMALL_FIRM -> some(between(1, 6), 3, () -> word());
        case PRODUCT_LINE -> productLine();
        case DEFENSIVE_GROUP -> defensive();
        case GAME_STUDIO -> launches(between(3, 8), between(5, 15), new int[] {9, 28, 41});
        case PHARMACY -> pharmacy();
        case TRADER -> trader();
        case BURST -> burst();
        case TEMPLATE -> template();
        case SQUATTER -> squatter();
        case RESELLER -> reseller();
        case CHANCE_LETTERS -> chanceLetters();
        case SLOW -> slow();
      }
      return new MadePortfolio(kind, filings, made);
    }

    private void some(int names, int classesMax, java.util.function.Supplier<String> name) {
      int business = between(1, 44);
      for (int at = 0; at < names; at++) {
        String text = name.get();
        LocalDate day = day();
        for (int one = 0; one < between(1, classesMax); one++) {
          file(text, day, 1 + (business + one * 7) % 45);
        }
      }
    }

    private void productLine() {
      String house = word();
      some(between(5, 20), 4, () -> word());
      LocalDate day = day();
      for (int at = 0; at < 5; at++) {
        file(house, day, 1 + at * 8);
      }
      if (random.nextInt(2) == 0) {
        // numbered models: by a rule too, and yet no bulk
        for (int model = 1; model <= between(3, 6); model++) {
          String name = house + " " + model;
          made.add(name);
          file(name, day.plusMonths(6L * model), 9);
        }
      }
    }

    private void defensive() {
      String house = word() + syllable();
      LocalDate day = day();
      for (int niceClass = 1; niceClass <= 45; niceClass++) {
        file(house, day, niceClass);
      }
      for (int variant = 0; variant < between(2, 5); variant++) {
        file(varied(house), day.plusDays(between(0, 300)), between(1, 45));
      }
      some(between(10, 40), 4, () -> word());
    }

    private void launches(int launches, int names, int[] classes) {
      for (int launch = 0; launch < launches; launch++) {
        LocalDate day = day();
        for (int at = 0; at < names; at++) {
          String name = word();
          for (int niceClass : classes) {
            file(name, day, niceClass);
          }
        }
      }
    }

    private void pharmacy() {
      for (int product = 0; product < between(5, 15); product++) {
        LocalDate day = day();
        for (int candidate = 0; candidate < between(3, 8); candidate++) {
          file(
              oneOf("xy", "zy", "qu", "vy") + syllable() + oneOf("xa", "zum", "qt", "vix"), day, 5);
        }
      }
    }

    private void trader() {
      some(between(8, 25), 3, () -> random.nextInt(10) == 0 ? varied(oneOf(known)) : word());
      pass(0.1);
    }

    private void burst() {
      LocalDate day = day();
      for (int at = 0; at < between(100, 400); at++) {
        file(word(), day.plusDays(random.nextInt(6)), between(1, 45));
      }
    }

    private void template() {
      LocalDate day = day();
      String stem = word();
      if (random.nextInt(2) == 0) {
        for (int at = 1; at <= between(20, 80); at++) {
          String name = stem + at;
          made.add(name);
          file(name, day.plusDays(random.nextInt(20)), between(1, 45));
        }
      } else {
        List<String> heads = words(between(4, 7));
        List<String> tails = words(between(4, 7));
        for (String head : heads) {
          for (String tail : tails) {
            made.add(head + tail);
            file(head + tail, day, between(1, 45));
          }
        }
      }
      some(between(2, 10), 2, () -> word());
    }

    private void squatter() {
      some(between(20, 60), 3, () -> random.nextInt(5) < 3 ? varied(oneOf(known)) : word());
    }

    private void reseller() {
      some(between(20, 80), 2, () -> word());
      pass(0.5);
    }

    private void chanceLetters() {
      LocalDate day = day();
      for (int at = 0; at < between(40, 150); at++) {
        StringBuilder name = new StringBuilder();
        for (int letter = 0; letter < between(6, 9); letter++) {
          name.append((char) ('a' + random.nextInt(26)));
        }
        made.add(name.toString());
        file(name.toString(), day.plusDays(random.nextInt(60)), between(1, 45));
      }
    }

    private void slow() {
      for (int at = 0; at < between(60, 150); at++) {
        String name = random.nextInt(4) == 0 ? varied(oneOf(known)) : word();
        file(name, day(), between(1, 45));
      }
      pass(0.25);
    }

    private void file(String name, LocalDate day, int niceClass) {
      TreeSet<String> classes = new TreeSet<>();
      classes.add(String.format(Locale.ROOT, "%02d", niceClass));
      filings.add(
          new Filing(
              new RightId(next++),
              name,
              classes,
              new TreeSet<>(),
              Optional.of(day),
              Set.of(),
              Set.of(),
              List.of("self"),
              List.of()));
    }

    /// Assigns this share of the filings to strangers, a few to relatives, within two years.
    private void pass(double share) {
      for (int at = 0; at < filings.size(); at++) {
        if (random.nextDouble() < share) {
          Filing filing = filings.get(at);
          filings.set(
              at,
              new Filing(
                  filing.right(),
                  filing.name(),
                  filing.classes(),
                  filing.groups(),
                  filing.filedOn(),
                  filing.agents(),
                  filing.addresses(),
                  List.of("other"),
                  List.of(
                      new Happening(
                          Happening.Kind.ASSIGNED,
                          filing.filedOn().orElseThrow().plusMonths(between(3, 22)),
                          "buyer " + random.nextInt(1_000),
                          random.nextInt(10) == 0
                              ? Happening.Ties.TIED
                              : Happening.Ties.NONE_RECORDED))));
        }
      }
    }

    String word() {
      if (random.nextInt(2) == 0) {
        StringBuilder han = new StringBuilder();
        for (int at = 0; at < between(2, 4); at++) {
          han.append(HAN.charAt(random.nextInt(HAN.length())));
        }
        return han.toString();
      }
      StringBuilder latin = new StringBuilder();
      for (int at = 0; at < between(3, 4); at++) {
        latin.append(syllable());
      }
      return latin.toString();
    }

    private List<String> words(int count) {
      List<String> words = new ArrayList<>();
      String first = word();
      boolean han = first.charAt(0) > 'z';
      while (words.size() < count) {
        String word = word();
        if (word.charAt(0) > 'z' == han) {
          words.add(word);
        }
      }
      return words;
    }

    /// One sign exchanged, added or left out.
    private String varied(String name) {
      int at = random.nextInt(name.length());
      String sign =
          name.charAt(0) > 'z'
              ? String.valueOf(HAN.charAt(random.nextInt(HAN.length())))
              : String.valueOf((char) ('a' + random.nextInt(26)));
      return switch (random.nextInt(3)) {
        case 0 -> name.substring(0, at) + sign + name.substring(at + 1);
        case 1 -> name.substring(0, at) + sign + name.substring(at);
        default -> name.length() < 4 ? name + sign : name.substring(0, at) + name.substring(at + 1);
      };
    }

    private LocalDate day() {
      return LocalDate.of(2016, 1, 1).plusDays(random.nextInt(3_600));
    }

    private String syllable() {
      return SYLLABLES[random.nextInt(SYLLABLES.length)];
    }

    private int between(int least, int most) {
      return random.nextInt(least, most + 1);
    }

    private String oneOf(String... some) {
      return some[random.nextInt(some.length)];
    }

    private String oneOf(List<String> some) {
      return some.get(random.nextInt(some.size()));
    }
  }
}
