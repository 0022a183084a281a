package org.zhiheng.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.ledger.Vectors;
import tools.jackson.databind.JsonNode;

final class JsonTest {

  /// What another reader made of a file, as our value. A number with a fraction becomes a text, so
  /// that the rest of its file can still be compared.
  private static Json ours(JsonNode node) {
    if (node.isObject()) {
      TreeMap<String, Json> fields = new TreeMap<>();
      node.properties().forEach(field -> fields.put(field.getKey(), ours(field.getValue())));
      return new Json.Fields(fields);
    }
    if (node.isArray()) {
      return new Json.Items(node.valueStream().map(JsonTest::ours).toList());
    }
    if (node.isString()) {
      return new Json.Text(node.asString());
    }
    if (node.isNumber()) {
      return node.decimalValue().stripTrailingZeros().scale() <= 0
              && node.decimalValue().precision() <= 15
              && node.decimalValue().abs().longValue() < 1_000_000_000
          ? new Json.Whole(node.decimalValue().longValueExact())
          : new Json.Text("left out");
    }
    return node.isNull() ? Json.Word.NULL : node.asBoolean() ? Json.Word.TRUE : Json.Word.FALSE;
  }

  @Test
  void writesWhatTheAuthorsOfJcsWrite() {
    Optional<Path> folder = Vectors.folder("jcs-rfc8785");
    Assumptions.assumeTrue(folder.isPresent(), "NOT RUN: jcs-rfc8785");
    int count = 0;
    for (Path input : Vectors.files(folder.get().resolve("input"), ".json")) {
      String name = input.getFileName().toString();
      byte[] wanted = Vectors.bytes(folder.get().resolve("output").resolve(name));
      if (name.equals("values.json")) {
        // Left out: its list of five numbers, four with fractions or beyond 2^53. No statement has
        // such a number, for amounts are texts, and one that does is refused. Its texts and words
        // are compared.
        String text = new String(wanted, StandardCharsets.UTF_8);
        String rest = text.substring(0, text.indexOf("\"numbers\":["));
        rest += text.substring(text.indexOf("],", rest.length()) + 2);
        assertThat(Json.parse(wanted).refusal()).isPresent();
        TreeMap<String, Json> fields =
            new TreeMap<>(((Json.Fields) ours(Vectors.json(input))).values());
        fields.remove("numbers");
        assertThat(new Json.Fields(fields).toText()).isEqualTo(rest);
        count++;
        continue;
      }
      byte[] written = ours(Vectors.json(input)).bytes();
      assertThat(new String(written, StandardCharsets.UTF_8))
          .as(name)
          .isEqualTo(new String(wanted, StandardCharsets.UTF_8));
      String hex =
          new String(
              Vectors.bytes(folder.get().resolve("outhex").resolve(name.replace("json", "txt"))),
              StandardCharsets.US_ASCII);
      assertThat(written).isEqualTo(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
      assertThat(Json.parse(wanted).orThrow().bytes()).as(name + " read").isEqualTo(wanted);
      assertThat(Json.parse(Vectors.bytes(input)).refusal()).as(name + " as given").isPresent();
      count++;
    }
    assertThat(count).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 1",
        "1 ",
        "01",
        "-0",
        "1.0",
        "1e3",
        "9007199254740992",
        "99999999999999999999",
        "[1,]",
        "[1 ,2]",
        "[,1]",
        "{\"a\":1,}",
        "{\"b\":1,\"a\":2}",
        "{\"a\":1,\"a\":1}",
        "{\"a\" :1}",
        "\"\\u0041\"",
        "\"\\u000a\"",
        "\"\\u001F\"",
        "\"\\ud800\"",
        "\"\\/\"",
        "\"\u0001\"",
        "\"open",
        "tru",
        "truex",
        "nul",
        "[1",
        "{\"a\"",
        "{1:2}",
        "1,2",
        "\ufeff1"
      })
  void refusesASecondSpelling(String text) {
    assertThat(Json.parse(text.getBytes(StandardCharsets.UTF_8)).refusal()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "9007199254740991",
        "-9007199254740991",
        "[]",
        "{}",
        "\"\"",
        "\"\\u001f\\n\"",
        "{\"\":[],\"1\":{\"a\":null}}",
        "\"/😀é\u007f\""
      })
  void readsTheOneSpelling(String text) {
    assertThat(Json.parse(text.getBytes(StandardCharsets.UTF_8)).orThrow().toText())
        .isEqualTo(text);
  }

  @Test
  void refusesWhatIsNoUtf8OrTooDeepOrTooMuch() {
    assertThat(Json.parse(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}).refusal()).isPresent();
    // a surrogate written in UTF-8
    assertThat(Json.parse(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}).refusal())
        .isPresent();
    assertThat(Json.parse("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)).refusal())
        .isPresent();
    assertThat(
            Json.parse(("[0" + ",0".repeat(300_000) + "]").getBytes(StandardCharsets.UTF_8))
                .refusal())
        .isPresent();
  }
}
