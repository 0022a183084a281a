package org.zhiheng.contracts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Bibliography.Named;
import org.zhiheng.register.event.Bibliography.Role;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.seeds.Seed;

/// Notices drawn from a seed: few words, names, classes and days, so that many are alike.
public final class SampleNotices {

  private static final List<String> WORDS =
      List.of(
          "一种",
          "装置",
          "打印机",
          "水槽",
          "多功能",
          "方法",
          "及",
          "系统",
          "3D",
          "LED灯",
          "改进的",
          "（新型）",
          "device",
          "method",
          "of",
          "a",
          "printing",
          "５Ｇ基站",
          "电池",
          "池电",
          "印打",
          "Ｗi-Fi",
          "𠮷野家",
          "X射线");
  private static final List<String> NAMES =
      List.of(
          "北京春香禾福食品有限公司",
          "浙江帅丰电器有限公司",
          "中兴通讯股份有限公司",
          "3M创新有限公司",
          "Robert Bosch GmbH",
          "ROBERT  BOSCH GMBH",
          "TiVo解决方案有限公司",
          "电池（北京）有限公司",
          "电池(北京)有限公司",
          "清华大学");
  private static final List<String> REGIONS = List.of("北京", "浙江", "广东", "");
  private static final List<String> CLASSES =
      List.of("G06F3/0481", "A63B49/02", "G06F16/00", "H04N7/173", "01-01", "28");
  private static final List<RightKind> KINDS =
      List.of(RightKind.INVENTION_PATENT, RightKind.UTILITY_MODEL, RightKind.DESIGN);
  private static final LocalDate FIRST_DAY = LocalDate.of(2019, 7, 1);
  private static final int DAYS = 20;

  private final Seed seed;
  private int line;

  /// Draws from this seed.
  public SampleNotices(Seed seed) {
    this.seed = seed;
  }

  /// So many notices of different rights.
  public List<Notice> notices(int count) {
    List<Notice> notices = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      notices.add(notice());
    }
    return notices;
  }

  /// The next one: filed and published or granted, of a right of its own.
  public Notice notice() {
    line++;
    RightNumber application = application(line);
    RightNumber publication = publication(line);
    Bibliography bibliography = bibliography();
    LocalDate on = FIRST_DAY.plusDays(seed.between(0, DAYS));
    List<DatedFact> facts = new ArrayList<>();
    facts.add(
        new DatedFact(on.minusDays(400), new Fact.Filed(List.of(application), Bibliography.EMPTY)));
    facts.add(
        new DatedFact(
            on,
            seed.chance(0.5)
                ? new Fact.Published(publication, bibliography)
                : new Fact.Granted(publication, bibliography)));
    return new Notice(
        seed.oneOf(KINDS),
        seed.chance(0.9) ? Office.CN : Office.EP,
        List.of(application, publication),
        facts,
        new Source("sample.csv", "line " + line, "ab".repeat(32)));
  }

  /// A title of one to five words.
  public String title() {
    StringBuilder title = new StringBuilder();
    int words = seed.between(1, 6);
    for (int word = 0; word < words; word++) {
      title.append(seed.chance(0.3) ? " " : "").append(seed.oneOf(WORDS));
    }
    return title.toString().strip();
  }

  /// Something to look for: a piece of a title, a name or a number, one to eight characters.
  public String term() {
    if (seed.chance(0.15)) {
      return (seed.chance(0.5) ? "CN" : "") + "1" + "0".repeat(seed.between(0, 7));
    }
    String text = seed.chance(0.7) ? title() : seed.oneOf(NAMES);
    int[] points = text.codePoints().toArray();
    int from = seed.between(0, points.length);
    int to = Math.min(points.length, from + seed.between(1, 9));
    return new String(points, from, to - from);
  }

  /// The beginning of a class, or none.
  public String classPrefix() {
    String symbol = seed.oneOf(CLASSES);
    return seed.chance(0.7) ? "" : symbol.substring(0, seed.between(1, symbol.length() + 1));
  }

  /// A region, or none.
  public String region() {
    return seed.chance(0.7) ? "" : seed.oneOf(REGIONS);
  }

  /// A kind, or none.
  public Optional<RightKind> kind() {
    return seed.chance(0.7) ? Optional.empty() : Optional.of(seed.oneOf(KINDS));
  }

  /// A day on which notices fall.
  public LocalDate day() {
    return FIRST_DAY.plusDays(seed.between(0, DAYS));
  }

  /// The application number of the n-th right.
  public static RightNumber application(int index) {
    String digits = String.format(java.util.Locale.ROOT, "2018%08d", index);
    return new RightNumber(
        Office.CN, NumberType.APPLICATION, digits + ".5", "CN:A:" + digits + "5");
  }

  /// The publication number of the n-th right.
  public static RightNumber publication(int index) {
    String digits = Integer.toString(100_000_000 + index);
    return new RightNumber(
        Office.CN, NumberType.PUBLICATION, "CN" + digits + "A", "CN:P:" + digits);
  }

  private Bibliography bibliography() {
    List<Named> named = new ArrayList<>();
    int names = seed.between(0, 3);
    for (int name = 0; name < names; name++) {
      named.add(
          new Named(
              name == 0 ? Role.APPLICANT : Role.INVENTOR,
              seed.oneOf(NAMES),
              seed.oneOf(REGIONS),
              "",
              ""));
    }
    List<ClassSymbol> classes = new ArrayList<>();
    int symbols = seed.between(0, 3);
    for (int symbol = 0; symbol < symbols; symbol++) {
      classes.add(new ClassSymbol(ClassScheme.IPC, seed.oneOf(CLASSES)));
    }
    return new Bibliography(
        List.of(new Bibliography.Text("zh", title())),
        List.of(),
        named,
        classes,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
