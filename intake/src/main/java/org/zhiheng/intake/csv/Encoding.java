package org.zhiheng.intake.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.zhiheng.values.Parsed;

/// Which encoding a text file is in, judged by its first bytes.
final class Encoding {

  /// What Chinese systems write where they say GBK or GB2312: GB18030 holds both.
  static final Charset GB18030 = Charset.forName("GB18030");

  /// NULs in one byte of so many mean an encoding of two or four bytes a character.
  private static final int NUL_SHARE = 16;

  private Encoding() {}

  /// Judges by lines, so that one damaged line does not decide: UTF-8 when more lines with Chinese
  /// in them are UTF-8 than are not, else GB18030 by the same count.
  ///
  /// @param head the first bytes of the file, cut anywhere
  static Parsed<Charset> of(byte[] head, int length) {
    if (length >= 2
        && ((head[0] == (byte) 0xff && head[1] == (byte) 0xfe)
            || (head[0] == (byte) 0xfe && head[1] == (byte) 0xff))) {
      return refused("UTF-16");
    }
    int nuls = 0;
    for (int i = 0; i < length; i++) {
      if (head[i] == 0) {
        nuls++;
      }
    }
    if (nuls > length / NUL_SHARE && nuls > 2) {
      return refused("UTF-16 or UTF-32");
    }
    int utf8 = 0;
    int gb = 0;
    int neither = 0;
    int notUtf8 = 0;
    int from = 0;
    while (from < length) {
      int to = from;
      boolean ascii = true;
      while (to < length && head[to] != '\n') {
        ascii &= head[to] >= 0;
        to++;
      }
      boolean cut = to == length && from > 0;
      if (!ascii && !cut) {
        boolean isUtf8 = decodes(StandardCharsets.UTF_8, head, from, to, to == length);
        boolean isGb = decodes(GB18030, head, from, to, to == length);
        utf8 += isUtf8 ? 1 : 0;
        notUtf8 += isUtf8 ? 0 : 1;
        gb += isGb ? 1 : 0;
        neither += isUtf8 || isGb ? 0 : 1;
      }
      from = to + 1;
    }
    if (notUtf8 == 0 || utf8 >= notUtf8) {
      return Parsed.ok(StandardCharsets.UTF_8);
    }
    if (gb > neither) {
      return Parsed.ok(GB18030);
    }
    return refused("neither");
  }

  private static Parsed<Charset> refused(String looksLike) {
    return Parsed.refused(
        "encoding",
        looksLike,
        "The file is not UTF-8"
            + (looksLike.equals("neither") ? "" : " but looks like " + looksLike)
            + "; UTF-8 (with or without a byte order mark) and GBK or GB18030 are read.");
  }

  private static boolean decodes(Charset charset, byte[] bytes, int from, int to, boolean cut) {
    // the last line of the head may be cut within a character: leave up to 3 bytes out
    int spare = cut ? 4 : 1;
    boolean decodes = false;
    for (int less = 0; !decodes && less < spare && to - less >= from; less++) {
      decodes = decode(charset, bytes, from, to - less - from).found().isPresent();
    }
    return decodes;
  }

  /// Decodes strictly.
  ///
  /// @return the text, refused when a byte does not belong to the encoding
  static Parsed<String> decode(Charset charset, byte[] bytes, int from, int length) {
    String quick = new String(bytes, from, length, charset);
    if (quick.indexOf('\uFFFD') < 0) {
      return Parsed.ok(quick);
    }
    try {
      return Parsed.ok(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, length))
              .toString());
    } catch (CharacterCodingException malformed) {
      return Parsed.refused(
          "encoding",
          quick,
          "The line has bytes that are not " + charset.name() + "; it is refused alone.");
    }
  }
}
