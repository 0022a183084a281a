package org.zhiheng.similarity.goods;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a group's notes say of its own goods among each other.
final class GroupRules {

  private static final Pattern SENTENCES = Pattern.compile("[；;。\\n]");
  private static final Pattern PARTS_APART = Pattern.compile("(?<!原)各部分之间(商品|服务)?(互)?不类似");
  private static final Pattern PARTS_TOGETHER = Pattern.compile("各部分之间(商品|服务)?(互为|均)?类似");
  private static final Pattern FIRST_WITH_ALL = Pattern.compile("第一自然段(商品|服务)?与各部分(商品|服务)?均类似");
  private static final Pattern PART_PAIR =
      Pattern.compile("第\\(([一二三四五六七八九十]+)\\)、\\(([一二三四五六七八九十]+)\\)部分互为类似");
  private static final Pattern ITEMS_APART =
      Pattern.compile("第\\(([一二三四五六七八九十]+)\\)部分的?各?(商品|服务)(互相)?之间(互不类似|不判为类似)");
  private static final Pattern ITEMS_TOGETHER = Pattern.compile("但([^与]+)互为类似(商品|服务)");
  private static final Pattern PARTS_BRIDGED = Pattern.compile("但(第\\(.+部分.*)与(第\\(.+部分.*)类似");
  private static final Pattern READ_BY_PERSON =
      Pattern.compile("各自然段间互不类似|功能、用途确定类似|自然段商品之间类似|原各部分之间");
  private static final Pattern NAMED_PART = Pattern.compile("第\\(([一二三四五六七八九十]+)\\)部分");

  private final List<Sentence> sentences;

  private GroupRules(List<Sentence> sentences) {
    this.sentences = sentences;
  }

  /// What one sentence does.
  private sealed interface Sentence {}

  private record Apart(String words) implements Sentence {}

  private record Together(String words) implements Sentence {}

  private record FirstWithAll(String words) implements Sentence {}

  private record Pair(String words, int one, int two) implements Sentence {}

  private record PartApart(String words, int part) implements Sentence {}

  private record Named(String words, Set<String> items) implements Sentence {}

  private record Bridged(String words, Note note) implements Sentence {}

  /// @param part the only part it speaks of; 0 when it does not say
  private record Person(String words, int part) implements Sentence {}

  static GroupRules read(GroupRow group, NoteReader reader) {
    List<Sentence> found = new ArrayList<>();
    for (String raw : SENTENCES.split(group.notes(), -1)) {
      String words = raw.replaceAll("^.*注：", "").replaceAll("^\\s*[0-9]+[.、．]", "").strip();
      String plain = words.replace('，', ',').replace('（', '(').replace('）', ')');
      Matcher pairs = PART_PAIR.matcher(plain);
      while (pairs.find()) {
        int one = Codes.part(pairs.group(1)).orElse(0);
        int two = Codes.part(pairs.group(2)).orElse(0);
        found.add(new Pair(words, one, two));
      }
      Matcher apart = ITEMS_APART.matcher(plain);
      while (apart.find()) {
        found.add(new PartApart(words, Codes.part(apart.group(1)).orElse(0)));
      }
      Matcher named = ITEMS_TOGETHER.matcher(plain);
      if (named.find()) {
        Set<String> items = new HashSet<>();
        for (String item : NoteReader.split(named.group(1))) {
          items.addAll(reader.named(group.group(), item));
        }
        found.add(new Named(words, items));
      }
      Matcher bridged = PARTS_BRIDGED.matcher(plain.replaceAll("类似,与.*$", "类似"));
      if (bridged.find()) {
        NoteRow row = new NoteRow(group.group(), group.group(), NoteRow.SIMILAR, words);
        Note note =
            new Note(
                row,
                reader.sides(group.group(), bridged.group(1).replace("部分商品", "部分")),
                reader.sides(group.group(), bridged.group(2).replace("部分商品", "部分")));
        found.add(new Bridged(words, note));
      }
      if (FIRST_WITH_ALL.matcher(plain).find()) {
        found.add(new FirstWithAll(words));
      } else if (PARTS_APART.matcher(plain).find()) {
        found.add(new Apart(words));
      } else if (PARTS_TOGETHER.matcher(plain).find()) {
        found.add(new Together(words));
      }
      if (READ_BY_PERSON.matcher(plain).find()) {
        Matcher part = NAMED_PART.matcher(plain);
        found.add(new Person(words, part.find() ? Codes.part(part.group(1)).orElse(0) : 0));
      }
    }
    return new GroupRules(List.copyOf(found));
  }

