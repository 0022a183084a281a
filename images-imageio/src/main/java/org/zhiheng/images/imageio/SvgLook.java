package org.zhiheng.images.imageio;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.zhiheng.similarity.figure.PictureLimits;
import org.zhiheng.values.Problem;

/// Looks through a drawing before it is drawn: how deep it goes, how many elements it has once
/// those used again are counted as often as they are drawn, and whether it wants anything from
/// outside.
final class SvgLook {

  /// Elements within each other.
  static final int DEPTH_MAX = 40;

  private static final Set<String> PICTURES = Set.of("image", "feimage");

  private static final Set<String> MOVING =
      Set.of("animate", "animatetransform", "animatemotion", "animatecolor", "set");

  /// A step of a filter goes over all pixels, most of them several times.
  private static final int FILTER_WEIGHT = 400;

  private static final Pattern REFERENCE = Pattern.compile("#([^\\s)\"']+)");

  private static final Pattern OUTSIDE = Pattern.compile("url\\(\\s*[\"']?\\s*[^#\"'\\s]");

  private final PictureLimits limits;
  private final Map<String, Part> parts = new HashMap<>();
  private final Part whole = new Part();
  private final Deque<Part> open = new ArrayDeque<>();
  private int depth;
  private int elements;

  /// What an element with an id, or the whole drawing, holds: elements, and parts by their id.
  private static final class Part {
    long own;
    final List<String> uses = new ArrayList<>();
  }

  private SvgLook(PictureLimits limits) {
    this.limits = limits;
  }

  /// Why it is not drawn, or nothing.
  static Optional<Problem> objection(byte[] bytes, PictureLimits limits) {
    if (new String(bytes, StandardCharsets.ISO_8859_1).contains("<!ENTITY")) {
      return Optional.of(
          Problem.of(
              "picture-entities",
              "",
              "<!ENTITY",
              "A drawing declares no entities; save it as plain SVG."));
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      return new SvgLook(limits).read(in);
    } catch (XMLStreamException broken) {
      return Optional.of(
          Problem.of(
              "picture-corrupt",
              "line " + broken.getLocation().getLineNumber(),
              "SVG",
              "The file is cut off or damaged."));
    }
  }

  private Optional<Problem> read(XMLStreamReader in) throws XMLStreamException {
    open.push(whole);
    while (in.hasNext()) {
      int event = in.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        Optional<Problem> objection = begin(in);
        if (objection.isPresent()) {
          return objection;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        open.pop();
      }
    }
    long drawn = drawn(whole, new HashMap<>(), new HashSet<>());
    return drawn > limits.nodesMax()
        ? tooComplex("A drawing draws at most " + limits.nodesMax() + " elements.")
        : Optional.empty();
  }

  private Optional<Problem> begin(XMLStreamReader in) {
    String name = in.getLocalName().toLowerCase(Locale.ROOT);
    if (depth == 0 && !name.equals("svg")) {
      return Optional.of(
          Problem.of(
              "picture-kind-unknown",
              "",
              name,
              "PNG, JPEG, WebP and SVG are read, not other XML."));
    }
    depth++;
    elements++;
    if (depth > DEPTH_MAX) {
      return tooComplex("Elements stand at most " + DEPTH_MAX + " deep within each other.");
    }
    if (elements > limits.nodesMax()) {
      return tooComplex("A drawing has at most " + limits.nodesMax() + " elements.");
    }
    if (PICTURES.contains(name)) {
      return outside(name);
    }
    if (MOVING.contains(name)) {
      return Optional.of(
          Problem.of(
              "picture-animated",
              "",
              name,
              "A figure is one picture; this file holds several that move."));
    }
    Part part = part(in);
    part.own += name.startsWith("fe") ? FILTER_WEIGHT : 1;
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String value = in.getAttributeValue(i);
      boolean link = in.getAttributeLocalName(i).equalsIgnoreCase("href");
      if (OUTSIDE.matcher(value).find()
          || (link && !name.equals("a") && !value.strip().startsWith("#"))) {
        return outside(value);
      }
      if (link || value.contains("url(")) {
        Matcher references = REFERENCE.matcher(value);
        while (references.find()) {
          part.uses.add(references.group(1));
        }
      }
    }
    open.push(part);
    return Optional.empty();
  }

  /// The part that the element belongs to: its own where it has an id.
  private Part part(XMLStreamReader in) {
    Part around = open.element();
    String id = in.getAttributeValue(null, "id");
    if (id == null) {
      return around;
    }
    around.uses.add(id);
    return parts.computeIfAbsent(id, _ -> new Part());
  }

  /// How many elements are drawn for the part; stops counting above the limit.
  private long drawn(Part part, Map<Part, Long> known, Set<Part> within) {
    Long before = known.get(part);
    if (before != null) {
      return before;
    }
    if (!within.add(part)) {
      return 0;
    }
    long sum = part.own;
    for (String use : part.uses) {
      Part used = parts.get(use);
      if (used != null && sum <= limits.nodesMax() && within.size() < 8 * DEPTH_MAX) {
        sum += drawn(used, known, within);
      }
    }
    within.remove(part);
    known.put(part, sum);
    return sum;
  }

  private static Optional<Problem> tooComplex(String reason) {
    return Optional.of(Problem.of("picture-too-complex", "", "", reason));
  }

  private static Optional<Problem> outside(String what) {
    return Optional.of(
        Problem.of(
            "picture-external",
            "",
            what,
            "A drawing holds everything itself and as shapes; this one wants another picture or"
                + " file."));
  }
}
