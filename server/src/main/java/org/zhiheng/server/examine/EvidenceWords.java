package org.zhiheng.server.examine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiheng.server.page.Words;
import org.zhiheng.similarity.goods.GoodsPlace;
import org.zhiheng.similarity.goods.GoodsReason;
import org.zhiheng.similarity.goods.GoodsRelation;
import org.zhiheng.similarity.score.Evidence;

/// Evidence and goods in the reader's language.
///
/// @param words the language
record EvidenceWords(Words words) {

  private static final Pattern MOVEMENT =
      Pattern.compile("rotate (-?[0-9]{1,3})°, scale ([0-9]{1,4}\\.[0-9]{2})(, mirrored)?");

  /// One piece of evidence as a sentence.
  String say(Evidence evidence) {
    return switch (evidence) {
      case Evidence.SameForm(String form, List<String> by) ->
          words.say("evidence.same-form", form, folded(by));
      case Evidence.Alignment(List<Evidence.Pair> pairs) -> aligned("evidence.alignment", pairs);
      case Evidence.Readings(String system, List<Evidence.Pair> pairs) ->
          words.say(
              "evidence.readings",
              words.codeOrItself("evidence.system", system),
              joined(pairs, true, gap(system)),
              joined(pairs, false, gap(system)));
      case Evidence.Contained contained ->
          contained.rest().isBlank()
              ? words.say("evidence.contained", contained.part(), contained.whole())
              : words.say(
                  "evidence.contained.rest",
                  contained.part(),
                  contained.whole(),
                  contained.rest(),
                  words.codeOrItself("evidence.rest", contained.restKind()));
      case Evidence.SameMeaning same ->
          words.say(
              "evidence.same-meaning",
              same.left(),
              same.right(),
              words.codeOrItself("evidence.by", same.by()));
      case Evidence.PlacedByModel placed ->
          words.say(
              "evidence.placed-by-model",
              placed.left(),
              placed.right(),
              decimal(placed.cosine()),
              placed.model());
      case Evidence.MatchedPoints points ->
          words.say(
              "evidence.matched-points",
              points.matched(),
              points.compared(),
              movement(points.movement()));
      case Evidence.Measure(String name, double likeness) ->
          words.say("evidence.measure", words.codeOrItself("evidence.of", name), decimal(likeness));
      case Evidence.NotCompared(String code) -> words.codeOrItself("evidence.not", code);
    };
  }

  /// How one picture was moved upon the other.
  ///
  /// @param degrees clockwise where above 0
  /// @param scale as `0.80`
  String moved(long degrees, String scale, boolean mirrored) {
    List<String> parts = new ArrayList<>();
    if (mirrored) {
      parts.add(words.say("evidence.moved.mirrored"));
    }
    if (degrees != 0) {
      parts.add(
          words.say(
              degrees > 0 ? "evidence.moved.clockwise" : "evidence.moved.anticlockwise",
              Math.abs(degrees)));
    }
    if (!scale.equals("1.00")) {
      parts.add(words.say("evidence.moved.scaled", scale));
    }
    return parts.isEmpty()
        ? words.say("evidence.moved.not")
        : String.join(words.say("list.comma"), parts);
  }

  /// The engine's words for a movement in the reader's language; as they are where they are others.
  private String movement(String said) {
    Matcher matcher = MOVEMENT.matcher(said);
    return matcher.matches()
        ? moved(Long.parseLong(matcher.group(1)), matcher.group(2), matcher.group(3) != null)
        : said;
  }

  /// How near the goods stand, in a few words.
  String goods(GoodsRelation relation) {
    return words.say("goods.relation." + code(relation.kind().name()), place(relation.right()));
  }

  /// Why, reason by reason.
  List<String> goodsReasons(GoodsRelation relation) {
    List<String> reasons = new ArrayList<>();
    for (GoodsReason reason : relation.reasons()) {
      reasons.add(
          switch (reason) {
            case GoodsReason.SameItem item ->
                words.say("goods.because.same-item", item.name(), item.code());
            case GoodsReason.SameGroup same ->
                same.part() == 0
                    ? words.say("goods.because.same-group", same.group())
                    : words.say("goods.because.same-part", same.group(), same.part());
            case GoodsReason.OtherPart other ->
                words.say("goods.because.other-part", other.group(), other.left(), other.right());
            case GoodsReason.WithinGroup within ->
                words.say("goods.because.within", within.group(), within.note());
            case GoodsReason.Note note ->
                words.say("goods.because.note", note.group(), note.otherGroup(), note.note());
            case GoodsReason.CrossItem cross ->
                words.say(
                    "goods.because.cross-item", cross.item(), String.join(", ", cross.groups()));
            case GoodsReason.SameClass same ->
                words.say("goods.because.same-class", same.niceClass());
            case GoodsReason.UnknownGroup unknown ->
                words.say("goods.because.unknown", unknown.group());
          });
    }
    if (relation.personReads()) {
      reasons.add(words.say("goods.person"));
    }
    return reasons;
  }

  /// Two places behind the point, without the leading zero: `.88`.
  static String decimal(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.startsWith("0") ? text.substring(1) : text;
  }

  private static String place(GoodsPlace place) {
    return switch (place) {
      case GoodsPlace.OfClass(String niceClass) -> niceClass;
      case GoodsPlace.OfGroup of -> of.group();
      case GoodsPlace.OfItem item -> item.item().name();
    };
  }

  private String folded(List<String> by) {
    return String.join(
        words.say("list.comma"),
        by.stream().map(one -> words.codeOrItself("evidence.fold", one)).toList());
  }

  private String aligned(String key, List<Evidence.Pair> pairs) {
    List<String> apart = new ArrayList<>();
    for (Evidence.Pair pair : pairs) {
      if (!pair.why().equals("same")) {
        apart.add(
            words.say(
                "evidence.pair",
                pair.left().isEmpty() ? "–" : pair.left(),
                pair.right().isEmpty() ? "–" : pair.right(),
                words.codeOrItself("evidence.why", pair.why())));
      }
    }
    return apart.isEmpty()
        ? words.say("evidence.alignment.same")
        : words.say(key, String.join(words.say("list.comma"), apart));
  }

  /// Syllables stand apart, letters do not.
  private static String gap(String system) {
    return system.equals("latin") ? "" : " ";
  }

  private static String joined(List<Evidence.Pair> pairs, boolean left, String gap) {
    return String.join(
        gap,
        pairs.stream()
            .map(pair -> left ? pair.left() : pair.right())
            .filter(text -> !text.isEmpty())
            .toList());
  }

  private static String code(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
