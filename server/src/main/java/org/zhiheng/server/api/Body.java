package org.zhiheng.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A JSON body, read strictly: one object, each name known and given once; all problems together.
final class Body {

  /// A right with its abstract and goods is some kilobytes.
  static final int BYTES_MAX = 1 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
                  .build())
          .build();

  private final JsonNode object;
  private final List<Problem> problems = new ArrayList<>();

  private Body(JsonNode object, Set<String> known) {
    this.object = object;
    if (holdsNul(object)) {
      problems.add(Problem.of("text-nul", "", "", "A text must not hold the character U+0000."));
    }
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        problems.add(
            Problem.of(
                "field-unknown",
                Problem.shown(name),
                name,
                "Known are " + String.join(", ", known) + "."));
      }
    }
  }

  /// The bytes of a body.
  ///
  /// @throws ProblemsException with `too-large` when there are more than [#BYTES_MAX]
  static byte[] bytes(HttpServletRequest request) {
    try {
      byte[] bytes = request.getInputStream().readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        throw new ProblemsException(
            Problem.of("too-large", "", "", "A body has at most " + BYTES_MAX + " bytes."));
      }
      return bytes;
    } catch (IOException cut) {
      throw new UncheckedIOException("the body was cut off", cut);
    }
  }

  /// Reads an object with these names.
  ///
  /// @throws ProblemsException with `json` when it is no JSON object
  static Body read(byte[] bytes, Set<String> known) {
    try {
      JsonNode node = JSON.readTree(bytes);
      if (node != null && node.isObject()) {
        return new Body(node, known);
      }
    } catch (JacksonException malformed) {
      throw notJson(malformed.getOriginalMessage());
    }
    throw notJson("");
  }

  /// No database keeps it; the parser bounds the depth.
  private static boolean holdsNul(JsonNode node) {
    return (node.isString() && node.asString().indexOf('\0') >= 0)
        || node.propertyNames().stream().anyMatch(name -> name.indexOf('\0') >= 0)
        || node.valueStream().anyMatch(Body::holdsNul);
  }

  private static ProblemsException notJson(String given) {
    return new ProblemsException(
        Problem.of("json", "", given == null ? "" : given, "The body must be one JSON object."));
  }

  /// A text that must be there.
  <T> T value(String name, Function<String, Parsed<T>> parser) {
    JsonNode node = object.path(name);
    if (!node.isString() || node.asString().isBlank()) {
      problems.add(Problem.of("required", name, "", "This text is needed."));
      throw new ProblemsException(problems);
    }
    return switch (parser.apply(node.asString())) {
      case Parsed.Ok<T> ok -> ok.value();
      case Parsed.Refused<T> refused -> {
        problems.add(refused.problem().at(name));
        throw new ProblemsException(problems);
      }
    };
  }

  /// A value, if it is given: a text, a number, or an array of them, which is read as they are
  /// joined by commas.
  <T> Optional<T> optional(String name, Function<String, Parsed<T>> parser) {
    JsonNode node = object.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    String text;
    if (node.isString() || node.isIntegralNumber()) {
      text = node.asString();
    } else if (node.isArray()
        && node.valueStream().allMatch(one -> one.isString() || one.isIntegralNumber())) {
      text = String.join(",", node.valueStream().map(JsonNode::asString).toList());
    } else {
      problems.add(
          Problem.of(
              "text", name, node.toString(), "This must be a text, a number or an array of them."));
      return Optional.empty();
    }
    if (text.isBlank()) {
      return Optional.empty();
    }
    Parsed<T> parsed = parser.apply(text);
    parsed.refusal().map(problem -> problem.at(name)).ifPresent(problems::add);
    return parsed.found();
  }

  /// Texts, each read; empty when they are not given.
  ///
  /// @param most of them
  <T> List<T> list(String name, int most, Function<String, Parsed<T>> parser) {
    JsonNode node = object.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    if (!node.isArray() || !node.valueStream().allMatch(JsonNode::isString)) {
      problems.add(Problem.of("text", name, node.toString(), "This must be an array of texts."));
      return List.of();
    }
    if (node.size() > most) {
      problems.add(
          Problem.of(
              "limit", name, Integer.toString(node.size()), "At most " + most + " of them."));
      return List.of();
    }
    List<T> found = new ArrayList<>();
    node.valueStream()
        .map(one -> parser.apply(one.asString()))
        .forEach(parsed -> {
          parsed.refusal().map(problem -> problem.at(name)).ifPresent(problems::add);
          parsed.found().ifPresent(found::add);
        });
    return found;
  }

  /// Texts as they are, without blanks around them.
  List<String> texts(String name, int most) {
    return list(name, most, text -> Parsed.ok(text.strip()));
  }

  /// Whether something is so; false when it is not given.
  boolean truth(String name) {
    JsonNode node = object.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return false;
    }
    if (!node.isBoolean()) {
      problems.add(Problem.of("truth", name, node.toString(), "It is true or false."));
      return false;
    }
    return node.asBoolean();
  }

  /// Names that go together: all are given or none.
  ///
  /// @return whether they are
  boolean together(String... names) {
    long given =
        Stream.of(names)
            .filter(name -> !object.path(name).isMissingNode() && !object.path(name).isNull())
            .count();
    if (given != 0 && given != names.length) {
      problems.add(
          Problem.of(
              "required", names[0], "", "These go together: " + String.join(", ", names) + "."));
    }
    return given == names.length;
  }

  /// A text of at most so many characters; empty when it is not given.
  String text(String name, int lengthMax) {
    String text = text(name).strip();
    if (text.length() > lengthMax) {
      problems.add(
          Problem.of("too-long", name, text, "At most " + lengthMax + " characters are read."));
      return "";
    }
    return text;
  }

  /// A text; empty when it is not given.
  String text(String name) {
    JsonNode node = object.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    if (!node.isString()) {
      problems.add(Problem.of("text", name, node.toString(), "This must be a text."));
      return "";
    }
    return node.asString();
  }

  /// The texts of an object within; an array of texts is joined as forms join them.
  Map<String, String> texts(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    JsonNode within = object.path(name);
    if (within.isMissingNode() || within.isNull()) {
      return texts;
    }
    if (!within.isObject()) {
      problems.add(Problem.of("object", name, within.toString(), "This must be an object."));
      return texts;
    }
    for (Map.Entry<String, JsonNode> entry : within.properties()) {
      JsonNode node = entry.getValue();
      if (node.isString()) {
        texts.put(entry.getKey(), node.asString());
      } else if (node.isArray() && node.valueStream().allMatch(JsonNode::isString)) {
        texts.put(
            entry.getKey(), String.join("; ", node.valueStream().map(JsonNode::asString).toList()));
      } else {
        problems.add(
            Problem.of(
                "text",
                name + "." + entry.getKey(),
                node.toString(),
                "This must be a text or an array of texts."));
      }
    }
    return texts;
  }

  /// @throws ProblemsException when anything was refused
  void check() {
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
  }
}
