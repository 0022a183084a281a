package org.zhiheng.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.Vectors;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import tools.jackson.databind.JsonNode;

/// Many messages at once against Bouncy Castle's SM3 of each, and against printed values.
final class Sm3LanesAgainstOracle {

  private static byte[] oracle(byte prefix, byte[] bytes, int offset, int length) {
    SM3Digest digest = new SM3Digest();
    digest.update(prefix);
    digest.update(bytes, offset, length);
    byte[] hash = new byte[Hash.LENGTH_BYTES];
    digest.doFinal(hash, 0);
    return hash;
  }

  private static List<String> hex(byte[] hashes, int at, int count) {
    List<String> all = new ArrayList<>();
    for (int one = 0; one < count; one++) {
      int from = at + one * Hash.LENGTH_BYTES;
      all.add(HexFormat.of().formatHex(hashes, from, from + Hash.LENGTH_BYTES));
    }
    return all;
  }

  /// One message as often as it takes to fill some lanes.
  private static List<String> hashesOf(String message) {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    int count = 37;
    byte[] hashes = new byte[count * Hash.LENGTH_BYTES];
    new Sm3Lanes()
        .hash(new Sm3Lanes.Messages(bytes[0], bytes, 1, 0, bytes.length - 1, count), hashes, 0);
    return hex(hashes, 0, count);
  }

  /// GB/T 32905-2016, annex A: the examples A.1 and A.2.
  @Test
  void givesTheValuesThatTheStandardPrints() {
    assertThat(hashesOf("abc"))
        .containsOnly("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    assertThat(hashesOf("abcd".repeat(16)))
        .containsOnly("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
  }

  @Test
  void givesTheValuesOfTheVectors() {
    Optional<Path> folder = Vectors.folder("gm-sm2-sm3");
    Assumptions.assumeTrue(folder.isPresent(), "NOT RUN: gm-sm2-sm3");
    int tried = 0;
    for (JsonNode one : Vectors.json(folder.get().resolve("sm2-sm3.json")).path("sm3")) {
      String message = one.path("msg_utf8").asString();
      // a message begins with its prefix here, so the empty one cannot be asked
      if (!message.isEmpty()) {
        tried++;
        assertThat(hashesOf(message)).as(message).containsOnly(one.path("digest").asString());
      }
    }
    assertThat(tried).isEqualTo(4);
  }

  /// Every length from 0 to 1,000, and with each another count, place and distance.
  @Seeds(4)
  void agreesWithTheOracleForEveryLength(Seed seed) {
    Sm3Lanes lanes = new Sm3Lanes();
    for (int length = 0; length <= 1_000; length++) {
      int count = seed.chance(0.02) ? seed.between(200, 600) : seed.between(1, 40);
      int offset = seed.between(0, 70);
      int stride = length + seed.between(0, 9);
      byte prefix = (byte) seed.between(0, 256);
      byte[] bytes = new byte[offset + count * stride + length];
      seed.random().nextBytes(bytes);
      int at = seed.between(0, 50);
      byte[] hashes = new byte[at + count * Hash.LENGTH_BYTES + 3];
      lanes.hash(new Sm3Lanes.Messages(prefix, bytes, offset, stride, length, count), hashes, at);
      byte[] expected = new byte[hashes.length];
      for (int one = 0; one < count; one++) {
        System.arraycopy(
            oracle(prefix, bytes, offset + one * stride, length),
            0,
            expected,
            at + one * Hash.LENGTH_BYTES,
            Hash.LENGTH_BYTES);
      }
      assertThat(Arrays.equals(hashes, expected))
          .as("seed %s, length %d, count %d, stride %d", seed, length, count, stride)
          .isTrue();
    }
  }

  @Seeds(20)
  void hashesOfNodesMayTakeThePlaceOfWhatTheyAreMadeOf(Seed seed) {
    int count = seed.between(1, 700);
    byte[] hashes = new byte[2 * count * Hash.LENGTH_BYTES];
    seed.random().nextBytes(hashes);
    List<String> expected = new ArrayList<>();
    for (int one = 0; one < count; one++) {
      expected.add(
          HexFormat.of()
              .formatHex(
                  oracle((byte) 1, hashes, 2 * one * Hash.LENGTH_BYTES, 2 * Hash.LENGTH_BYTES)));
    }
    TreeAlgorithm.SM3.hasher().nodes(hashes, count, hashes);
    assertThat(hex(hashes, 0, count)).isEqualTo(expected);
  }
}
