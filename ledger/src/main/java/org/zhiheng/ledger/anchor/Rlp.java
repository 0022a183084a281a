package org.zhiheng.ledger.anchor;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// What Ethereum's chains write transactions and headers in: words and lists, in one spelling.
///
/// Source: Ethereum Yellow Paper, appendix B (Recursive Length Prefix).
public sealed interface Rlp {

  /// Longer inputs are refused; a receipt in a bundle is shorter.
  int LENGTH_BYTES_MAX = 1_000_000;

  /// Deeper lists are refused; an access list within a transaction has three levels.
  int DEPTH_MAX = 8;

  /// The byte strings.
  ///
  /// @param value any length
  record Word(Octets value) implements Rlp {}

  /// Values in an order.
  ///
  /// @param values any
  record Items(List<Rlp> values) implements Rlp {
    /// Copies the list.
    public Items {
      values = List.copyOf(values);
    }
  }

  /// A word of these bytes.
  static Rlp word(byte[] bytes) {
    return new Word(Octets.of(bytes));
  }

  /// A whole number: big-endian without leading zeros, 0 as no bytes.
  ///
  /// @throws IllegalArgumentException when it is below 0
  static Rlp number(BigInteger number) {
    if (number.signum() < 0) {
      throw new IllegalArgumentException("RLP has no numbers below 0: " + number);
    }
    byte[] bytes = number.toByteArray();
    int from = 0;
    while (from < bytes.length && bytes[from] == 0) {
      from++;
    }
    return word(Arrays.copyOfRange(bytes, from, bytes.length));
  }

  /// A whole number from 0.
  static Rlp number(long number) {
    return number(BigInteger.valueOf(number));
  }

  /// A list of these.
  static Rlp items(Rlp... values) {
    return new Items(List.of(values));
  }

  /// Reads one value and nothing behind it; spellings that are not the shortest are refused with
  /// `chain-anchor`.
  static Parsed<Rlp> parse(byte[] bytes) {
    if (bytes.length > LENGTH_BYTES_MAX) {
      return Parsed.refused("chain-anchor", bytes.length + " bytes", "RLP has at most 1 MB here.");
    }
    try {
      Reader reader = new Reader(bytes);
      Rlp value = reader.value(bytes.length, 0);
      return reader.at == bytes.length
          ? Parsed.ok(value)
          : Parsed.refused("chain-anchor", "", "Behind an RLP value stands something.");
    } catch (ProblemsException refused) {
      return new Parsed.Refused<>(refused.problems().getFirst());
    }
  }

  /// As it is written.
  default byte[] bytes() {
    return switch (this) {
      case Word(Octets value) -> {
        byte[] bytes = value.bytes();
        yield bytes.length == 1 && bytes[0] >= 0 ? bytes : headed(0x80, bytes);
      }
      case Items(List<Rlp> values) -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        values.forEach(value -> out.writeBytes(value.bytes()));
        yield headed(0xc0, out.toByteArray());
      }
    };
  }

  private static byte[] headed(int base, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (content.length <= Reader.SHORT_MAX) {
      out.write(base + content.length);
    } else {
      byte[] length = ((Word) number(content.length)).value().bytes();
      out.write(base + Reader.SHORT_MAX + length.length);
      out.writeBytes(length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  /// Reads from the front; for one thread.
  final class Reader {

    private static final int SHORT_MAX = 55;
    private static final int LENGTH_OF_LENGTH_MAX = 3;

    private final byte[] bytes;
    private int at;

    private Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    private Rlp value(int end, int depth) {
      if (depth > DEPTH_MAX) {
        throw refused("RLP is at most " + DEPTH_MAX + " deep here.");
      }
      if (at >= end) {
        throw refused("The RLP ends too early.");
      }
      int first = bytes[at] & 0xff;
      if (first < 0x80) {
        at++;
        return word(new byte[] {(byte) first});
      }
      boolean list = first >= 0xc0;
      int length = length(first - (list ? 0xc0 : 0x80), end);
      int until = at + length;
      if (!list) {
        byte[] content = Arrays.copyOfRange(bytes, at, until);
        if (length == 1 && content[0] >= 0) {
          throw refused("A small byte stands for itself in RLP.");
        }
        at = until;
        return word(content);
      }
      List<Rlp> values = new ArrayList<>();
      while (at < until) {
        values.add(value(until, depth + 1));
      }
      return new Items(values);
    }

    /// Moves behind the length, and sees that so many bytes are there.
    private int length(int told, int end) {
      at++;
      int length = told;
      if (told > SHORT_MAX) {
        int digits = told - SHORT_MAX;
        if (digits > LENGTH_OF_LENGTH_MAX || end - at < digits || bytes[at] == 0) {
          throw refused("A length in RLP is too long, or not spelled the shortest way.");
        }
        length = 0;
        for (int digit = 0; digit < digits; digit++) {
          length = (length << 8) | (bytes[at++] & 0xff);
        }
        if (length <= SHORT_MAX) {
          throw refused("A length in RLP is too long, or not spelled the shortest way.");
        }
      }
      if (length > end - at) {
        throw refused("The RLP ends too early.");
      }
      return length;
    }

    private ProblemsException refused(String reason) {
      return new ProblemsException(Problem.of("chain-anchor", "byte " + at, "", reason));
    }
  }
}
