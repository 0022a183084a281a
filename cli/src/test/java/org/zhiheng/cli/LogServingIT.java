package org.zhiheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.jobs.prove.LogDoor;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.ledger.witness.AddCheckpoint;
import org.zhiheng.store.postgres.Database;

/// The two commands that serve, as processes of their own.
final class LogServingIT {

  private static final long WAIT_SECONDS_MAX = 60;
  private static final NoteSigner LOG = Ed25519Key.ofLog("log.example/one", seed());

  @TempDir Path folder;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Process> started = new ArrayList<>();

  private static byte[] seed() {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) 7);
    return bytes;
  }

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
    client.close();
  }

  /// A process that serves, and the line of a policy that it printed.
  private record Serving(Process process, String line) {

    private String address() {
      return line.substring(line.lastIndexOf(' ') + 1);
    }
  }

  private Serving start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("org.zhiheng.cli.Main");
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    started.add(process);
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    return new Serving(process, Objects.requireNonNull(out.readLine(), "it did not start"));
  }

  private static void wait(Process process) throws InterruptedException {
    assertThat(process.waitFor(WAIT_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
  }

  private HttpResponse<String> add(Serving to, long old, long size, int root)
      throws IOException, InterruptedException {
    TreeHead head = new TreeHead(size, new Hash(root, root, root, root));
    String text = Checkpoint.of("log.example/one", head).text();
    SignedNote note = new SignedNote(text, List.of(LOG.line(text, Optional.empty())));
    return client.send(
        HttpRequest.newBuilder(URI.create(to.address() + "/add-checkpoint"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    new AddCheckpoint(old, List.of(), note).toString()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aWitnessThatWasKilledKnowsWhatItSigned() throws IOException, InterruptedException {
    try (Database _ = Database.open(folder.resolve(Session.HOME), Optional.empty())) {
      Serving witness = start("log", "witness", "--log", LOG.key().toString());
      VerifierKey key =
          TrustPolicy.parse((witness.line() + "\nquorum none\n").getBytes(StandardCharsets.UTF_8))
              .orThrow()
              .witnessKeys()
              .getFirst();
      HttpResponse<String> signed = add(witness, 0, 5, 1);
      assertThat(signed.statusCode()).isEqualTo(200);
      assertThat(signed.body()).startsWith("— " + key.name() + " ");
      witness.process().destroyForcibly();
      wait(witness.process());

      Serving again = start("log", "witness", "--log", LOG.key().toString());
      assertThat(again.line()).contains(key.toString());
      HttpResponse<String> conflict = add(again, 0, 5, 2);
      assertThat(conflict.statusCode()).isEqualTo(409);
      assertThat(conflict.body()).isEqualTo("5\n");
      assertThat(add(again, 5, 5, 1).statusCode()).isEqualTo(200);
      again.process().destroy();
      wait(again.process());
      assertThat(again.process().exitValue()).isZero();
    }
  }

  @Test
  void showsTheWorkspacesLog() throws IOException, InterruptedException {
    try (Database _ = Database.open(folder.resolve(Session.HOME), Optional.empty());
        Workspace workspace = new StoredWorkspaces().open(folder.resolve(Session.HOME), around())) {
      LogDoor door = workspace.proving().open().door();
      try (LogDoor.OpenLog log = door.open().orElseThrow()) {
        assertThat(log.keeper().work().size()).isZero();
      }
      Serving serving = start("log", "serve");
      assertThat(serving.line()).startsWith("log " + door.keys().getFirst() + " http://127.0.0.1:");
      HttpResponse<String> checkpoint =
          client.send(
              HttpRequest.newBuilder(URI.create(serving.address() + "/checkpoint")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(checkpoint.body())
          .isEqualTo(workspace.proving().open().log().checkpoint().orElseThrow().toString());
      serving.process().destroy();
      wait(serving.process());
      assertThat(serving.process().exitValue()).isZero();
    }
  }

  /// Two workspaces: the log of one, signed by the other, by what the commands print.
  @Test
  void theWitnessOfAPolicySignsWhatIsPublished() throws IOException, InterruptedException {
    Path other = folder.resolve("other");
    Path home = folder.resolve(Session.HOME);
    try (Workspace workspace = new StoredWorkspaces().open(home, around());
        Database _ = Database.open(other, Optional.empty())) {
      LogDoor door = workspace.proving().open().door();
      String key = door.keys().getFirst().toString();
      Serving witness = start("log", "witness", "--home", other.toString(), "--log", key);
      // our own, at an address where nobody answers, is not even asked
      String own =
          "witness own " + workspace.proving().witness(Map.of()).key() + " http://127.0.0.1:1\n";
      String policy = "log " + key + "\n" + own + witness.line() + "\nquorum none\n";
      Files.createDirectories(home.resolve("log"));
      Files.writeString(home.resolve("log/policy"), policy);
      try (LogDoor.OpenLog log = door.open().orElseThrow()) {
        log.keeper().work();
      }
      TrustPolicy.Witnessed witnessed =
          TrustPolicy.parse(policy.getBytes(StandardCharsets.UTF_8))
              .orThrow()
              .witnessed(
                  workspace.proving().open().log().checkpoint().orElseThrow(),
                  List.of(workspace.proving().witness(Map.of()).key()));
      assertThat(witnessed.of()).isEqualTo(1);
      assertThat(witnessed.signed())
          .extracting(signed -> witness.line().contains(signed.key().toString()))
          .containsExactly(true);

      Ran enough = zhiheng("log", "witnesses", "--format", "json");
      assertThat(enough.exit()).as(enough.err()).isZero();
      assertThat(enough.out())
          .contains("\"quorum\":\"none\",\"reached\":true")
          .contains("{\"name\":\"own\",\"counts\":false,\"signed\":false")
          .contains("\"answer\":\"own\"")
          .contains("\"counts\":true,\"signed\":true")
          .contains("\"answer\":\"cosigned\"");
      assertThat(zhiheng("doctor", "--format", "csv").out()).contains("\nwitnesses,ok,");

      // while both keys sign, the witness that knows the old one keeps up; afterwards no more
      Ran begun = zhiheng("log", "change-key", "log", "--reason", "it ages", "--format", "json");
      assertThat(begun.exit()).as(begun.err()).isZero();
      assertThat(begun.out()).contains("\"stage\":\"both\"");
      assertThat(zhiheng("log", "witnesses", "--format", "json").out())
          .contains("\"counts\":true,\"signed\":true");
      Ran ended = zhiheng("log", "change-key", "log", "--finish", "--reason", "all know it");
      assertThat(ended.exit()).as(ended.err()).isZero();
      Files.writeString(folder.resolve("news.txt"), "news");
      assertThat(zhiheng("evidence", "deposit", "news.txt").exit()).isZero();
      assertThat(zhiheng("log", "witnesses", "--format", "json").out())
          .contains("\"counts\":true,\"signed\":false")
          .contains("\"answer\":\"unknown-key\"");
    }
  }

  @Test
  void whoDidNotSignIsNamedWithWhatItAnswered() throws IOException {
    Path home = folder.resolve(Session.HOME);
    try (Workspace workspace = new StoredWorkspaces().open(home, around())) {
      LogDoor door = workspace.proving().open().door();
      String gone =
          "witness gone "
              + Ed25519Key.ofWitness("gone.example/w", seed()).key()
              + " http://127.0.0.1:1/\n";
      Files.createDirectories(home.resolve("log"));
      Files.writeString(home.resolve("log/policy"), gone + "group all all gone\nquorum all\n");
      try (LogDoor.OpenLog log = door.open().orElseThrow()) {
        log.keeper().work();
      }
      Ran few = zhiheng("log", "witnesses", "--format", "json");
      assertThat(few.exit()).as(few.err()).isEqualTo(ExitCode.NOT_VERIFIED.number());
      assertThat(few.out())
          .contains("\"quorum\":\"all: 1 of 1\",\"reached\":false,\"signedBy\":\"\"")
          .contains("\"signed\":false,\"signedAt\":\"\",\"answer\":\"unreachable\"");
      assertThat(zhiheng("doctor", "--format", "csv").out())
          .contains("\nwitnesses,warn,")
          .contains("have not signed the published checkpoint: gone");
    }
  }

  private Ran zhiheng(String... arguments) {
    return Ran.in(folder, InstantSource.system(), arguments);
  }

  private Surroundings around() {
    return Ran.around(folder, InstantSource.system());
  }
}
