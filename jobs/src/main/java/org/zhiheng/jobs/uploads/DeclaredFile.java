package org.zhiheng.jobs.uploads;

import java.util.ArrayList;
import java.util.List;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// What is said of a file before its first part is sent.
///
/// @param name as its owner calls it, 1..[#NAME_LENGTH_MAX] characters; never used as a path
/// @param type its media type, at most [#TYPE_LENGTH_MAX] characters; may be empty
/// @param sizeBytes 1..[#SIZE_BYTES_MAX]
/// @param sha256 of its bytes, as whoever sends it computed it
public record DeclaredFile(String name, String type, long sizeBytes, Digest sha256) {

  /// Greatest file: as much as a statement can name.
  public static final long SIZE_BYTES_MAX = StatedFile.SIZE_BYTES_MAX;

  /// Longest name: 1,000 bytes of UTF-8, which is what a statement holds, whatever its signs.
  public static final int NAME_LENGTH_MAX = 250;

  /// Longest media type; RFC 6838 allows 127 signs on each side of the stroke.
  public static final int TYPE_LENGTH_MAX = 255;

  /// What each part holds but the last, which holds the rest: small enough that a connection that
  /// breaks loses seconds, large enough that 2 GB are 256 requests.
  public static final int PART_BYTES = 8 << 20;

  /// @throws ProblemsException with `upload-name`, `upload-type`, `upload-size` for all that is
  ///   wrong
  public DeclaredFile {
    List<Problem> problems = new ArrayList<>();
    if (name.isBlank() || name.length() > NAME_LENGTH_MAX || unfit(name)) {
      problems.add(
          Problem.of(
              "upload-name",
              "name",
              name,
              "A file's name has 1 to "
                  + NAME_LENGTH_MAX
                  + " characters and no control characters."));
    }
    if (type.length() > TYPE_LENGTH_MAX || unfit(type)) {
      problems.add(
          Problem.of(
              "upload-type",
              "type",
              type,
              "A media type has at most "
                  + TYPE_LENGTH_MAX
                  + " characters and no control characters."));
    }
    if (sizeBytes < 1 || sizeBytes > SIZE_BYTES_MAX) {
      problems.add(
          Problem.of(
              "upload-size",
              "size",
              Long.toString(sizeBytes),
              "A file that is sent in parts has 1 to " + SIZE_BYTES_MAX + " bytes (2 GB)."));
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
  }

  /// Reads a size.
  public static Parsed<Long> size(String text) {
    String trimmed = text.strip();
    return trimmed.matches("[0-9]{1,18}")
        ? Parsed.ok(Long.parseLong(trimmed))
        : Parsed.refused("upload-size", text, "A size is a whole number of bytes.");
  }

  private static boolean unfit(String text) {
    return text.codePoints()
        .anyMatch(point -> Character.isISOControl(point) || (point >= 0xd800 && point <= 0xdfff));
  }

  /// How many parts it has, numbered from 1.
  public int parts() {
    return Math.toIntExact(Math.ceilDiv(sizeBytes, (long) PART_BYTES));
  }

  /// How long a part is.
  ///
  /// @throws ProblemsException with `upload-part` when there is none of this number
  public int lengthBytes(int part) {
    if (part < 1 || part > parts()) {
      throw new ProblemsException(
          Problem.of(
              "upload-part",
              "part",
              Integer.toString(part),
              "The parts of this file are numbered 1 to " + parts() + "."));
    }
    return part < parts()
        ? PART_BYTES
        : Math.toIntExact(sizeBytes - (long) (parts() - 1) * PART_BYTES);
  }
}
