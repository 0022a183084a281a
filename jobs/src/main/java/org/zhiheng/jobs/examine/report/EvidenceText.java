package org.zhiheng.jobs.examine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhiheng.similarity.goods.GoodsPlace;
import org.zhiheng.similarity.goods.GoodsReason;
import org.zhiheng.similarity.goods.GoodsRelation;
import org.zhiheng.similarity.score.Evidence;

/// Evidence and goods as sentences of a report.
///
/// @param tongue the language
record EvidenceText(Tongue tongue) {

  /// One piece of evidence.
  String say(Evidence evidence) {
    return switch (evidence) {
      case Evidence.SameForm(String form, List<String> by) ->
          tongue.say(
              "两者均归为“" + form + "”（" + tongue.list(by.stream().map(this::fold).toList()) + "）。",
              "Both become “"
                  + form
                  + "” ("
                  + tongue.list(by.stream().map(this::fold).toList())
                  + ").");
      case Evidence.Alignment(List<Evidence.Pair> pairs) -> aligned(pairs);
      case Evidence.Readings(String system, List<Evidence.Pair> pairs) -> {
        String gap = system.equals("latin") ? "" : " ";
        String left = side(pairs, gap, Evidence.Pair::left);
        String right = side(pairs, gap, Evidence.Pair::right);
        yield tongue.say(
            "读音（" + system(system) + "）：" + left + " / " + right + "。",
            "Read aloud (" + system(system) + "): " + left + " / " + right + ".");
      }
      case Evidence.Contained contained -> contained(contained);
      case Evidence.SameMeaning same ->
          tongue.say(
              "“" + same.left() + "”与“" + same.right() + "”含义相同（" + by(same.by()) + "）。",
              "“" + same.left() + "” means “" + same.right() + "” (" + by(same.by()) + ").");
      case Evidence.PlacedByModel placed ->
          tongue.say(
              "文本模型 "
                  + placed.model()
                  + " 给出“"
                  + placed.left()
                  + "”与“"
                  + placed.right()
                  + "”的余弦为 "
                  + decimal(placed.cosine())
                  + "，含义相近度取 "
                  + decimal(placed.likeness())
                  + "。",
              "The text model "
                  + placed.model()
                  + " gives “"
                  + placed.left()
                  + "” and “"
                  + placed.right()
                  + "” a cosine of "
                  + decimal(placed.cosine())
                  + ", taken as "
                  + decimal(placed.likeness())
                  + " alike in meaning.");
      case Evidence.MatchedPoints points ->
          tongue.say(
              points.compared() + " 处中有 " + points.matched() + " 处吻合：" + points.movement() + "。",
              points.matched()
                  + " of "
                  + points.compared()
                  + " places match: "
                  + points.movement()
                  + ".");
      case Evidence.Measure(String name, double likeness) ->
          tongue.say(
              measure(name) + "：" + decimal(likeness) + "。",
              measure(name) + ": " + decimal(likeness) + ".");
      case Evidence.NotCompared(String code) -> notCompared(code);
    };
  }

  /// How near the goods stand, in a few words.
  String goods(GoodsRelation relation) {
    String where = place(relation.right());
    return switch (relation.kind()) {
      case IDENTICAL -> tongue.say("相同商品：", "the same goods: ") + where;
      case SAME_GROUP_AND_PART -> tongue.say("同一类似群 ", "same group ") + where;
      case CROSS_GROUP_ITEM -> tongue.say("跨类似群保护：", "protected across groups: ") + where;
      case CROSS_NOTED -> tongue.say("注释类似：", "similar by a note: ") + where;
      case CLASS_ONLY -> tongue.say("仅同类：", "class only: ") + where;
      case UNRELATED -> tongue.say("不相关：", "unrelated: ") + where;
    };
  }

