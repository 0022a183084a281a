package org.zhiheng.jobs.examine.pattern;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.RightId;

/// Names that seem made by a rule: counters on a template, combinations on one day, names one sign
/// apart, letters that rarely follow each other.
///
/// Cost: linear in the letters of all names, but for the combinations of one day, which are
/// quadratic in the length of a name.
final class SeriesNames {

  private static final java.util.regex.Pattern COUNTER =
      java.util.regex.Pattern.compile("[0-9]+|[〇零一二三四五六七八九十百]+");

  /// Shorter names are one apart by chance.
  private static final int ONE_APART_HAN_MIN = 3;

  private static final int ONE_APART_LATIN_MIN = 5;

  /// Parts of a combination; shorter ones meet by chance.
  private static final int PART_HAN_MIN = 2;

  private static final int PART_LATIN_MIN = 3;

  private final Words words;
  private final int namesMin;

  SeriesNames(Words words, int namesMin) {
    this.words = words;
    this.namesMin = namesMin;
  }

  Factor of(Factors factors, List<String> referenceNames) {
    List<NamedForm> forms = forms(factors.filings());
    List<Evidence.Series> series = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    add(series, figures, factors, forms, Evidence.SeriesRule.COUNTER, counters(forms));
    add(series, figures, factors, forms, Evidence.SeriesRule.GRID, grids(forms));
    add(series, figures, factors, forms, Evidence.SeriesRule.ONE_APART, oneApart(forms));
    List<NamedForm> judged =
        forms.stream().filter(form -> LetterModel.judges(form.form())).toList();
    Optional<LetterModel> model =
        LetterModel.of(
            referenceNames.stream()
                .flatMap(name -> words.read(name).found().stream())
                .map(WordMark::form)
                .toList());
    model.ifPresent(letters -> {
      List<NamedForm> rare = judged.stream().filter(form -> letters.rare(form.form())).toList();
      add(
          series,
          figures,
          factors,
          judged,
          Evidence.SeriesRule.UNLIKELY_LETTERS,
          rare.isEmpty() ? Map.of() : Map.of("", rare));
    });
    return factors.of(
        Factor.Kind.SERIES,
        figures,
        series,
        forms.isEmpty() ? Factor.Confidence.THIN : Factor.Confidence.COMPUTED,
        why(model.isPresent()));
  }

  private static Said why(boolean letters) {
    return letters
        ? new Said(
            "按不同名称计；字母排列以本工作区他人名称为参照，任意名称约有百分之一会列入。",
            "Different names are counted; letters are measured by others' names in the workspace, of"
                + " which about one in a hundred is listed by construction.")
        : new Said(
            "按不同名称计；工作区中他人的拉丁字母名称不足 " + LetterModel.NAMES_MIN + " 个，未判断字母排列。",
            "Different names are counted; the workspace has fewer than "
                + LetterModel.NAMES_MIN
                + " Latin names of others, so letters were not judged.");
  }

  private void add(
      List<Evidence.Series> series,
      List<Figure> figures,
      Factors factors,
      List<NamedForm> of,
      Evidence.SeriesRule rule,
      Map<String, List<NamedForm>> found) {
    Set<String> names = new HashSet<>();
    TreeSet<RightId> rights = new TreeSet<>();
    new TreeMap<>(found)
        .forEach((pattern, members) -> {
          TreeSet<RightId> ids = new TreeSet<>();
          members.forEach(member -> {
            ids.addAll(member.rights());
            names.add(member.form());
          });
          rights.addAll(ids);
          series.add(
              new Evidence.Series(
                  rule,
                  pattern,
                  members.stream().map(NamedForm::name).limit(Evidence.Series.NAMES_MAX).toList(),
                  List.copyOf(ids)));
        });
    figures.add(factors.share(code(rule), names.size(), of.size(), "names", label(rule), rights));
  }

  /// `names-by-counter`
  static String code(Evidence.SeriesRule rule) {
    return switch (rule) {
      case COUNTER -> "names-by-counter";
      case GRID -> "names-by-combination";
      case ONE_APART -> "names-one-apart";
      case UNLIKELY_LETTERS -> "names-of-rare-letters";
    };
  }

  private Said label(Evidence.SeriesRule rule) {
    return switch (rule) {
      case COUNTER ->
          new Said(
              "同一模板加序号的名称（至少 " + namesMin + " 个）",
              "names of one template and a counter, at least " + namesMin);
      case GRID ->
          new Said(
              "同日由前后部分组合而成的名称（各至少 " + namesMin + " 种）",
              "names combined from parts on one day, each part in at least " + namesMin);
      case ONE_APART ->
          new Said(
              "彼此仅差一字的名称族（至少 " + namesMin + " 个）",
              "names in families that are one sign apart, at least " + namesMin);
      case UNLIKELY_LETTERS ->
          new Said("字母排列罕见的名称", "names whose letters rarely follow each other");
    };
  }

