package org.zhiheng.similarity.goods;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zhiheng.values.Digest;

/// One edition of the 类似商品和服务区分表, as it was imported: classes, groups, parts, items and the notes
/// that make goods of different groups similar.
///
/// Not changed once made; safe for many threads. A relation costs microseconds.
///
/// Source of the reading: 类似商品和服务区分表, explanation of use (recalled, not opened): goods of one
/// group, and of one part where it has parts, are similar in principle; goods of different parts
/// are not, but where a note says so.
public final class GoodsTable {

  private final String edition;
  private final Digest digest;
  private final GoodsRows rows;
  private final Map<String, GroupRow> groups = new TreeMap<>();
  private final Map<String, GroupRules> rules = new HashMap<>();
  private final Map<String, List<Note>> notes = new HashMap<>();
  private final Map<String, List<ItemRow>> byCode = new HashMap<>();
  private final Map<String, List<ItemRow>> byName = new HashMap<>();
  private final Map<String, List<ItemRow>> byGroup = new LinkedHashMap<>();
  private final Set<String> parted = new HashSet<>();
  private final Map<String, List<CrossItemRow>> crossItems = new HashMap<>();

  private GoodsTable(String edition, Digest digest, GoodsRows rows) {
    this.edition = edition;
    this.digest = digest;
    this.rows = rows;
    Map<String, Map<String, Set<String>>> names = new HashMap<>();
    for (ItemRow item : rows.items()) {
      String form = ItemNames.form(item.name());
      names
          .computeIfAbsent(item.group(), _ -> new HashMap<>())
          .computeIfAbsent(form, _ -> new HashSet<>())
          .add(item.name());
      byCode.computeIfAbsent(item.code(), _ -> new ArrayList<>()).add(item);
      byName.computeIfAbsent(form, _ -> new ArrayList<>()).add(item);
      byGroup.computeIfAbsent(item.group(), _ -> new ArrayList<>()).add(item);
      if (item.part() > 0) {
        parted.add(item.group());
      }
    }
    NoteReader reader = new NoteReader(names);
    for (GroupRow group : rows.groups()) {
      groups.put(group.group(), group);
      rules.put(group.group(), GroupRules.read(group, reader));
    }
    for (NoteRow row : rows.notes()) {
      if (row.relation().equals(NoteRow.SIMILAR)) {
        Note note = reader.read(row);
        notes
            .computeIfAbsent(pair(row.group(), row.otherGroup()), _ -> new ArrayList<>())
            .add(note);
      }
    }
    for (CrossItemRow cross : rows.crossItems()) {
      crossItems.computeIfAbsent(ItemNames.shown(cross.item()), _ -> new ArrayList<>()).add(cross);
    }
  }

  /// The table of these rows.
  ///
  /// @param edition as the importer names it, such as `NCL12-2025`
  /// @param digest of the files it came from
  public static GoodsTable of(String edition, Digest digest, GoodsRows rows) {
    return new GoodsTable(edition, digest, rows);
  }

  /// As the importer named it.
  public String edition() {
    return edition;
  }

  /// Of the files it came from: names this table in every record that used it.
  public Digest digest() {
    return digest;
  }

  /// All rows, in the order of the files.
  public GoodsRows rows() {
    return rows;
  }

  /// A group, by its four digits.
  public Optional<GroupRow> group(String group) {
    return Optional.ofNullable(groups.get(group));
  }

  /// The items of a group in the table's order; none when there is no such group.
  public List<ItemRow> items(String group) {
    return List.copyOf(byGroup.getOrDefault(group, List.of()));
  }

  /// The rows of an item code; one for each group and part it is listed in.
  public List<ItemRow> coded(String code) {
    return List.copyOf(byCode.getOrDefault(code, List.of()));
  }

  /// The rows of an item by its name; width, case, spaces and the marks `*` and `※` do not count.
  public List<ItemRow> named(String name) {
    return List.copyOf(byName.getOrDefault(ItemNames.form(name), List.of()));
  }

