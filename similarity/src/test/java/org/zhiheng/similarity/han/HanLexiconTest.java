package org.zhiheng.similarity.han;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HanLexiconTest {

  private static final HanLexicon LEXICON = HanLexicon.load();

  private static String plain(String han) {
    return LEXICON.reading(han).stream().map(Syllable::plain).collect(Collectors.joining(" "));
  }

  private static double sound(String left, String right) {
    return LEXICON.sound(left.codePointAt(0), right.codePointAt(0));
  }

  private static double shape(String left, String right) {
    return LEXICON.shape(left.codePointAt(0), right.codePointAt(0));
  }

  /// As 现代汉语词典 reads these words; names of places as on their signs.
  @ParameterizedTest
  @CsvSource({
    "重庆,chong qing",
    "重慶,chong qing",
    "银行,yin hang",
    "泡泡玛特,pao pao ma te",
    "行李,xing li",
    "长城,chang cheng",
    "音乐,yin yue",
    "乐器,yue qi",
    "厦门,xia men",
    "六安,lu an",
    "北京故宫,bei jing gu gong",
    "成长,cheng zhang",
    "女儿绿,nv er lv",
    "云南白药,yun nan bai yao",
    "行长,hang zhang",
    "长虹,chang hong",
    "长江,chang jiang",
    "校长,xiao zhang",
    "生长,sheng zhang",
    "重复,chong fu",
    "重量,zhong liang",
    "快乐,kuai le",
    "乐队,yue dui",
    "排行,pai hang",
    "旅行,lv xing",
    "会计,kuai ji",
    "开会,kai hui",
    "都市,du shi",
    "首都,shou du",
    "便宜,pian yi",
    "方便,fang bian",
    "睡觉,shui jiao",
    "感觉,gan jue",
    "调查,diao cha",
    "空调,kong tiao",
    "单于,chan yu",
    "朝阳,chao yang",
    "朝霞,zhao xia",
    "参加,can jia",
    "人参,ren shen",
    "还原,huan yuan",
    "数学,shu xue",
    "降落,jiang luo",
    "投降,tou xiang",
    "传说,chuan shuo",
    "传记,zhuan ji",
    "模样,mu yang",
    "薄荷,bo he",
    "蛋壳,dan ke",
    "地壳,di qiao",
    "银行卡,yin hang ka",
    "宝藏,bao zang",
    "收藏,shou cang",
    "西藏,xi zang",
    "弹簧,tan huang",
    "子弹,zi dan",
    "兴旺,xing wang",
    "高兴,gao xing",
    "应用,ying yong",
    "率先,shuai xian",
    "效率,xiao lv",
    "似的,shi de",
    "巷道,hang dao",
    "尉迟,yu chi",
    "万俟,mo qi",
    "番禺,pan yu",
    "蚌埠,beng bu",
    "台州,tai zhou",
    "丽水,li shui",
    "大夫,dai fu",
    "给予,ji yu",
    "供给,gong ji",
    "血液,xue ye",
    "角色,jue se",
    "曾经,ceng jing",
    "创伤,chuang shang",
    "处理,chu li",
    "好处,hao chu",
    "差别,cha bie",
    "出差,chu chai",
    "参差,cen ci",
    "称心,chen xin",
    "龟裂,jun lie",
    "供应,gong ying",
    "冠军,guan jun",
    "皇冠,huang guan",
    "号召,hao zhao",
    "和平,he ping",
    "暖和,nuan huo",
    "划船,hua chuan",
    "计划,ji hua",
    "假期,jia qi",
    "间谍,jian die",
    "中间,zhong jian",
    "教室,jiao shi",
    "禁止,jin zhi",
    "劲敌,jing di",
    "干劲,gan jin",
    "累计,lei ji",
    "露面,lou mian",
    "绿林,lu lin",
    "落枕,lao zhen",
    "埋怨,man yuan",
    "宁静,ning jing",
    "胖子,pang zi",
    "曝光,bao guang",
    "强大,qiang da",
    "勉强,mian qiang",
    "倔强,jue jiang",
    "省略,sheng lve",
    "反省,fan xing",
    "盛开,sheng kai",
    "盛饭,cheng fan",
    "石头,shi tou",
    "宿舍,su she",
    "星宿,xing xiu",
    "吐露,tu lu",
    "唯一,wei yi",
    "相信,xiang xin",
    "着急,zhao ji",
    "着手,zhuo shou",
    "中奖,zhong jiang",
    "种植,zhong zhi",
    "转动,zhuan dong",
    "长隆,chang long",
  })
  void readsPolyphonesInContext(String han, String reading) {
    assertThat(plain(han)).isEqualTo(reading);
  }

  @Test
  void hearsHongNearHuang() {
    // h beside h, ong beside uang 0.6, the same tone
    assertThat(sound("红", "黄")).isBetween(0.59, 0.61);
    assertThat(sound("红", "黄")).isGreaterThan(sound("红", "台"));
  }

  /// 长 is read cháng in 长城, and both ways where no word says which.
  @Test
  void aWordLeavesOneReading() {
    assertThat(LEXICON.alternatives("长城")).extracting(List::size).containsExactly(1, 1);
    assertThat(LEXICON.alternatives("长").getFirst())
        .extracting(Syllable::plain)
        .containsExactly("zhang", "chang");
  }

  @Test
  void givesFirstLetters() {
    assertThat(LEXICON.initials("北京故宫")).isEqualTo("bjgg");
    assertThat(LEXICON.initials("重庆银行")).isEqualTo("cqyh");
  }

  @Test
  void simplifiesCharForChar() {
    assertThat(LEXICON.simplified("龍門銀行 ABC")).isEqualTo("龙门银行 ABC");
  }

  @Test
  void hearsFuzzyPinyin() {
    assertThat(sound("南", "兰")).isGreaterThan(sound("南", "潘"));
    assertThat(sound("知", "资")).isGreaterThan(sound("知", "批"));
    assertThat(sound("金", "京")).isGreaterThan(sound("金", "家"));
    assertThat(sound("福", "湖")).isGreaterThan(sound("福", "土"));
  }

  @Test
  void seesLikeness() {
    assertThat(shape("未", "末")).isGreaterThan(shape("未", "鼎"));
    assertThat(shape("土", "士")).isGreaterThan(shape("土", "我"));
  }

  @Test
  void knowsNothingOfWhatIsNoHanCharacter() {
    assertThat(LEXICON.shape(0x1F600, 0x1F600)).isZero();
    assertThat(LEXICON.sound(0xE000, 0xE000)).isZero();
    assertThat(LEXICON.isHan('A')).isFalse();
    assertThat(LEXICON.describe(0xE000)).isEmpty();
  }

  @Test
  void describesAForm() {
    HanShape tree = LEXICON.describe("树".codePointAt(0)).orElseThrow();
    assertThat(tree.structure()).isEqualTo("⿰");
    assertThat(tree.components()).containsExactly("木", "对");
    assertThat(tree.strokes()).isEqualTo(9);
    assertThat(tree.fourCorner()).startsWith("4490");
  }

  @Test
  void namesTheSharedParts() {
    ShapeEvidence evidence = LEXICON.shapeEvidence("晴".codePointAt(0), "睛".codePointAt(0));
    assertThat(evidence.shared().getFirst()).isEqualTo("青");
    assertThat(evidence.score()).isBetween(0.3, 1.0);
  }

  @Test
  void writesMarksAndTypesPlainly() {
    assertThat(LEXICON.readings("绿".codePointAt(0)).getFirst().toned()).isEqualTo("lǜ");
    assertThat(LEXICON.readings("绿".codePointAt(0)).getFirst().plain()).isEqualTo("lv");
    assertThat(Syllable.parse("guì").orElseThrow()).isEqualTo(new Syllable("g", "uei", 4));
    assertThat(Syllable.parse("yuan2").orElseThrow()).isEqualTo(new Syllable("", "van", 2));
    assertThat(Syllable.parse("北")).isEmpty();
  }

  @Test
  void readsCantonese() {
    assertThat(LEXICON.cantonese("龙".codePointAt(0))).contains("lung");
  }

  @Test
  void ranksTheLikelierFirst() {
    CharacterRanking ranking = CharacterRanking.of(LEXICON);
    List<Integer> candidates = "鼎睛晴猜".codePoints().boxed().toList();
    assertThat(
            ranking
                .nearest("睛".codePointAt(0), candidates, CharacterRanking.By.SHAPE, 5)
                .getFirst())
        .extracting(CharacterRanking.Ranked::row)
        .isEqualTo(2);
    assertThat(
            ranking
                .nearest(
                    "再".codePointAt(0),
                    "看在材".codePoints().boxed().toList(),
                    CharacterRanking.By.SOUND,
                    1)
                .getFirst()
                .row())
        .isEqualTo(1);
  }
}
