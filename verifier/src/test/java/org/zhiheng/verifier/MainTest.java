package org.zhiheng.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTest {

  /// What a run left.
  ///
  /// @param code it ended with
  /// @param out on stdout
  /// @param err on stderr
  private record Ran(int code, String out, String err) {}

  private static Ran run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            List.of(arguments),
            Instant.parse("2026-11-29T00:00:00Z"),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static List<String> results(String text) {
    return text.lines()
        .filter(line -> line.matches("(statement|inclusion|witness|time|anchor): .*"))
        .map(line -> line.replaceAll("[. ]*( \\(required\\))?\\..*", "$1"))
        .toList();
  }

  @Test
  void givesFiveVerdicts() {
    Ran ran = run(Golden.path("held.ipev"));
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(results(ran.out()))
        .containsExactly(
            "statement: passed (required)",
            "inclusion: passed (required)",
            "witness: passed",
            "time: absent",
            "anchor: absent");
    assertThat(ran.out())
        .contains("nobody outside vouched for it")
        .endsWith("All that is asked for holds.\n");
  }

  @Test
  void believesKeysOfAFolder() {
    Ran ran =
        run(
            Golden.path("held.ipev"),
            "--trust",
            Golden.path("trust"),
            "--policy=" + Golden.path("policy.txt"));
    assertThat(ran.code()).as(ran.out()).isZero();
    assertThat(ran.out()).doesNotContain("nobody outside").contains("witness: passed (required)");
  }

  @Test
  void saysWhatWasErased() {
    Ran ran = run("--format", "json", Golden.path("erased.ipev"));
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("\"check\":\"statement\"", "\"result\":\"erased\"", "content lawfully erased")
        .contains("\"holds\":true")
        .endsWith("}\n");
  }

  @Test
  void endsWithFourWhenSomethingFails(@TempDir Path folder) throws IOException {
    byte[] bundle = Files.readAllBytes(Golden.FOLDER.resolve("held.ipev"));
    bundle[bundle.length / 2] ^= 1;
    Path changed = Files.write(folder.resolve("changed.ipev"), bundle);
    Ran ran = run(changed.toString(), "--format=json");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.out()).contains("\"holds\":false", "\"code\":\"bundle-");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Ran untrusted = run(Golden.path("held.ipev"), "--trust", empty.toString());
    assertThat(untrusted.code()).isEqualTo(4);
    assertThat(untrusted.out())
        .contains("No key of the log log.example.cn/2026 is trusted", "not one of those trusted");
    Path policy =
        Files.writeString(
            folder.resolve("p.txt"),
            Files.readString(Golden.FOLDER.resolve("policy.txt")) + "#require time\n");
    assertThat(run(Golden.path("held.ipev"), "--policy", policy.toString()).code()).isEqualTo(4);
  }

  /// What cannot be read shows nothing: four, and five verdicts.
  @Test
  void endsWithFourForWhatCannotBeRead(@TempDir Path folder) throws IOException {
    Path nothing = Files.createFile(folder.resolve("nothing.ipev"));
    for (Path bundle : List.of(folder.resolve("missing.ipev"), folder, nothing)) {
      Ran ran = run(bundle.toString());
      assertThat(ran.code()).as(bundle + ran.err()).isEqualTo(4);
      assertThat(results(ran.out())).hasSize(5).allMatch(line -> line.contains("failed"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "--policy",
        "a --policy",
        "a --policy=",
        "a --other x",
        "a --format xml",
        "a --format json --format json",
        "a --trust x --trust y",
        "-- a"
      })
  void endsWithTwoWhenTheCommandLineIsNotUnderstood(String line) {
    Ran ran = run(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("java -jar zhiheng-verifier.jar");
  }

  @Test
  void endsWithTwoWhenPolicyOrKeysDoNotRead(@TempDir Path folder) throws IOException {
    String bundle = Golden.path("held.ipev");
    Path policy = Files.writeString(folder.resolve("p"), "quorum x\n");
    Ran bad = run(bundle, "--policy", policy.toString());
    assertThat(bad.code()).isEqualTo(2);
    assertThat(bad.err()).contains("line 1", "log-policy");
    assertThat(run(bundle, "--policy", folder.resolve("none").toString()).code()).isEqualTo(2);
    assertThat(run(bundle, "--trust", folder.resolve("none").toString()).code()).isEqualTo(2);
    for (String name : List.of("log.txt", "logs.txt", "tsa.pem")) {
      Path trust = Files.createDirectory(folder.resolve("of-" + name));
      Files.writeString(trust.resolve(name), "nothing of the kind\n");
      Ran ran = run(bundle, "--trust", trust.toString());
      assertThat(ran.code()).as(name).isEqualTo(2);
      assertThat(ran.err()).as(name).contains(name);
    }
  }

  @Test
  void readsCertificatesOfAuthorities(@TempDir Path folder) throws IOException {
    for (String name : List.of("logs.txt", "witnesses.txt", "issuers.txt")) {
      Files.copy(Golden.FOLDER.resolve("trust").resolve(name), folder.resolve(name));
    }
    String pem = "-----BEGIN CERTIFICATE-----\nMAUCAQE=\n-----END CERTIFICATE-----\n";
    Files.writeString(folder.resolve("two.PEM"), pem + pem);
    Files.write(folder.resolve("one.der"), new byte[] {0x30, 3, 2, 1, 1});
    Files.writeString(folder.resolve(".hidden"), "x");
    assertThat(TrustFolder.read(folder).authorities()).hasSize(3);
    assertThat(run(Golden.path("held.ipev"), "--trust", folder.toString()).code()).isZero();
  }

  @Test
  void helps() {
    Ran ran = run("--help");
    assertThat(ran.code()).isZero();
    assertThat(Stream.of("--policy", "--trust", "--format", "Ends with 0"))
        .allMatch(ran.out()::contains);
  }
}
