package org.zhiheng.bench.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.zhiheng.similarity.han.CharacterRanking;
import org.zhiheng.similarity.han.HanLexicon;
import org.zhiheng.similarity.han.Syllable;

/// How well the characters that people and machines confuse are found.
///
/// Question: of the characters listed as confusable with one, how many stand among the first 20?
/// Data: the SIGHAN sets in `zh_confusable_chars` (lists made by codes of structure and by
/// phonology, not counted errors); beside them, as a stand-in for real errors, which are kept
/// apart: the Han rows of the homoglyph list, and the commonest misspellings of Chinese writers.
/// Baselines: the list that ships with houbb's nlp-hanzi-similar (when its jar is on the class
/// path), equal pinyin, and the SIGHAN set itself as a list.
///
/// Run: `java -cp … org.zhiheng.bench.quality.CharacterQuality ../shared/data`.
public final class CharacterQuality {

  private static final int TOP = 20;
  private static final int SAMPLES = 2_000;
  private static final long SEED = 20261125;

  /// Wrong and right character of the hundred words most often written wrongly, as the journal 咬文嚼字
  /// listed them in 2005; pairs that are no single character are left out.
  private static final String MISSPELT =
      "按安 甘拜 抱暴 贬砭 泊舶 膊搏 驰弛 愁筹 川穿 萃粹 迭叠 渡度 防妨 幅辐 幅副 复覆 骇赅 概慨 股鼓 骨股 旷犷 裹果 憾撼 合和 侯候"
          + " 急及 既即 继既 管菅 娇矫 角脚 斤金 径胫 峻竣 巢窠 烩脍 腊蜡 癞赖 兰蓝 立力 励厉 俩两 梁粱 了瞭 笼龙 戳戮 挛孪 仑轮 罗啰"
          + " 蚂马 糜靡 缅湎 名明 默墨 姆拇 沤呕 凭平 奇其 茸葺 亲青 磬罄 卷券 雀鹊 韧轫 搔瘙 欣赏 声生 事世 持恃 额首 朔溯 崇祟 提题"
          + " 头投 骛鹜 徒徙 暇瑕 宵霄 渲宣 喧暄 弦旋 膺赝 己已 尤犹 鱼渔 芋竽 园源 脏赃 醮蘸 蜇蛰 祯帧 鸠鸩 阵镇 证征 灸炙 洲州 第笫"
          + " 姿恣 篡纂 做坐";

  private final HanLexicon lexicon = HanLexicon.load();
  private final CharacterRanking ranking = CharacterRanking.of(lexicon);

  private CharacterQuality() {}

