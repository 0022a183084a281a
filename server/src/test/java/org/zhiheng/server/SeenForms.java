package org.zhiheng.server;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.server.security.Browser;

/// What a walk through the pages found: their forms with the values that stand in them, and the ids
/// that they link to. Out of this come requests that are nearly right.
final class SeenForms {

  /// One page of each kind, and some of each kind's ids, are found in these.
  private static final int PAGES_MAX = 120;

  private static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/[^\"#]*)");
  private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
  private static final Pattern ACTION = Pattern.compile("action=\"([^\"?]*)");
  private static final Pattern FIELD =
      Pattern.compile("<(?:input|select|textarea|button)\\b[^>]*?\\bname=\"([^\"]+)\"[^>]*>");
  private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
  private static final Pattern OPTION = Pattern.compile("<option[^>]*\\bvalue=\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\\b([A-Z]{1,2})([0-9]+)\\b");
  private static final Pattern VARIABLE =
      Pattern.compile("\\{([a-zA-Z]+)(:(?:[^{}]|\\{[0-9,]+\\})*)?\\}");

  /// What fits many fields.
  private static final List<String> WORDS =
      List.of(
          "R1",
          "R2",
          "P1",
          "I1",
          "2026-01-05",
          "2020-02-29",
          "100",
          "1",
          "0.05",
          "CNY",
          "CN",
          "on",
          "true",
          "design",
          "mark",
          "assigned",
          "pledged",
          "licensed",
          "granted",
          "甲公司",
          "LABUBU",
          "201830514079.9",
          "12345678",
          "9",
          "0901",
          "close",
          "zh",
          "en",
          "administrator",
          "x");

  private final Map<String, Map<String, String>> forms = new TreeMap<>();
  private final Map<String, Set<String>> ids = new TreeMap<>();
  private final Set<String> names = new TreeSet<>();
  private final Set<String> values = new TreeSet<>(WORDS);

  private SeenForms() {}

  /// Walks from the first page to what it links to.
  static SeenForms from(Browser browser) throws IOException {
    SeenForms seen = new SeenForms();
    Deque<String> open = new ArrayDeque<>(List.of("/"));
    Set<String> kinds = new HashSet<>();
    int pages = 0;
    while (!open.isEmpty() && pages < PAGES_MAX) {
      Browser.Answer answer = browser.get(open.remove());
      pages++;
      seen.look(answer.body());
      Matcher links = LINK.matcher(answer.body());
      while (links.find()) {
        String link = links.group(1).replace("&amp;", "&");
        if (kinds.add(kind(link)) && !link.startsWith("/static/")) {
          open.add(link);
        }
      }
    }
    return seen;
  }

  /// Links to two rights are of one kind.
  private static String kind(String link) {
    String path = link.contains("?") ? link.substring(0, link.indexOf('?')) : link;
    return path.replaceAll("[0-9a-f]{64}", "#").replaceAll("[0-9]+", "#");
  }

  private void look(String page) {
    Matcher found = ID.matcher(page);
    while (found.find()) {
      Set<String> known = ids.computeIfAbsent(found.group(1), _ -> new TreeSet<>());
      if (known.size() < 20) {
        known.add(found.group());
      }
    }
    Matcher form = FORM.matcher(page);
    while (form.find()) {
      Matcher action = ACTION.matcher(form.group(1));
      Map<String, String> fields =
          forms.computeIfAbsent(
              action.find() ? kind(action.group(1)) : "", _ -> new LinkedHashMap<>());
      Matcher field = FIELD.matcher(form.group(2));
      while (field.find()) {
        Matcher value = VALUE.matcher(field.group());
        Matcher option = OPTION.matcher(form.group(2)).region(field.end(), form.group(2).length());
        String stands =
            value.find()
                ? value.group(1)
                : field.group().startsWith("<select") && option.find() ? option.group(1) : "";
        if (!field.group(1).equals("_csrf")) {
          names.add(field.group(1));
          fields.put(field.group(1), stands);
          values.add(stands);
        }
      }
    }
  }