  /// Why, reason by reason.
  List<String> goodsReasons(GoodsRelation relation) {
    List<String> reasons = new ArrayList<>();
    relation.reasons().forEach(reason -> reasons.add(goods(reason)));
    if (relation.personReads()) {
      reasons.add(
          tongue.say("该注只涉及部分商品，须由人阅读判断。", "A person reads the note: it names only some goods."));
    }
    return reasons;
  }

  /// Two places behind the point.
  static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private String goods(GoodsReason reason) {
    return switch (reason) {
      case GoodsReason.SameItem item ->
          tongue.say(
              "均为" + item.name() + "（" + item.code() + "）。",
              "Both are " + item.name() + " (" + item.code() + ").");
      case GoodsReason.SameGroup same -> {
        String part = Integer.toString(same.part());
        yield same.part() == 0
            ? tongue.say("同属类似群 " + same.group() + "。", "Both stand in group " + same.group() + ".")
            : tongue.say(
                "同属类似群 " + same.group() + " 第 " + part + " 部分。",
                "Both stand in group " + same.group() + ", part " + part + ".");
      }
      case GoodsReason.OtherPart other ->
          tongue.say(
              "同属类似群 " + other.group() + "，但分属第 " + other.left() + "、第 " + other.right() + " 部分。",
              "Both stand in group "
                  + other.group()
                  + ", but in parts "
                  + other.left()
                  + " and "
                  + other.right()
                  + ".");
      case GoodsReason.WithinGroup within ->
          tongue.say(
              "类似群 " + within.group() + " 注：" + within.note(),
              "Note of group " + within.group() + ": " + within.note());
      case GoodsReason.Note note ->
          tongue.say(
              note.group() + " 与 " + note.otherGroup() + " 之间的注：" + note.note(),
              "Note between " + note.group() + " and " + note.otherGroup() + ": " + note.note());
      case GoodsReason.CrossItem cross ->
          tongue.say(
              cross.item() + "在 " + tongue.list(cross.groups()) + " 跨群保护。",
              cross.item() + " is protected in " + tongue.list(cross.groups()) + ".");
      case GoodsReason.SameClass same ->
          tongue.say(
              "同属第 " + same.niceClass() + " 类。", "Both stand in class " + same.niceClass() + ".");
      case GoodsReason.UnknownGroup unknown ->
          tongue.say(
              "区分表中没有类似群 " + unknown.group() + "。",
              "The table has no group " + unknown.group() + ".");
    };
  }

  private static String place(GoodsPlace place) {
    return switch (place) {
      case GoodsPlace.OfClass(String niceClass) -> niceClass;
      case GoodsPlace.OfGroup of -> of.group();
      case GoodsPlace.OfItem item -> item.item().name();
    };
  }

  private String contained(Evidence.Contained contained) {
    if (contained.rest().isBlank()) {
      return tongue.say(
          "“" + contained.whole() + "”完整包含“" + contained.part() + "”。",
          "“" + contained.whole() + "” holds “" + contained.part() + "” whole.");
    }
    String kind = rest(contained.restKind());
    return tongue.say(
        "“"
            + contained.whole()
            + "”完整包含“"
            + contained.part()
            + "”；其余部分“"
            + contained.rest()
            + "”为"
            + kind
            + "。",
        "“"
            + contained.whole()
            + "” holds “"
            + contained.part()
            + "” whole; the rest, “"
            + contained.rest()
            + "”, is "
            + kind
            + ".");
  }

  private String aligned(List<Evidence.Pair> pairs) {
    List<String> apart = new ArrayList<>();
    for (Evidence.Pair pair : pairs) {
      if (!pair.why().equals("same")) {
        apart.add(
            orDash(pair.left())
                + " / "
                + orDash(pair.right())
                + tongue.say("（" + why(pair.why()) + "）", " (" + why(pair.why()) + ")"));
      }
    }
    return apart.isEmpty()
        ? tongue.say("各字符均相同。", "Every letter is the same.")
        : tongue.say(
            "不同的字符：" + tongue.list(apart) + "。",
            "Letters that differ: " + tongue.list(apart) + ".");
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "–" : text;
  }

