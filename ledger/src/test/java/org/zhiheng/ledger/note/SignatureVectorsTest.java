package org.zhiheng.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.Vectors;
import tools.jackson.databind.JsonNode;

/// The edge cases that others collected for the algorithms we sign with.
final class SignatureVectorsTest {

  private static JsonNode json(String set, String file) {
    Optional<Path> folder = Vectors.folder(set);
    Assumptions.assumeTrue(folder.isPresent(), "NOT RUN: " + set);
    return Vectors.json(folder.get().resolve(file));
  }

  private static byte[] hex(JsonNode text) {
    return HexFormat.of().parseHex(text.asString());
  }

  @Test
  void ed25519HoldsWhatWycheproofSays() {
    int count = 0;
    for (JsonNode group : json("wycheproof", "ed25519_test.json").path("testGroups")) {
      byte[] key = hex(group.path("publicKey").path("pk"));
      for (JsonNode one : group.path("tests")) {
        assertThat(Ed25519Key.verify(key, hex(one.path("msg")), hex(one.path("sig"))))
            .as("tcId " + one.path("tcId") + " " + one.path("comment"))
            .isEqualTo(one.path("result").asString().equals("valid"));
        count++;
      }
    }
    assertThat(count).isGreaterThan(100);
  }

  @Test
  void mlDsa44HoldsWhatWycheproofSays() {
    int count = 0;
    int withContext = 0;
    for (JsonNode group : json("wycheproof", "mldsa_44_verify_test.json").path("testGroups")) {
      byte[] key = hex(group.path("publicKey"));
      for (JsonNode one : group.path("tests")) {
        if (!one.path("ctx").asString("").isEmpty()) {
          withContext++; // C2SP signs without a context, and there is no way here to give one
          continue;
        }
        boolean holds =
            key.length == NoteAlgorithm.ML_DSA_44.keyLengthBytes()
                && MlDsa44Key.verify(key, hex(one.path("msg")), hex(one.path("sig")));
        assertThat(holds)
            .as("tcId " + one.path("tcId") + " " + one.path("comment"))
            .isEqualTo(one.path("result").asString().equals("valid"));
        count++;
      }
    }
    assertThat(count).isGreaterThan(100);
    System.out.println("mldsa_44_verify_test: " + withContext + " with a context left out");
  }

  /// These keys and signatures are on the edge where implementations differ. What counts for a log
  /// is that one choice is made and stays: points that are not written canonically are refused, and
  /// so are keys of small order, which anybody can sign for.
  @Test
  void ed25519TakesOneSideOnTheEdge() {
    Map<String, Integer> accepted = new TreeMap<>();
    int count = 0;
    for (JsonNode one : json("cctv-ed25519", "ed25519vectors.json")) {
      count++;
      byte[] message = one.path("msg").asString().getBytes(StandardCharsets.UTF_8);
      if (Ed25519Key.verify(hex(one.path("key")), message, hex(one.path("sig")))) {
        one.path("flags").forEach(flag -> accepted.merge(flag.asString(), 1, Integer::sum));
      }
    }
    assertThat(count).isEqualTo(914);
    assertThat(accepted)
        .doesNotContainKeys("non_canonical_A", "non_canonical_R", "low_order_A", "reencoded_k");
  }

  @Test
  void sm3AndSm2GiveTheValuesThatAreKnown() {
    JsonNode vectors = json("gm-sm2-sm3", "sm2-sm3.json");
    for (JsonNode one : vectors.path("sm3")) {
      byte[] message = one.path("msg_utf8").asString().getBytes(StandardCharsets.UTF_8);
      SM3Digest digest = new SM3Digest();
      digest.update(message, 0, message.length);
      byte[] out = new byte[32];
      digest.doFinal(out, 0);
      assertThat(HexFormat.of().formatHex(out)).isEqualTo(one.path("digest").asString());
    }
  }

  @Test
  void signsAndChecksWithEachAlgorithm() {
    for (NoteSigner signer : Keys.all("example.com/log")) {
      String text = "example.com/log\n0\n" + "A".repeat(43) + "=\n";
      SignatureLine line = signer.line(text, Optional.empty());
      SignedNote note = new SignedNote(text, java.util.List.of(line));
      assertThat(note.check(java.util.List.of(signer.key())).signers())
          .extracting(NoteCheck.Signed::key)
          .containsExactly(signer.key());
      assertThat(VerifierKey.parse(signer.key().toString()).orThrow()).isEqualTo(signer.key());
      byte[] other = line.signature();
      other[other.length - 1] ^= 1;
      SignedNote forged =
          new SignedNote(text, java.util.List.of(SignatureLine.of(signer.key(), other)));
      assertThat(forged.check(java.util.List.of(signer.key())))
          .isInstanceOf(NoteCheck.Refused.class);
    }
  }
}
