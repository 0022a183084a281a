package org.zhiheng.jobs.administer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which event starts which rule, as a file of the program says, and which rules no event starts.
///
/// The table is ours: the sources name the event in words, and these are the events that mean it.
///
/// @param all in the order of the file
/// @param askedFor rules that are asked for by hand, with the reason
/// @param standstill what a proceeding that stands still does to clocks
record Triggers(List<Trigger> all, Map<String, String> askedFor, Standstill standstill) {

  Triggers {
    all = List.copyOf(all);
    askedFor = Map.copyOf(askedFor);
  }

  /// Reads what the program brings.
  ///
  /// @throws IllegalStateException when the file names a kind of right or an event that is none
  static Triggers load() {
    try (InputStream in = Triggers.class.getResourceAsStream("cn.json")) {
      if (in == null) {
        throw new IllegalStateException("the class path has no cn.json");
      }
      return read(new JsonMapper().readTree(in.readAllBytes()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read cn.json", unreadable);
    }
  }

  private static Triggers read(JsonNode root) {
    List<Trigger> all = new ArrayList<>();
    for (JsonNode one : root.path("triggers")) {
      all.add(trigger(one));
    }
    Map<String, String> askedFor = new TreeMap<>();
    for (JsonNode one : root.path("askedFor")) {
      askedFor.put(one.path("rule").asString(), one.path("why").asString());
    }
    return new Triggers(all, askedFor, standstill(root.path("standstill")));
  }

  private static Standstill standstill(JsonNode root) {
    List<Standstill.Text> texts = new ArrayList<>();
    for (JsonNode one : root.path("texts")) {
      texts.add(
          new Standstill.Text(
              LocalDate.parse(one.path("from").asString()),
              new Citation(
                  one.path("instrument").asString(),
                  one.path("article").asString(),
                  one.path("address").asString(),
                  Optional.of(LocalDate.parse(one.path("read_on").asString())),
                  Confidence.valueOf(one.path("confidence").asString().toUpperCase(Locale.ROOT)))));
    }
    return new Standstill(Set.copyOf(texts(root.path("rules"))), texts);
  }

  private static Trigger trigger(JsonNode one) {
    Map<RightKind, Set<String>> cases = new EnumMap<>(RightKind.class);
    one.path("cases")
        .forEachEntry(
            (kind, names) -> cases.put(RightKind.parse(kind).orThrow(), Set.copyOf(texts(names))));
    return new Trigger(
        one.path("rule").asString(),
        texts(one.path("rights")).stream()
            .map(kind -> RightKind.parse(kind).orThrow())
            .collect(Collectors.toSet()),
        event(one.path("by").asString()),
        one.has("day")
            ? Trigger.Day.valueOf(
                one.path("day").asString().toUpperCase(Locale.ROOT).replace('-', '_'))
            : Trigger.Day.EVENT,
        cases,
        events(one.path("clears")),
        events(one.path("settledBy")),
        !one.has("endedBy"),
        one.path("group").asString(""),
        one.path("region").asString(""),
        one.path("optional").asBoolean(false));
  }

  private static Set<String> events(JsonNode names) {
    return texts(names).stream().map(Triggers::event).collect(Collectors.toSet());
  }

  private static String event(String code) {
    if (Act.parse(code).found().isEmpty() && FactKind.parse(code).found().isEmpty()) {
      throw new IllegalStateException("no event has the code " + code);
    }
    return code;
  }

  private static List<String> texts(JsonNode names) {
    return StreamSupport.stream(names.spliterator(), false).map(JsonNode::asString).toList();
  }
}
