package org.zhiheng.intake.epo;

import java.util.Optional;
import org.zhiheng.intake.field.Findings;
import org.zhiheng.intake.st36.DocumentId;
import org.zhiheng.intake.xml.Element;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Numbers;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.values.Parsed;

/// Numbers as OPS writes them: most in the office's own form, application numbers in DOCDB's.
final class OpsNumbers {

  /// DOCDB puts the year before United States application numbers: `201815919370` is 15/919,370.
  /// Older ones (`20685698`) leave the series out and lead back to nothing.
  private static final int US_DOCDB_LENGTH = 12;

  private static final int YEAR_LENGTH = 4;

  /// DOCDB leaves the check digit of Chinese application numbers out.
  private static final int CN_UNCHECKED_LENGTH = 12;

  private OpsNumbers() {}

  /// What a kind code and its office say of a publication.
  enum Stage {
    PUBLISHED,
    GRANTED,
    /// A translation, a correction, an entry of another office's patent: nothing happened to the
    /// right.
    OTHER
  }

  /// The `document-id` of this type (`docdb`, `epodoc`, `original`), if there is one.
  static Optional<Element> id(Element reference, String type) {
    return reference.all("document-id").stream()
        .filter(id -> id.attribute("document-id-type").equals(type))
        .findFirst();
  }

  /// The DOCDB id of a reference, or its first.
  static Optional<Element> id(Element reference) {
    return id(reference, "docdb").or(() -> reference.first("document-id"));
  }

  static Optional<Office> office(DocumentId id, String at, Findings findings) {
    return findings.of(Office.parse(id.country()), at + "/country");
  }

  static Optional<RightNumber> publication(
      Office office, DocumentId id, String at, Findings findings) {
    return findings.of(Numbers.publication(office, id.number() + id.kind()), at + "/doc-number");
  }

  /// The application number, where DOCDB's form leads back to the office's; else it is left out,
  /// since the publication names the right already.
  static Optional<RightNumber> application(Office office, Element reference) {
    Optional<String> docdb = id(reference, "docdb").map(e -> e.textOf("doc-number"));
    Optional<String> original = id(reference, "original").map(e -> e.textOf("doc-number"));
    if (office.equals(Office.CN)) {
      return original
          .flatMap(text -> read(office, text))
          .or(() -> docdb.flatMap(text -> read(office, checked(text))));
    }
    if (office.equals(Office.US)) {
      return docdb
          .filter(text -> text.length() == US_DOCDB_LENGTH)
          .flatMap(text -> read(office, text.substring(YEAR_LENGTH)));
    }
    return docdb.flatMap(text -> read(office, text));
  }

  private static Optional<RightNumber> read(Office office, String text) {
    Parsed<RightNumber> parsed = Numbers.application(office, text);
    return parsed.found();
  }

  /// With the check digit that the twelve digits lead to (ZC 0006-2003: weights 2..9 and 2..5,
  /// modulo 11).
  private static String checked(String text) {
    if (text.length() != CN_UNCHECKED_LENGTH || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return text;
    }
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += (text.charAt(i) - '0') * (2 + i % 8);
    }
    int check = sum % 11;
    return text + "." + (check == 10 ? "X" : Integer.toString(check));
  }

  /// Kind codes of ST.16 by their first letter; before 2001 the United States printed grants as A.
  static Stage stage(Office office, DocumentId id) {
    char letter = id.kind().isEmpty() ? ' ' : id.kind().charAt(0);
    if (office.equals(Office.US) && id.kind().equals("A")) {
      return Stage.GRANTED;
    }
    return switch (letter) {
      case 'A' -> Stage.PUBLISHED;
      case 'B', 'C', 'U', 'Y', 'S' -> Stage.GRANTED;
      default -> Stage.OTHER;
    };
  }

  static RightKind kind(DocumentId id) {
    return switch (id.kind().isEmpty() ? ' ' : id.kind().charAt(0)) {
      case 'U', 'Y' -> RightKind.UTILITY_MODEL;
      case 'S' -> RightKind.DESIGN;
      default -> RightKind.INVENTION_PATENT;
    };
  }
}