  /// How near these stand.
  public GoodsRelation between(GoodsPlace left, GoodsPlace right) {
    if (left instanceof GoodsPlace.OfItem one
        && right instanceof GoodsPlace.OfItem two
        && same(one.item(), two.item())) {
      return new GoodsRelation(
          GoodsRelationKind.IDENTICAL,
          left,
          right,
          List.of(new GoodsReason.SameItem(one.item().code(), one.item().name())),
          false);
    }
    String leftGroup = group(left);
    String rightGroup = group(right);
    if (leftGroup.isEmpty() || rightGroup.isEmpty()) {
      return apart(left, right, List.of(), true);
    }
    List<GoodsReason> unknown = new ArrayList<>();
    for (String group :
        leftGroup.equals(rightGroup) ? List.of(leftGroup) : List.of(leftGroup, rightGroup)) {
      if (!groups.containsKey(group)) {
        unknown.add(new GoodsReason.UnknownGroup(group));
      }
    }
    GoodsRelation best = apart(left, right, unknown, !unknown.isEmpty());
    GroupRules within = rules.get(leftGroup);
    if (leftGroup.equals(rightGroup)) {
      best =
          within == null
              ? new GoodsRelation(GoodsRelationKind.SAME_GROUP_AND_PART, left, right, unknown, true)
              : within.between(
                  leftGroup, left, part(left), right, part(right), parted.contains(leftGroup));
    }
    if (!best.kind().similar()) {
      for (Optional<GoodsRelation> found :
          List.of(
              crossed(left, rightGroup, left, right),
              crossed(right, leftGroup, left, right),
              noted(leftGroup, rightGroup, left, right))) {
        best = found.isPresent() ? best.nearer(found.get()) : best;
      }
    }
    return best;
  }

  /// The nearest relation of any of these to any of those; of equals the first.
  ///
  /// @throws IllegalArgumentException when one side is empty
  public GoodsRelation nearest(List<GoodsPlace> lefts, List<GoodsPlace> rights) {
    if (lefts.isEmpty() || rights.isEmpty()) {
      throw new IllegalArgumentException("both sides must name goods");
    }
    GoodsRelation best = between(lefts.getFirst(), rights.getFirst());
    for (GoodsPlace left : lefts) {
      for (GoodsPlace right : rights) {
        best = best.nearer(between(left, right));
      }
    }
    return best;
  }

  private Optional<GoodsRelation> noted(
      String leftGroup, String rightGroup, GoodsPlace left, GoodsPlace right) {
    List<GoodsReason> sure = new ArrayList<>();
    List<GoodsReason> open = new ArrayList<>();
    for (Note note : notes.getOrDefault(pair(leftGroup, rightGroup), List.of())) {
      NoteRow row = note.row();
      switch (note.covers(left, right)) {
        case YES ->
            sure.add(
                new GoodsReason.Note(
                    row.group(), row.otherGroup(), row.note(), GoodsReason.Applies.YES));
        case PERSON_READS ->
            open.add(
                new GoodsReason.Note(
                    row.group(), row.otherGroup(), row.note(), GoodsReason.Applies.PERSON_READS));
        case NO -> {}
      }
    }
    if (!sure.isEmpty()) {
      return Optional.of(
          new GoodsRelation(GoodsRelationKind.CROSS_NOTED, left, right, sure, false));
    }
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(new GoodsRelation(GoodsRelationKind.CROSS_NOTED, left, right, open, true));
  }

  private Optional<GoodsRelation> crossed(
      GoodsPlace item, String otherGroup, GoodsPlace left, GoodsPlace right) {
    if (item instanceof GoodsPlace.OfItem of) {
      for (CrossItemRow cross : crossItems.getOrDefault(of.item().name(), List.of())) {
        boolean listed = cross.group().equals(of.item().group());
        if (listed && !cross.group().equals(otherGroup) && cross.groups().contains(otherGroup)) {
          return Optional.of(
              new GoodsRelation(
                  GoodsRelationKind.CROSS_GROUP_ITEM,
                  left,
                  right,
                  List.of(new GoodsReason.CrossItem(cross.item(), cross.groups())),
                  false));
        }
      }
    }
    return Optional.empty();
  }

  private static GoodsRelation apart(
      GoodsPlace left, GoodsPlace right, List<GoodsReason> reasons, boolean personReads) {
    boolean sameClass = left.niceClass().equals(right.niceClass());
    List<GoodsReason> all = new ArrayList<>(reasons);
    if (sameClass) {
      all.add(new GoodsReason.SameClass(left.niceClass()));
    }
    return new GoodsRelation(
        sameClass ? GoodsRelationKind.CLASS_ONLY : GoodsRelationKind.UNRELATED,
        left,
        right,
        all,
        personReads);
  }

  private static boolean same(ItemRow one, ItemRow two) {
    return (!one.code().isEmpty() && one.code().equals(two.code()))
        || (one.niceClass().equals(two.niceClass()) && one.name().equals(two.name()));
  }

  private static String group(GoodsPlace place) {
    return switch (place) {
      case GoodsPlace.OfClass _ -> "";
      case GoodsPlace.OfGroup of -> of.group();
      case GoodsPlace.OfItem of -> of.item().group();
    };
  }

  private static int part(GoodsPlace place) {
    return switch (place) {
      case GoodsPlace.OfClass _ -> 0;
      case GoodsPlace.OfGroup of -> of.part();
      case GoodsPlace.OfItem of -> of.item().part();
    };
  }

  private static String pair(String one, String two) {
    return one.compareTo(two) <= 0 ? one + two : two + one;
  }
}