  /// How two goods of this group stand that are not the same item.
  ///
  /// @param leftPart 0 when not known or before the first part
  /// @param parted whether the group has parts at all
  GoodsRelation between(
      String group,
      GoodsPlace left,
      int leftPart,
      GoodsPlace right,
      int rightPart,
      boolean parted) {
    List<GoodsReason> reasons = new ArrayList<>();
    boolean itemsKnown = left instanceof GoodsPlace.OfItem && right instanceof GoodsPlace.OfItem;
    boolean samePart = !parted || leftPart == rightPart;
    boolean partsKnown =
        !parted
            || ((leftPart > 0 || left instanceof GoodsPlace.OfItem)
                && (rightPart > 0 || right instanceof GoodsPlace.OfItem));
    boolean person = !partsKnown;
    boolean similar = samePart || !partsKnown;
    String apart = "";
    GoodsRelationKind kind = GoodsRelationKind.SAME_GROUP_AND_PART;
    for (Sentence sentence : sentences) {
      switch (sentence) {
        case Apart says -> apart = says.words();
        case Together says -> {
          similar = true;
          person = false;
          reasons.add(new GoodsReason.WithinGroup(group, says.words()));
        }
        case FirstWithAll says -> {
          if (itemsKnown && leftPart != rightPart && (leftPart == 0 || rightPart == 0)) {
            similar = true;
            reasons.add(new GoodsReason.WithinGroup(group, says.words()));
          }
        }
        case Pair says -> {
          boolean pair =
              (says.one() == leftPart && says.two() == rightPart)
                  || (says.one() == rightPart && says.two() == leftPart);
          if (pair) {
            similar = true;
            reasons.add(new GoodsReason.WithinGroup(group, says.words()));
          }
        }
        case PartApart says -> {
          if (says.part() == leftPart && says.part() == rightPart) {
            similar = !itemsKnown;
            person = !itemsKnown;
            reasons.add(new GoodsReason.WithinGroup(group, says.words()));
          }
        }
        case Named says -> {
          if (names(says.items(), left) && names(says.items(), right)) {
            similar = true;
            reasons.add(new GoodsReason.WithinGroup(group, says.words()));
          }
        }
        case Bridged says -> {
          switch (says.note().covers(left, right)) {
            case YES -> {
              similar = true;
              kind = samePart ? kind : GoodsRelationKind.CROSS_NOTED;
              reasons.add(new GoodsReason.WithinGroup(group, says.words()));
            }
            case PERSON_READS -> {
              if (!similar) {
                similar = true;
                person = true;
                kind = GoodsRelationKind.CROSS_NOTED;
                reasons.add(new GoodsReason.WithinGroup(group, says.words()));
              }
            }
            case NO -> {}
          }
        }
        case Person says -> {
          boolean concerned = says.part() == 0 || (says.part() == leftPart && samePart);
          if (concerned && (samePart || says.words().contains("原各部分"))) {
            person = true;
            reasons.add(new GoodsReason.WithinGroup(group, says.words()));
          }
        }
      }
    }
    if (similar) {
      reasons.add(new GoodsReason.SameGroup(group, samePart ? leftPart : 0));
      return new GoodsRelation(kind, left, right, reasons, person);
    }
    if (samePart) {
      reasons.add(new GoodsReason.SameClass(group.substring(0, 2)));
    } else {
      reasons.addFirst(new GoodsReason.OtherPart(group, leftPart, rightPart, apart));
    }
    return new GoodsRelation(
        GoodsRelationKind.CLASS_ONLY,
        left,
        right,
        reasons,
        person || (!samePart && apart.isEmpty()));
  }

  private static boolean names(Set<String> items, GoodsPlace place) {
    return place instanceof GoodsPlace.OfItem of && items.contains(of.item().name());
  }
}
