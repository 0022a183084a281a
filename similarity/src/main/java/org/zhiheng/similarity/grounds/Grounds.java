package org.zhiheng.similarity.grounds;

import com.ibm.icu.util.ULocale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhiheng.similarity.goods.GoodsTable;
import org.zhiheng.similarity.goods.ItemRow;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;

/// The screen of absolute grounds. Not changed once loaded; safe for many threads. A screening
/// costs about a millisecond.
///
/// Source: 商标法 (2019), articles 10 and 11, recalled and not opened; of the law of 2027 no article
/// was confirmed, so that findings for a date from then on are provisional.
public final class Grounds {

  /// A longer name is cut before it is looked through.
  public static final int NAME_LENGTH_MAX = 400;

  /// More Han characters than this, or words, read as a sentence. Ours.
  static final int HAN_MAX = 10;

  static final int WORDS_MAX = 5;

  private static final List<String> FILES =
      List.of(
          "company-forms",
          "deceptive",
          "descriptive",
          "discriminatory",
          "harmful",
          "official-signs",
          "organisations",
          "places-cn-city",
          "places-cn-county",
          "places-cn-latin",
          "places-cn-province",
          "places-foreign",
          "red-cross",
          "slogans",
          "state-china",
          "state-foreign");

  /// States of which China is no foreign one.
  private static final Set<String> CHINA = Set.of("CN", "HK", "MO", "TW");

  private final List<LawOnDate> laws;
  private final Map<Integer, List<Entry>> entries;
  private final Set<String> descriptive;

  private Grounds(List<LawOnDate> laws, List<Entry> all, Set<String> descriptive) {
    this.laws = laws;
    this.entries = all.stream().collect(Collectors.groupingBy(Entry::first));
    this.descriptive = descriptive;
  }

  /// An entry, folded as names are.
  private record Entry(WordList list, String shown, ScreenedName name, WordList.Shortened how) {
    int first() {
      return name.isEmpty() ? 0 : name.joined().codePointAt(0);
    }
  }

  /// Loads the lists.
  public static Grounds load() {
    List<Entry> entries = new ArrayList<>();
    Set<String> descriptive = new HashSet<>();
    for (String file : FILES) {
      WordList list = WordList.read(file, lines(file + ".txt"));
      for (String shown : list.entries()) {
        ScreenedName name = ScreenedName.of(shown);
        switch (list.match()) {
          case ONLY -> descriptive.add(name.joined());
          case CONTAINS -> {
            entries.add(new Entry(list, shown, name, WordList.Shortened.CONTAINS));
            String brief = Places.brief(shown);
            boolean shortened = list.shortened() != WordList.Shortened.NONE && !brief.equals(shown);
            if (shortened) {
              entries.add(new Entry(list, shown, ScreenedName.of(brief), list.shortened()));
            }
          }
        }
      }
      if (file.equals("state-foreign")) {
        entries.addAll(states(list));
      }
    }
    return new Grounds(
        LawOnDate.read(lines("laws.txt")), List.copyOf(entries), Set.copyOf(descriptive));
  }

  private static List<Entry> states(WordList list) {
    List<Entry> states = new ArrayList<>();
    for (String code : ULocale.getISOCountries()) {
      for (ULocale locale : List.of(ULocale.SIMPLIFIED_CHINESE, ULocale.ENGLISH)) {
        String shown = ULocale.getDisplayCountry("und_" + code, locale);
        if (!CHINA.contains(code) && !shown.equals(code) && !shown.isEmpty()) {
          states.add(new Entry(list, shown, ScreenedName.of(shown), WordList.Shortened.CONTAINS));
        }
      }
    }
    return states;
  }

  private static List<String> lines(String name) {
    try (InputStream in = Grounds.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the list is missing from the jar: " + name);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException problem) {
      throw new UncheckedIOException("the list cannot be read: " + name, problem);
    }
  }

  /// Looks through a name.
  ///
  /// @param name as it is to be filed; a name without a letter or digit is found too simple
  /// @param classes Nice classes as two digits; all when empty. Used for generic names only.
  /// @param lawDate the day whose law applies, which is mostly that of filing
  /// @param table whose item names are generic; without one generic names are not looked for
  /// @return by the order of articles; longest matches first; empty says nothing for the mark
  public List<GroundFinding> screen(
      String name, Set<String> classes, LocalDate lawDate, Optional<GoodsTable> table) {
    ScreenedName screened =
        ScreenedName.of(name.substring(0, Math.min(name.length(), NAME_LENGTH_MAX)));
    LawOnDate law = law(lawDate);
    List<GroundFinding> found = new ArrayList<>();
    for (Entry entry : candidates(screened)) {
      boolean hit =
          switch (entry.how()) {
            case WHOLE -> screened.joined().equals(entry.name().joined());
            case CONTAINS, NONE -> screened.holds(entry.name());
          };
      if (hit && !entry.name().isEmpty()) {
        found.add(listed(entry, law));
      }
    }
    List<GroundFinding> findings = withoutHeld(found);
    findings.addAll(plain(screened, law));
    findings.addAll(goods(screened, classes, law, table));
    findings.sort(
        Comparator.comparing((GroundFinding finding) -> finding.citation().article())
            .thenComparing(GroundFinding::kind)
            .thenComparing(
                Comparator.comparingInt((GroundFinding finding) -> finding.matched().length())
                    .reversed())
            .thenComparing(GroundFinding::entry));
    return List.copyOf(findings);
  }

  /// The law's name on a date, for the head of a report.
  public Citation lawOn(LocalDate date) {
    LawOnDate law = law(date);
    return new Citation(law.instrument(), "", "", Optional.empty(), law.confidence());
  }

