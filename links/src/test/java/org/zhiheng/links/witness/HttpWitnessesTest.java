package org.zhiheng.links.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.prove.MemoryWitnessRounds;
import org.zhiheng.jobs.prove.WitnessRound;
import org.zhiheng.ledger.log.LogStopped;
import org.zhiheng.ledger.log.LogWriter;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.ledger.note.NoteCheck;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.ledger.witness.Witness;
import org.zhiheng.links.serve.Answer;
import org.zhiheng.links.serve.Listener;
import org.zhiheng.links.serve.Site;

final class HttpWitnessesTest {

  private static final Instant NOW = Instant.parse("2026-11-29T00:00:00Z");
  private static final NoteSigner A = MemoryLog.witness("a.example/w", 2);
  private static final NoteSigner B = MemoryLog.witness("b.example/w", 3);
  private static final NoteSigner C = MemoryLog.witness("c.example/w", 4);

  private final List<Listener> listening = new ArrayList<>();
  private final List<WitnessReply> told = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    listening.forEach(Listener::close);
  }

  private Listener listen(Site site) throws IOException {
    Listener listener =
        Listener.open(
            InetAddress.getLoopbackAddress(), 0, WitnessSite.BODY_BYTES_MAX, site, _ -> {});
    listening.add(listener);
    return listener;
  }

  private Listener witness(NoteSigner key) throws IOException {
    return listen(
        new WitnessSite(
            new Witness(
                Map.of(MemoryLog.ORIGIN, MemoryLog.identity().keys()),
                List.of(key),
                new MemoryOfWitness(),
                InstantSource.fixed(NOW))));
  }

  private static String line(NoteSigner key, String address) {
    return "witness " + key.key().name() + " " + key.key() + " " + address + "\n";
  }

  private HttpWitnesses asked(String lines, VerifierKey... own) {
    return asked(lines, (_, replies) -> told.addAll(replies), own);
  }

  private static HttpWitnesses asked(String lines, HttpWitnesses.Told told, VerifierKey... own) {
    String policy =
        "log " + MemoryLog.identity().keys().getFirst() + "\n" + lines + "quorum none\n";
    return HttpWitnesses.of(
            TrustPolicy.parse(policy.getBytes(StandardCharsets.UTF_8)).orThrow(),
            Set.of(own),
            MemoryLog.identity(),
            new HttpWitnesses.Patience(Duration.ofSeconds(10), Duration.ofSeconds(10)),
            told)
        .orThrow();
  }

  private static List<VerifierKey> signers(MemoryLog log) {
    return log.checkpoint().check(List.of(A.key(), B.key(), C.key())).signers().stream()
        .map(NoteCheck.Signed::key)
        .toList();
  }

  @Test
  void aLogIsPublishedWithTheSignaturesOfItsWitnesses() throws IOException {
    MemoryLog log = new MemoryLog();
    String lines =
        line(A, witness(A).address()) + line(B, witness(B).address() + "/") + line(C, "");
    try (HttpWitnesses witnesses = asked(lines)) {
      LogWriter writer = log.open(witnesses);
      for (int entry = 0; entry < 140; entry++) {
        MemoryLog.publish(writer, "entry " + entry);
      }
    }
    assertThat(signers(log)).containsExactlyInAnyOrder(A.key(), B.key());
    assertThat(told).noneMatch(reply -> reply instanceof WitnessReply.Failed);
  }

  @Test
  void aLogThatWasPutBackFromABackupDoesNotSign() throws IOException {
    MemoryLog log = new MemoryLog();
    MemoryLog backup;
    try (HttpWitnesses witnesses = asked(line(A, witness(A).address()))) {
      LogWriter writer = log.open(witnesses);
      MemoryLog.publish(writer, "one");
      backup = log.copy();
      MemoryLog.publish(writer, "two");
      assertThatThrownBy(() -> backup.open(witnesses))
          .isInstanceOf(LogStopped.class)
          .hasMessageContaining("A witness has seen size");
      // whoever lost the head too is no better off
      assertThatThrownBy(() -> new MemoryLog().open(witnesses)).isInstanceOf(LogStopped.class);
      log.open(witnesses);
    }
  }

  @Test
  void aForkThatWasStartedWhileAWitnessWasAwayStopsWhenItIsBack() throws IOException {
    MemoryLog log = new MemoryLog();
    String address = witness(A).address();
    try (HttpWitnesses witnesses = asked(line(A, address))) {
      LogWriter writer = log.open(witnesses);
      MemoryLog.publish(writer, "one");
      MemoryLog backup = log.copy();
      MemoryLog.publish(writer, "two");
      MemoryLog.publish(writer, "three");
      LogWriter fork = backup.open(Witnesses.NONE);
      MemoryLog.publish(fork, "another two");
      LogWriter behind = backup.copy().open(new LateWitnesses(witnesses));
      assertThatThrownBy(() -> MemoryLog.publish(behind, "another three"))
          .isInstanceOf(LogStopped.class);
      assertThat(behind.stopped()).get().asString().contains(address);
    }
  }

  /// Those who could not be asked at the start.
  private record LateWitnesses(Witnesses witnesses) implements Witnesses {
    @Override
    public List<org.zhiheng.ledger.note.SignatureLine> cosign(
        org.zhiheng.ledger.note.SignedNote checkpoint, Growth growth) throws IOException {
      return witnesses.cosign(checkpoint, growth);
    }

    @Override
    public long largestSeen(String origin) {
      return 0;
    }

    @Override
    public void close() {
      witnesses.close();
    }
  }

  @Test
  void oneThatFailsDoesNotSpoilTheOthers() throws IOException {
    MemoryLog log = new MemoryLog();
    Listener gone = listen(_ -> Answer.said(200, ""));
    gone.close();
    List<Site> bad =
        List.of(
            _ -> Answer.said(200, "no signature"),
            _ -> Answer.said(200, ""),
            _ -> Answer.of(200, Answer.TEXT, "x".repeat(5_000_000)),
            _ -> Answer.of(409, "text/x.tlog.size", "many\n"),
            _ -> Answer.of(409, "text/x.tlog.size", "-1\n"),
            _ -> Answer.said(403, "no"),
            _ -> Answer.said(404, "no"),
            _ -> Answer.said(422, "no"),
            _ -> Answer.said(302, "elsewhere").with("Location", gone.address()),
            _ -> Answer.said(500, "no"));
    StringBuilder lines = new StringBuilder(line(A, witness(A).address()));
    lines.append(line(MemoryLog.witness("gone.example/w", 9), gone.address()));
    int seed = 10;
    for (Site site : bad) {
      lines.append(line(MemoryLog.witness(seed + ".example/w", seed), listen(site).address()));
      seed++;
    }
    try (HttpWitnesses witnesses = asked(lines.toString())) {
      LogWriter writer = log.open(witnesses);
      told.clear();
      MemoryLog.publish(writer, "one");
      MemoryLog.publish(writer, "two");
      assertThat(writer.stopped()).isEmpty();
    }
    assertThat(signers(log)).containsExactly(A.key());
    assertThat(log.checkpoint().signatures()).hasSize(2);
    assertThat(told).hasSize(2 * (2 + bad.size()));
    assertThat(told).filteredOn(reply -> reply instanceof WitnessReply.Signed).hasSize(2);
    assertThat(told).filteredOn(reply -> reply instanceof WitnessReply.Refused).hasSize(2 * 5);
  }

  @Test
  void aSignatureCountsOnlyUnderTheKeyOfThePolicy() throws IOException {
    MemoryLog log = new MemoryLog();
    // C sits where the policy expects B, and signs as C
    try (HttpWitnesses witnesses = asked(line(B, witness(C).address()))) {
      MemoryLog.publish(log.open(witnesses), "one");
    }
    assertThat(log.checkpoint().signatures()).hasSize(1);
    assertThat(told).anyMatch(reply -> reply instanceof WitnessReply.Invalid);
  }

  @Test
  void whatEachAnsweredIsKept() throws IOException {
    MemoryWitnessRounds rounds = new MemoryWitnessRounds();
    Listener gone = listen(_ -> Answer.said(200, ""));
    gone.close();
    String address = witness(A).address();
    List<Site> others =
        List.of(
            _ -> Answer.of(409, "text/x.tlog.size", "0\n"),
            _ -> Answer.of(409, "text/x.tlog.size", "many\n"),
            _ -> Answer.said(403, "no"),
            _ -> Answer.said(404, "no"),
            _ -> Answer.said(422, "no"),
            _ -> Answer.said(500, "no"),
            _ -> Answer.said(200, "no signature"));
    StringBuilder lines = new StringBuilder(line(A, address));
    lines.append(line(MemoryLog.witness("gone.example/w", 9), gone.address()));
    int seed = 10;
    List<String> asked = new ArrayList<>(List.of(address, gone.address()));
    for (Site site : others) {
      String at = listen(site).address();
      asked.add(at);
      lines.append(line(MemoryLog.witness(seed + ".example/w", seed), at));
      seed++;
    }
    try (HttpWitnesses witnesses =
        asked(lines.toString(), new KeptRounds(rounds, InstantSource.fixed(NOW)))) {
      MemoryLog.publish(new MemoryLog().open(witnesses), "one");
    }
    WitnessRound round = rounds.latest().orElseThrow();
    assertThat(round.at()).isEqualTo(NOW);
    assertThat(round.size()).isEqualTo(1);
    assertThat(
            asked.stream()
                .map(one ->
                    round.answered().stream()
                        .filter(said -> said.address().equals(one))
                        .map(WitnessRound.Answered::answer)
                        .toList()))
        .containsExactly(
            List.of(WitnessRound.Answer.COSIGNED),
            List.of(WitnessRound.Answer.UNREACHABLE),
            List.of(WitnessRound.Answer.BEHIND),
            List.of(WitnessRound.Answer.UNREACHABLE),
            List.of(WitnessRound.Answer.UNKNOWN_KEY),
            List.of(WitnessRound.Answer.UNKNOWN_LOG),
            List.of(WitnessRound.Answer.NOT_CONSISTENT),
            List.of(WitnessRound.Answer.REFUSED),
            List.of(WitnessRound.Answer.BAD_SIGNATURE));
    assertThat(round.answered())
        .filteredOn(one -> one.answer() == WitnessRound.Answer.BEHIND)
        .allSatisfy(one -> assertThat(one.size()).hasValue(0L));
  }

  @Test
  void whatStopsTheLogIsKeptToo() throws IOException {
    MemoryWitnessRounds rounds = new MemoryWitnessRounds();
    Listener ahead = listen(_ -> Answer.of(409, "text/x.tlog.size", "99\n"));
    try (HttpWitnesses witnesses =
        asked(line(A, ahead.address()), new KeptRounds(rounds, InstantSource.fixed(NOW)))) {
      LogWriter late = new MemoryLog().open(new LateWitnesses(witnesses));
      assertThatThrownBy(() -> MemoryLog.publish(late, "one")).isInstanceOf(LogStopped.class);
    }
    assertThat(rounds.latest().orElseThrow().answered())
        .containsExactly(
            new WitnessRound.Answered(
                ahead.address(),
                WitnessRound.Answer.AHEAD,
                Optional.of(99L),
                "It says that it signed a larger tree of this log, or another of this size."));
  }

  @Test
  void theOperatorsOwnWitnessIsNotAsked() throws IOException {
    MemoryLog log = new MemoryLog();
    // by its bytes: the policy calls it by another name
    NoteSigner renamed = MemoryLog.witness("somebody-else.example/w", 2);
    try (HttpWitnesses witnesses =
        asked(line(renamed, witness(A).address()) + line(B, witness(B).address()), A.key())) {
      MemoryLog.publish(log.open(witnesses), "one");
    }
    assertThat(log.checkpoint().signatures()).hasSize(2);
    assertThat(signers(log)).containsExactly(B.key());
  }

  @Test
  void refusesAnAddressThatIsNone() {
    for (String address : List.of("ftp://a.example", "a.example", "http://a.example?x", "http:")) {
      assertThat(
              HttpWitnesses.of(
                      TrustPolicy.parse(
                              (line(A, address) + "quorum none\n").getBytes(StandardCharsets.UTF_8))
                          .orThrow(),
                      Set.of(),
                      MemoryLog.identity(),
                      HttpWitnesses.Patience.USUAL,
                      (_, replies) -> told.addAll(replies))
                  .refusal())
          .as(address)
          .hasValueSatisfying(
              problem -> assertThat(problem.code()).isEqualTo("log-witness-address"));
    }
  }
}
