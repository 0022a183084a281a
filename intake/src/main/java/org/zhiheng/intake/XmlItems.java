package org.zhiheng.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.intake.field.Outcome;
import org.zhiheng.intake.xml.Element;
import org.zhiheng.intake.xml.Prolog;
import org.zhiheng.intake.xml.Trees;
import org.zhiheng.intake.xml.XmlDocuments;
import org.zhiheng.register.event.Source;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Reads the documents of an XML file into items.
final class XmlItems {

  private final IntakeFile file;
  private final Format format;
  private final Trees trees;

  /// One format of documents.
  interface Format {

    /// Elements that are not wanted, by local name.
    Set<String> dropped();

    /// Why a document that begins so is not read at all, if it is not.
    Optional<Problem> refusal(Prolog prolog);

    /// What the document says: one outcome for each record in it, in their order; none when it has
    /// no record.
    ///
    /// @param source where the document stands
    List<Outcome> read(Element root, Source source);
  }

  XmlItems(IntakeFile file, Format format) {
    this.file = file;
    this.format = format;
    this.trees = new Trees(format.dropped());
  }

  /// Reads all documents of one member.
  ///
  /// @return false when the consumer wants no more
  boolean read(InputStream in, Items items) throws IOException {
    XmlDocuments documents = new XmlDocuments(in);
    Optional<XmlDocuments.Found> next = documents.next();
    if (next.isEmpty()) {
      return items.refuse(
          Problem.of("xml-format", "", "", "The file has no document: it is empty or blank."));
    }
    boolean more = true;
    while (more && next.isPresent()) {
      more = document(next.get(), items);
      next = more ? documents.next() : Optional.empty();
    }
    return more;
  }

  private boolean document(XmlDocuments.Found found, Items items) throws IOException {
    String position = "document " + (items.count() + 1);
    return switch (found) {
      case XmlDocuments.Found.Refused refused -> refuse(refused.problem(), position, items);
      case XmlDocuments.Found.Document document -> {
        Optional<Problem> refusal = format.refusal(document.prolog());
        if (refusal.isPresent()) {
          yield refuse(refusal.get(), position, items);
        }
        yield switch (trees.read(document)) {
          case Parsed.Ok<Element> root ->
              take(
                  format.read(root.value(), new Source(file.name(), position, file.digest().hex())),
                  items);
          case Parsed.Refused<Element> refused -> refuse(refused.problem(), position, items);
        };
      }
    };
  }

  private static boolean refuse(Problem problem, String position, Items items) throws IOException {
    return items.refuse(
        problem.at(problem.path().isEmpty() ? position : position + ", " + problem.path()));
  }

  private static boolean take(List<Outcome> outcomes, Items items) throws IOException {
    for (Outcome outcome : outcomes) {
      if (!items.take(outcome)) {
        return false;
      }
    }
    return true;
  }
}
