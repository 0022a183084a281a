package org.zhiheng.jobs.examine.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zhiheng.similarity.goods.GoodsPlace;
import org.zhiheng.similarity.goods.GoodsRelation;
import org.zhiheng.similarity.goods.GoodsRelationKind;
import org.zhiheng.similarity.goods.GoodsTable;
import org.zhiheng.similarity.goods.GroupRow;
import org.zhiheng.similarity.goods.ItemRow;

/// How near goods are by one table of similar goods: by items where the record's goods stand in the
/// table, else by groups, else by classes.
///
/// A class whose groups are not known is taken as all its groups: nothing that the table calls
/// similar is passed over, and a person is asked. Safe for many threads.
final class GoodsByTable implements GoodsNearnessBetween {

  private final GoodsTable table;

  GoodsByTable(GoodsTable table) {
    this.table = table;
  }

  @Override
  public Said basis() {
    return new Said(
        "商品是否类似，依已导入的《类似商品和服务区分表》（" + table.edition() + "）。",
        "How near goods are follows the imported table of similar goods ("
            + table.edition()
            + ").");
  }

  @Override
  public GoodsNearness between(MarkedGoods one, MarkedGoods other) {
    List<Standing> lefts = standings(one);
    List<Standing> rights = standings(other);
    if (lefts.isEmpty() || rights.isEmpty()) {
      return GoodsNearness.UNKNOWN;
    }
    boolean open = false;
    boolean sameClass = false;
    for (Standing left : lefts) {
      for (Standing right : rights) {
        boolean guessed = left.guessed || right.guessed;
        GoodsRelation relation = table.between(left.place, right.place);
        boolean shared = left.place.niceClass().equals(right.place.niceClass());
        if (relation.kind().similar() && !relation.personReads() && !guessed) {
          return GoodsNearness.SAME_OR_SIMILAR;
        }
        boolean byClassesApart =
            relation.kind() == GoodsRelationKind.UNRELATED && onlyClass(left, right);
        open |=
            !byClassesApart && (relation.personReads() || (guessed && relation.kind().similar()));
        sameClass |= shared;
      }
    }
    if (open) {
      return GoodsNearness.UNKNOWN;
    }
    return sameClass ? GoodsNearness.CLASS_ONLY : GoodsNearness.UNRELATED;
  }

  /// Where goods stand.
  ///
  /// @param guessed whether it is one of the groups that the class has, not one that is recorded
  private record Standing(GoodsPlace place, boolean guessed) {}

  /// A class whose groups the table does not have: in another class nothing is known to be similar.
  private static boolean onlyClass(Standing left, Standing right) {
    return left.place instanceof GoodsPlace.OfClass || right.place instanceof GoodsPlace.OfClass;
  }

  private List<Standing> standings(MarkedGoods marked) {
    List<Standing> standings = new ArrayList<>();
    Set<String> groupsOfItems = new TreeSet<>();
    boolean everyItemFound = true;
    for (String name : marked.goods()) {
      List<ItemRow> rows =
          table.named(name).stream()
              .filter(
                  row -> marked.classes().isEmpty() || marked.classes().contains(row.niceClass()))
              .toList();
      everyItemFound &= !rows.isEmpty();
      for (ItemRow row : rows) {
        standings.add(new Standing(new GoodsPlace.OfItem(row), false));
        groupsOfItems.add(row.group());
      }
    }
    Set<String> classes = new TreeSet<>(marked.classes());
    for (String group : marked.groups()) {
      if (!group.matches("[0-9]{4}")) {
        continue;
      }
      classes.remove(group.substring(0, 2));
      if (!everyItemFound || !groupsOfItems.contains(group)) {
        standings.add(new Standing(new GoodsPlace.OfGroup(group), false));
      }
    }
    if (everyItemFound) {
      groupsOfItems.forEach(group -> classes.remove(group.substring(0, 2)));
    }
    classes.forEach(niceClass -> standings.addAll(all(niceClass)));
    return standings;
  }

  private List<Standing> all(String niceClass) {
    if (!niceClass.matches("0[1-9]|[1-3][0-9]|4[0-5]")) {
      return List.of();
    }
    List<Standing> standings = new ArrayList<>();
    for (GroupRow group : table.rows().groups()) {
      if (group.group().startsWith(niceClass)) {
        standings.add(new Standing(new GoodsPlace.OfGroup(group.group()), true));
      }
    }
    return standings.isEmpty()
        ? List.of(new Standing(new GoodsPlace.OfClass(niceClass), false))
        : standings;
  }
}
