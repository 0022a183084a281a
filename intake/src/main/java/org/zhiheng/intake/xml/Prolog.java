package org.zhiheng.intake.xml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// What stands before a document's root element, and the root's name.
///
/// Read by hand so that no XML parser ever sees a document type: what it declares is not wanted,
/// and what it could fetch or expand is refused here.
///
/// @param charset what the bytes are to be decoded by
/// @param doctype the document type declaration up to its subset, or empty
/// @param root the root element's name as written
/// @param start the root's start tag, cut at 400 characters
public record Prolog(Charset charset, String doctype, String root, String start) {

  /// How many bytes there are to find the root in.
  static final int LENGTH_MAX = 64 << 10;

  private static final int START_LENGTH_MAX = 400;

  /// Reads it from a document's first bytes.
  static Parsed<Prolog> parse(byte[] head, int length) {
    if (length >= 2 && (wide(head[0], head[1]) || head[0] == 0 || head[1] == 0)) {
      return refusedEncoding("UTF-16 or UTF-32");
    }
    String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
    Charset charset = StandardCharsets.UTF_8;
    int at = 0;
    if (text.startsWith("<?xml")) {
      int end = text.indexOf("?>");
      if (end < 0) {
        return noRoot(text);
      }
      Optional<String> declared = attribute(text.substring(0, end), "encoding");
      if (declared.isPresent()) {
        Parsed<Charset> known = charset(declared.get());
        if (known instanceof Parsed.Refused<Charset> refused) {
          return new Parsed.Refused<>(refused.problem());
        }
        charset = known.orThrow();
      }
      at = end + 2;
    }
    String doctype = "";
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c <= ' ') {
        at++;
      } else if (text.startsWith("<!--", at)) {
        at = behind(text, "-->", at);
      } else if (text.startsWith("<?", at)) {
        at = behind(text, "?>", at);
      } else if (text.startsWith("<!DOCTYPE", at)) {
        int end = doctypeEnd(text, at);
        if (end < 0) {
          return noRoot(text);
        }
        String declaration = text.substring(at, end);
        if (declaresEntity(declaration)) {
          return Parsed.refused(
              "xml-entity",
              declaration,
              "The document type declares entities; documents are read without any, and nothing is"
                  + " fetched.");
        }
        int subset = declaration.indexOf('[');
        doctype = (subset < 0 ? declaration : declaration.substring(0, subset)).strip();
        at = end;
      } else if (c == '<' && at + 1 < text.length() && isNameStart(text.charAt(at + 1))) {
        int end = at + 1;
        while (end < text.length() && isName(text.charAt(end))) {
          end++;
        }
        int close = text.indexOf('>', at);
        int shown = Math.min(close < 0 ? text.length() : close + 1, at + START_LENGTH_MAX);
        return Parsed.ok(
            new Prolog(charset, doctype, text.substring(at + 1, end), text.substring(at, shown)));
      } else {
        return noRoot(text);
      }
    }
    return noRoot(text);
  }

  private static boolean wide(byte first, byte second) {
    return (first == (byte) 0xff && second == (byte) 0xfe)
        || (first == (byte) 0xfe && second == (byte) 0xff);
  }

  private static int behind(String text, String mark, int at) {
    int found = text.indexOf(mark, at);
    return found < 0 ? text.length() : found + mark.length();
  }

  /// Behind the closing `>` of the declaration at `at`, or -1.
  private static int doctypeEnd(String text, int at) {
    boolean inSubset = false;
    int i = at;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'') {
        int close = text.indexOf(c, i + 1);
        if (close < 0) {
          return -1;
        }
        i = close;
      } else if (text.startsWith("<!--", i)) {
        i = behind(text, "-->", i) - 1;
      } else if (c == '[') {
        inSubset = true;
      } else if (c == ']') {
        inSubset = false;
      } else if (c == '>' && !inSubset) {
        return i + 1;
      }
      i++;
    }
    return -1;
  }

  /// An entity other than a picture's (`NDATA`), which names a file and expands to nothing.
  private static boolean declaresEntity(String declaration) {
    int at = declaration.indexOf("<!ENTITY");
    while (at >= 0) {
      int end = declaration.indexOf('>', at);
      String entity = end < 0 ? declaration.substring(at) : declaration.substring(at, end);
      if (!entity.contains(" NDATA ")) {
        return true;
      }
      at = declaration.indexOf("<!ENTITY", at + 1);
    }
    return false;
  }

  private static Optional<String> attribute(String tag, String name) {
    int at = tag.indexOf(name);
    if (at < 0) {
      return Optional.empty();
    }
    int open = at + name.length();
    while (open < tag.length() && tag.charAt(open) != '"' && tag.charAt(open) != '\'') {
      open++;
    }
    int close = open < tag.length() ? tag.indexOf(tag.charAt(open), open + 1) : -1;
    return close < 0 ? Optional.empty() : Optional.of(tag.substring(open + 1, close));
  }

  private static Parsed<Charset> charset(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "UTF-8", "UTF8" -> Parsed.ok(StandardCharsets.UTF_8);
      case "US-ASCII", "ASCII" -> Parsed.ok(StandardCharsets.US_ASCII);
      case "ISO-8859-1" -> Parsed.ok(StandardCharsets.ISO_8859_1);
      case "GBK", "GB2312", "GB18030" -> Parsed.ok(Charset.forName("GB18030"));
      default -> refusedEncoding(name);
    };
  }

  private static <T> Parsed<T> refusedEncoding(String name) {
    return Parsed.refused(
        "encoding",
        name,
        "Documents are read in UTF-8, US-ASCII, ISO-8859-1, GBK and GB18030, written as they say.");
  }

  private static Parsed<Prolog> noRoot(String text) {
    return new Parsed.Refused<>(
        Problem.of(
            "xml-format",
            "",
            text.substring(0, Math.min(text.length(), Problem.GIVEN_LENGTH_MAX)),
            KnownRoots.whatTextIs(text) + "It has no root element of XML where one should stand."));
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isName(char c) {
    return isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
  }

  /// The root's name without its prefix.
  public String localRoot() {
    return root.substring(root.indexOf(':') + 1);
  }
}
