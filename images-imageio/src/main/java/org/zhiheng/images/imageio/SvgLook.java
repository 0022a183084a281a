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

/// Looks through a drawing before it is drawn: how deep it goes, how much there is to draw once
/// elements that are used again are counted as often as they are drawn, and whether it wants
/// anything from outside.
///
/// Work is counted in elements. Measured with JSVG at 384 points a side, an element that covers the
/// whole picture takes up to half a millisecond, and so do 40 bytes of a path, 20 characters of
/// text; a mask takes ten times that, a layer of its own three times. What no count bounds is not
/// drawn at all: filters and patterns, whose pictures are as large as they say (one of 50 elements
/// wanted more than a gigabyte), dashes, of which a line may have millions, and strokes so wide
/// that curves are cut without end (14 ms each).
final class SvgLook {

  /// Elements within each other.
  static final int DEPTH_MAX = 40;

  private static final Set<String> PICTURES = Set.of("image", "feimage");

  private static final Set<String> MOVING =
      Set.of("animate", "animatetransform", "animatemotion", "animatecolor", "set");

  /// What names a list of points.
  private static final Set<String> POINTS = Set.of("d", "points");

  private static final Set<String> TEXTS = Set.of("text", "tspan", "textpath");

  private static final int POINT_BYTES_OF_ONE = 40;

  private static final int TEXT_LENGTH_OF_ONE = 20;

  private static final int MASK_WEIGHT = 10;

  private static final int LAYER_WEIGHT = 3;

  /// A stroke that is wider is no line of a picture.
  private static final double STROKE_WIDTH_MAX = 1e6;

  private static final String STROKES =
      "A stroke is not dashed and at most a million wide; save the picture as PNG.";

  private static final Pattern DASHES =
      Pattern.compile("stroke-dasharray\\s*[=:]\\s*[\"']?\\s*(?!none|inherit|0*[;\"'}\\s])");

  private static final Pattern STROKE_WIDTH =
      Pattern.compile("stroke-width\\s*[=:]\\s*[\"']?\\s*\\+?([0-9.]+(?:[eE][+-]?[0-9]+)?)");

  private static final Pattern LAYER =
      Pattern.compile("(?:^|[;\\s])(?:opacity|mix-blend-mode)\\s*:");

  private static final Pattern REFERENCE = Pattern.compile("#([^\\s)\"']+)");

  private static final Pattern OUTSIDE = Pattern.compile("url\\(\\s*[\"']?\\s*[^#\"'\\s]");

  private final PictureLimits limits;
  private final Map<String, Part> parts = new HashMap<>();
  private final Part whole = new Part();
  private final Deque<Part> open = new ArrayDeque<>();
  private final Deque<String> names = new ArrayDeque<>();
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
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (text.contains("<!ENTITY")) {
      return Optional.of(
          Problem.of(
              "picture-entities",
              "",
              "<!ENTITY",
              "A drawing declares no entities; save it as plain SVG."));
    }
    // rules of style and attributes alike; attributes once more when their values are read
    if (unbounded(text)) {
      return tooComplex(STROKES);
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
        names.pop();
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        String around = names.peek();
        if (around != null && TEXTS.contains(around)) {
          open.element().own += in.getTextLength() / TEXT_LENGTH_OF_ONE;
        }
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
    if (name.startsWith("fe") || name.equals("pattern")) {
      return tooComplex("Filters and patterns are not drawn; save the picture as PNG.");
    }
    Part part = part(in);
    part.own += 1;
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String value = in.getAttributeValue(i);
      String attribute = in.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
      if (attribute.startsWith("stroke-") && unbounded(attribute + ":" + value + ";")) {
        return tooComplex(STROKES);
      }
      part.own += weight(attribute, value);
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
    names.push(name);
    return Optional.empty();
  }

  /// What an attribute adds to its element.
  private static int weight(String attribute, String value) {
    if (POINTS.contains(attribute)) {
      return value.length() / POINT_BYTES_OF_ONE;
    }
    if (attribute.equals("mask") || (attribute.equals("style") && value.contains("mask"))) {
      return MASK_WEIGHT;
    }
    boolean layer =
        attribute.equals("opacity")
            || attribute.equals("clip-path")
            || (attribute.equals("style") && LAYER.matcher(value).find());
    return layer ? LAYER_WEIGHT : 0;
  }

  private static boolean unbounded(String text) {
    return DASHES.matcher(text).find()
        || STROKE_WIDTH.matcher(text).results().anyMatch(width -> tooWide(width.group(1)));
  }

  private static boolean tooWide(String number) {
    try {
      return !(Double.parseDouble(number) <= STROKE_WIDTH_MAX);
    } catch (NumberFormatException _) {
      return false; // the drawing's reader decides what `1.2.3` is
    }
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
