package org.zhiheng.ledger.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// The one ZIP of a list of members: stored, at a fixed time, with nothing between them, and ZIP64
/// only behind the first 4 GB.
///
/// Source: PKWARE APPNOTE 6.3, sections 4.3.7 (local header), 4.3.12 (directory), 4.3.14 to 4.3.16
/// (ends), 4.5.3 (ZIP64).
final class Zip {

  /// A member's place as the directory tells it.
  ///
  /// @param name ASCII
  /// @param crc32 of the bytes
  /// @param sizeBytes below 2^32
  record Place(String name, int crc32, long sizeBytes) {

    static Place of(Member member) {
      return new Place(member.name(), member.crc32(), member.sizeBytes());
    }

    int nameLength() {
      return name.length();
    }
  }

  /// More members are refused: all files, anchors and copies there may be, and some.
  static final int MEMBERS_MAX = 10_200;

  /// Longer names are refused; ours are shorter.
  static final int NAME_LENGTH_MAX = 80;

  static final int LOCAL_LENGTH_BYTES = 30;
  private static final int CENTRAL_LENGTH_BYTES = 46;
  private static final int END_LENGTH_BYTES = 22;
  private static final int END_64_LENGTH_BYTES = 56;
  private static final int LOCATOR_LENGTH_BYTES = 20;
  private static final int EXTRA_LENGTH_BYTES = 12;

  /// What stands in a field of 32 bits whose value stands in a field of 64.
  private static final long ELSEWHERE = 0xffff_ffffL;

  private static final short VERSION = 20;
  private static final short VERSION_64 = 45;
  private static final short UTF_8 = 0x0800;
  private static final short STORED = 0;

  /// 1980-01-01 00:00:00, the earliest that can be written: it is no time.
  private static final short TIME = 0;

  private static final short DATE = 0x0021;

  private Zip() {}

  /// Where the bytes of a member begin, behind the one that begins here.
  static long next(long at, Place place) {
    return at + LOCAL_LENGTH_BYTES + place.nameLength() + place.sizeBytes();
  }

  /// What stands before a member's bytes.
  static byte[] local(Place place) {
    byte[] bytes = new byte[LOCAL_LENGTH_BYTES + place.nameLength()];
    ByteBuffer out = little(bytes);
    out.putInt(0x04034b50).putShort(VERSION).putShort(UTF_8).putShort(STORED);
    out.putShort(TIME).putShort(DATE).putInt(place.crc32());
    out.putInt((int) place.sizeBytes()).putInt((int) place.sizeBytes());
    out.putShort((short) place.nameLength()).putShort((short) 0);
    out.put(ascii(place.name()));
    return bytes;
  }

  /// All that stands behind the last member.
  static byte[] end(List<Place> places) {
    byte[] bytes = new byte[endLengthBytes(places)];
    ByteBuffer out = little(bytes);
    long at = 0;
    for (Place place : places) {
      boolean far = at >= ELSEWHERE;
      out.putInt(0x02014b50).putShort(VERSION).putShort(far ? VERSION_64 : VERSION);
      out.putShort(UTF_8).putShort(STORED).putShort(TIME).putShort(DATE).putInt(place.crc32());
      out.putInt((int) place.sizeBytes()).putInt((int) place.sizeBytes());
      out.putShort((short) place.nameLength());
      out.putShort((short) (far ? EXTRA_LENGTH_BYTES : 0));
      out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
      out.putInt((int) (far ? ELSEWHERE : at)).put(ascii(place.name()));
      if (far) {
        out.putShort((short) 1).putShort((short) Long.BYTES).putLong(at);
      }
      at = next(at, place);
    }
    int directoryLengthBytes = out.position();
    if (at >= ELSEWHERE) {
      out.putInt(0x06064b50).putLong(END_64_LENGTH_BYTES - 12);
      out.putShort(VERSION_64).putShort(VERSION_64).putInt(0).putInt(0);
      out.putLong(places.size()).putLong(places.size());
      out.putLong(directoryLengthBytes).putLong(at);
      out.putInt(0x07064b50).putInt(0).putLong(at + directoryLengthBytes).putInt(1);
    }
    out.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
    out.putShort((short) places.size()).putShort((short) places.size());
    out.putInt(directoryLengthBytes).putInt((int) Math.min(at, ELSEWHERE)).putShort((short) 0);
    return bytes;
  }

