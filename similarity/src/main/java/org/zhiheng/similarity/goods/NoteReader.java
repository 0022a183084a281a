package org.zhiheng.similarity.goods;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the words of a note as far as they can be read; the rest is left open for a person.
///
/// Read are `本类似群`, `第(三)部分` and lists of items, on either side of `与`. Paragraphs (自然段), `等…`,
/// `各种…` and `除…以外` are left open: the imported table does not say where paragraphs end.
final class NoteReader {

  private static final Pattern GROUP = Pattern.compile("(?<![0-9])[0-9]{4}(?![0-9])");
  private static final Pattern BETWEEN = Pattern.compile("与(?=[0-9]{4})");
  private static final Pattern PART =
      Pattern.compile("^第\\(([一二三四五六七八九十]+)\\)((?:、\\([一二三四五六七八九十]+\\))*)部分的?");
  private static final Pattern PART_NEXT = Pattern.compile("(?<!^)(?=第\\([一二三四五六七八九十]+\\))");
  private static final Pattern PART_NUMBER = Pattern.compile("\\(([一二三四五六七八九十]+)\\)");
  private static final Pattern PART_BEFORE = Pattern.compile("^\\(([一二三四五六七八九十]+)\\)");
  private static final Pattern PARAGRAPH_BEFORE = Pattern.compile("^第[一二三四五六七八九十、]+自然段的?(?=.)");
  private static final Pattern OPEN = Pattern.compile("自然段|除|以外|除外|等|各种|相应|本部分");

  private final Map<String, Map<String, Set<String>>> names;

  /// @param names of all items, by group and by what [ItemNames#form] makes of them
  NoteReader(Map<String, Map<String, Set<String>>> names) {
    this.names = names;
  }

  Note read(NoteRow row) {
    String text = row.note().replace('，', ',').replace('（', '(').replace('）', ')').strip();
    int partHint = 0;
    Matcher before = PART_BEFORE.matcher(text);
    if (before.find()) {
      partHint = Codes.part(before.group(1)).orElse(0);
    }
    int marker = text.lastIndexOf("注：");
    if (marker >= 0) {
      text = text.substring(marker + 2);
    }
    text = text.replaceAll("^[0-9]+[.、．]", "");
    Matcher between = BETWEEN.matcher(text);
    if (!between.find()) {
      return new Note(
          row,
          List.of(new NoteSide(row.group(), 0, Set.of(), true)),
          List.of(new NoteSide(row.otherGroup(), 0, Set.of(), true)));
    }
    String left = text.substring(0, between.start());
    String right = text.substring(between.end()).replaceAll("类似.*$", "");
    return new Note(row, left(row.group(), left, partHint), right(row.otherGroup(), right));
  }

  private List<NoteSide> left(String group, String text, int partHint) {
    String body = text.replaceAll("^本类似群(中)?", "");
    if (body.equals("本部分")) {
      return List.of(new NoteSide(group, partHint, Set.of(), partHint == 0));
    }
    return sides(group, body);
  }

  private List<NoteSide> right(String group, String text) {
    List<NoteSide> sides = new ArrayList<>();
    Matcher codes = GROUP.matcher(text);
    List<String> found = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    while (codes.find()) {
      found.add(codes.group());
      starts.add(codes.start());
    }
    boolean kinds = text.contains("各种");
    for (int at = 0; at < found.size(); at++) {
      if (!found.get(at).equals(group)) {
        continue;
      }
      int to = at + 1 < starts.size() ? starts.get(at + 1) : text.length();
      String body = text.substring(starts.get(at) + 4, to).replaceAll("[,、和及]+$", "");
      if (body.isEmpty() && kinds) {
        sides.add(new NoteSide(group, 0, Set.of(), true));
      } else {
        sides.addAll(sides(group, body));
      }
    }
    return sides.isEmpty() ? List.of(new NoteSide(group, 0, Set.of(), true)) : sides;
  }

  /// The goods of one group that such words name: `第(二)部分硫酸,盐酸`.
  List<NoteSide> sides(String group, String text) {
    List<NoteSide> sides = new ArrayList<>();
    for (String body : PART_NEXT.split(text.replaceAll("^,+|,+$", ""), -1)) {
      Matcher part = PART.matcher(body);
      if (part.find()) {
        Matcher numbers = PART_NUMBER.matcher(part.group());
        while (numbers.find()) {
          OptionalInt number = Codes.part(numbers.group(1));
          sides.add(side(group, number.orElse(0), body.substring(part.end())));
        }
      } else {
        sides.add(side(group, 0, body));
      }
    }
    return sides;
  }

  private NoteSide side(String group, int part, String words) {
    String rest = words.replaceAll("^,+|,+$", "");
    rest = PARAGRAPH_BEFORE.matcher(rest).replaceFirst("");
    if (rest.isEmpty() || rest.equals("商品") || rest.equals("服务")) {
      boolean paragraph = words.contains("自然段");
      return new NoteSide(group, part, Set.of(), paragraph);
    }
    Set<String> items = new HashSet<>();
    boolean open = false;
    for (String name : split(rest)) {
      String form = ItemNames.form(name);
      Set<String> known = named(group, name);
      if (!known.isEmpty()) {
        items.addAll(known);
      } else {
        open = open || OPEN.matcher(name).find() || !form.isEmpty();
      }
    }
    return new NoteSide(group, part, items, open);
  }

  /// The names of items of a group that such a word means; empty when there is none.
  Set<String> named(String group, String word) {
    return names.getOrDefault(group, Map.of()).getOrDefault(ItemNames.form(word), Set.of());
  }

  /// Between commas that stand in no brackets.
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (sign == '(') {
        depth++;
      } else if (sign == ')') {
        depth--;
      } else if (sign == ',' && depth <= 0) {
        parts.add(text.substring(from, at));
        from = at + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }
}
