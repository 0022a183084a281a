package org.zhiheng.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

final class CborTest {

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static Cbor whole(long value) {
    return new Cbor.Whole(value);
  }

  private static void same(Cbor value, String hex) {
    assertThat(HexFormat.of().formatHex(value.encoded())).isEqualTo(hex);
    assertThat(Cbor.parse(hex(hex)).orThrow()).isEqualTo(value);
  }

  /// RFC 8949 appendix A, those of its examples that are of our forms.
  @Test
  void writesTheExamplesOfTheStandard() {
    same(whole(0), "00");
    same(whole(23), "17");
    same(whole(24), "1818");
    same(whole(100), "1864");
    same(whole(1000), "1903e8");
    same(whole(1_000_000), "1a000f4240");
    same(whole(1_000_000_000_000L), "1b000000e8d4a51000");
    same(whole(-1), "20");
    same(whole(-10), "29");
    same(whole(-100), "3863");
    same(whole(-1000), "3903e7");
    same(new Cbor.Bytes(Octets.of(hex("01020304"))), "4401020304");
    same(new Cbor.Text("IETF"), "6449455446");
    same(new Cbor.Text("\u00fc"), "62c3bc");
    same(new Cbor.Text("\u6c34"), "63e6b0b4");
    same(
        new Cbor.Items(
            List.of(
                whole(1),
                new Cbor.Items(List.of(whole(2), whole(3))),
                new Cbor.Items(List.of(whole(4), whole(5))))),
        "8301820203820405");
    same(new Cbor.Fields(List.of(Cbor.field(1, whole(2)), Cbor.field(3, whole(4)))), "a201020304");
    same(new Cbor.Tagged(1, whole(1363896240)), "c11a514b67b0");
    same(Cbor.Word.TRUE, "f5");
    same(Cbor.Word.FALSE, "f4");
    same(Cbor.Word.NULL, "f6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "0000", // something behind
        "1817", // 23 in two bytes
        "190018", // 24 in three
        "1a0000ffff",
        "1b00000000ffffffff",
        "5800", // no bytes in two
        "1bffffffffffffffff", // 2^64 - 1, beyond a long
        "3bffffffffffffffff",
        "9fff", // length left open
        "bfff",
        "5f4100ff",
        "f90000", // floats
        "fb3ff199999999999a",
        "f7", // undefined
        "f820", // simple values
        "ff",
        "1c", // reserved
        "8201", // ends too early
        "a101",
        "42ff",
        "5bffffffffffffffff",
        "5b7fffffffffffffff",
        "9b7fffffffffffffff",
        "9a7fffffff",
        "bb7fffffffffffffff",
        "a201020103", // a name twice
        "61ff", // no UTF-8
        "63eda080", // half a surrogate
        "c1"
      })
  void refusesOtherFormsAndDamage(String hex) {
    assertThat(Cbor.parse(hex(hex)).refusal()).isPresent();
  }

  @Test
  void refusesWhatIsTooDeep() {
    assertThat(Cbor.parse(hex("81".repeat(50_000) + "00")).refusal()).isPresent();
    assertThat(Cbor.parse(hex("c1".repeat(50_000) + "00")).refusal()).isPresent();
  }

  @Test
  void tellsWhetherNamesAreInOrder() {
    assertThat(Cbor.parse(hex("a2010220" + "00")).orThrow().ordered()).isTrue();
    assertThat(Cbor.parse(hex("a2200001" + "02")).orThrow().ordered()).isFalse();
    assertThat(Cbor.parse(hex("81a2200001" + "02")).orThrow().ordered()).isFalse();
  }

  /// Whatever bytes are read are written again as they were, and none crashes the reader.
  @Seeds(300)
  void readsNothingThatItWouldWriteOtherwise(Seed seed) {
    byte[] bytes = new byte[seed.between(1, 40)];
    seed.random().nextBytes(bytes);
    for (int at = 0; at < bytes.length; at++) {
      if (seed.chance(0.5)) {
        bytes[at] = (byte) (seed.between(0, 8) << 5 | seed.between(0, 5));
      }
    }
    Cbor.parse(bytes).found().ifPresent(value -> assertThat(value.encoded()).isEqualTo(bytes));
  }
}