  /// Prints one line for each task and method.
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]).resolve("zh_confusable_chars");
    CharacterQuality quality = new CharacterQuality();
    Map<Integer, Set<Integer>> shape =
        read(folder.resolve("sighan_similar_shape_simplified.txt"), ",", 1);
    Map<Integer, Set<Integer>> sound =
        read(folder.resolve("sighan_similar_pronunciation_simplified.txt"), "\t", 4);
    List<Integer> all = characters(shape, sound);
    quality.sets("SIGHAN shape", shape, characters(shape, Map.of()), CharacterRanking.By.SHAPE);
    quality.sets("SIGHAN sound", sound, characters(sound, Map.of()), CharacterRanking.By.SOUND);
    quality.pairs(
        "homoglyphs (shape)",
        homoglyphs(folder.resolve("codebox_homoglyph_chars.txt")),
        all,
        CharacterRanking.By.SHAPE,
        shape);
    Map<Integer, Set<Integer>> misspelt = misspelt();
    quality.pairs("misspelt (sound)", misspelt, all, CharacterRanking.By.SOUND, sound);
    quality.pairs("misspelt (shape)", misspelt, all, CharacterRanking.By.SHAPE, shape);
  }

  private static Map<Integer, Set<Integer>> read(Path file, String between, int columns)
      throws IOException {
    Map<Integer, Set<Integer>> sets = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.replace("\uFEFF", "").split(between, -1);
      if (cells[0].codePointCount(0, cells[0].length()) != 1) {
        continue;
      }
      int head = cells[0].codePointAt(0);
      Set<Integer> listed = sets.computeIfAbsent(head, at -> new LinkedHashSet<>());
      for (int column = 1; column < Math.min(cells.length, columns + 1); column++) {
        cells[column]
            .codePoints()
            .filter(at -> at != head && Character.isIdeographic(at))
            .forEach(listed::add);
      }
    }
    sets.values().removeIf(Set::isEmpty);
    return sets;
  }

  private static Map<Integer, Set<Integer>> homoglyphs(Path file) throws IOException {
    Map<Integer, Set<Integer>> sets = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      List<Integer> alike =
          line.startsWith("#")
              ? List.of()
              : line.codePoints()
                  .filter(at -> at < 0xF900 && Character.isIdeographic(at))
                  .boxed()
                  .toList();
      for (int one : alike) {
        for (int two : alike) {
          if (one != two) {
            sets.computeIfAbsent(one, at -> new LinkedHashSet<>()).add(two);
          }
        }
      }
    }
    return sets;
  }

  private static Map<Integer, Set<Integer>> misspelt() {
    Map<Integer, Set<Integer>> sets = new LinkedHashMap<>();
    for (String pair : MISSPELT.split(" ", -1)) {
      sets.computeIfAbsent(pair.codePointAt(0), at -> new LinkedHashSet<>())
          .add(pair.codePointAt(1));
    }
    return sets;
  }

  private static List<Integer> characters(
      Map<Integer, Set<Integer>> one, Map<Integer, Set<Integer>> two) {
    Set<Integer> all = new TreeSet<>(one.keySet());
    one.values().forEach(all::addAll);
    all.addAll(two.keySet());
    two.values().forEach(all::addAll);
    return List.copyOf(all);
  }

  private void sets(
      String task,
      Map<Integer, Set<Integer>> sets,
      List<Integer> candidates,
      CharacterRanking.By by)
      throws IOException {
    report(task, "zhiheng", sets, head -> first(head, candidates, by));
    baselines(task, sets, candidates);
  }

  private void pairs(
      String task,
      Map<Integer, Set<Integer>> sets,
      List<Integer> known,
      CharacterRanking.By by,
      Map<Integer, Set<Integer>> sighan)
      throws IOException {
    List<Integer> candidates = characters(sets, Map.of());
    Set<Integer> joined = new TreeSet<>(candidates);
    joined.addAll(known);
    List<Integer> all = List.copyOf(joined);
    report(task, "zhiheng", sets, head -> first(head, all, by));
    report(task, "SIGHAN set as a list", sets, head -> sighan.getOrDefault(head, Set.of()));
    baselines(task, sets, all);
  }

  private void baselines(String task, Map<Integer, Set<Integer>> sets, List<Integer> candidates)
      throws IOException {
    Map<String, List<Integer>> sounds = new HashMap<>();
    for (int candidate : candidates) {
      sounds.computeIfAbsent(pinyin(candidate), at -> new ArrayList<>()).add(candidate);
    }
    report(
        task,
        "equal pinyin",
        sets,
        head ->
            sounds.getOrDefault(pinyin(head), List.of()).stream()
                .filter(at -> at != head)
                .limit(TOP)
                .toList());
    Map<Integer, List<Integer>> houbb = houbb(new HashSet<>(candidates));
    if (!houbb.isEmpty()) {
      report(task, "houbb's list", sets, head -> houbb.getOrDefault(head, List.of()));
    }
  }

  private String pinyin(int codePoint) {
    List<Syllable> readings = lexicon.readings(codePoint);
    return readings.isEmpty() ? "" : readings.getFirst().plain();
  }

  private static Map<Integer, List<Integer>> houbb(Set<Integer> candidates) throws IOException {
    Map<Integer, List<Integer>> lists = new HashMap<>();
    try (InputStream in =
        CharacterQuality.class.getClassLoader().getResourceAsStream("hanzi_similar_list.txt")) {
      if (in == null) {
        System.out.println("houbb's list: not run, nlp-hanzi-similar is not on the class path");
        return lists;
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int head = line.codePointAt(0);
        lists.put(
            head,
            line.codePoints()
                .skip(2)
                .filter(at -> at != head && candidates.contains(at))
                .limit(TOP)
                .boxed()
                .toList());
      }
    }
    return lists;
  }

  private List<Integer> first(int head, List<Integer> candidates, CharacterRanking.By by) {
    return ranking.nearest(head, candidates, by, TOP).stream()
        .map(ranked -> candidates.get(ranked.row()))
        .toList();
  }

  /// Gives a character's first candidates.
  private interface Finder {
    /// The first candidates of a character.
    Iterable<Integer> first(int head);
  }

  private static void report(
      String task, String method, Map<Integer, Set<Integer>> sets, Finder finder) {
    double[] shares = new double[sets.size()];
    int at = 0;
    for (Map.Entry<Integer, Set<Integer>> entry : sets.entrySet()) {
      int hits = 0;
      for (int found : finder.first(entry.getKey())) {
        hits += entry.getValue().contains(found) ? 1 : 0;
      }
      shares[at++] = (double) hits / entry.getValue().size();
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double[] means = new double[SAMPLES];
    for (int sample = 0; sample < SAMPLES; sample++) {
      for (int draw = 0; draw < shares.length; draw++) {
        means[sample] += shares[random.nextInt(shares.length)] / shares.length;
      }
    }
    Arrays.sort(means);
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-22s %-22s heads=%-5d recall@%d %.3f [%.3f, %.3f]",
            task,
            method,
            shares.length,
            TOP,
            Arrays.stream(shares).average().orElse(0),
            means[(int) (SAMPLES * 0.025)],
            means[(int) (SAMPLES * 0.975) - 1]));
  }
}
