package org.zhiheng.jobs.examine.assignment;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.number.ClassScheme;

/// What a mark stands for, as the register has it.
///
/// @param classes Nice classes
/// @param groups similar groups, four digits; empty where the register does not know them
/// @param goods goods and services as listed; may be empty
public record MarkedGoods(
    NavigableSet<String> classes, NavigableSet<String> groups, List<String> goods) {

  /// Copies the sets and the list.
  public MarkedGoods {
    classes = java.util.Collections.unmodifiableNavigableSet(new TreeSet<>(classes));
    groups = java.util.Collections.unmodifiableNavigableSet(new TreeSet<>(groups));
    goods = List.copyOf(goods);
  }

  /// Those of a mark's record. A group brings the class it belongs to: its first two digits.
  public static MarkedGoods of(Bibliography bibliography) {
    TreeSet<String> classes = new TreeSet<>();
    TreeSet<String> groups = new TreeSet<>();
    bibliography
        .classes()
        .forEach(symbol -> {
          if (symbol.scheme() == ClassScheme.NICE) {
            classes.add(classNumber(symbol.symbol()));
          } else if (symbol.scheme() == ClassScheme.SIMILAR_GROUP) {
            groups.add(symbol.symbol());
            if (symbol.symbol().length() >= 2) {
              classes.add(symbol.symbol().substring(0, 2));
            }
          }
        });
    return new MarkedGoods(
        classes, groups, bibliography.sign().map(Bibliography.Sign::goods).orElse(List.of()));
  }

  /// A class as two digits: `9` and `09` are one.
  private static String classNumber(String symbol) {
    return symbol.length() == 1 ? "0" + symbol : symbol;
  }
}
