package org.zhiheng.intake.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An element of a tree, found by names without their prefixes.
///
/// Built by [Trees] and not changed afterwards.
public final class Element {

  private final String name;
  private final @Nullable Element parent;

  /// By local name.
  private final Map<String, String> attributes;

  private final List<Node> nodes = new ArrayList<>(4);

  /// What an element holds: elements and texts in their order.
  private sealed interface Node {}

  private record Child(Element element) implements Node {}

  private record Chars(String text) implements Node {}

  Element(String name, @Nullable Element parent, Map<String, String> attributes) {
    this.name = name;
    this.parent = parent;
    this.attributes = Map.copyOf(attributes);
    if (parent != null) {
      parent.nodes.add(new Child(this));
    }
  }

  @Nullable Element above() {
    return parent;
  }

  void append(String text) {
    nodes.add(new Chars(text));
  }

  /// Local name.
  public String local() {
    return name.substring(name.indexOf(':') + 1);
  }

  /// The attribute with this local name, or empty.
  public String attribute(String local) {
    return attributes.getOrDefault(local, "");
  }

  /// The children with this local name, in their order.
  public List<Element> all(String local) {
    List<Element> found = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Child child && child.element().local().equals(local)) {
        found.add(child.element());
      }
    }
    return found;
  }

  /// All children that are elements.
  public List<Element> children() {
    List<Element> found = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Child child) {
        found.add(child.element());
      }
    }
    return found;
  }

  /// The first element at the end of this way of local names, each a child of the one before.
  public Optional<Element> first(String... way) {
    Element at = this;
    for (String step : way) {
      List<Element> found = at.all(step);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      at = found.getFirst();
    }
    return Optional.of(at);
  }

  /// The text of [#first], or empty.
  public String textOf(String... way) {
    return first(way).map(Element::text).orElse("");
  }

  /// All elements below this one with this local name, in the document's order.
  public List<Element> below(String local) {
    List<Element> found = new ArrayList<>();
    below(local, found);
    return found;
  }

  private void below(String local, List<Element> into) {
    for (Node node : nodes) {
      if (node instanceof Child child) {
        if (child.element().local().equals(local)) {
          into.add(child.element());
        }
        child.element().below(local, into);
      }
    }
  }

  /// All text in and below it; blanks are drawn together to one, and there is none around it.
  public String text() {
    StringBuilder raw = new StringBuilder();
    raw(raw);
    StringBuilder text = new StringBuilder(raw.length());
    boolean blank = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c <= ' ' || c == '\u00a0' || c == '\u3000') {
        blank = true;
      } else {
        if (blank && !text.isEmpty()) {
          text.append(' ');
        }
        blank = false;
        text.append(c);
      }
    }
    return text.toString();
  }

  /// All text in and below it, as written.
  public String raw() {
    StringBuilder raw = new StringBuilder();
    raw(raw);
    return raw.toString();
  }

  private void raw(StringBuilder into) {
    for (Node node : nodes) {
      switch (node) {
        case Chars chars -> into.append(chars.text());
        case Child child -> child.element().raw(into);
      }
    }
  }

  /// Where it stands: `/us-patent-grant/claims[1]/claim[3]`.
  public String path() {
    Element above = parent;
    if (above == null) {
      return "/" + name;
    }
    int place = 0;
    for (Element sibling : above.children()) {
      if (sibling.name.equals(name)) {
        place++;
      }
      if (sibling == this) {
        break;
      }
    }
    return above.path() + "/" + name + "[" + place + "]";
  }
}
