package org.zhiheng.deadlines.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The YAML files of the product as plain maps and lists.
record Sheets(
    Map<String, Map<String, Object>> rules,
    Map<String, Map<String, Object>> laws,
    Map<String, Object> calendar) {

  static Sheets read() {
    Map<String, Map<String, Object>> rules = new LinkedHashMap<>();
    for (String file : text("rules/index.txt").lines().toList()) {
      maps(yaml("rules/" + file.strip()), "rules")
          .forEach(rule -> rules.put(word(rule, "id"), rule));
    }
    Map<String, Map<String, Object>> laws = new LinkedHashMap<>();
    maps(yaml("laws/cn.yaml"), "laws").forEach(law -> laws.put(word(law, "id"), law));
    return new Sheets(rules, laws, yaml("calendar/cn.yaml"));
  }

  /// A list of maps below a key; empty when the key is missing.
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> maps(Map<String, Object> map, String key) {
    return (List<Map<String, Object>>) map.getOrDefault(key, List.of());
  }

  static List<String> words(Map<String, Object> map, String key) {
    List<String> words = new ArrayList<>();
    for (Object word : (List<?>) map.getOrDefault(key, List.of())) {
      words.add(String.valueOf(word));
    }
    return words;
  }

  static String word(Map<String, Object> map, String key) {
    return map.containsKey(key) ? String.valueOf(map.get(key)) : "";
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> yaml(String name) {
    return (Map<String, Object>)
        Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromString(text(name)));
  }

  private static String text(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            Sheets.class.getResourceAsStream("/org/zhiheng/deadlines/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
