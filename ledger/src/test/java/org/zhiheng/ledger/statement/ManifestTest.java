package org.zhiheng.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.ledger.leaf.LeafKind;

final class ManifestTest {

  /// SHA-256 and SM3 of the three bytes abc: FIPS 180-2 appendix B.1, GB/T 32905-2016 appendix A.1.
  private static final String TEXT =
      "{\"files\":[{\"capturedAt\":\"2026-11-27T23:59:58.500Z\",\"environment\":\"Debian 12\","
          + "\"name\":\"合同.txt\","
          + "\"sha256\":\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\","
          + "\"size\":3,"
          + "\"sm3\":\"66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0\","
          + "\"tool\":\"Firefox 140\",\"type\":\"text/plain\"}],"
          + "\"kind\":\"deposit\","
          + "\"statement\":{\"amount\":\"CNY 1200.00\",\"place\":\"上海\"},"
          + "\"subject\":\"R42\",\"version\":1}";

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void isSpelledAsTheFormatSays() {
    Manifest manifest = Statements.deposit(List.of(Statements.file("合同.txt", utf8("abc"))));
    assertThat(new String(manifest.bytes(), StandardCharsets.UTF_8)).isEqualTo(TEXT);
    assertThat(Manifest.parse(utf8(TEXT)).orThrow()).isEqualTo(manifest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "\"version\":1|\"version\":2",
        "\"version\":1|\"version\":1,\"x\":1",
        "\"version\":1|\"version\":\"1\"",
        "\"deposit\"|\"theft\"",
        "\"deposit\"|\"DEPOSIT\"",
        "\"R42\"|\"r42\"",
        "\"R42\"|\"42\"",
        "\"R42\"|\"R042\"",
        "\"R42\"|\"R0\"",
        "\"size\":3|\"size\":-1",
        "\"size\":3|\"size\":2147483649",
        "\"size\":3|\"size\":3.0",
        "\"size\":3|\"size\":\"3\"",
        "58.500Z|58.5Z",
        "58.500Z|58.500+00:00",
        "2026-11-27|2026-11-31",
        "ba7816|BA7816",
        "ba7816|ba781",
        "66c7f0|zzzzzz",
        "\"amount\":\"CNY 1200.00\"|\"amount\":1200",
        "\"amount\"|\"1mount\"",
        "\"tool\":\"Firefox 140\",|§§",
        "\"name\":\"合同.txt\"|\"name\":\"\"",
        "\"type\"|\"typo\"",
        "{\"files\"|§ {\"files\"§"
      })
  void refusesWhatIsSpelledOrMeantOtherwise(String was, String becomes) {
    assertThat(TEXT).contains(was);
    String changed = TEXT.replace(was, becomes == null ? "" : becomes);
    assertThat(Manifest.parse(utf8(changed)).refusal()).as(changed).isPresent();
  }

  @Test
  void mayBeAboutNoRightAndHaveNoFiles() {
    Manifest bare = new Manifest(LeafKind.KEY_EVENT, Optional.empty(), new TreeMap<>(), List.of());
    String text =
        "{\"files\":[],\"kind\":\"key-event\",\"statement\":{},\"subject\":\"\",\"version\":1}";
    assertThat(new String(bare.bytes(), StandardCharsets.UTF_8)).isEqualTo(text);
    assertThat(Manifest.parse(utf8(text)).orThrow()).isEqualTo(bare);
  }

  @Test
  void hasLimits() {
    TreeMap<String, String> longFact = new TreeMap<>(Map.of("a", "é".repeat(32_001)));
    assertThatThrownBy(() -> new Manifest(LeafKind.DEPOSIT, Optional.empty(), longFact, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Statements.file("é".repeat(501), new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    List<StatedFile> many =
        java.util.Collections.nCopies(10_000, Statements.file("a", new byte[0]));
    assertThatThrownBy(() -> Statements.deposit(many)).isInstanceOf(IllegalArgumentException.class);
  }
}