  private LawOnDate law(LocalDate date) {
    return laws.stream()
        .filter(known -> known.on(date))
        .findFirst()
        .orElse(
            new LawOnDate(
                LocalDate.MIN,
                LocalDate.MAX,
                "商标法（2014年5月1日前施行的文本，未核）",
                GroundFinding.Standing.PROVISIONAL,
                Confidence.UNKNOWN));
  }

  /// Of one kind a match that lies within a longer one says nothing more.
  private static List<GroundFinding> withoutHeld(List<GroundFinding> found) {
    List<GroundFinding> kept = new ArrayList<>();
    for (GroundFinding finding : found) {
      boolean held = false;
      for (GroundFinding other : found) {
        boolean longer =
            other.kind() == finding.kind()
                && other.matched().length() > finding.matched().length()
                && other.matched().contains(finding.matched());
        held = held || longer;
      }
      boolean twice =
          kept.stream()
              .anyMatch(other ->
                  other.kind() == finding.kind() && other.matched().equals(finding.matched()));
      if (!held && !twice) {
        kept.add(finding);
      }
    }
    return kept;
  }

  private List<GroundFinding> plain(ScreenedName name, LawOnDate law) {
    List<GroundFinding> found = new ArrayList<>();
    String joined = name.joined();
    String article = "art. 11(1)(3)";
    if (joined.isEmpty()) {
      found.add(
          ruled(
              GroundKind.TOO_SIMPLE,
              "",
              "仅有标点或者符号，缺乏显著特征",
              "signs alone do not distinguish",
              article,
              law));
    } else if (joined.matches("[a-z]{1,2}")) {
      found.add(
          ruled(
              GroundKind.TOO_SIMPLE,
              joined,
              "仅有一个或者两个普通字体的字母，缺乏显著特征；有设计的除外",
              "one or two letters in an ordinary font do not distinguish; a design may",
              article,
              law));
    } else if (joined.matches("[0-9]+")) {
      found.add(
          ruled(
              GroundKind.TOO_SIMPLE,
              joined,
              "仅有普通形式的阿拉伯数字，缺乏显著特征",
              "digits in an ordinary form do not distinguish",
              article,
              law));
    }
    long han = joined.codePoints().filter(Character::isIdeographic).count();
    long words = name.spaced().strip().split(" ", -1).length;
    if (han > HAN_MAX || words > WORDS_MAX) {
      found.add(
          ruled(
              GroundKind.TOO_LONG,
              joined,
              "文字过长，可能被视为句子或者短语，缺乏显著特征",
              "it is so long that it may read as a sentence and not distinguish",
              article,
              law));
    }
    return found;
  }

  private List<GroundFinding> goods(
      ScreenedName name, Set<String> classes, LawOnDate law, Optional<GoodsTable> table) {
    List<GroundFinding> found = new ArrayList<>();
    String joined = name.joined();
    if (joined.isEmpty()) {
      return found;
    }
    for (ItemRow item : table.map(known -> known.named(joined)).orElse(List.of())) {
      if (found.isEmpty() && (classes.isEmpty() || classes.contains(item.niceClass()))) {
        found.add(
            ruled(
                GroundKind.GENERIC,
                joined,
                "仅有商品的通用名称：区分表" + item.group() + "群“" + item.name() + "”",
                "it is the goods' own name in the table: group "
                    + item.group()
                    + ", "
                    + item.name(),
                "art. 11(1)(1)",
                law));
      }
    }
    Optional<List<String>> parts =
        found.isEmpty() ? Parts.only(name, descriptive, table, classes) : Optional.empty();
    parts.ifPresent(all ->
        found.add(
            ruled(
                GroundKind.DESCRIPTIVE,
                joined,
                "全部由直接表示商品特点或者通用名称的文字构成（" + String.join("、", all) + "）",
                "all of it states a property of the goods or names them ("
                    + String.join(", ", all)
                    + ")",
                "art. 11(1)(2)",
                law)));
    return found;
  }

  /// The entries whose first sign the name has.
  private List<Entry> candidates(ScreenedName name) {
    List<Entry> found = new ArrayList<>();
    name.joined()
        .codePoints()
        .distinct()
        .forEach(point -> found.addAll(entries.getOrDefault(point, List.of())));
    return found;
  }

  private static GroundFinding listed(Entry entry, LawOnDate law) {
    WordList list = entry.list();
    String matched =
        ScreenedName.latin(entry.name().joined())
            ? entry.name().spaced().strip()
            : entry.name().joined();
    return finding(
        list.ground(),
        matched,
        entry.shown(),
        "“" + entry.shown() + "”：" + list.zh(),
        entry.shown() + ": " + list.en(),
        list.article(),
        law,
        list.name()
            + " ("
            + list.source()
            + ", "
            + list.confidence().name().toLowerCase(Locale.ROOT)
            + ")");
  }

  private static GroundFinding ruled(
      GroundKind kind, String matched, String zh, String en, String article, LawOnDate law) {
    return finding(kind, matched, matched, zh, en, article, law, "");
  }

  private static GroundFinding finding(
      GroundKind kind,
      String matched,
      String entry,
      String zh,
      String en,
      String article,
      LawOnDate law,
      String list) {
    boolean provisional = law.standing() == GroundFinding.Standing.PROVISIONAL;
    Citation citation =
        new Citation(
            law.instrument(),
            provisional ? article + " (2019)" : article,
            "",
            Optional.empty(),
            law.confidence());
    return new GroundFinding(
        kind,
        matched,
        entry,
        provisional ? zh + "（条文号为2019年法，适用法的条文号未核）" : zh,
        provisional
            ? en + " (the article is that of 2019; that of the law on the date was not confirmed)"
            : en,
        citation,
        law.standing(),
        list);
  }
}
