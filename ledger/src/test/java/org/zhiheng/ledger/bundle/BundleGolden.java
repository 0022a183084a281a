package org.zhiheng.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.Statements;

/// Bundles as they were once written: every later version must read them, and its parts must give
/// the same bytes. When this fails, the format has changed; it needs a new version then, not a new
/// file.
///
/// `-Dgolden=write` writes them anew.
final class BundleGolden {

  private static final Path FOLDER = Path.of("src/test/resources/golden/bundle");

  private static final Map<String, String> FILES =
      new TreeMap<>(Map.of("a.txt", "first", "合同 <b>.txt", "second"));

  @BeforeAll
  static void writes() throws IOException {
    if (!"write".equals(System.getProperty("golden"))) {
      return;
    }
    BundleParts held = Bundles.parts(FILES, List.of(Bundles.ONE));
    Files.createDirectories(FOLDER.resolve("trust"));
    Files.write(FOLDER.resolve("held.ipev"), Bundles.written(held, FILES.values()));
    Files.write(
        FOLDER.resolve("erased.ipev"),
        Bundles.written(Bundles.erased(held, "PIPL art. 47"), List.of()));
    Files.writeString(
        FOLDER.resolve("trust/logs.txt"),
        "# the log and its SM3 tree\n" + Bundles.LOG.key() + "\n" + Bundles.SIBLING.key() + "\n");
    Files.writeString(FOLDER.resolve("trust/witnesses.txt"), Bundles.ONE.key() + "\n");
    Files.writeString(FOLDER.resolve("trust/issuers.txt"), Statements.SIGNER.key() + "\n");
    Files.writeString(FOLDER.resolve("policy.txt"), Bundles.policy());
  }

  @Test
  void bundlesOfOldHoldAndAreWrittenTheSame() throws IOException {
    byte[] held = Files.readAllBytes(FOLDER.resolve("held.ipev"));
    byte[] erased = Files.readAllBytes(FOLDER.resolve("erased.ipev"));
    for (byte[] bundle : List.of(held, erased)) {
      Verdicts verdicts =
          Bundles.check(
              bundle,
              Optional.of(
                  BundlePolicy.parse(Files.readAllBytes(FOLDER.resolve("policy.txt"))).orThrow()),
              Optional.of(Bundles.trust()));
      assertThat(verdicts.holds()).as(verdicts.text()).isTrue();
    }
    BundleParts parts = BundleReader.read(new HeldBytes(Octets.of(held))).parts();
    assertThat(Bundles.written(parts, FILES.values())).isEqualTo(held);
    BundleParts without = BundleReader.read(new HeldBytes(Octets.of(erased))).parts();
    assertThat(Bundles.written(without, List.of())).isEqualTo(erased);
  }
}
