package org.zhiheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.ledger.bundle.Verdicts;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.verifier.Verification;

/// The verifier, over golden bundles that somebody changed, with policies and folders of keys that
/// somebody spoilt. Exceptions that may come out: [ProblemsException] for a policy or a key that
/// does not read. A bundle that was changed does not hold.
final class VerificationFuzz {

  private static final Path GOLDEN =
      Path.of(System.getProperty("zhiheng.root", ".."), "ledger/src/test/resources/golden/bundle");

  private static final List<String> KEYS = List.of("logs.txt", "witnesses.txt", "issuers.txt");

  private static final String CHAIN =
      "chain 1337 block 7 0x"
          + "0".repeat(64)
          + "\nchain 1337 validators from 1 before 9 0x"
          + "1".repeat(40)
          + " 0x"
          + "2".repeat(40)
          + "\n";

  private static final Verification VERIFICATION =
      Verification.offline(Instant.parse("2026-12-01T00:00:00Z"));

  @TempDir private static @Nullable Path folder;

  private static Path spoilt(Path file, String name, Seed seed) throws IOException {
    byte[] sound = Files.readAllBytes(file);
    byte[] bytes =
        name.endsWith(".ipev") || seed.chance(0.2)
            ? Spoilt.bytes(seed, sound)
            : Spoilt.lines(seed, new String(sound, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    return Files.write(Objects.requireNonNull(folder).resolve(name), bytes);
  }

  @Seeds(60)
  void noChangedBundleHolds(Seed seed) throws IOException {
    String name = seed.oneOf(List.of("held.ipev", "erased.ipev"));
    Path bundle = spoilt(GOLDEN.resolve(name), name, seed);
    Verdicts verdicts =
        VERIFICATION.of(
            bundle,
            Optional.of(GOLDEN.resolve("policy.txt")),
            Optional.of(GOLDEN.resolve("trust")));
    assertThat(verdicts.text()).isNotBlank();
    if (Files.mismatch(bundle, GOLDEN.resolve(name)) >= 0) {
      assertThat(verdicts.holds()).isFalse();
    }
    assertThat(stated(bundle)).isNotNull();
  }

  private static Object stated(Path bundle) throws IOException {
    try {
      return Verification.stated(bundle);
    } catch (ProblemsException none) {
      return none;
    }
  }

  @Seeds(60)
  void policiesAndKeysAreReadOrRefused(Seed seed) throws IOException {
    Path trust = Files.createDirectories(Objects.requireNonNull(folder).resolve("trust"));
    for (String name : KEYS) {
      spoilt(GOLDEN.resolve("trust").resolve(name), "trust/" + name, seed);
    }
    Files.writeString(
        trust.resolve("chain.txt"),
        seed.chance(0.5) ? CHAIN : Spoilt.lines(seed, CHAIN).replaceAll("[\uD800-\uDFFF]", ""));
    Files.write(
        trust.resolve("one.pem"),
        Spoilt.bytes(
            seed,
            "-----BEGIN CERTIFICATE-----\nMAAwADAA\n-----END CERTIFICATE-----\n"
                .getBytes(StandardCharsets.UTF_8)));
    Path policy = spoilt(GOLDEN.resolve("policy.txt"), "policy.txt", seed);
    try {
      Verdicts verdicts =
          VERIFICATION.of(GOLDEN.resolve("held.ipev"), Optional.of(policy), Optional.of(trust));
      assertThat(verdicts.text()).isNotBlank();
    } catch (ProblemsException refused) {
      assertThat(refused.problems()).isNotEmpty();
    }
  }
}
