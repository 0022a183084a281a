package org.zhiheng.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.ledger.Vectors;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.TreeHead;
import tools.jackson.databind.JsonNode;

final class SignedNoteTest {

  private static final String ROOT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void readsTheNotesOfGoAndOfTheSpecification() {
    Optional<Path> folder = Vectors.folder("signed-note");
    Assumptions.assumeTrue(folder.isPresent(), "NOT RUN: signed-note");
    JsonNode vectors = Vectors.json(folder.get().resolve("sumdb-note-vectors.json"));
    VerifierKey peter = key(vectors.path("vkeys").path("peter"));
    VerifierKey enoch = key(vectors.path("vkeys").path("enoch"));
    List<Integer> signers = new ArrayList<>();
    for (JsonNode good : vectors.path("good")) {
      SignedNote note = SignedNote.parse(utf8(good.asString())).orThrow();
      assertThat(note.text()).isEqualTo(vectors.path("text").asString());
      assertThat(note.toString()).isEqualTo(good.asString());
      signers.add(note.check(List.of(peter, enoch)).signers().size());
      // Enoch's line is passed over when nobody knows Enoch
      assertThat(note.check(List.of(peter)).signers()).hasSize(1);
    }
    assertThat(signers).containsExactly(1, 2);
    for (JsonNode bad : vectors.path("bad_vkeys")) {
      assertThat(VerifierKey.parse(bad.asString()).refusal()).isPresent();
    }
    JsonNode example = vectors.path("c2sp_example");
    assertThat(
            SignedNote.parse(utf8(example.path("note").asString()))
                .orThrow()
                .check(List.of(key(example.path("vkey"))))
                .signers())
        .hasSize(1);
  }

  private static VerifierKey key(JsonNode text) {
    return VerifierKey.parse(text.asString()).orThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "text\n",
        "text\n\n",
        "text\n\n— name\n",
        "text\n\n— name AAAA\n",
        "text\n\n— name AAAAAAA\n",
        "text\n\n- name AAAAAAA=\n",
        "text\n\n— na+me AAAAAAA=\n",
        "text\n\n— name AAAAAAA= more\n",
        "text\n\n— name AAAAAAA=",
        "te\u0000xt\n\n— name AAAAAAA=\n",
        "te\rxt\n\n— name AAAAAAA=\n",
        // the same bytes in another spelling
        "text\n\n— name AAAAAAB=\n"
      })
  void refusesWhatIsNoNote(String text) {
    assertThat(SignedNote.parse(utf8(text)).refusal()).isPresent();
  }

  @Test
  void refusesBytesThatAreNoText() {
    byte[] bytes = utf8("text\n\n— name AAAAAAA=\n");
    bytes[1] = (byte) 0xff;
    assertThat(SignedNote.parse(bytes).refusal()).isPresent();
  }

  @Test
  void keepsEmptyLinesOfTheText() {
    SignedNote note = SignedNote.parse(utf8("a\n\nb\n\n— name AAAAAAA=\n")).orThrow();
    assertThat(note.text()).isEqualTo("a\n\nb\n");
  }

  @Test
  void saysWhenAWitnessSigned() {
    Checkpoint checkpoint = Checkpoint.of("example.com/log", new TreeHead(3, new Hash(1, 2, 3, 4)));
    Instant at = Instant.ofEpochSecond(1_679_315_147);
    for (NoteSigner witness : List.of(Keys.witness("w", 5), Keys.mlDsa("w"))) {
      SignedNote note =
          new SignedNote(
              checkpoint.text(), List.of(witness.line(checkpoint.text(), Optional.of(at))));
      assertThat(note.check(List.of(witness.key())).signers())
          .containsExactly(new NoteCheck.Signed(witness.key(), Optional.of(at)));
      // another time with the same signature is a lie
      byte[] moved = note.signatures().getFirst().signature();
      moved[7] ^= 1;
      assertThat(
              new SignedNote(checkpoint.text(), List.of(SignatureLine.of(witness.key(), moved)))
                  .check(List.of(witness.key())))
          .isInstanceOf(NoteCheck.Refused.class);
    }
  }

  @Test
  void oneFalseLineOfAKnownKeyMakesTheNoteFalse() {
    NoteSigner good = Keys.log("good", 1);
    NoteSigner bad = Keys.log("bad", 2);
    String text = "text\n";
    SignedNote note =
        new SignedNote(
            text,
            List.of(
                good.line(text, Optional.empty()),
                SignatureLine.of(bad.key(), good.sign(utf8(text)))));
    assertThat(note.check(List.of(good.key())).signers()).hasSize(1);
    assertThat(note.check(List.of(good.key(), bad.key()))).isInstanceOf(NoteCheck.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "origin\n0\n",
        "origin\n00\n" + ROOT + "\n",
        "origin\n01\n" + ROOT + "\n",
        "origin\n-1\n" + ROOT + "\n",
        "origin\n+1\n" + ROOT + "\n",
        "origin\n9223372036854775808\n" + ROOT + "\n",
        "\n0\n" + ROOT + "\n",
        "origin\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
        "origin\n0\n" + ROOT,
        "origin\n0\n" + ROOT + "\n\n",
        "ori\tgin\n0\n" + ROOT + "\n",
        "origin\n0\n" + ROOT + "\nmore\u0000\n"
      })
  void refusesWhatIsNoCheckpoint(String text) {
    assertThat(Checkpoint.parse(text).refusal()).isPresent();
  }

  @Test
  void readsTheCheckpointThatItWrote() {
    Checkpoint checkpoint =
        new Checkpoint(
            "example.com/log", new TreeHead(Long.MAX_VALUE, new Hash(1, 2, 3, 4)), List.of("x"));
    assertThat(Checkpoint.parse(checkpoint.text()).orThrow()).isEqualTo(checkpoint);
  }
}
