package org.zhiheng.server;

import java.util.List;
import java.util.Map;
import org.zhiheng.cashflow.template.Template;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.server.api.Operation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON bodies of operations, nearly right and spoilt.
final class Bodies {

  private static final JsonMapper JSON = new JsonMapper();

  /// What stands in fields whose names say what it is.
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("on", "2026-01-05"),
          Map.entry("from", "2026-01-05"),
          Map.entry("until", "2027-01-05"),
          Map.entry("term", "2030-01-05"),
          Map.entry("asOf", "2026-11-22"),
          Map.entry("first", "2026-01-05"),
          Map.entry("last", "2030-01-05"),
          Map.entry("right", "R1"),
          Map.entry("rights", "R1"),
          Map.entry("kind", "design"),
          Map.entry("office", "CN"),
          Map.entry("amount", "900"),
          Map.entry("secured", "900"),
          Map.entry("name", "LABUBU"),
          Map.entry("class", "9"),
          Map.entry("deal", Template.LEASE_BACK.deal()),
          Map.entry("assume", Template.LEASE_BACK.assumptions()));

  private Bodies() {}

  static String of(Seed seed, Operation operation, SeenForms forms) {
    String sound = OperationBodies.of(operation);
    if (sound.length() > 2 && seed.chance(0.3)) {
      return Spoilt.json(seed, sound);
    }
    ObjectNode body = JSON.createObjectNode();
    for (String field : operation.spec().fields()) {
      if (!seed.chance(0.8)) {
        continue;
      }
      String value = KNOWN.getOrDefault(field, "x");
      switch (seed.between(0, 8)) {
        case 0 -> body.putArray(field).add(value).add(forms.value(seed, value));
        case 1 -> body.putObject(field).put("code", value).put("holder", forms.value(seed, value));
        case 2 -> body.put(field, seed.between(-1, 400));
        case 3 -> body.put(field, seed.chance(0.5));
        case 4 -> body.put(field, forms.value(seed, value));
        case 5 -> {
          List<String> lines = List.of(Spoilt.lines(seed, value).split("\n", 2));
          body.put(field, value.length() > 200 ? Spoilt.lines(seed, value) : lines.getFirst());
        }
        default -> body.put(field, value);
      }
    }
    String text = JSON.writeValueAsString(body);
    return seed.chance(0.3) ? Spoilt.json(seed, text) : text;
  }
}
