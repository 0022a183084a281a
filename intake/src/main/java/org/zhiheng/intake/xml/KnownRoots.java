package org.zhiheng.intake.xml;

import org.zhiheng.values.Problem;

/// What documents of the trade look like from outside, so that a refusal can say what a document
/// is.
public final class KnownRoots {

  private KnownRoots() {}

  /// The refusal of a document whose root is not read.
  ///
  /// @param accepted what would be, in words
  public static Problem refusal(Prolog prolog, String accepted) {
    return Problem.of(
        "xml-format",
        "/" + prolog.root(),
        prolog.start(),
        whatRootIs(prolog) + " Read are " + accepted + ".");
  }

  private static String whatRootIs(Prolog prolog) {
    return switch (prolog.localRoot()) {
      case "PATDOC" -> "It is a USPTO grant of before 2005 (ST.32, version 2.x).";
      case "patent-application-publication" ->
          "It is a USPTO application of before 2005 (pap, version 1.x).";
      case "us-patent-grant", "us-patent-application" ->
          "It is a USPTO document of version 4.x: import it as uspto-xml.";
      case "PatentDocumentAndRelated" ->
          "It is a full text of the Chinese office: import it as cnipa-xml.";
      case "world-patent-data" -> "It is a reply of the EPO's OPS: import it as epo-ops-xml.";
      case "class-scheme" -> "It is a classification scheme (CPC), not a patent document.";
      case "CPCMasterClassificationFile" ->
          "It is the CPC master classification file, not a patent document.";
      case "cn-application-body" ->
          "It is a part (claims, description, abstract or drawings) of a Chinese electronic filing.";
      case "trademark-applications-daily" -> "It is USPTO trademark data.";
      case "html" -> "It is a web page.";
      default -> "Its root element <" + prolog.root() + "> is not known.";
    };
  }

  /// What a text that is no XML may be, or nothing.
  static String whatTextIs(String text) {
    if (text.startsWith("PATN") || text.startsWith("HHHHHT")) {
      return "It is a USPTO grant of before 2002 (Greenbook text). ";
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      return "It is JSON. ";
    }
    if (text.startsWith("%PDF")) {
      return "It is a PDF. ";
    }
    if (text.contains("<PATDOC")) {
      return "It is a USPTO grant in SGML (before 2005). ";
    }
    return "";
  }
}
