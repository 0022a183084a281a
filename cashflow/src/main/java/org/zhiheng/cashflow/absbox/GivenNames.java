package org.zhiheng.cashflow.absbox;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.zhiheng.cashflow.deal.Names;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;

/// The names that AbsBox gives the parts of a deal, made such as rules here may call: letters,
/// digits and `_`, and never two parts of one name. Not for several threads.
final class GivenNames {

  private final Map<Kind, Map<String, String>> names = new EnumMap<>(Kind.class);
  private final Map<String, List<String>> groups = new LinkedHashMap<>();
  private final Map<String, Long> originals = new LinkedHashMap<>();
  private final Set<String> planned = new HashSet<>();
  private final Set<String> locked = new HashSet<>();
  private final Set<String> costly = new HashSet<>();
  private final Set<String> taken = new HashSet<>(Names.OF_POOL);

  GivenNames(YamlMap deal) {
    taken.addAll(List.of(AbsBoxImport.NOT_COLLECTED, SupportImport.EMPTY));
    for (Kind kind : Kind.values()) {
      names.put(kind, new LinkedHashMap<>());
    }
    bonds(deal)
        .forEach((given, bond) -> {
          if (Json.isGroup(bond)) {
            Map<String, YamlPlace> members = Json.members(bond).entries();
            members.forEach(this::bond);
            groups.put(given, List.copyOf(members.keySet()));
          } else {
            bond(given, bond);
          }
        });
    entries(deal, "fees").keySet().forEach(given -> add(Kind.FEE, given));
    entries(deal, "accounts").keySet().forEach(given -> add(Kind.ACCOUNT, given));
    entries(deal, "liqProvider")
        .forEach((given, line) -> {
          add(Kind.SUPPORT, given);
          boolean free =
              Stream.of("liqRate", "liqPremiumRate", "liqRateType", "liqPremiumRateType")
                  .flatMap(key -> line.names().find(key).stream())
                  .allMatch(YamlPlace::isNothing);
          if (!free) {
            costly.add(known(Kind.SUPPORT, given));
          }
        });
  }

  private void bond(String given, YamlPlace place) {
    add(Kind.TRANCHE, given);
    String name = known(Kind.TRANCHE, given);
    YamlMap bond = place.names();
    bond.find("bndOriginInfo")
        .flatMap(at -> at.names().find("originBalance"))
        .or(() -> bond.find("bndBalance"))
        .filter(at -> !at.isNothing())
        .ifPresent(at -> originals.put(name, Json.amount(at)));
    switch (bond.find("bndType").map(at -> Json.tagged(at).tag()).orElse("")) {
      case "PAC", "PacAnchor", "PAC_Anchor" -> planned.add(name);
      case "Lockout" -> locked.add(name);
      default -> {}
    }
  }

  /// What tranches were issued with together, in minor units; before the closing that may be more
  /// than they have.
  long originals(List<String> tranches) {
    return tranches.stream().mapToLong(one -> originals.getOrDefault(one, 0L)).sum();
  }

  /// Whether a tranche is paid down by a plan.
  boolean hasPlan(String tranche) {
    return planned.contains(tranche);
  }

  /// Whether a tranche takes nothing before a day.
  boolean isLocked(String tranche) {
    return locked.contains(tranche);
  }

  /// Whether a line costs anything.
  boolean costs(String support) {
    return costly.contains(support);
  }

  /// What a name may be of.
  enum Kind {
    TRANCHE("tranche"),
    FEE("fee"),
    ACCOUNT("account"),
    SUPPORT("support");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /// The bonds of a deal, groups among them.
  static Map<String, YamlPlace> bonds(YamlMap deal) {
    return entries(deal, "bonds");
  }

  static Map<String, YamlPlace> entries(YamlMap deal, String key) {
    return deal.find(key)
        .filter(at -> !at.isNothing())
        .map(at -> at.names().entries())
        .orElse(Map.of());
  }

  /// Adds a name that is not known yet.
  void add(Kind kind, String given) {
    of(kind).computeIfAbsent(given, one -> free(Json.name(one), kind));
  }

  /// What a given name became; an unknown one is refused.
  String one(Kind kind, YamlPlace place) {
    String given = place.text();
    String name = of(kind).get(given);
    if (name == null) {
      place.refuse("absbox", given, YamlPlace.nearest(kind.word, given, of(kind).keySet()));
      return Json.name(given);
    }
    return name;
  }

  /// What given names became: a list of them, or one.
  List<String> several(Kind kind, YamlPlace place) {
    List<String> several = new ArrayList<>();
    for (YamlPlace each : place.oneOrMore()) {
      String name = one(kind, each);
      if (several.contains(name)) {
        each.refuse("absbox", name, "A name stands once in a list: it is paid once.");
      } else {
        several.add(name);
      }
    }
    if (several.isEmpty()) {
      place.refuse("absbox", "", "A name is missing.");
    }
    return several;
  }

  /// What a given name became that is known.
  String known(Kind kind, String given) {
    return of(kind).getOrDefault(given, Json.name(given));
  }

  /// All of a kind, in the order of the file.
  List<String> all(Kind kind) {
    return List.copyOf(of(kind).values());
  }

  /// The tranches of a group; an unknown one is refused.
  List<String> group(YamlPlace place) {
    String given = place.text();
    if (!groups.containsKey(given)) {
      place.refuse("absbox", given, YamlPlace.nearest("group", given, groups.keySet()));
    }
    return groups.getOrDefault(given, List.of()).stream()
        .map(member -> known(Kind.TRANCHE, member))
        .toList();
  }

  private Map<String, String> of(Kind kind) {
    return names.getOrDefault(kind, Map.of());
  }

  private String free(String wanted, Kind kind) {
    String name = wanted;
    while (!taken.add(name)) {
      name = name + "_" + kind.word;
    }
    return name;
  }
}
