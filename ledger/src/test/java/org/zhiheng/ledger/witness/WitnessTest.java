package org.zhiheng.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.Vectors;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.Keys;
import org.zhiheng.ledger.note.NoteAlgorithm;
import org.zhiheng.ledger.note.NoteCheck;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.SignatureLine;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;
import tools.jackson.databind.JsonNode;

final class WitnessTest {

  private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");

  /// In memory, atomic.
  private static final class Remembered implements WitnessMemory {
    private final Map<String, TreeHead> heads = new ConcurrentHashMap<>();

    @Override
    public Optional<TreeHead> latest(String origin) {
      return Optional.ofNullable(heads.get(origin));
    }

    @Override
    public synchronized boolean swap(String origin, Optional<TreeHead> expected, TreeHead next) {
      if (!latest(origin).equals(expected)) {
        return false;
      }
      heads.put(origin, next);
      return true;
    }
  }

  private final NoteSigner log = Keys.log("example.com/log", 1);
  private final NoteSigner key = Keys.witness("example.com/witness", 2);
  private final Remembered memory = new Remembered();
  private final Witness witness =
      new Witness(
          Map.of("example.com/log", List.of(log.key())),
          List.of(key, Keys.mlDsa("example.com/witness")),
          memory,
          InstantSource.fixed(NOW));

  private static int status(WitnessAnswer answer) {
    return switch (answer) {
      case WitnessAnswer.Signed _ -> 200;
      case WitnessAnswer.Malformed _ -> 400;
      case WitnessAnswer.NotSigned _ -> 403;
      case WitnessAnswer.UnknownLog _ -> 404;
      case WitnessAnswer.Conflict _ -> 409;
      case WitnessAnswer.NotConsistent _ -> 422;
    };
  }

  private SignedNote note(long size, Hash root) {
    String text = Checkpoint.of("example.com/log", new TreeHead(size, root)).text();
    return new SignedNote(text, List.of(log.line(text, Optional.empty())));
  }

  private WitnessAnswer ask(long old, List<Hash> path, SignedNote note) throws IOException {
    return witness.add(
        new AddCheckpoint(old, path, note).toString().getBytes(StandardCharsets.UTF_8));
  }

  /// What another witness answered when it was asked the same, one after the other. Its third
  /// answer is of an earlier draft: today a log that is not known is 404, then it was 403.
  @Test
  void answersAsAnotherWitnessDid() throws IOException {
    Optional<Path> folder = Vectors.folder("tlog-witness");
    Assumptions.assumeTrue(folder.isPresent(), "NOT RUN: tlog-witness");
    JsonNode recorded = Vectors.json(folder.get().resolve("litewitness-add-checkpoint.json"));
    byte[] logKey = HexFormat.of().parseHex(recorded.path("log_key_hex").asString());
    String origin =
        "sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562";
    Witness one =
        new Witness(
            Map.of(origin, List.of(VerifierKey.of(origin, NoteAlgorithm.ED25519, logKey))),
            List.of(key),
            new Remembered(),
            InstantSource.fixed(NOW));
    List<Integer> statuses = new ArrayList<>();
    List<Integer> recordedStatuses = new ArrayList<>();
    for (JsonNode request : recorded.path("cases")) {
      WitnessAnswer answer =
          one.add(request.path("body").asString().getBytes(StandardCharsets.UTF_8));
      statuses.add(status(answer));
      recordedStatuses.add(request.path("status").asInt());
    }
    assertThat(recordedStatuses).containsExactly(200, 403, 403, 422, 422, 200, 409, 200, 409);
    assertThat(statuses).containsExactly(200, 400, 404, 422, 422, 200, 409, 200, 409);
  }

  @Test
  void itsLinesHoldUnderItsKeysAndSayItsTime() throws IOException {
    SignedNote note = note(1, new Hash(1, 1, 1, 1));
    WitnessAnswer answer = ask(0, List.of(), note);
    List<SignatureLine> lines =
        answer instanceof WitnessAnswer.Signed signed ? signed.lines() : List.of();
    assertThat(lines).hasSize(2);
    assertThat(note.with(lines).check(List.of(key.key())).signers())
        .containsExactly(new NoteCheck.Signed(key.key(), Optional.of(NOW)));
  }

  @Test
  void neverSignsTwoRootsOfOneSize() throws IOException {
    assertThat(status(ask(0, List.of(), note(1, new Hash(1, 1, 1, 1))))).isEqualTo(200);
    assertThat(ask(1, List.of(), note(1, new Hash(2, 2, 2, 2))))
        .isEqualTo(new WitnessAnswer.Conflict(1));
    assertThat(ask(0, List.of(), note(1, new Hash(2, 2, 2, 2))))
        .isEqualTo(new WitnessAnswer.Conflict(1));
    // the same again is no lie
    assertThat(status(ask(1, List.of(), note(1, new Hash(1, 1, 1, 1))))).isEqualTo(200);
  }

  @Test
  void refusesWhatGoesBackwardsOrIsNoRequest() throws IOException {
    assertThat(status(ask(5, List.of(), note(1, new Hash(1, 1, 1, 1))))).isEqualTo(400);
    assertThat(status(witness.add(new byte[0]))).isEqualTo(400);
    assertThat(status(witness.add("old 1\n".getBytes(StandardCharsets.UTF_8)))).isEqualTo(400);
    assertThat(status(ask(0, List.of(new Hash(1, 1, 1, 1)), note(1, new Hash(1, 1, 1, 1)))))
        .isEqualTo(422);
    assertThat(status(ask(0, List.of(), note(0, new Hash(1, 1, 1, 1))))).isEqualTo(422);
    assertThat(status(ask(0, List.of(), note(0, TreeAlgorithm.SHA_256.hasher().empty()))))
        .isEqualTo(200);
  }

  /// The race of the specification: while a request is judged, another one moves the memory on.
  @Test
  void doesNotRollBackWhenTwoAskAtOnce() throws IOException {
    Hash smaller = new Hash(1, 1, 1, 1);
    Hash larger = new Hash(9, 9, 9, 9);
    WitnessMemory racing =
        new WitnessMemory() {
          private boolean first = true;

          @Override
          public Optional<TreeHead> latest(String origin) {
            return memory.latest(origin);
          }

          @Override
          public boolean swap(String origin, Optional<TreeHead> expected, TreeHead next) {
            if (first) {
              first = false;
              assertThat(memory.swap(origin, expected, new TreeHead(7, larger))).isTrue();
            }
            return memory.swap(origin, expected, next);
          }
        };
    Witness slow =
        new Witness(
            Map.of("example.com/log", List.of(log.key())),
            List.of(key),
            racing,
            InstantSource.fixed(NOW));
    AddCheckpoint request = new AddCheckpoint(0, List.of(), note(1, smaller));
    assertThat(slow.add(request.toString().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new WitnessAnswer.Conflict(7));
    assertThat(memory.latest("example.com/log")).hasValue(new TreeHead(7, larger));
    assertThat(new HashMap<>(memory.heads)).hasSize(1);
  }
}
