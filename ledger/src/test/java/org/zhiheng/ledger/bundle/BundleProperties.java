package org.zhiheng.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// What holds for every bundle, whatever is in it.
final class BundleProperties {

  private static final List<String> SIGNS =
      List.of(
          "a",
          "合",
          "<",
          "&",
          "\"",
          "'",
          "\u202e",
          "\u0000",
          "\ud83d\ude00",
          "/",
          "..",
          "{{",
          "}}",
          "\n");

  private static String text(Seed seed, int most) {
    StringBuilder text = new StringBuilder();
    for (int at = seed.between(0, most); at > 0; at--) {
      text.append(seed.oneOf(SIGNS));
    }
    return text.toString();
  }

  private static Map<String, String> files(Seed seed) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int at = seed.between(0, 5); at > 0; at--) {
      files.put("f" + at + text(seed, 20), text(seed, 300));
    }
    return files;
  }

  private static Octets bytes(Seed seed) {
    byte[] bytes = new byte[seed.between(0, 200)];
    seed.random().nextBytes(bytes);
    return Octets.of(bytes);
  }

  private static Optional<Octets> perhaps(Seed seed) {
    return seed.chance(0.5) ? Optional.of(bytes(seed)) : Optional.empty();
  }

  private static BundleParts parts(Seed seed, Map<String, String> files) {
    List<NoteSigner> witnesses = new ArrayList<>();
    if (seed.chance(0.5)) {
      witnesses.add(Bundles.ONE);
    }
    BundleParts bare = Bundles.parts(files, witnesses);
    List<Octets> anchors = new ArrayList<>();
    for (int at = seed.between(0, 12); at > 0; at--) {
      anchors.add(bytes(seed));
    }
    Map<String, Octets> copies = new TreeMap<>();
    for (int at = seed.between(0, 4); at > 0; at--) {
      copies.put(seed.oneOf(List.of("tsa.pem", "a", "b-2.crl", "root.tar.gz")), bytes(seed));
    }
    return new BundleParts(
        bare.content(),
        bare.entry(),
        new BundleParts.Stamps(perhaps(seed), perhaps(seed), perhaps(seed)),
        anchors,
        new BundleParts.Hints(bare.hints().policy(), new TreeMap<>(copies)));
  }

  private static Finding passed(Object subject) {
    return new Finding(Verdict.Result.PASSED, "Passed: " + subject);
  }

  @Seeds(60)
  void whatIsWrittenHoldsAndIsWrittenTheSameAgain(Seed seed) throws java.io.IOException {
    Map<String, String> files = files(seed);
    BundleParts parts = parts(seed, files);
    byte[] written = Bundles.written(parts, files.values());
    assertThat(Bundles.written(parts, files.values())).isEqualTo(written);
    Verdicts verdicts =
        new BundleCheck(BundleProperties::passed, BundleProperties::passed)
            .check(
                new HeldBytes(Octets.of(written)), Optional.empty(), Optional.of(Bundles.trust()));
    assertThat(verdicts.refusal()).isEmpty();
    assertThat(verdicts.holds()).as(verdicts.text()).isTrue();
    assertThat(BundleReader.read(new HeldBytes(Octets.of(written))).parts()).isEqualTo(parts);
  }

  /// A text from outside is text on the page: no markup, no sign that is hidden or turns others
  /// around, and none that stands for a value.
  @Seeds(60)
  void noNameCanSayMoreOnThePageThanItself(Seed seed) {
    Map<String, String> files = files(seed);
    for (Readme page : List.of(Readme.CHINESE, Readme.ENGLISH)) {
      String plain = page(page, Bundles.parts(Map.of(), List.of()));
      String shown = page(page, Bundles.parts(files, List.of()));
      assertThat(shown).doesNotContain("\u202e", "\u0000");
      // each file is one row of four cells, and nothing else adds markup
      assertThat(tags(shown) - tags(plain)).isEqualTo(files.size() * 13L);
    }
  }

  private static String page(Readme page, BundleParts parts) {
    return new String(page.of(Readme.Values.of(parts)), StandardCharsets.UTF_8);
  }

  private static long tags(String page) {
    return page.chars().filter(one -> one == '<').count();
  }

  /// Any bytes at all: refused, and nothing is thrown.
  @Seeds(300)
  void anythingElseIsRefused(Seed seed) {
    byte[] bytes = new byte[seed.between(0, 400)];
    seed.random().nextBytes(bytes);
    if (bytes.length > 22) {
      // so that it is read as a ZIP at least
      System.arraycopy(new byte[] {0x50, 0x4b, 5, 6}, 0, bytes, bytes.length - 22, 4);
      bytes[bytes.length - 1] = 0;
      bytes[bytes.length - 2] = 0;
    }
    assertThat(Bundles.check(bytes).refusal()).isPresent();
  }
}
