package org.zhiheng.intake.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.osgi.InputFactoryProviderImpl;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Reads documents into trees, leaving out whole elements that are not wanted.
///
/// Document types are passed over unread, entities are refused, nothing is fetched. One thread.
public final class Trees {

  /// The longest claims and bibliographies come to some 3 million characters.
  static final int KEPT_CHARACTERS_MAX = 8 << 20;

  /// The longest list of citations comes to some 100,000 elements.
  static final int KEPT_ELEMENTS_MAX = 400_000;

  /// Elements kept or not.
  static final int ELEMENTS_MAX = 4_000_000;

  /// Patent documents nest some 20 deep, formulas some 40.
  static final int DEPTH_MAX = 200;

  /// All formats together know some 600 names, formulas included.
  static final int NAMES_MAX = 4_000;

  static final int ATTRIBUTES_MAX = 100;
  static final int ATTRIBUTE_LENGTH_MAX = 64 << 10;

  private final XMLInputFactory factory;

  /// Elements left out, by local name.
  private final Set<String> dropped;

  /// Leaves these elements out, named without prefix.
  public Trees(Set<String> dropped) {
    this.dropped = Set.copyOf(dropped);
    // by its own provider: a search of the class path might find another parser, with other limits
    XMLInputFactory woodstox = new InputFactoryProviderImpl().createInputFactory();
    woodstox.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    woodstox.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    woodstox.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    woodstox.setProperty(XMLInputFactory.IS_COALESCING, false);
    XMLResolver none =
        (_, systemId, _, name) -> {
          throw new XMLStreamException("entity " + (name == null ? systemId : name));
        };
    woodstox.setProperty(XMLInputFactory.RESOLVER, none);
    woodstox.setProperty(WstxInputProperties.P_UNDECLARED_ENTITY_RESOLVER, none);
    woodstox.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTES_MAX);
    woodstox.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, ATTRIBUTE_LENGTH_MAX);
    woodstox.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEPTH_MAX);
    woodstox.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) ELEMENTS_MAX);
    woodstox.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, Integer.MAX_VALUE);
    woodstox.setProperty(
        WstxInputProperties.P_MAX_CHARACTERS, DocumentBytes.DOCUMENT_BYTES_MAX + 1);
    woodstox.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1L);
    woodstox.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, 1);
    this.factory = woodstox;
  }

  /// The document's root, or why it is refused; the problem's path says where.
  ///
  /// @throws IOException when the stream fails
  public Parsed<Element> read(XmlDocuments.Found.Document document) throws IOException {
    List<Element> root = new ArrayList<>(1);
    Optional<Problem> problem = build(new Building(Set.of(), root::add), document);
    if (problem.isEmpty() && root.isEmpty()) {
      return Parsed.refused("xml-broken", "", "The document has no root element.");
    }
    return problem.isPresent() ? new Parsed.Refused<>(problem.get()) : Parsed.ok(root.getFirst());
  }

  /// Hands over each element with one of these local names, whole and alone, and keeps nothing of
  /// what stands around them: for documents of any length. Limits of what is kept hold for each.
  ///
  /// @return why the document is refused, or not read further, if so
  /// @throws IOException when the stream fails, or the consumer does
  public Optional<Problem> each(
      XmlDocuments.Found.Document document, Set<String> names, ElementConsumer consumer)
      throws IOException {
    return build(new Building(Set.copyOf(names), consumer), document);
  }

  private Optional<Problem> build(Building building, XmlDocuments.Found.Document document)
      throws IOException {
    try {
      building.build(factory.createXMLStreamReader(decoded(document.prolog(), document.rest())));
      return Optional.empty();
    } catch (XMLStreamException broken) {
      return Optional.of(problem(broken, building.path()));
    } catch (WstxLazyException lazy) {
      XMLStreamException broken =
          lazy.getCause() instanceof XMLStreamException cause
              ? cause
              : new XMLStreamException(lazy.getMessage());
      return Optional.of(problem(broken, building.path()));
    } catch (DocumentRefused refused) {
      return Optional.of(refused.problem().at(building.path()));
    }
  }

  private static InputStreamReader decoded(Prolog prolog, InputStream in) {
    return new InputStreamReader(
        in,
        prolog
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static Problem problem(XMLStreamException broken, String path) throws IOException {
    Throwable cause = broken.getNestedException();
    if (cause instanceof DocumentRefused refused) {
      return refused.problem().at(path);
    }
    if (cause instanceof CharacterCodingException) {
      return malformed(path);
    }
    if (cause instanceof IOException failed) {
      throw failed;
    }
    String said = String.valueOf(broken.getMessage());
    String first = said.lines().findFirst().orElse("");
    String lower = said.toLowerCase(Locale.ROOT);
    String line =
        broken.getLocation() == null ? "" : "line " + broken.getLocation().getLineNumber();
    if (lower.contains("limit") || lower.contains("maximum")) {
      return Problem.of("xml-limit", path, line, "The document is over a limit: " + first);
    }
    if (lower.contains("entity")) {
      return entity(path, first);
    }
    return Problem.of("xml-broken", path, line, "The document is not well-formed: " + first);
  }

  private static Problem entity(String path, String given) {
    return Problem.of(
        "xml-entity",
        path,
        given,
        "The document refers to an entity; documents are read without any, and nothing is"
            + " fetched.");
  }

  private static Problem malformed(String path) {
    return Problem.of(
        "encoding", path, "", "The document has bytes that are not in the encoding it says.");
  }

  /// One document being read.
  private final class Building {

    private final Set<String> names = new HashSet<>();

    /// Elements handed over alone; when there are none, the root is.
    private final Set<String> records;

    private final ElementConsumer consumer;
    private @Nullable Element at;
    private int kept;
    private long characters;

    Building(Set<String> records, ElementConsumer consumer) {
      this.records = records;
      this.consumer = consumer;
    }

    String path() {
      return at == null ? "/" : at.path();
    }

    void build(XMLStreamReader reader) throws XMLStreamException, IOException {
      StringBuilder text = new StringBuilder();
      int skipped = 0;
      boolean more = true;
      while (more && reader.hasNext()) {
        int event = reader.next();
        switch (event) {
          case XMLStreamConstants.START_ELEMENT -> {
            known(reader);
            if (skipped > 0 || dropped.contains(reader.getLocalName())) {
              skipped++;
            } else if (at != null || records.isEmpty() || records.contains(reader.getLocalName())) {
              flush(text);
              at = element(reader);
            }
          }
          case XMLStreamConstants.END_ELEMENT -> {
            if (skipped > 0) {
              skipped--;
            } else if (at != null) {
              flush(text);
              more = ended(at);
            }
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (skipped == 0 && at != null) {
              characters += reader.getTextLength();
              if (characters > KEPT_CHARACTERS_MAX) {
                throw over(
                    "A document may have "
                        + KEPT_CHARACTERS_MAX
                        + " characters of text besides description and drawings.");
              }
              text.append(
                  reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
          }
          case XMLStreamConstants.ENTITY_REFERENCE ->
              throw new DocumentRefused(entity(path(), String.valueOf(reader.getLocalName())));
          default -> {
            // comments, instructions and the document type say nothing
          }
        }
      }
    }

    /// Hands over what is whole.
    private boolean ended(Element element) throws IOException {
      at = element.above();
      if (at != null || records.isEmpty()) {
        if (at == null) {
          consumer.take(element);
        }
        return true;
      }
      kept = 0;
      characters = 0;
      return consumer.take(element);
    }

    private void flush(StringBuilder text) {
      if (at != null && !text.isEmpty()) {
        at.append(text.toString());
        text.setLength(0);
      }
    }

    private void known(XMLStreamReader reader) throws DocumentRefused {
      names.add(reader.getLocalName());
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        names.add(reader.getAttributeLocalName(i));
      }
      if (names.size() > NAMES_MAX) {
        throw over("A document may have " + NAMES_MAX + " different names at most.");
      }
    }

    private Element element(XMLStreamReader reader) throws DocumentRefused {
      kept++;
      if (kept > KEPT_ELEMENTS_MAX) {
        throw over("A document may have " + KEPT_ELEMENTS_MAX + " elements at most.");
      }
      Map<String, String> attributes = new HashMap<>();
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        String value = reader.getAttributeValue(i);
        characters += value.length();
        attributes.put(reader.getAttributeLocalName(i), value);
      }
      String prefix = reader.getPrefix();
      String name =
          prefix == null || prefix.isEmpty()
              ? reader.getLocalName()
              : prefix + ":" + reader.getLocalName();
      return new Element(name, at, attributes);
    }

    private DocumentRefused over(String reason) {
      return new DocumentRefused(Problem.of("xml-limit", path(), "", reason));
    }
  }
}