  private static String side(
      List<Evidence.Pair> pairs,
      String gap,
      java.util.function.Function<Evidence.Pair, String> side) {
    return String.join(gap, pairs.stream().map(side).filter(text -> !text.isEmpty()).toList());
  }

  /// What was folded; a code that is not known stands as it is.
  private String fold(String code) {
    return switch (code) {
      case "case" -> tongue.say("大小写", "case");
      case "width" -> tongue.say("全半角", "width");
      case "traditional" -> tongue.say("繁简", "traditional characters");
      case "confusable" -> tongue.say("形似符号", "look-alike signs");
      case "digits" -> tongue.say("数字代字母", "digits for letters");
      case "spacing" -> tongue.say("空格", "spacing");
      case "diacritics" -> tongue.say("变音符号", "diacritics");
      case "order" -> tongue.say("词序", "order of words");
      case "affix" -> tongue.say("无显著性成分", "words that do not distinguish");
      case "reduplication" -> tongue.say("叠词", "reduplication");
      case "plural" -> tongue.say("单复数或冠词", "plural or article");
      default -> code;
    };
  }

  private String system(String code) {
    return switch (code) {
      case "pinyin" -> tongue.say("拼音", "pinyin");
      case "jyutping" -> tongue.say("粤拼", "Cantonese");
      case "latin" -> tongue.say("拉丁读音", "Latin sound");
      case "transliteration" -> tongue.say("拼写对音节", "spelling to syllables");
      default -> code;
    };
  }

  private String rest(String code) {
    return switch (code) {
      case "generic" -> tongue.say("通用词", "a generic word");
      case "place" -> tongue.say("地名", "a place");
      case "quality" -> tongue.say("品质词", "a word of quality");
      case "company-form" -> tongue.say("企业形式", "a company's form");
      case "domain" -> tongue.say("域名成分", "part of a domain name");
      case "other" -> tongue.say("其他成分", "something else");
      default -> code;
    };
  }

  private String by(String code) {
    return switch (code) {
      case "glossary" -> tongue.say("据词表", "by the glossary");
      case "model" -> tongue.say("据文本模型", "by the text model");
      case "same-word" -> tongue.say("同一词", "the same word");
      default -> code;
    };
  }

  private String why(String code) {
    return switch (code) {
      case "same-sound" -> tongue.say("同音", "same sound");
      case "near-sound" -> tongue.say("近音", "near sound");
      case "similar-shape" -> tongue.say("形近", "similar shape");
      case "confusable" -> tongue.say("易混", "easily confused");
      case "missing" -> tongue.say("缺少", "missing");
      case "added" -> tongue.say("增加", "added");
      case "other" -> tongue.say("不同", "different");
      default -> code;
    };
  }

  private String measure(String code) {
    return switch (code) {
      case "perceptual-hash" -> tongue.say("感知哈希", "Perceptual hash");
      case "shape-moments" -> tongue.say("形状矩", "Shape moments");
      case "trigram" -> tongue.say("三字符片段", "Runs of three characters");
      default -> code;
    };
  }

  private String notCompared(String code) {
    return switch (code) {
      case "text-in-figure-unread" ->
          tongue.say("图形中的文字未读取。", "Text inside the figure was not read.");
      case "shape-across-scripts" ->
          tongue.say(
              "字母与汉字之间不比较字形。",
              "Letters and Chinese characters have no shape in common that could be compared.");
      case "meaning-unknown" ->
          tongue.say(
              "未知有无共同含义：词表无载，文本模型只能比对中文与中文。",
              "No common meaning is known: the glossary has none, and the text model compares"
                  + " Chinese with Chinese only.");
      case "meaning-model-missing" ->
          tongue.say(
              "含义未比对：词表无载，且文本模型不可用。",
              "The meaning was not compared: the glossary knows nothing, and the text model is not"
                  + " there.");
      default -> tongue.say("未比较：" + code + "。", "Not compared: " + code + ".");
    };
  }
}
