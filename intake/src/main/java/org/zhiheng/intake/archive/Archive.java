package org.zhiheng.intake.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.zhiheng.values.Problem;

/// Opens a file that may be a gzip or a zip, told by its first bytes and not by its name.
///
/// Nothing is written to disk. Members of a zip that cannot hold records (pictures, style sheets)
/// are passed over; a packed file within a packed file is refused.
public final class Archive {

  /// A weekly file of one document a member has some 10,000.
  static final int MEMBERS_MAX = 200_000;

  /// How much of a refused member is unpacked to get past it.
  static final long PAST_BYTES_MAX = 4L << 30;

  private static final int MAGIC_LENGTH = 4;

  /// Endings of files that lie beside the records in the offices' packages.
  private static final Set<String> BESIDE =
      Set.of(
          "tif", "tiff", "jpg", "jpeg", "png", "gif", "bmp", "pdf", "dtd", "xsl", "xsd", "css",
          "html", "htm", "md", "mol", "cdx", "nb", "doc", "docx", "mod", "ent", "js");

  private Archive() {}

  /// Hands over each member; an unpacked file is its own only member.
  ///
  /// @throws IOException when the stream itself fails, or the consumer does
  public static void read(InputStream raw, MemberConsumer consumer) throws IOException {
    CountedStream packed = new CountedStream(raw);
    PushbackInputStream in = new PushbackInputStream(packed, MAGIC_LENGTH);
    byte[] magic = in.readNBytes(MAGIC_LENGTH);
    in.unread(magic);
    if (isGzip(magic)) {
      gzip(in, packed, consumer);
    } else if (isZip(magic)) {
      zip(in, packed, Contents.RECORDS, consumer);
    } else {
      consumer.take(new Member.Open("", in));
    }
  }

  /// What a zip is opened for.
  private enum Contents {
    RECORDS,
    OFFICE
  }

  /// Hands over each part of an Office document, which is a zip.
  ///
  /// @throws IOException when the stream itself fails, or the consumer does
  public static void readOffice(InputStream raw, MemberConsumer consumer) throws IOException {
    CountedStream packed = new CountedStream(raw);
    zip(packed, packed, Contents.OFFICE, consumer);
  }

  private static void gzip(InputStream in, CountedStream packed, MemberConsumer consumer)
      throws IOException {
    UnpackedStream unpacked;
    try {
      unpacked = new UnpackedStream(new GZIPInputStream(in, 1 << 16), packed);
    } catch (ZipException | EOFException damaged) {
      if (packed.failed()) {
        throw damaged;
      }
      consumer.take(new Member.Shut("", damaged(String.valueOf(damaged.getMessage()))));
      return;
    }
    member("", unpacked, consumer);
  }

  private static void zip(
      InputStream in, CountedStream packed, Contents contents, MemberConsumer consumer)
      throws IOException {
    ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
    UnpackedStream unpacked = new UnpackedStream(zip, packed);
    for (int count = 0; ; count++) {
      ZipEntry entry;
      try {
        entry = zip.getNextEntry();
      } catch (ZipException | EOFException | IllegalArgumentException damaged) {
        // IllegalArgumentException: a member's name that is not UTF-8
        if (packed.failed()) {
          throw damaged;
        }
        consumer.take(new Member.Shut("", damaged(String.valueOf(damaged.getMessage()))));
        return;
      }
      if (entry == null) {
        if (count == 0) {
          consumer.take(new Member.Shut("", damaged("no member")));
        }
        return;
      }
      if (count >= MEMBERS_MAX) {
        consumer.take(
            new Member.Shut(
                "",
                Problem.of(
                    "archive-members",
                    "",
                    "",
                    "A zip may have " + MEMBERS_MAX + " members at most; the rest is not read.")));
        return;
      }
      unpacked.begin();
      boolean more =
          contents == Contents.OFFICE
              ? consumer.take(new Member.Open(entry.getName(), unpacked))
              : entry(entry.getName(), unpacked, consumer);
      if (!more || !past(unpacked, consumer)) {
        return;
      }
    }
  }

  private static boolean entry(String name, UnpackedStream in, MemberConsumer consumer)
      throws IOException {
    if (name.equals("[Content_Types].xml")) {
      consumer.take(
          new Member.Shut(
              name,
              Problem.of(
                  "archive-office",
                  "",
                  "",
                  "It is an Office document (XLSX or DOCX); save the sheet as CSV, or read it"
                      + " as a table.")));
      return false;
    }
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (name.endsWith("/") || name.startsWith("__MACOSX/") || BESIDE.contains(ending)) {
      return true;
    }
    return member(name, in, consumer);
  }

  private static boolean member(String name, InputStream unpacked, MemberConsumer consumer)
      throws IOException {
    PushbackInputStream in = new PushbackInputStream(unpacked, MAGIC_LENGTH);
    byte[] magic;
    try {
      magic = in.readNBytes(MAGIC_LENGTH);
    } catch (RefusedBytes refused) {
      return consumer.take(new Member.Shut(name, refused.problem()));
    }
    if (isGzip(magic) || isZip(magic)) {
      return consumer.take(
          new Member.Shut(
              name,
              Problem.of(
                  "archive-nested",
                  "",
                  name,
                  "A packed file within a packed file is not opened; unpack the outer one.")));
    }
    in.unread(magic);
    return consumer.take(new Member.Open(name, in));
  }

  /// Gets past what is left of a member. False when the zip cannot be read on.
  private static boolean past(UnpackedStream in, MemberConsumer consumer) throws IOException {
    if (in.damaged()) {
      return false;
    }
    byte[] waste = new byte[1 << 16];
    long left = PAST_BYTES_MAX;
    try {
      while (left > 0) {
        int read = in.raw(waste, 0, waste.length);
        if (read < 0) {
          return true;
        }
        left -= read;
      }
    } catch (RefusedBytes damaged) {
      consumer.take(new Member.Shut("", damaged.problem()));
      return false;
    }
    consumer.take(
        new Member.Shut(
            "",
            Problem.of(
                "archive-bomb",
                "",
                "",
                "What follows a refused member is not read: it unpacks to over "
                    + (PAST_BYTES_MAX >> 30)
                    + " GB.")));
    return false;
  }

  static Problem damaged(String what) {
    return Problem.of(
        "archive-damaged", "", what, "The packed file is damaged or cut off from here on.");
  }

  private static boolean isGzip(byte[] magic) {
    return magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
  }

  private static boolean isZip(byte[] magic) {
    return magic.length >= 4
        && magic[0] == 'P'
        && magic[1] == 'K'
        && ((magic[2] == 3 && magic[3] == 4) || (magic[2] == 5 && magic[3] == 6));
  }
}
