package org.zhiheng.deadlines.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhiheng.deadlines.yaml.YamlReader;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.ProblemsException;

/// Files of the product, spoilt by seed. The one exception that may come out is
/// [ProblemsException].
final class RuleReaderFuzz {

  private static final String LAWS =
      YamlReader.resource(RuleBook.class, "/org/zhiheng/deadlines/laws/cn.yaml");
  private static final List<String> FILES =
      YamlReader.resource(RuleBook.class, "/org/zhiheng/deadlines/rules/index.txt")
          .lines()
          .filter(line -> !line.isBlank())
          .map(name -> YamlReader.resource(RuleBook.class, "/org/zhiheng/deadlines/rules/" + name))
          .toList();
  private static final String SIGNS = " \n:-{}[]&*!|>'\"%@`,#?\t~0129abz第\u0000\uFEFF\uD800";

  @Seeds(300)
  void nothingButProblemsComesOut(Seed seed) {
    for (int i = 0; i < 10; i++) {
      String text = spoilt(seed, seed.chance(0.2) ? LAWS : seed.oneOf(FILES));
      try {
        RuleBook book =
            seed.chance(0.5)
                ? RuleBook.read(LAWS, Map.of("spoilt.yaml", text))
                : RuleBook.read(text, Map.of());
        assertThat(book.rules()).isNotNull();
      } catch (ProblemsException refused) {
        assertThat(refused.problems())
            .allSatisfy(problem -> {
              assertThat(problem.code()).startsWith("rule-");
              assertThat(problem.line()).isNotBlank();
            });
      }
    }
  }

  private static String spoilt(Seed seed, String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (int change = seed.between(1, 6); change > 0; change--) {
      int at = seed.between(0, lines.size());
      String line = lines.get(at);
      switch (seed.between(0, 5)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(at, line);
        case 2 -> lines.set(at, line.substring(seed.between(0, line.length() + 1)));
        case 3 -> lines.add(at, lines.get(seed.between(0, lines.size())));
        default -> {
          int cut = seed.between(0, line.length() + 1);
          char sign = SIGNS.charAt(seed.between(0, SIGNS.length()));
          lines.set(at, line.substring(0, cut) + sign + line.substring(cut));
        }
      }
      if (lines.isEmpty()) {
        lines.add("");
      }
    }
    return String.join("\n", lines);
  }
}
