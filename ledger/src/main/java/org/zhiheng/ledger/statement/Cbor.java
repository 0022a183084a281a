package org.zhiheng.ledger.statement;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.zhiheng.values.Parsed;

/// CBOR of the forms that COSE needs: lengths that are said, numbers in their shortest form, names
/// that stand once. Floats and lengths that stay open are refused.
///
/// What was read is written as the same bytes. Maps keep the order they were read in, for others
/// sign theirs in any; [#ordered] tells whether it is that of RFC 8949 section 4.2.1.
///
/// Source: RFC 8949 (2020-12), section 3.
public sealed interface Cbor {

  /// Deeper values are refused.
  int DEPTH_MAX = 16;

  /// A whole number.
  ///
  /// @param value any of 64 bits with a sign; CBOR's beyond are refused
  record Whole(long value) implements Cbor {}

  /// Bytes.
  ///
  /// @param value as they are
  record Bytes(Octets value) implements Cbor {}

  /// A text.
  ///
  /// @param value without halves of surrogates
  record Text(String value) implements Cbor {
    /// @throws IllegalArgumentException when the text holds half a surrogate
    public Text {
      if (!Json.whole(value)) {
        throw new IllegalArgumentException("a text has no half surrogates");
      }
    }
  }

  /// Values in an order.
  ///
  /// @param values any
  record Items(List<Cbor> values) implements Cbor {
    /// Copies the list.
    public Items {
      values = List.copyOf(values);
    }
  }

  /// A name and its value.
  ///
  /// @param name mostly a number or a text
  /// @param value any
  record Field(Cbor name, Cbor value) {}

  /// Values by name.
  ///
  /// @param fields in the order they are written
  record Fields(List<Field> fields) implements Cbor {
    /// @throws IllegalArgumentException when a name stands twice
    public Fields {
      fields = List.copyOf(fields);
      if (fields.stream().map(Field::name).distinct().count() != fields.size()) {
        throw new IllegalArgumentException("a name stands once");
      }
    }

    /// The value of a name that is a number.
    public Optional<Cbor> value(long name) {
      Cbor wanted = new Whole(name);
      return fields.stream()
          .filter(field -> field.name().equals(wanted))
          .map(Field::value)
          .findFirst();
    }
  }

  /// A value with a mark that tells what it is.
  ///
  /// @param number which mark; from 0
  /// @param value any
  record Tagged(long number, Cbor value) implements Cbor {
    /// @throws IllegalArgumentException when the number is negative
    public Tagged {
      if (number < 0) {
        throw new IllegalArgumentException("a tag is >= 0: " + number);
      }
    }
  }

  /// One of three words.
  enum Word implements Cbor {
    /// False.
    FALSE(0xf4),
    /// True.
    TRUE(0xf5),
    /// Nothing.
    NULL(0xf6);

    private final int first;

    Word(int first) {
      this.first = first;
    }
  }

  /// Reads one value and nothing behind it.
  static Parsed<Cbor> parse(byte[] bytes) {
    return CborReader.read(bytes);
  }

  /// A number as the name of a field.
  static Field field(long name, Cbor value) {
    return new Field(new Whole(name), value);
  }

  /// As bytes.
  default byte[] encoded() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(this, out);
    return out.toByteArray();
  }

  private static void write(Cbor cbor, ByteArrayOutputStream out) {
    switch (cbor) {
      case Whole whole -> {
        long value = whole.value();
        head(value < 0 ? 1 : 0, value < 0 ? ~value : value, out);
      }
      case Bytes bytes -> {
        head(2, bytes.value().length(), out);
        out.writeBytes(bytes.value().bytes());
      }
      case Text text -> {
        byte[] utf8 = text.value().getBytes(StandardCharsets.UTF_8);
        head(3, utf8.length, out);
        out.writeBytes(utf8);
      }
      case Items items -> {
        head(4, items.values().size(), out);
        items.values().forEach(one -> write(one, out));
      }
      case Fields fields -> {
        head(5, fields.fields().size(), out);
        for (Field field : fields.fields()) {
          write(field.name(), out);
          write(field.value(), out);
        }
      }
      case Tagged tagged -> {
        head(6, tagged.number(), out);
        write(tagged.value(), out);
      }
      case Word word -> out.write(word.first);
    }
  }

  /// A head in its shortest form.
  private static void head(int major, long argument, ByteArrayOutputStream out) {
    int high = major << 5;
    if (argument < 24) {
      out.write(high | (int) argument);
    } else if (argument <= 0xff) {
      out.write(high | 24);
      out.write((int) argument);
    } else if (argument <= 0xffff) {
      out.write(high | 25);
      out.writeBytes(ByteBuffer.allocate(2).putShort((short) argument).array());
    } else if (argument <= 0xffff_ffffL) {
      out.write(high | 26);
      out.writeBytes(ByteBuffer.allocate(4).putInt((int) argument).array());
    } else {
      out.write(high | 27);
      out.writeBytes(ByteBuffer.allocate(8).putLong(argument).array());
    }
  }

  /// Whether the fields of every map stand in the order of their names' bytes.
  default boolean ordered() {
    return switch (this) {
      case Whole _, Bytes _, Text _, Word _ -> true;
      case Items items -> items.values().stream().allMatch(Cbor::ordered);
      case Tagged tagged -> tagged.value().ordered();
      case Fields fields -> {
        boolean rising = true;
        for (int at = 1; at < fields.fields().size(); at++) {
          rising &=
              java.util.Arrays.compareUnsigned(
                      fields.fields().get(at - 1).name().encoded(),
                      fields.fields().get(at).name().encoded())
                  < 0;
        }
        yield rising
            && fields.fields().stream()
                .allMatch(field -> field.name().ordered() && field.value().ordered());
      }
    };
  }
}