  /// Whose account may be changed: not the one that asks, which would lock itself out.
  void only(String user) {
    ids.put("U", Set.of(user));
  }

  /// A value that stands somewhere, or one that stands nowhere.
  String value(Seed seed, String sound) {
    return switch (seed.between(0, 6)) {
      case 0, 1 -> sound;
      case 2 -> seed.oneOf(List.copyOf(values));
      case 3 -> seed.oneOf(WORDS);
      case 4 -> Spoilt.text(seed, sound);
      default -> Spoilt.word(seed);
    };
  }

  /// A path that fits, more or less.
  String path(Seed seed, String pattern) {
    Matcher variable = VARIABLE.matcher(pattern.replace("/**", "/x"));
    StringBuilder path = new StringBuilder();
    while (variable.find()) {
      variable.appendReplacement(
          path, Matcher.quoteReplacement(inPath(seed, variable.group(1), variable.group())));
    }
    return variable.appendTail(path).toString();
  }

  private String inPath(Seed seed, String name, String variable) {
    if (seed.chance(0.2)) {
      String odd = seed.oneOf(List.of("%00", "%zz", "%ff%fe", "..", "%2e%2e%2f", "a;b=c", "999"));
      return seed.chance(0.5) ? odd : cut(encoded(Spoilt.word(seed)));
    }
    Matcher letters = Pattern.compile(":([A-Z]+)\\[").matcher(variable);
    String prefix = letters.find() ? letters.group(1) : prefix(name);
    Set<String> known = ids.getOrDefault(prefix, Set.of(prefix + "1"));
    return variable.contains("{64}")
        ? "0".repeat(64)
        : prefix.isEmpty() ? cut(encoded(value(seed, "1"))) : seed.oneOf(List.copyOf(known));
  }

  private static String prefix(String name) {
    return switch (name) {
      case "right" -> "R";
      case "party" -> "P";
      case "run" -> "I";
      case "recordal" -> "C";
      case "notice" -> "N";
      case "examination" -> "X";
      case "watch" -> "W";
      case "evidence" -> "EV";
      case "organisation" -> "O";
      case "user", "person" -> "U";
      case "token" -> "K";
      default -> "";
    };
  }

  /// A query of these names, and of others that stand in forms.
  String query(Seed seed, List<String> parameters) {
    List<String> all = new ArrayList<>(parameters.isEmpty() ? names : parameters);
    StringBuilder query = new StringBuilder();
    for (int count = seed.between(0, 6); count > 0 && !all.isEmpty(); count--) {
      query.append(query.isEmpty() ? '?' : '&').append(encoded(seed.oneOf(all))).append('=');
      query.append(cut(encoded(value(seed, seed.oneOf(WORDS)))));
    }
    return query.toString();
  }

  /// The fields of the form that is sent there, spoilt; of some form where none is known.
  Map<String, String> fields(Seed seed, String path) {
    Map<String, String> sound =
        forms.containsKey(kind(path)) || forms.isEmpty()
            ? forms.getOrDefault(kind(path), Map.of())
            : forms.getOrDefault(seed.oneOf(List.copyOf(forms.keySet())), Map.of());
    Map<String, String> fields = new LinkedHashMap<>();
    sound.forEach((name, value) -> {
      if (seed.chance(0.85)) {
        String from = value.isEmpty() && seed.chance(0.7) ? seed.oneOf(WORDS) : value;
        fields.put(name, seed.chance(0.5) ? from : value(seed, from));
      }
    });
    if (seed.chance(0.3) && !names.isEmpty()) {
      fields.put(seed.oneOf(List.copyOf(names)), value(seed, "1"));
    }
    return fields;
  }

  /// Heads are some kilobytes at most.
  private static String cut(String text) {
    return text.length() <= 600 ? text : text.substring(0, 600 - 600 % 3).replaceAll("%.?$", "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
