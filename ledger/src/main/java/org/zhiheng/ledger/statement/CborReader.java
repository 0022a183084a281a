package org.zhiheng.ledger.statement;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Reads CBOR that has one spelling. A length is compared with what is left before anything is made
/// of it.
final class CborReader {

  /// More values are refused: a byte each would be 30 times as much in memory.
  private static final int VALUES_MAX = 200_000;

  private final byte[] bytes;
  private int at;
  private int values;

  private CborReader(byte[] bytes) {
    this.bytes = bytes;
  }

  static Parsed<Cbor> read(byte[] bytes) {
    try {
      CborReader reader = new CborReader(bytes);
      Cbor value = reader.value(0);
      return reader.at == bytes.length
          ? Parsed.ok(value)
          : Parsed.refused(
              "statement-cbor", (bytes.length - reader.at) + " bytes", "Nothing stands behind.");
    } catch (ProblemsException refused) {
      return new Parsed.Refused<>(refused.problems().getFirst());
    }
  }

  private Cbor value(int depth) {
    if (depth > Cbor.DEPTH_MAX) {
      throw refused("CBOR is at most " + Cbor.DEPTH_MAX + " deep here.");
    }
    if (++values > VALUES_MAX) {
      throw refused("CBOR has at most " + VALUES_MAX + " values here.");
    }
    if (at >= bytes.length) {
      throw refused("The CBOR ends too early.");
    }
    int first = bytes[at++] & 0xff;
    int major = first >> 5;
    if (major == 7) {
      return switch (first) {
        case 0xf4 -> Cbor.Word.FALSE;
        case 0xf5 -> Cbor.Word.TRUE;
        case 0xf6 -> Cbor.Word.NULL;
        default -> throw refused("Floats and further simple values are not read.");
      };
    }
    long argument = argument(first & 0x1f);
    return switch (major) {
      case 0 -> new Cbor.Whole(argument);
      case 1 -> new Cbor.Whole(~argument);
      case 2 -> {
        int from = take(argument);
        yield new Cbor.Bytes(Octets.of(bytes, from, at));
      }
      case 3 -> new Cbor.Text(text(take(argument)));
      case 4 -> {
        List<Cbor> items = new ArrayList<>();
        for (int count = many(argument); count > 0; count--) {
          items.add(value(depth + 1));
        }
        yield new Cbor.Items(items);
      }
      case 5 -> fields(many(argument), depth);
      default -> new Cbor.Tagged(argument, value(depth + 1));
    };
  }

  private Cbor fields(int count, int depth) {
    List<Cbor.Field> fields = new ArrayList<>();
    Set<Cbor> names = new HashSet<>();
    for (int one = 0; one < count; one++) {
      Cbor name = value(depth + 1);
      if (!names.add(name)) {
        throw refused("A name stands once in a map.");
      }
      fields.add(new Cbor.Field(name, value(depth + 1)));
    }
    return new Cbor.Fields(fields);
  }

  /// The number in a head; refused where a shorter form would say the same.
  private long argument(int low) {
    if (low < 24) {
      return low;
    }
    if (low > 27) {
      throw refused("Every length is said before what it is the length of.");
    }
    int length = 1 << (low - 24);
    int from = take(length);
    long argument = 0;
    for (int one = from; one < at; one++) {
      argument = argument << 8 | (bytes[one] & 0xff);
    }
    long least =
        switch (length) {
          case 1 -> 24;
          case 2 -> 0x100;
          case 4 -> 0x1_0000;
          default -> 0x1_0000_0000L;
        };
    if (argument < 0) {
      throw refused("Whole numbers have 64 bits with a sign here.");
    }
    if (argument < least) {
      throw refused("A number is written in its shortest form.");
    }
    return argument;
  }

  /// Goes on over so many bytes; gives where they begin.
  private int take(long length) {
    if (length > bytes.length - at) {
      throw refused("The CBOR ends too early.");
    }
    int from = at;
    at += (int) length;
    return from;
  }

  /// So many values, of which each needs a byte at least.
  private int many(long count) {
    if (count > bytes.length - at) {
      throw refused("The CBOR ends too early.");
    }
    return (int) count;
  }

  private String text(int from) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, at - from))
          .toString();
    } catch (CharacterCodingException notText) {
      throw refused("A text is UTF-8.");
    }
  }

  private ProblemsException refused(String reason) {
    return new ProblemsException(Problem.of("statement-cbor", "byte " + at, "", reason));
  }
}