  /// The different names, in the order of their first rights.
  private List<NamedForm> forms(List<Filing> filings) {
    Map<String, NamedForm> byForm = new java.util.LinkedHashMap<>();
    for (Filing filing : filings) {
      words
          .read(filing.name())
          .found()
          .ifPresent(mark -> {
            NamedForm known =
                byForm.getOrDefault(
                    mark.form(),
                    new NamedForm(
                        mark.form(), filing.name().strip(), new TreeSet<>(), new TreeSet<>()));
            byForm.put(mark.form(), known.and(filing.right(), filing.filedOn()));
          });
    }
    return List.copyOf(byForm.values());
  }

  private Map<String, List<NamedForm>> counters(List<NamedForm> forms) {
    Map<String, List<NamedForm>> byTemplate = new HashMap<>();
    for (NamedForm form : forms) {
      String template = COUNTER.matcher(form.form()).replaceAll("#");
      if (!template.equals(form.form())) {
        byTemplate.computeIfAbsent(template, _ -> new ArrayList<>()).add(form);
      }
    }
    byTemplate.values().removeIf(members -> members.size() < namesMin);
    return byTemplate;
  }

  private Map<String, List<NamedForm>> grids(List<NamedForm> forms) {
    Map<LocalDate, List<NamedForm>> byDay = new TreeMap<>();
    for (NamedForm form : forms) {
      form.days().forEach(day -> byDay.computeIfAbsent(day, _ -> new ArrayList<>()).add(form));
    }
    Map<String, List<NamedForm>> grids = new HashMap<>();
    byDay.forEach((day, members) -> {
      List<NamedForm> combined = combined(members);
      if (!combined.isEmpty()) {
        grids.put(day.toString(), combined);
      }
    });
    return grids;
  }

  private List<NamedForm> combined(List<NamedForm> members) {
    if (members.size() < namesMin * namesMin) {
      return List.of();
    }
    Map<String, Set<String>> after = new HashMap<>();
    Map<String, Set<String>> before = new HashMap<>();
    for (NamedForm member : members) {
      for (int at : splits(member.form())) {
        String head = member.form().substring(0, at);
        String tail = member.form().substring(at);
        after.computeIfAbsent(head, _ -> new HashSet<>()).add(tail);
        before.computeIfAbsent(tail, _ -> new HashSet<>()).add(head);
      }
    }
    return members.stream()
        .filter(member ->
            splits(member.form()).stream()
                .anyMatch(at ->
                    after.getOrDefault(member.form().substring(0, at), Set.of()).size() >= namesMin
                        && before.getOrDefault(member.form().substring(at), Set.of()).size()
                            >= namesMin))
        .toList();
  }

  private static List<Integer> splits(String form) {
    int least = han(form) ? PART_HAN_MIN : PART_LATIN_MIN;
    List<Integer> splits = new ArrayList<>();
    for (int at = least; at <= form.length() - least; at++) {
      if (!Character.isLowSurrogate(form.charAt(at))) {
        splits.add(at);
      }
    }
    return splits;
  }

  /// Families: names linked by one sign exchanged, added or left out.
  private Map<String, List<NamedForm>> oneApart(List<NamedForm> forms) {
    Map<String, Integer> index = new HashMap<>();
    for (int at = 0; at < forms.size(); at++) {
      index.put(forms.get(at).form(), at);
    }
    int[] root = new int[forms.size()];
    java.util.Arrays.setAll(root, at -> at);
    Map<String, Integer> exchanged = new HashMap<>();
    for (int at = 0; at < forms.size(); at++) {
      String form = forms.get(at).form();
      if (form.length() < (han(form) ? ONE_APART_HAN_MIN : ONE_APART_LATIN_MIN)) {
        continue;
      }
      for (int sign = 0; sign < form.length(); sign++) {
        String head = form.substring(0, sign);
        String tail = form.substring(sign + 1);
        Integer shorter = index.get(head + tail);
        if (shorter != null) {
          join(root, at, shorter);
        }
        Integer alike = exchanged.putIfAbsent(head + "\u0000" + tail, at);
        if (alike != null) {
          join(root, at, alike);
        }
      }
    }
    Map<Integer, List<NamedForm>> families = new TreeMap<>();
    for (int at = 0; at < root.length; at++) {
      families.computeIfAbsent(root(root, at), _ -> new ArrayList<>()).add(forms.get(at));
    }
    Map<String, List<NamedForm>> named = new HashMap<>();
    families.values().stream()
        .filter(members -> members.size() >= namesMin)
        .forEach(members -> named.put(first(members), members));
    return named;
  }

  private static String first(Collection<NamedForm> members) {
    return members.iterator().next().form();
  }

  private static void join(int[] root, int one, int other) {
    int first = root(root, one);
    int second = root(root, other);
    root[Math.max(first, second)] = Math.min(first, second);
  }

  private static int root(int[] root, int of) {
    int at = of;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  private static boolean han(String form) {
    return form.codePoints()
        .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
  }
}