  private static int endLengthBytes(List<Place> places) {
    long at = 0;
    int length = END_LENGTH_BYTES;
    for (Place place : places) {
      length +=
          CENTRAL_LENGTH_BYTES + place.nameLength() + (at >= ELSEWHERE ? EXTRA_LENGTH_BYTES : 0);
      at = next(at, place);
    }
    return length + (at >= ELSEWHERE ? END_64_LENGTH_BYTES + LOCATOR_LENGTH_BYTES : 0);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] ascii(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }

  /// Reads the directory. Names, sums and sizes are all that is taken from it; whether the rest is
  /// as it must be is seen when it is written again.
  ///
  /// @throws ProblemsException with `bundle-zip` when it is none of ours
  static List<Place> directory(ByteSource source) throws IOException {
    long size = source.sizeBytes();
    if (size < END_LENGTH_BYTES) {
      throw refused("It is shorter than the shortest ZIP.");
    }
    ByteBuffer end = read(source, size - END_LENGTH_BYTES, END_LENGTH_BYTES);
    int count = Short.toUnsignedInt(end.getShort(10));
    long length = Integer.toUnsignedLong(end.getInt(12));
    long start = Integer.toUnsignedLong(end.getInt(16));
    if (end.getInt(0) != 0x06054b50 || end.getShort(20) != 0) {
      throw refused("It does not end as a ZIP without a comment ends.");
    }
    if (start == ELSEWHERE) {
      int behind = END_LENGTH_BYTES + LOCATOR_LENGTH_BYTES + END_64_LENGTH_BYTES;
      if (size < behind) {
        throw refused("It is cut off.");
      }
      start = read(source, size - behind, END_64_LENGTH_BYTES).getLong(48);
    }
    if (count > MEMBERS_MAX
        || length > (long) count * (CENTRAL_LENGTH_BYTES + NAME_LENGTH_MAX + EXTRA_LENGTH_BYTES)
        || start < 0
        || start > size - length) {
      throw refused("Its directory lies outside, or has more than 10,200 members.");
    }
    List<Place> places = places(read(source, start, (int) length), count);
    byte[] wanted = end(places);
    long behind = 0;
    for (Place place : places) {
      behind = next(behind, place);
    }
    if (behind != start
        || behind + wanted.length != size
        || !read(source, start, wanted.length).equals(ByteBuffer.wrap(wanted))) {
      throw refused("Its directory or its end are not written as a bundle's are.");
    }
    return places;
  }

  private static List<Place> places(ByteBuffer directory, int count) {
    List<Place> places = new ArrayList<>();
    for (int member = 0; member < count; member++) {
      int at = directory.position();
      if (directory.remaining() < CENTRAL_LENGTH_BYTES) {
        throw refused("Its directory is cut off.");
      }
      int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
      int extraLength = Short.toUnsignedInt(directory.getShort(at + 30));
      int entryLength = CENTRAL_LENGTH_BYTES + nameLength + extraLength;
      if (nameLength > NAME_LENGTH_MAX || directory.remaining() < entryLength) {
        throw refused("Its directory is cut off, or a name is longer than 80 bytes.");
      }
      byte[] name = new byte[nameLength];
      directory.get(at + CENTRAL_LENGTH_BYTES, name);
      for (byte letter : name) {
        if (letter < 0x21 || letter == 0x7f) {
          throw refused("A member's name has letters of ASCII only.");
        }
      }
      places.add(
          new Place(
              new String(name, StandardCharsets.US_ASCII),
              directory.getInt(at + 16),
              Integer.toUnsignedLong(directory.getInt(at + 24))));
      directory.position(at + entryLength);
    }
    return places;
  }

  private static ByteBuffer read(ByteSource source, long at, int length) throws IOException {
    byte[] bytes = new byte[length];
    source.read(at, bytes, 0, length);
    return little(bytes);
  }

  private static ProblemsException refused(String reason) {
    return new ProblemsException(Problem.of("bundle-zip", "", "", reason));
  }
}
