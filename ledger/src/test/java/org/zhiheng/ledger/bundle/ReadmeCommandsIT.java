package org.zhiheng.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.ledger.note.Keys;

/// The commands on the pages of a bundle, run as an expert would run them. Not run where bash,
/// sha256sum or openssl are missing.
final class ReadmeCommandsIT {

  private static final Map<String, String> FILES =
      new TreeMap<>(Map.of("a'b.txt", "first", "合同.txt", "second"));

  private static final Pattern BLOCK = Pattern.compile("<pre>\n(.*?)</pre>", Pattern.DOTALL);

  private static boolean there(String command) {
    try {
      Process process =
          new ProcessBuilder("bash", "-c", "command -v " + command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void unpack(byte[] bundle, Path folder) throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(bundle), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, zip.readAllBytes());
      }
    }
  }

  /// Blocks of commands; those of nothing but digests or a key are what must come out.
  private static List<String> blocks(Path page) throws IOException {
    return BLOCK
        .matcher(Files.readString(page))
        .results()
        .map(found -> found.group(1))
        .map(block ->
            block
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&"))
        .toList();
  }

  private static boolean digests(String block) {
    return block.lines().allMatch(line -> line.matches("[0-9a-f]{64}"));
  }

  private static String run(Path folder, String script) throws Exception {
    Process process =
        new ProcessBuilder("bash", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  private static void commandsShowIt(BundleParts parts, Iterable<String> files, Path folder)
      throws Exception {
    for (String command : List.of("sha256sum", "openssl", "sed", "base64", "od")) {
      assumeTrue(there(command), command + " is not there");
    }
    unpack(Bundles.written(parts, files), folder);
    for (String page : List.of("README.zh.html", "README.en.html")) {
      List<String> blocks = blocks(folder.resolve(page));
      String script =
          blocks.stream()
              .filter(block -> !digests(block) && !block.startsWith("java"))
              .filter(block -> !block.startsWith(Bundles.LOG.key().toString()))
              .collect(Collectors.joining("\n"));
      String said = run(folder, script);
      assertThat(said).doesNotContain("FAILED", "Failure", "No such file");
      int members = Zip.directory(source(parts, files)).size();
      assertThat(said.lines().filter(line -> line.endsWith(": OK")).count()).isEqualTo(members - 1);
      for (String block : blocks) {
        if (digests(block)) {
          for (String digest : block.lines().toList()) {
            assertThat(said).as(page).contains(digest);
          }
        }
      }
      Matcher verified = Pattern.compile("Signature Verified Successfully").matcher(said);
      assertThat(verified.results().count())
          .as(said)
          .isEqualTo(parts.content() instanceof BundleParts.Held ? 2 : 1);
    }
  }

  private static ByteSource source(BundleParts parts, Iterable<String> files) {
    return new HeldBytes(org.zhiheng.ledger.statement.Octets.of(Bundles.written(parts, files)));
  }

  @Test
  void anExpertWithCommonToolsComesToTheSame(@TempDir Path folder) throws Exception {
    commandsShowIt(
        Bundles.parts(FILES, List.of(Bundles.ONE, Keys.mlDsa("w3.example.org"))),
        FILES.values(),
        folder);
  }

  @Test
  void alsoWhereTheContentWasErased(@TempDir Path folder) throws Exception {
    commandsShowIt(Bundles.erased(Bundles.parts(FILES, List.of()), "x"), List.of(), folder);
  }

  /// Longer names and longer manifests have longer heads in CBOR.
  @Test
  void alsoForAManifestOverSixtyFourKilobytes(@TempDir Path folder) throws Exception {
    Map<String, String> many = new TreeMap<>();
    for (int at = 0; at < 230; at++) {
      many.put("file " + at, "content " + at);
    }
    commandsShowIt(Bundles.parts(many, List.of()), many.values(), folder);
    assertThat(Files.readString(folder.resolve("README.en.html")))
        .contains("files/0200", "Only the first 200")
        .doesNotContain("files/0201");
  }
}
